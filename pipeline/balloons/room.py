"""How much of a picture to keep quiet for letters, estimated from the lines before anything is drawn."""

from __future__ import annotations

from pipeline.balloons.bodies import BOXED, SIZE, bodies
from pipeline.comic import Panel, Room

_WIDTH = 18.0  # em: a panel of ordinary shape is about eighteen letters wide
_HEIGHT = 18.0
MOST = 0.38
"""Never more of a picture's height than this: the figures need the rest."""


def estimate_room(panel: Panel, language: str | None = None) -> Room:
    """The edge and share of the height that a panel's lines will want. Sounds lie over the picture."""
    rows: list[list[tuple[float, float]]] = []
    for line in panel.lines:
        if line.kind == "sound" or not line.text:
            continue
        width, height = _extent(line.said(language), line.kind, language or "en")
        beside = rows and line.kind not in BOXED and sum(w for w, _ in rows[-1]) + width + 1.0 <= _WIDTH
        rows[-1].append((width, height)) if beside else rows.append([(width, height)])
    if not rows:
        return Room()
    tall = sum(max(height for _, height in row) for row in rows) + 0.5 * len(rows)
    return Room(edge="top", share=round(min(MOST, max(0.14, tall / _HEIGHT)), 2))


def _extent(text: str, kind: str, language: str) -> tuple[float, float]:
    """Width and height of the line's most likely balloon, in ordinary letter sizes."""
    size = SIZE.get(kind, 1.0)
    found = bodies(text, kind, language, (0.95 if kind in BOXED else 0.6) * _WIDTH / size)
    if not found:
        return 0.0, 0.0
    return 2 * found[0].half_width * size, 2 * found[0].half_height * size
