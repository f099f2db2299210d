"""Drawing pictures ahead of training, by as many processes as there are cores, into one growing file.

The file holds 8-bit RGB pictures, (count, side, side, 3), in the order of their numbers. Beside it a
JSON file says how many are whole, so that a stopped command goes on with the next one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.files import write_atomic

if TYPE_CHECKING:
    import numpy

DRAWN_AT = 256
"""Pictures are drawn at the painter's size; smaller ones are made from these, as a recogniser will see them."""
_PART = 256
"""Pictures between two entries of the JSON file."""


@dataclass(frozen=True)
class Pictures:
    """Pictures with the numbers `first` to `first + count - 1`, `side` pixels wide and high."""

    folder: Path
    side: int
    first: int
    count: int

    @property
    def path(self) -> Path:
        """The file of pixels."""
        return self.folder / f"pictures-{self.side}-{self.first}.rgb"

    @property
    def done(self) -> int:
        """How many of them are drawn."""
        try:
            return int(json.loads(self.path.with_suffix(".json").read_text(encoding="utf-8"))["done"])
        except (OSError, ValueError, KeyError):
            return 0

    def open(self) -> numpy.memmap:
        """The pictures that are drawn, (done, side, side, 3)."""
        import numpy

        return numpy.memmap(self.path, numpy.uint8, "r", shape=(min(self.done, self.count), self.side, self.side, 3))

    def draw(self) -> Iterator[int]:
        """Draw what is missing, and tell after each part how many there are."""
        self.folder.mkdir(parents=True, exist_ok=True)
        size, done = self.side * self.side * 3, self.done
        with open(self.path, "ab") as file:
            file.truncate(done * size)  # what came after the last entry may be cut off
        jobs = [(number, self.side) for number in range(self.first + done, self.first + self.count)]
        with side_by_side() as in_turn, open(self.path, "ab") as file:
            drawn = in_turn(_drawn, jobs)
            while part := list(islice(drawn, _PART)):
                file.write(b"".join(part))
                file.flush()
                done += len(part)
                write_atomic(self.path.with_suffix(".json"), json.dumps({"done": done}))
                yield done


def picture(number: int, side: int = DRAWN_AT) -> bytes:
    """The RGB bytes of one numbered scene, `side` pixels wide and high."""
    return _drawn((number, side))


def _drawn(job: tuple[int, int]) -> bytes:
    from PIL import Image

    from pipeline.artists.sketch.picture import draw_scene
    from training.scenes import numbered

    number, side = job
    each = numbered(number)
    drawn = draw_scene(each.scene, DRAWN_AT, DRAWN_AT, each.seed).picture
    return drawn.resize((side, side), Image.Resampling.BOX).tobytes()


@contextmanager
def side_by_side() -> Iterator[Callable[..., Iterator[Any]]]:
    """Something like `map` that works in several processes, and gives the answers in order.

    As many as this process may use cores; NECUT_PROCESSES where others work on the same machine, 0 for none but
    this one.
    """
    wanted = os.environ.get("NECUT_PROCESSES", "")
    count = int(wanted) if wanted.isdecimal() else len(os.sched_getaffinity(0))
    if not count:
        yield map
        return
    pool = ProcessPoolExecutor(count, get_context("spawn"))  # a fork of a process that uses CUDA may hang
    try:
        yield partial(pool.map, chunksize=16)
    finally:
        pool.shutdown(cancel_futures=True)
