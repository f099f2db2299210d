"""How an output came to be, and what the user should know about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.comic.noun import Noun


class Notice(Noun):
    """Something the user should know about a picture: a key of the catalogue and its values."""

    key: str
    values: dict[str, str | int | float] = {}


class Made(Noun):
    """How an output came to be: by whom, in how many seconds, when, and from which inputs.

    `inputs` maps the name of each input to its fingerprint; a cell is stale when they no longer
    match, and the names that differ are what changed. `edited` marks what a hand has changed since.
    A language model has a name, its tokens are counted, and `cost` is what they cost by Connect's prices then.
    """

    by: str
    seconds: float = 0.0
    at: str = ""
    inputs: dict[str, str] = {}
    edited: bool = False
    model: str = ""
    tokens_sent: Annotated[int, Field(ge=0)] = 0
    tokens_received: Annotated[int, Field(ge=0)] = 0
    cost: Annotated[float, Field(ge=0)] = 0.0
