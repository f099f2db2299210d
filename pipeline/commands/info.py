"""`info PICTURE`: the settings inside a picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline import infotext


def command(
    picture: Path,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    lang: str | None = None,
) -> None:
    """Print what the picture says of itself: the text it carries, or everything as JSON."""
    found = infotext.as_json(infotext.read_picture(picture))
    print(json.dumps(found, ensure_ascii=False, indent=2) if as_json or not found["text"] else found["text"])
