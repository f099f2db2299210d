"""`make gallery`: contact sheets of what the program draws, to be looked at."""

import argparse
from pathlib import Path

from tests import gallery
from tests._found import modules

parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
parser.add_argument("folder", nargs="?", type=Path, default=Path("out/gallery"), help="where the sheets are put")
folder = parser.parse_args().folder
folder.mkdir(parents=True, exist_ok=True)
for module in modules(gallery, "sheet_"):
    for path in module.draw(folder):
        print(path, flush=True)
