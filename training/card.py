"""The painter's model card, with a contact sheet of 64 pictures of prompts that it never saw.

    python -m training.card --model models/necut-tiny --measures models/necut-tiny/measures.json

The card's head says `accuracy`, and the pages read it there: below 0.90 they call the model a first version.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from pipeline.files import write_atomic
from training.command import MODELS
from training.measure.asked import questions
from training.measure.painting import STANDARD, Painter

SHEET = "sheet.jpg"
ROWS = 8
"""The sheet has as many rows as columns."""
_TILE, _GAP, _PAPER = 160, 6, (250, 246, 238)
LEAST, RIPE = 0.60, 0.90
"""Accuracies from which a model is worth shipping, and from which it does what it is told."""


def main(arguments: list[str] | None = None) -> Path:
    """Paint the sheet and write the card; its path."""
    parser = argparse.ArgumentParser(prog="python -m training.card")
    parser.add_argument("--model", type=Path, default=MODELS / "necut-tiny")
    parser.add_argument("--measures", type=Path, default=None, help="default: measures.json in the model's folder")
    asked = parser.parse_args(arguments)
    measures = json.loads((asked.measures or asked.model / "measures.json").read_text(encoding="utf-8"))
    sheet(Painter.load(asked.model), asked.model / SHEET)
    card = asked.model / "README.md"
    write_atomic(card, written(measures))
    return card


def sheet(painter: Painter, path: Path, rows: int = ROWS) -> None:
    """Paint `rows` × `rows` unseen prompts, the same ones every time, and write them as one picture."""
    from PIL import Image

    prompts = [each.prompt for each in questions(rows * rows)]
    side = rows * (_TILE + _GAP) + _GAP
    whole = Image.new("RGB", (side, side), _PAPER)
    for place, picture in enumerate(painter.paint(prompts)):
        row, column = divmod(place, rows)
        at = _GAP + column * (_TILE + _GAP), _GAP + row * (_TILE + _GAP)
        whole.paste(picture.resize((_TILE, _TILE), Image.Resampling.LANCZOS), at)
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.save(path, quality=88)


def written(measures: dict[str, Any]) -> str:
    """The card in Markdown."""
    accuracy = measures["accuracy"]
    told = f"{accuracy['accuracy']:.3f}"
    parts = [
        f"---\nlicense: mit\npipeline_tag: text-to-image\naccuracy: {told}\n---\n",
        "# necut-tiny\n",
        f"{_standing(accuracy['accuracy'])}A Stable Diffusion pipeline small enough for a laptop, trained from nothing "
        "on pictures of Necut's own sketch artist. Plain `diffusers` loads it:\n",
        "```python\nfrom diffusers import StableDiffusionPipeline\n"
        'pipe = StableDiffusionPipeline.from_pretrained("models/necut-tiny")\n'
        'pipe("orange cat, red scarf, cat running, beach, night").images[0]\n```\n',
        f"![64 prompts that it never saw]({SHEET})\n",
        "## What it knows\n",
        "The words of `pipeline/lexicon/looks.py` and their synonyms, in tags or short sentences, for pictures of "
        "256 × 256. It knows no other words, no real people and no photographs.\n",
        "## How it was made\n",
        "An `AutoencoderTiny`, a `CLIPTextModel` and a `UNet2DConditionModel` with v-prediction; captions in four "
        "wordings, one in eight left out; one picture in 25 spoilt and called so. `docs/training.md` has the "
        "commands.\n",
        "## How it was measured\n",
        f"By a recogniser taught on the sketch artist's pictures, over {accuracy['prompts']} prompts with combinations "
        f"that no training picture shows; {STANDARD.sampler} {STANDARD.schedule_type}, {STANDARD.steps} steps, CFG "
        f"{STANDARD.cfg_scale:g}.\n",
        _table("Attribute", "Right", accuracy["by attribute"], in_all=accuracy["accuracy"]),
    ]
    return "\n".join([*parts, *_more(measures)])


def _standing(accuracy: float) -> str:
    if accuracy >= RIPE:
        return ""
    return f"**First version: {accuracy:.0%} of what a prompt asks for is in its pictures.** "


def _more(measures: dict[str, Any]) -> list[str]:
    """The other measures, as far as they were taken."""
    found = []
    if same := measures.get("agreement"):
        found.append(
            f"The same character in four panels: {same['agreement']:.1%} of {same['pairs']} pairs of panels agree.\n"
        )
    if negatives := measures.get("negatives"):
        found.append(
            f"Rain or night where nobody asked for it: {negatives['without']:.1%} of pictures; with the negative "
            f'prompt "rain, night" {negatives["with"]:.1%}.\n'
        )
    if guidance := measures.get("guidance"):
        found.append(_table("CFG scale", "Right", guidance))
    if steps := measures.get("steps"):
        counts = list(next(iter(steps.values())))
        rows = [
            f"| {name} | " + " | ".join(f"{row[each]:.1%}" for each in counts) + " |" for name, row in steps.items()
        ]
        head = "| Steps | " + " | ".join(counts) + " |\n|" + " --- |" * (len(counts) + 1)
        found.append("\n".join([head, *rows, ""]))
    return found


def _table(name: str, value: str, rows: dict[str, float], in_all: float | None = None) -> str:
    lines = [f"| {name} | {value} |", "| --- | --- |", *(f"| {key} | {share:.1%} |" for key, share in rows.items())]
    if in_all is not None:
        lines.append(f"| **in all** | **{in_all:.1%}** |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(main())
