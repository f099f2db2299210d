"""`make gallery`: contact sheets of what the program draws, to be looked at."""

import sys
from pathlib import Path

from tests import gallery
from tests._found import modules

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/gallery")
folder.mkdir(parents=True, exist_ok=True)
for module in modules(gallery, "sheet_"):
    for path in module.draw(folder):
        print(path, flush=True)
