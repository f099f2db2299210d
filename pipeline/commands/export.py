"""`export COMIC_ID -o OUT`: a comic of the Library as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline import export, flow, settings, store


def command(
    comic_id: str,
    output: Annotated[Path, typer.Option("-o", "--output")],
    width: Annotated[int | None, typer.Option(min=320, max=6000)] = None,
    home: Annotated[Path | None, typer.Option()] = None,
    lang: str | None = None,
) -> None:
    """Publish a comic in the format of the output's suffix."""
    if home:
        settings.use_home(home)
    export.for_path(output)
    comic = store.read(comic_id)
    export.save(export.Publication(comic, flow.arts(comic), width), output)
    print(output)
