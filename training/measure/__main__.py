"""`python -m training.measure`: measure a painter and keep the figures as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from pipeline.files import write_atomic
from training.command import MODELS
from training.measure import MEASURES
from training.measure.painting import Painter
from training.recogniser import FOLDER, Recogniser


def main(arguments: list[str] | None = None) -> dict[str, Any]:
    """Take the measures that the file does not hold yet; all of them."""
    parser = argparse.ArgumentParser(prog="python -m training.measure")
    parser.add_argument("--model", type=Path, default=MODELS / "necut-tiny")
    parser.add_argument("--lora", type=Path, default=None)
    parser.add_argument("--recogniser", type=Path, default=FOLDER)
    parser.add_argument("--count", type=int, default=1_000, help="prompts (default: %(default)s)")
    parser.add_argument("--what", nargs="*", choices=list(MEASURES), default=list(MEASURES))
    parser.add_argument("--out", type=Path, default=Path("out/training/measures.json"))
    asked = parser.parse_args(arguments)
    found = json.loads(asked.out.read_text(encoding="utf-8")) if asked.out.is_file() else {}
    missing = [name for name in asked.what if name not in found]
    if missing:
        painter, recogniser = Painter.load(asked.model, asked.lora), Recogniser.load(asked.recogniser)
        for name in missing:
            found[name] = MEASURES[name](painter, recogniser, asked.count)
            asked.out.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(asked.out, json.dumps(found, indent=1))
            print(f"{name}: {json.dumps(found[name])}", flush=True)
    return found


if __name__ == "__main__":
    main()
