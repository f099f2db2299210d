"""The first run on a GPU machine: pictures, decoder, painter. About 25 minutes on an H200 with 16 cores.

    python -m training.first_run --out OUT/necut-tiny

Pictures are drawn by the processor while the decoder learns on the graphics card. May be cut off at any
moment: the same command goes on. The folder at --out is written anew every 90 seconds of the painter's
training, in files of at most 14 MB.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from dataclasses import replace

from training import decoder, painter
from training.command import MODELS, Asked, read
from training.pictures import Pictures

ENOUGH = 0.08
"""The share of the pictures that must be drawn before the decoder begins."""


def main(arguments: list[str] | None = None) -> bool:
    """Run what is not done yet; tells whether all is."""
    until = time.monotonic()
    asked = read("first_run", __doc__, decoder.SIZES, MODELS / "necut-tiny", arguments)
    drawn = decoder.pictures(asked)
    drawing = multiprocessing.get_context("spawn").Process(target=_draw, args=(drawn,))
    drawing.start()
    try:
        while drawn.done < ENOUGH * drawn.count:
            time.sleep(0.5)
        if not decoder.learn(_part(asked, "decoder", decoder.SIZES, until), drawn):
            return False
        drawing.join(_left(asked, until))
        if drawn.done < drawn.count:
            return False
        return painter.learn(_part(asked, "painter", painter.SIZES, until), drawn)
    finally:
        drawing.terminate()
        drawing.join()


def _draw(drawn: Pictures) -> None:
    """Draw; asked to stop, take the processes along that help."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    for count in drawn.draw():
        if count % 5120 == 0 or count == drawn.count:
            print(f"pictures: {count} of {drawn.count} drawn", flush=True)


def _part(asked: Asked, name: str, sizes: dict, until: float) -> Asked:
    """What one recipe of the run is asked for, with the minutes that are left."""
    minutes = (_left(asked, until) or 0) / 60
    return replace(asked, work=asked.work.parent / name, settings=sizes[asked.size], minutes=minutes)


def _left(asked: Asked, began: float) -> float | None:
    """Seconds until the run's own limit; None where it has none."""
    return max(1.0, asked.minutes * 60 - (time.monotonic() - began)) if asked.minutes else None


if __name__ == "__main__":
    main()
