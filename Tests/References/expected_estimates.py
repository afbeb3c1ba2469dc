"""Prints the expected values of the tests of Statistics/, from programs of other people.

Run by hand, not by the tests: python3 expected_estimates.py, with the packages below installed.
"""
import sys
import warnings

import numpy as np
import pandas
import pingouin
import scipy
import statsmodels
from scipy import special, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

warnings.simplefilter("ignore")
print("python", sys.version.split()[0], "numpy", np.__version__, "scipy", scipy.__version__,
      "statsmodels", statsmodels.__version__, "pingouin", pingouin.__version__)


def people(counts):
    return np.repeat(np.arange(1, len(counts) + 1), counts)


def cliff(x, y):
    """Cliff's delta with Cliff's asymmetric interval (Cliff 1993)."""
    d = np.sign(x[:, None] - y[None, :])
    delta, m, n = d.mean(), len(x), len(y)
    rows, columns = d.mean(axis=1), d.mean(axis=0)
    variance = (n * n * ((rows - delta) ** 2).sum() + m * m * ((columns - delta) ** 2).sum()
                - ((d - delta) ** 2).sum()) / (m * n * (m - 1) * (n - 1))
    variance = max(variance, (1 - delta ** 2) / (m * n - 1))
    z = stats.t.ppf(0.975, m + n - 2)
    half = z * np.sqrt(variance) * np.sqrt((1 - delta ** 2) ** 2 + z ** 2 * variance)
    centre, divisor = delta - delta ** 3, 1 - delta ** 2 + z ** 2 * variance
    return (float(delta), float((centre - half) / divisor),
            float(min(1, (centre + half) / divisor)))


print("\nStudent: degrees, p, quantile, probability of that quantile's half")
for df in [1, 2, 3.7, 9, 29, 1000, 1e6]:
    for p in [1e-6, 0.025, 0.3, 0.975, 0.9999]:
        q = float(stats.t.ppf(p, df))
        print(f"({df!r}, {p!r}, {q!r}, {float(stats.t.cdf(q / 2, df))!r}),")

print("\nF: degrees, degrees, p, quantile, probability of twice that quantile")
for a, b in [(1, 1), (2, 5), (9, 27), (29, 261), (1199, 10791), (999999, 8999991)]:
    for p in [0.001, 0.025, 0.5, 0.975]:
        q = float(stats.f.ppf(p, a, b))
        print(f"({a!r}.0, {b!r}.0, {p!r}, {q!r}, {float(stats.f.cdf(2 * q, a, b))!r}),")

print("\nLogarithm of the gamma function")
for x in [0.001, 0.5, 1.0, 1.5, 2.0, 3.3, 10.0, 171.5, 1e6]:
    print(f"({x!r}, {float(special.gammaln(x))!r}),")

print("\nStudent's interval of a mean: counts, lower, upper")
for counts in [[1, 1], [2, 0, 1], [3, 7, 12, 6, 2], [100000, 250000, 400000, 200000, 50000]]:
    low, high = statsmodels.stats.weightstats.DescrStatsW(people(counts)).tconfint_mean()
    print(f"({counts}, {float(low)!r}, {float(high)!r}),")

print("\nWelch: earlier, later, difference, lower, upper, p")
for a, b in [([3, 7, 12, 6, 2], [1, 5, 9, 11, 4]), ([1, 1], [0, 4, 1]),
             ([500, 800, 900], [100, 1300, 900])]:
    test = stats.ttest_ind(people(b), people(a), equal_var=False)
    ci = test.confidence_interval()
    print(f"({a}, {b}, {float(people(b).mean() - people(a).mean())!r}, {float(ci.low)!r}, "
          f"{float(ci.high)!r}, {float(test.pvalue)!r}),")

print("\nHolm: chances of several tests, and adjusted")
for p in [[0.01, 0.04, 0.03, 0.005], [0.9, 0.02, 0.02, 1e-9, 0.3, 0.049], [0.5], []]:
    adjusted = multipletests(p, method="holm")[1] if p else []
    print(f"({p}, {[float(one) for one in adjusted]}),")

print("\nNewcombe: earlier count, of, later count, of, lower, upper")
for a, m, b, n in [(12, 40, 30, 60), (0, 12, 3, 15), (500, 1200, 430, 1100), (7, 7, 0, 9)]:
    low, high = confint_proportions_2indep(b, n, a, m, method="newcomb", compare="diff")
    print(f"({a}, {m}, {b}, {n}, {float(low)!r}, {float(high)!r}),")

