"""How long the sketch artist takes for a picture of 512 × 512 pixels on one core, and whether memory stays flat."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.artists.sketch.picture import draw_scene
from pipeline.artists.sketch.sample import sample_scene
from pipeline.lexicon import looks

PICTURES = 60
SIDE = 512


def figures() -> Iterator[str]:
    """Median, slowest and per-style times, then the growth of memory."""
    scenes = [replace(sample_scene(random.Random(seed)), style="") for seed in range(PICTURES)]
    draw_scene(scenes[0], SIDE, SIDE)
    times = [_seconds(scene, seed) * 1000 for seed, scene in enumerate(scenes)]
    plain = statistics.median(times)
    yield f"512×512: median {plain:.0f} ms, slowest of {PICTURES} {max(times):.0f} ms (wanted: under 80)"
    for style in looks.STYLES:
        styled = [_seconds(replace(scene, style=style), seed) * 1000 for seed, scene in enumerate(scenes[:12])]
        median = statistics.median(styled)
        yield f"{style}: median {median:.0f} ms, {median / statistics.median(times[:12]):.1f}× the plain one"
    yield from _memory()


def _seconds(scene, seed: int) -> float:
    """Processor time of one picture."""
    start = time.process_time()
    draw_scene(scene, SIDE, SIDE, seed)
    return time.process_time() - start


def _memory(pictures: int = 400) -> Iterator[str]:
    """Resident memory before and after many pictures, where the system tells it."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    marks = []
    for seed in range(pictures + 100):
        if seed in (100, pictures + 99):
            marks.append(int(statm.read_text().split()[1]) * 4096 / 2**20)
        draw_scene(sample_scene(random.Random(seed)), 192, 192, seed)
    yield f"memory: {marks[0]:.0f} MiB after 100 pictures, {marks[1]:.0f} MiB after {pictures + 100}"
