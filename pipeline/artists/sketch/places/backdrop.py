"""The backdrop: a pen whose y = 0 is the horizon (or the foot of the back wall), and helpers for depth.

One unit is about the picture's side. `left`, `right`, `top` and `bottom` are the picture's edges.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from pipeline.artists.sketch.light import Light
from pipeline.artists.sketch.palette import Colour, clear, darker, lighter, mix
from pipeline.artists.sketch.pen import Pen, smooth
from pipeline.artists.sketch.variants import Option, Variants

CLOUD: Colour = (255, 255, 255)
LEAVES: tuple[Colour, ...] = ((104, 180, 96), (104, 180, 96), (150, 194, 86), (248, 180, 200), (240, 164, 84))


@dataclass
class Backdrop:
    """Where a place is drawn. `without` names what must not be added; `variants` decide what no word decides."""

    pen: Pen
    light: Light
    chance: random.Random
    left: float
    right: float
    top: float
    bottom: float
    weather: tuple[str, ...] = ()
    without: frozenset[str] = field(default_factory=frozenset)
    time: str = ""
    variants: Variants = field(default_factory=lambda: Variants(0))

    def one_of(self, name: str, *options: Option) -> Option:
        """One of some variants, the same in every panel of this place."""
        return self.variants.choose(name, options)

    # ---- colour -------------------------------------------------------------------------------
    def mixed(self, colour: Colour, white: float) -> Colour:
        """The colour with a share of white: further away."""
        return lighter(colour, white)

    def shaded(self, colour: Colour, share: float) -> Colour:
        """The colour in shade."""
        return darker(colour, share)

    def gradient(self, top: Colour, bottom: Colour) -> None:
        """Fill everything."""
        self.pen.wash(self.top - 0.1, self.bottom + 0.1, top, bottom)

    # ---- outdoors -----------------------------------------------------------------------------
    def sky(self, low: float = 0.02) -> None:
        """Sky with sun or moon, clouds and stars, as time and weather have it."""
        sky_pen = self.pen.in_light(self.pen.unlit)
        sky_pen.wash(self.top - 0.1, low, self.light.sky_top, self.light.sky_low)
        if self.light.dark and not {"rain", "storm", "fog", "cloudy"} & set(self.weather):
            self._stars(sky_pen)
        if not {"rain", "storm", "fog", "snow"} & set(self.weather):
            self._sun_or_moon(sky_pen)
        if "cloudy" not in self.without and "starry sky" not in self.weather:
            many = 7 if {"cloudy", "rain", "storm"} & set(self.weather) else 3
            for i in range(many):
                x = self.left + (self.right - self.left) * (i + self.chance.uniform(0.1, 0.9)) / many
                self.cloud(
                    sky_pen, x, self.chance.uniform(self.top * 0.92, self.top * 0.5), self.chance.uniform(0.07, 0.12)
                )

    def _stars(self, pen: Pen) -> None:
        count = 60 if "starry sky" in self.weather else 26
        for _ in range(count):
            x, y = self.chance.uniform(self.left, self.right), self.chance.uniform(self.top, -0.1)
            size = self.chance.choice((0.004, 0.005, 0.008))
            pen.oval(x, y, size, size, (255, 250, 214), line=0)

    def _sun_or_moon(self, pen: Pen) -> None:
        side = self.chance.choice((-1, 1))
        x = (self.right if side > 0 else -self.left) * side * 0.66
        if self.light.dark:
            y = self.top * 0.72
            for radius in (0.16, 0.14, 0.12, 0.1):
                pen.oval(x, y, radius, radius, (255, 244, 190, 20), line=0)
            pen.oval(x, y, 0.075, 0.075, (255, 244, 196), 0.8)
            for dx, dy, r in ((-0.02, -0.02, 0.014), (0.025, 0.01, 0.018), (-0.01, 0.035, 0.01)):
                pen.oval(x + dx, y + dy, r, r, (238, 220, 160), line=0)
            return
        low = self.time in ("sunset", "dawn")
        y, colour = (self.top * 0.2, (255, 120, 84)) if low else (self.top * 0.74, (255, 222, 96))
        for radius, alpha in ((0.22, 22), (0.19, 24), (0.16, 28), (0.13, 32)):
            pen.oval(x, y, radius, radius, (255, 240, 170, alpha), line=0)
        pen.oval(x, y, 0.085, 0.085, colour, 0.8)

    def cloud(self, pen: Pen, x: float, y: float, size: float) -> None:
        """A soft cloud, coloured by the sky under it."""
        tint = mix(CLOUD, self.light.sky_low, 0.35 if not self.light.dark else 0.82)
        for dx, dy, r in ((-0.9, 0.1, 0.5), (0, -0.2, 0.75), (0.85, 0.08, 0.55), (0.3, 0.15, 0.6), (-0.4, 0.15, 0.6)):
            pen.oval(x + dx * size, y + dy * size * 0.7, r * size, r * size * 0.62, tint, line=0)

    def ground(self, near: Colour, far: Colour | None = None) -> None:
        """The ground from the horizon to the lower edge, lighter where it is far."""
        self.pen.wash(0.0, self.bottom + 0.05, far or lighter(near, 0.25), near)
        self.pen.stroke([(self.left, 0), (self.right, 0)], darker(near, 0.45), 0.7)

    def hills(self, colour: Colour, height: float, step: float = 0.5, base: float = 0.005, line: float = 0.7) -> None:
        """A chain of soft hills on the horizon."""
        points, x, up = [], self.left - step, True
        while x < self.right + step:
            points.append(
                (x, base - height * (self.chance.uniform(0.6, 1.0) if up else self.chance.uniform(0.15, 0.35)))
            )
            x, up = x + step * self.chance.uniform(0.4, 0.6), not up
        self.pen.shape([*smooth(points, closed=False), (x, base), (self.left - 2 * step, base)], colour, line)

    def spread(self, step: float, jitter: float = 0.3) -> list[float]:
        """Places from left to right, about `step` apart."""
        found, x = [], self.left - step * self.chance.uniform(0.1, 0.6)
        while x < self.right + step * 0.5:
            found.append(x)
            x += step * self.chance.uniform(1 - jitter, 1 + jitter)
        return found

    def leaves(self) -> Colour:
        """The colour of leaves here: two greens, blossom or autumn; green where it snows."""
        green: Colour = (104, 180, 96)
        return green if "snow" in self.weather else self.one_of("leaves", *LEAVES)

    def tree(self, x: float, y: float, size: float, colour: Colour | None = None, pine: bool = False) -> None:
        """A tree of `size` with its foot at `(x, y)`; none where trees are not wanted."""
        if "tree" in self.without:
            return
        colour = colour or self.leaves()
        pen = self.pen.at(x, y, size)
        pen.shape([(-0.06, 0.0), (-0.045, -0.42), (0.045, -0.42), (0.06, 0.0)], (136, 94, 66), 0.8)
        if pine:
            for i, wide in enumerate((0.34, 0.28, 0.2)):
                top = -0.2 - i * 0.24
                pen.shape(
                    [
                        (-wide, top),
                        (-wide * 0.3, top - 0.2),
                        (0, top - 0.4),
                        (wide * 0.3, top - 0.2),
                        (wide, top),
                        (0, top + 0.05),
                    ],
                    lighter(colour, 0.06 * i),
                    0.8,
                )
            return
        pen.blob(
            [
                (-0.3, -0.36),
                (-0.42, -0.6),
                (-0.28, -0.86),
                (0, -1.0),
                (0.28, -0.86),
                (0.42, -0.6),
                (0.3, -0.36),
                (0, -0.3),
            ],
            colour,
            0.9,
        )
        pen.blob([(-0.22, -0.62), (-0.18, -0.8), (0, -0.9), (0.1, -0.8), (-0.06, -0.66)], lighter(colour, 0.2), line=0)

    def tufts(self, colour: Colour, count: int = 14) -> None:
        """Grass here and there, larger when nearer."""
        for _ in range(count):
            y = self.chance.uniform(0.04, max(self.bottom, 0.06))
            x, size = self.chance.uniform(self.left, self.right), 0.012 + 0.03 * y / max(self.bottom, 0.1)
            self.pen.stroke([(x - size, y - size), (x, y), (x + size * 0.2, y - size * 1.5)], colour, 0.9, False)
            self.pen.stroke([(x, y), (x + size, y - size)], colour, 0.9)

    def building(self, x: float, wide: float, high: float, colour: Colour, windows: bool = True) -> None:
        """A block of flats with its foot on the horizon, its windows lit at night."""
        pen = self.pen
        pen.box(x, -high, x + wide, 0.01, colour, 0.8)
        if not windows:
            return
        lit_up, pane = (255, 222, 130), (196, 224, 244)
        columns, rows = max(2, round(wide / 0.06)), max(2, round(high / 0.085))
        glow = pen.in_light(pen.unlit)
        for row in range(rows):
            for column in range(columns):
                px = x + wide * (column + 0.25) / columns
                py = -high + high * (row + 0.3) / (rows + 0.4)
                on = self.light.dark and self.chance.random() < 0.55
                (glow if on else pen).box(
                    px, py, px + wide * 0.5 / columns, py + high * 0.45 / rows, lit_up if on else pane, line=0
                )

    def path(
        self, wide_far: float, wide_near: float, colour: Colour, x: float = 0.0, edge: Colour | None = None
    ) -> None:
        """A road or path running to the horizon."""
        self.pen.shape(
            [
                (x - wide_far, 0),
                (x + wide_far, 0),
                (x + wide_near, self.bottom + 0.05),
                (x - wide_near, self.bottom + 0.05),
            ],
            colour,
            0.8 if edge is None else 0,
        )

    # ---- indoors ------------------------------------------------------------------------------
    def room(self, wall: Colour, floor: Colour, boards: bool = True, trim: Colour | None = None) -> None:
        """Back wall, skirting and a floor whose boards run to one vanishing point."""
        self.pen.wash(self.top - 0.1, 0.02, lighter(wall, 0.12), wall)
        self.pen.wash(0.0, self.bottom + 0.05, darker(floor, 0.06), lighter(floor, 0.1))
        if boards:
            count = 7
            for i in range(-count, count + 1):
                self.pen.stroke([(i * 0.16, 0.0), (i * 0.42, self.bottom + 0.05)], darker(floor, 0.2), 0.6)
        self.pen.box(self.left - 0.1, -0.028, self.right + 0.1, 0.004, trim or lighter(wall, 0.5), 0.7)

    def window(self, x: float, y: float, wide: float, high: float, curtain: Colour | None = None) -> None:
        """A window that shows the sky outside; `(x, y)` is its middle."""
        pen = self.pen
        pane = pen.in_light(pen.unlit)
        pen.box(
            x - wide / 2 - 0.018, y - high / 2 - 0.018, x + wide / 2 + 0.018, y + high / 2 + 0.018, (250, 244, 232), 0.9
        )
        pane.box(
            x - wide / 2,
            y - high / 2,
            x + wide / 2,
            y + high / 2,
            mix(self.light.sky_top, self.light.sky_low, 0.45),
            0.7,
        )
        if self.light.dark:
            pane.oval(x + wide * 0.24, y - high * 0.22, 0.025, 0.025, (255, 244, 190), line=0)
        else:
            pane.shape(
                [
                    (x - wide * 0.3, y + high * 0.4),
                    (x - wide * 0.05, y - high * 0.4),
                    (x + wide * 0.1, y - high * 0.4),
                    (x - wide * 0.15, y + high * 0.4),
                ],
                (255, 255, 255, 90),
                0,
            )
        pen.stroke([(x, y - high / 2), (x, y + high / 2)], (250, 244, 232), 2.2)
        pen.stroke([(x - wide / 2, y), (x + wide / 2, y)], (250, 244, 232), 2.2)
        if "rain" in self.weather or "storm" in self.weather:
            for i in range(7):
                px, py = x - wide * 0.42 + i * wide * 0.13, y - high * 0.4 + (i * 37 % 11) / 11 * high * 0.6
                pane.stroke([(px, py), (px - 0.008, py + 0.035)], (236, 244, 255), 0.8)
        if curtain:
            for side in (-1, 1):
                edge = x + side * (wide / 2 + 0.03)
                pen.blob(
                    [
                        (edge + side * 0.03, y - high / 2 - 0.04),
                        (edge - side * 0.09, y - high / 2 - 0.04),
                        (edge - side * 0.04, y),
                        (edge - side * 0.06, y + high / 2 + 0.05),
                        (edge + side * 0.04, y + high / 2 + 0.05),
                    ],
                    curtain,
                    0.8,
                )

    def shelf(self, x0: float, x1: float, y: float, items: tuple[Colour, ...], high: float = 0.1) -> None:
        """A board with a row of upright things on it: books, boxes, bottles."""
        x = x0 + 0.01
        while x < x1 - 0.03:
            wide = self.chance.uniform(0.022, 0.042)
            tall = high * self.chance.uniform(0.65, 0.98)
            self.pen.box(x, y - tall, x + wide, y, self.chance.choice(items), 0.6)
            x += wide + self.chance.choice((0.0, 0.004, 0.014))
        self.pen.box(x0, y, x1, y + 0.02, (164, 116, 80), 0.8)

    def glow(self, x: float, y: float, radius: float, colour: Colour = (255, 226, 150)) -> None:
        """A soft pool of light."""
        pen = self.pen.in_light(self.pen.unlit)
        for share, alpha in ((1.0, 11), (0.87, 12), (0.74, 13), (0.61, 14), (0.48, 16), (0.35, 18), (0.22, 20)):
            pen.oval(x, y, radius * share, radius * share, clear(colour, alpha), line=0)