print("\nCronbach's alpha with Feldt's interval: sheets, alpha, lower, upper")
SHEETS = [
    ["1223", "3323", "4434", "2123", "5545", "3334", "2222", "4535", "1112", "3435"],
    ["15", "24", "33", "42", "51", "32"],
    ["111", "123", "321", "555", "444"],
]
for sheets in SHEETS:
    table = pandas.DataFrame([[int(c) for c in sheet] for sheet in sheets])
    items = table.var(ddof=1).sum()
    total = table.sum(axis=1).var(ddof=1)
    k, n = table.shape[1], table.shape[0]
    if total == 0:
        print(sheets, "no variation")
        continue
    alpha = k / (k - 1) * (1 - items / total)
    f = stats.f(n - 1, (n - 1) * (k - 1))
    low, high = 1 - (1 - alpha) * f.ppf(0.975), 1 - (1 - alpha) * f.ppf(0.025)
    other, interval = pingouin.cronbach_alpha(table)
    assert abs(other - alpha) < 1e-12, (other, alpha)
    assert np.allclose(interval, [low, high], atol=6e-4), (interval, low, high)
    print(f"({sheets}, {float(alpha)!r}, {float(low)!r}, {float(high)!r}),".replace("'", '"'))
    rest = [float(np.corrcoef(table[i], table.drop(columns=i).sum(axis=1))[0, 1]) for i in table]
    print("   item-rest", rest)

print("\nPaired: differences, mean, lower, upper, d")
for steps in [{-1: 2, 0: 5, 1: 9, 2: 1}, {0: 1, 1: 1}, {-2: 40, 0: 300, 1: 220, 3: 8}]:
    d = np.concatenate([np.repeat(k, v) for k, v in sorted(steps.items())])
    ci = stats.ttest_1samp(d, 0).confidence_interval()
    print(f"({str(steps).replace('{', '[').replace('}', ']')}, {float(d.mean())!r}, "
          f"{float(ci.low)!r}, {float(ci.high)!r}, {float(d.mean() / d.std(ddof=1))!r}),")

print("\nCliff's delta: first, second, delta, lower, upper; Hedges' g")
for a, b in [([3, 7, 12, 6, 2], [1, 5, 9, 11, 4]), ([5, 1], [1, 5]), ([0, 2, 2], [4, 3, 1])]:
    x, y = people(a), people(b)
    m, n = len(x), len(y)
    df = m + n - 2
    pooled = np.sqrt(((m - 1) * x.var(ddof=1) + (n - 1) * y.var(ddof=1)) / df)
    assert abs(pingouin.compute_effsize(x, y, eftype="cohen") - (x.mean() - y.mean()) / pooled) < 1e-12
    factor = np.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / np.sqrt(df / 2)
    print(f"({a}, {b}, {', '.join(map(repr, cliff(x, y)))}, "
          f"{float(factor * (x.mean() - y.mean()) / pooled)!r}),")

print("\nEvaluation: levels before, looking back and after; for the change, the change since then and the")
print("shift: up, same, down, mean, lower, upper, d; Cliff's delta of the changes over the others'")
BEFORE = np.array([2, 3, 3, 2, 4, 3, 1, 2, 3, 5])
THEN = np.array([1, 2, 3, 2, 3, 3, 1, 1, 2, 5])
AFTER = np.array([3, 3, 4, 3, 3, 4, 3, 2, 4, 4])
OTHERS = np.array([0, 0, 1, -1, 0, 1, 0, -1])
for d in [AFTER - BEFORE, AFTER - THEN, THEN - BEFORE]:
    ci = stats.ttest_1samp(d, 0).confidence_interval()
    print(f"({(d > 0).sum()}, {(d == 0).sum()}, {(d < 0).sum()}, {float(d.mean())!r}, "
          f"{float(ci.low)!r}, {float(ci.high)!r}, {float(d.mean() / d.std(ddof=1))!r}),")
    assert abs(pingouin.compute_effsize(d, 0, eftype="cohen") - d.mean() / d.std(ddof=1)) < 1e-12
print(cliff(AFTER - BEFORE, OTHERS))

print("\nNeed: pairs of importance and level, Borich's score, ranked discrepancy")
for pairs in [[(5, 2), (4, 4), (5, 3), (3, 4), (4, 1)], [(1, 1)], [(2, 5), (2, 5), (5, 5)]]:
    i, a = np.array(pairs).T
    print(f"({pairs}, {float(((i - a) * i.mean()).mean())!r}, "
          f"{float(100 * ((a > i).mean() - (a < i).mean()))!r}),")
