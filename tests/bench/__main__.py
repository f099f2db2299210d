"""`make bench`: every figure of speed, one a line. Claims are ratios measured side by side in one run."""

import argparse

from tests import bench
from tests._found import modules

benches = {module.__name__.rpartition(".bench_")[2]: module for module in modules(bench, "bench_")}
parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
parser.add_argument(
    "names", nargs="*", choices=[[], *benches], metavar="name", help=f"of {', '.join(benches)}; else all"
)
wanted = parser.parse_args().names or benches
for name, module in benches.items():
    if name in wanted:
        for line in module.figures():
            print(f"{name}: {line}", flush=True)
