"""`schema`: the JSON Schema of a preset's file, for editors."""

from __future__ import annotations


def command(lang: str | None = None) -> None:
    """Print it."""
    from pipeline.presets import schema

    print(schema.text(), end="")
