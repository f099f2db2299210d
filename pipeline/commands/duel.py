"""`duel --simulate N`: how well the duel finds what simulated people like, beside leaving it to chance."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from pipeline.tuning import duel_people


def command(
    simulate: Annotated[int, typer.Option(min=1, max=100_000)],
    seed: Annotated[int, typer.Option(min=0)] = 1,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    lang: str | None = None,
) -> None:
    """Print the bench over so many people whose tastes are drawn from the seed."""
    told = duel_people.simulate(simulate, seed)
    print(json.dumps(told, indent=2) if as_json else "\n".join(duel_people.lines(told)))
