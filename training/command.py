"""The command line that all recipes share."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIZES = ("smoke", "cpu", "full")
"""Ten seconds to see that it runs; hours in the background on a laptop; the real thing."""
WORK = Path("out") / "training"
"""Where pictures drawn ahead and half-finished trainings lie, unless --work says otherwise."""
MODELS = Path(__file__).parent.parent / "models"


@dataclass(frozen=True)
class Asked:
    """What the command line says, for one recipe."""

    size: str
    out: Path
    work: Path
    data: Path
    """Pictures drawn ahead; recipes of one size share them."""
    minutes: float
    """Stop (and save) after so many minutes; 0 is never."""
    seed: int
    settings: Any
    """The recipe's own settings of that size."""
    base: Path
    """The painter's folder, for recipes that build on one."""


def read(name: str, says: str, sizes: Mapping[str, Any], out: Path, arguments: Sequence[str] | None = None) -> Asked:
    """The command line of the recipe `name`, whose settings stand in `sizes`."""
    parser = argparse.ArgumentParser(prog=f"python -m training.{name}", description=says.partition("\n")[0])
    parser.add_argument("--size", choices=SIZES, default="smoke", help="how much of it (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=None, help=f"the folder to write (default: {out})")
    parser.add_argument("--work", type=Path, default=WORK, help="unfinished trainings (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=0, help="stop and save after so long; run again to go on")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--base", type=Path, default=None, help="the painter to build on (default: the size's own)")
    told = parser.parse_args(arguments)
    models = MODELS if told.size == "full" else told.work / told.size
    return Asked(
        size=told.size,
        out=told.out or models / out.relative_to(MODELS),
        work=told.work / told.size / name,
        data=told.work / told.size / "data",
        minutes=told.minutes,
        seed=told.seed,
        settings=sizes[told.size],
        base=told.base or models / "necut-tiny",
    )
