"""`make bench`: every figure of speed, one a line. Claims are ratios measured side by side in one run."""

import sys

from tests import bench
from tests._found import modules

wanted = sys.argv[1:]
for module in modules(bench, "bench_"):
    name = module.__name__.rpartition(".bench_")[2]
    if not wanted or name in wanted:
        for line in module.figures():
            print(f"{name}: {line}", flush=True)
