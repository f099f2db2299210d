"""How long a text may be in a noun, and in which languages comics speak."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

Language = Literal["ko", "en"]
Short = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
MAX_TEXT = 5000
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
