"""The pen: inked shapes under a transform, on a canvas some times larger than the picture.

Every shape is two filled polygons, a larger one in ink and a smaller one in colour, so that outlines
are even, round at the corners and cheap; reducing the canvas to the picture smooths them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageDraw

from pipeline.artists.sketch.palette import INK, Colour

Point = tuple[float, float]
Mapping = Callable[[Colour], Colour]


def oversampling(width: int, height: int) -> int:
    """How many canvas pixels make one picture pixel along a side: enough for tidy edges, never too many."""
    longest = max(width, height)
    return 4 if longest <= 192 else 3 if longest <= 400 else 2 if longest <= 2100 else 1


def circle(x: float, y: float, rx: float, ry: float, count: int = 28) -> list[Point]:
    """`count` points around an ellipse."""
    step = math.tau / count
    return [(x + rx * math.cos(i * step), y + ry * math.sin(i * step)) for i in range(count)]


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 5) -> list[Point]:
    """A Catmull-Rom curve through `points`, with `steps` points from one to the next."""
    count = len(points)
    if count < 3:
        return list(points)
    found: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            a, b, c, d = (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            p, q, r, s = _catmull_rom(t)
            found.append((p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]))
    return found if closed else [*found, points[-1]]


def _catmull_rom(t: float) -> tuple[float, float, float, float]:
    t2, t3 = t * t, t * t * t
    return (
        -0.5 * t3 + t2 - 0.5 * t,
        1.5 * t3 - 2.5 * t2 + 1,
        -1.5 * t3 + 2 * t2 + 0.5 * t,
        0.5 * t3 - 0.5 * t2,
    )


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float) -> list[Point]:
    """A rectangle with round corners, as points."""
    radius = min(radius, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    corners = ((x1 - radius, y0 + radius, -90), (x1 - radius, y1 - radius, 0), (x0 + radius, y1 - radius, 90))
    found = []
    for x, y, start in (*corners, (x0 + radius, y0 + radius, 180)):
        for step in range(5):
            angle = math.radians(start + step * 22.5)
            found.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return found


def _offset(points: Sequence[Point], by: float) -> list[Point]:
    """The closed outline moved outwards by `by` (inwards when negative), mitred up to twice the way."""
    count = len(points)
    area = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(count))
    by = by if area > 0 else -by
    normals = []
    for i in range(count):
        (ax, ay), (bx, by_) = points[i], points[(i + 1) % count]
        dx, dy = bx - ax, by_ - ay
        length = math.hypot(dx, dy) or 1.0
        normals.append((dy / length, -dx / length))
    moved = []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by_) = normals[i - 1], normals[i]
        nx, ny = ax + bx, ay + by_
        square = nx * nx + ny * ny
        reach = by * 2 / max(square, 0.6)
        moved.append((x + nx * reach, y + ny * reach))
    return moved


class Pen:
    """Draws in its own coordinates: `x` to the right, `y` down, turned, scaled and mirrored by `at`.

    `line` is the outline's width in picture pixels; `colours` maps every fill and `inks` the outline
    of a fill (light, style). A `line` of 0 in a call draws no outline.
    """

    def __init__(self, canvas: Image.Image, over: int, line: float, colours: Mapping, inks: Mapping) -> None:
        self._draw = ImageDraw.Draw(canvas, "RGBA")
        self.canvas = canvas
        self.over = over
        self.line = line
        self._colours = colours
        self._inks = inks
        self.unlit = colours
        """The mapping without any light: for what shines by itself."""
        self._matrix = (float(over), 0.0, 0.0, 0.0, float(over), 0.0)
        self._stretch = float(over)
        self._bounds: list[float] | None = None

    def _copy(self) -> Pen:
        copy = object.__new__(Pen)
        copy.__dict__.update(self.__dict__)
        return copy

    def at(
        self, x: float, y: float, scale: float = 1.0, turn: float = 0.0, flip: bool = False, tall: float = 1.0
    ) -> Pen:
        """A pen whose origin is at `(x, y)` of this one, scaled, turned clockwise by `turn` degrees,
        mirrored left to right when `flip`, and stretched in height by `tall`."""
        a, b, c, d, e, f = self._matrix
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        across, down = (-scale if flip else scale), scale * tall
        p, q, s, t = cos * across, -sin * down, sin * across, cos * down
        copy = self._copy()
        copy._matrix = (
            a * p + b * s, a * q + b * t, a * x + b * y + c,
            d * p + e * s, d * q + e * t, d * x + e * y + f,
        )  # fmt: skip
        copy._stretch = self._stretch * scale
        return copy

    def in_light(self, colours: Mapping, line: float | None = None) -> Pen:
        """A pen with the same transform under another light (and with another line)."""
        copy = self._copy()
        copy._colours = colours
        copy.line = self.line if line is None else line
        return copy

    def inked(self, inks: Mapping) -> Pen:
        """A pen with another mapping of outlines."""
        copy = self._copy()
        copy._inks = inks
        return copy

    def bolder(self, by: float) -> Pen:
        """A pen whose outlines are `by` times as wide."""
        copy = self._copy()
        copy.line = self.line * by
        return copy

    def tracked(self) -> Pen:
        """A pen that, with all pens made from it, remembers how far its shapes reach."""
        copy = self._copy()
        copy._bounds = [float("inf"), float("inf"), float("-inf"), float("-inf")]
        return copy

    def untracked(self) -> Pen:
        """A pen whose shapes are not counted into the bounds."""
        copy = self._copy()
        copy._bounds = None
        return copy

    def bounds_in_picture(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 of what a tracked pen drew, in picture pixels, cut to the picture."""
        x0, y0, x1, y1 = (each / self.over for each in self._bounds)
        wide, high = self.canvas.width / self.over, self.canvas.height / self.over
        return max(x0, 0.0), max(y0, 0.0), min(x1, wide), min(y1, high)

    def place(self, x: float, y: float) -> Point:
        """Where a point of this pen lies in the picture, in picture pixels."""
        a, b, c, d, e, f = self._matrix
        return (a * x + b * y + c) / self.over, (d * x + e * y + f) / self.over

    @property
    def unit(self) -> float:
        """How many picture pixels one unit of this pen is."""
        return self._stretch / self.over

    def _points(self, points: Iterable[Point]) -> list[Point]:
        a, b, c, d, e, f = self._matrix
        placed = [(a * x + b * y + c, d * x + e * y + f) for x, y in points]
        if self._bounds is not None:
            self._reach(placed)
        return placed

    def _reach(self, placed: Sequence[Point]) -> None:
        xs, ys = zip(*placed, strict=True)
        x0, y0, x1, y1 = self._bounds
        self._bounds[:] = min(x0, min(xs)), min(y0, min(ys)), max(x1, max(xs)), max(y1, max(ys))

    def shape(self, points: Sequence[Point], fill: Colour | None, line: float = 1.0, ink: Colour = INK) -> None:
        """A closed outline, its corners as they are."""
        placed = self._points(points)
        if line and fill is not None:
            half = self.line * line * self.over / 2
            self._draw.polygon(_offset(placed, half), fill=self._inks(ink))
            self._draw.polygon(_offset(placed, -half), fill=self._colours(fill))
        elif fill is not None:
            self._draw.polygon(placed, fill=self._colours(fill))
        else:
            self._trace([*placed, placed[0]], self.line * line * self.over, self._inks(ink))

    def blob(self, points: Sequence[Point], fill: Colour | None, line: float = 1.0, ink: Colour = INK) -> None:
        """A closed outline, smooth through its points."""
        self.shape(smooth(points), fill, line, ink)

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: Colour, line: float = 1.0, ink: Colour = INK
    ) -> None:
        """An ellipse around `(x, y)`."""
        size = max(rx, ry) * self._stretch
        self.shape(circle(x, y, rx, ry, 14 if size < 12 else 24 if size < 60 else 44), fill, line, ink)

    def box(
        self, x0: float, y0: float, x1: float, y1: float, fill: Colour, line: float = 1.0, radius: float = 0.0
    ) -> None:
        """A rectangle, its corners round when `radius` is given."""
        points = rounded(x0, y0, x1, y1, radius) if radius else [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
        self.shape(points, fill, line)

    def limb(self, points: Sequence[Point], radius: float, fill: Colour, line: float = 1.0, bend: bool = True) -> None:
        """A soft tube through `points`, round at both ends, outlined."""
        placed = self._points(smooth(points, closed=False) if bend else points)
        width, edge = 2 * radius * self._stretch, self.line * line * self.over
        if line:
            self._trace(placed, width + edge, self._inks(INK))
        self._trace(placed, max(width - edge, 1), self._colours(fill))

    def stroke(self, points: Sequence[Point], fill: Colour = INK, line: float = 1.0, bend: bool = True) -> None:
        """A line of the pen's own width times `line`, round at its ends."""
        placed = self._points(smooth(points, closed=False) if bend else points)
        colour = self._inks(fill) if fill == INK else self._colours(fill)
        self._trace(placed, self.line * line * self.over, colour)

    def band(self, points: Sequence[Point], width: float, fill: Colour, bend: bool = True) -> None:
        """A line whose width is given in the pen's units, without outline."""
        placed = self._points(smooth(points, closed=False) if bend else points)
        self._trace(placed, width * self._stretch, self._colours(fill))

    def _trace(self, placed: Sequence[Point], width: float, colour: Colour) -> None:
        width = max(width, 1.0)
        if len(colour) == 4 or width < 2.5:
            self._draw.line(placed, fill=colour, width=round(width))
            return
        radius = (width - 1) / 2
        self._draw.line(placed, fill=colour, width=round(width))
        for x, y in placed:
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def wash(self, y0: float, y1: float, top: Colour, bottom: Colour) -> None:
        """A vertical gradient over the full width of the canvas, from `y0` to `y1` (this pen's units)."""
        first, last = (round(self.place(0, y)[1] * self.over) for y in (y0, y1))
        first, last = max(first, 0), min(last, self.canvas.height)
        if last <= first:
            return
        ramp = Image.linear_gradient("L").resize((1, last - first), Image.Resampling.BILINEAR)
        ramp = ramp.resize((self.canvas.width, last - first), Image.Resampling.NEAREST)
        size = (self.canvas.width, last - first)
        low, high = (Image.new("RGB", size, self._colours(each)) for each in (bottom, top))
        self.canvas.paste(Image.composite(low, high, ramp), (0, first))
