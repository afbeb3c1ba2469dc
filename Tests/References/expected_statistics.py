"""Prints the expected values of StatisticsTests.swift and GapReportTests.swift, from programs of other people.

Run by hand, not by the tests: python3 expected_statistics.py, with statsmodels and numpy installed.
"""
import sys

import numpy
import scipy
import scipy.optimize
import scipy.stats
import statsmodels
from statsmodels.stats.proportion import proportion_confint

print("python", sys.version.split()[0], "numpy", numpy.__version__, "scipy", scipy.__version__,
      "statsmodels", statsmodels.__version__)

print("\nWilson intervals: count, total, lower, upper")
for count, total in [(0, 1), (1, 1), (0, 10), (1, 10), (5, 10), (9, 10), (10, 10), (3, 29),
                     (744, 1200), (1, 1000000), (500000, 1000000)]:
    lower, upper = proportion_confint(count, total, alpha=0.05, method="wilson")
    again = scipy.stats.binomtest(count, total).proportion_ci(0.95, method="wilson")
    assert abs(lower - again.low) < 1e-12 and abs(upper - again.high) < 1e-12
    print(f"({count}, {total}, {float(lower)!r}, {float(upper)!r}),")

print("\nWilson intervals of a share that is no whole number of people: the two shares from which the")
print("one that was found is just 1.96 standard errors away: share, people, lower, upper")
def wilson(share, people):
    quantile = scipy.stats.norm.ppf(0.975)
    def apart(true):
        return (share - true) ** 2 * people - quantile ** 2 * true * (1 - true)
    return [scipy.optimize.brentq(apart, *ends, xtol=1e-15) for ends in [(0, share), (share, 1)]]
for share, people in [(17 / 20, 20), (2 / 3, 10)]:
    print(f"({share!r}, {people}, {wilson(share, people)}),")

print("\nMean and sd: counts per level, mean, sd")
for counts in [[0, 0, 1], [1, 1], [2, 0, 1], [3, 7, 12, 6, 2], [0, 0, 0, 9, 0],
               [100000, 250000, 400000, 200000, 50000], [1, 0, 0, 0, 0, 0, 0, 999999]]:
    levels = numpy.repeat(numpy.arange(1, len(counts) + 1), counts)
    sd = float(levels.std(ddof=1)) if len(levels) > 1 else None
    print(f"({counts}, {float(levels.mean())!r}, {sd!r}),")

print("\nSplitMix64 with the seed 1234567: the first five numbers")
def splitmix64(state, count):
    mask = (1 << 64) - 1
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        yield mixed ^ (mixed >> 31)
print(list(splitmix64(1234567, 5)))
