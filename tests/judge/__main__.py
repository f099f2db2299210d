"""`make judge`: the large counts. Ends with an error when a promise is broken."""

import argparse
import sys

from tests import judge
from tests._found import modules

judges = {module.__name__.rpartition(".judge_")[2]: module for module in modules(judge, "judge_")}
parser = argparse.ArgumentParser(prog="python -m tests.judge", description=__doc__)
parser.add_argument("names", nargs="*", choices=[[], *judges], metavar="name", help=f"of {', '.join(judges)}; else all")
wanted = parser.parse_args().names or judges
broken = 0
for name, module in judges.items():
    if name not in wanted:
        continue
    try:
        for line in module.figures():
            print(f"{name}: {line}", flush=True)
    except AssertionError as promise:
        broken += 1
        print(f"{name}: BROKEN: {promise}", flush=True)
sys.exit(bool(broken))
