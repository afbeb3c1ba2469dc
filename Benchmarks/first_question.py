#!/usr/bin/env python3
"""Measures the processor time from the start of `waymark assess` to its first question.

Usage: first_question.py WAYMARK [--runs N] [--limit MS] [--python PYTHON]

Runs, in turn, `waymark --version` (the program's start alone), a Python program that prints hello
through click, and a new assessment that chooses a role, goes to the first area and ends at the
first question: settings, store, schema and the shipped framework are read, checked and written on
the way. User and system time of the whole process are added. Prints the least, the median and the
most in milliseconds, and the ratios of the medians. With --limit the exit status is 1 when the
median is above it. --python names one that has click (`pip install click`), else this one.
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def milliseconds(command, text, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, input=text, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return used * 1000, done.stdout


HELLO = """
import click

@click.command()
def hello():
    click.echo("hello")

hello()
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("waymark", help="the program, a release build")
    parser.add_argument("--runs", type=int, default=31)
    parser.add_argument("--limit", type=float, help="the most milliseconds that the median may take")
    parser.add_argument("--python", default=sys.executable, help="a Python that has click")
    options = parser.parse_args()
    waymark = os.path.abspath(options.waymark)
    start, hello, question = [], [], []
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "PATH": os.environ["PATH"]}
            start.append(milliseconds([waymark, "--version"], b"", environment)[0])
            hello.append(milliseconds([options.python, "-c", HELLO], b"", environment)[0])
            used, screen = milliseconds(
                [waymark, "assess", "--script", "-"], b"3\n\n", environment)
            if b"Question 1 of" not in screen:
                sys.exit("the first question was not reached")
            question.append(used)
    for name, figures in (
            ("start", start), ("hello through click", hello), ("first question", question)):
        print(f"{name}: {min(figures):.1f} least, {statistics.median(figures):.1f} median, "
              f"{max(figures):.1f} most, in ms of CPU over {options.runs} runs")
    median = statistics.median(question)
    for name, figures in (("start", start), ("hello through click", hello)):
        print(f"ratio of the medians to {name}: {median / statistics.median(figures):.2f}")
    if options.limit is not None and median > options.limit:
        sys.exit(f"the median is above {options.limit} ms")


if __name__ == "__main__":
    main()
