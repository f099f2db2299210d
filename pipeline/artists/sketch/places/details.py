"""Details: small things that nobody asked for but that suit a place, one at most in each.

None of them is a word of the lexicon's cast, and all are far away or at the edge: no viewer takes them for
somebody in the story.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.artists.sketch.palette import WHITE, Colour
from pipeline.artists.sketch.places.backdrop import Backdrop
from pipeline.artists.sketch.places.home import tall_plant

PENNANTS: tuple[Colour, ...] = ((226, 96, 90), (250, 200, 96), (110, 180, 140), (96, 150, 220))
GROUNDED = frozenset({"rain", "storm", "fog", "snow"})
"""Weather in which nothing flies."""


def draw_detail(drop: Backdrop, place: str) -> None:
    """Draw the detail that this place has with this seed, if it has one."""
    drop.one_of("detail", *DETAILS.get(place, (_nothing,)))(drop)


def _nothing(drop: Backdrop) -> None:
    """Some pictures are calm."""


def _flies(drop: Backdrop) -> bool:
    return not drop.light.dark and not GROUNDED & set(drop.weather)


def _birds(drop: Backdrop) -> None:
    if not _flies(drop):
        return
    middle, high = drop.left * 0.3, drop.top * 0.66
    for dx, dy, size in ((0.0, 0.0, 0.034), (0.1, -0.045, 0.026), (0.16, 0.025, 0.022)):
        x, y = middle + dx, high + dy
        wings = [(x - size, y - size * 0.5), (x - size * 0.5, y - size * 0.7), (x, y), (x + size * 0.5, y - size * 0.7)]
        drop.pen.stroke([*wings, (x + size, y - size * 0.5)], (96, 92, 120), 1.5)


def _hot_air_balloon(drop: Backdrop) -> None:
    if not _flies(drop) or "balloon" in drop.without:
        return
    x, y = drop.left * 0.34, drop.top * 0.62
    for dx in (-0.022, 0.022):
        drop.pen.stroke([(x + dx * 1.6, y + 0.03), (x + dx * 0.7, y + 0.085)], (120, 100, 96), 0.8)
    drop.pen.oval(x, y - 0.01, 0.058, 0.064, drop.one_of("balloon", *PENNANTS), 0.8)
    drop.pen.oval(x, y - 0.01, 0.022, 0.06, WHITE, line=0)
    drop.pen.box(x - 0.017, y + 0.08, x + 0.017, y + 0.108, (176, 122, 84), 0.7)


def _aeroplane(drop: Backdrop) -> None:
    if not _flies(drop):
        return
    x, y = drop.left * 0.2, drop.top * 0.8
    sky = drop.pen.in_light(drop.pen.unlit)
    sky.band([(x - 0.42, y + 0.075), (x - 0.06, y + 0.012)], 0.012, (255, 255, 255, 170), False)
    plane = drop.pen.at(x, y, turn=-10)
    plane.oval(0, 0, 0.055, 0.015, WHITE, 0.7)
    plane.shape([(-0.005, 0.0), (0.015, 0.0), (-0.02, 0.045), (-0.032, 0.045)], (206, 216, 230), 0.6)
    plane.shape([(-0.045, -0.004), (-0.03, -0.004), (-0.05, -0.036), (-0.06, -0.036)], (226, 96, 90), 0.6)


def _butterflies(drop: Backdrop) -> None:
    if not _flies(drop):
        return
    for x, y, colour in ((drop.left * 0.72, 0.02, PENNANTS[1]), (drop.right * 0.74, -0.1, WHITE)):
        for side in (-1, 1):
            drop.pen.oval(x + side * 0.016, y - 0.01, 0.016, 0.02, colour, 0.6)
            drop.pen.oval(x + side * 0.013, y + 0.014, 0.011, 0.013, colour, 0.6)
        drop.pen.stroke([(x, y - 0.014), (x, y + 0.02)], line=1.0)


def _potted_plant(drop: Backdrop) -> None:
    tall_plant(drop, drop.left * 0.92, 0.08)


def _hanging_plants(drop: Backdrop) -> None:
    if "plant pot" in drop.without:
        return
    for x, y in ((drop.left * 0.1, drop.top * 0.84), (drop.left * 0.1 + 0.16, drop.top * 0.76)):
        drop.pen.stroke([(x, drop.top - 0.05), (x, y - 0.02)], (140, 120, 110), 0.9)
        for dx, dy in ((-0.05, 0.1), (0.0, 0.13), (0.05, 0.09)):
            drop.pen.limb([(x, y), (x + dx, y + dy * 0.5), (x + dx * 1.1, y + dy)], 0.011, (110, 180, 120), 0.7)
        drop.pen.shape(
            [(x - 0.05, y - 0.025), (x + 0.05, y - 0.025), (x + 0.035, y + 0.03), (x - 0.035, y + 0.03)], WHITE, 0.8
        )


def _garland(drop: Backdrop) -> None:
    count = max(5, round((drop.right - drop.left) / 0.12))
    across = (drop.right - drop.left) / count
    string = drop.top * 0.9
    drop.pen.stroke([(drop.left, string), (drop.right, string)], (140, 110, 100), 0.9)
    for i in range(count):
        x = drop.left + across * (i + 0.5)
        drop.pen.shape([(x - 0.035, string), (x + 0.035, string), (x, string + 0.06)], PENNANTS[i % 4], 0.6)


Detail = Callable[[Backdrop], None]
_SKY: tuple[Detail, ...] = (_birds, _hot_air_balloon, _aeroplane, _nothing)
_MEADOW: tuple[Detail, ...] = (_birds, _hot_air_balloon, _butterflies, _aeroplane)
DETAILS: dict[str, tuple[Detail, ...]] = {
    **dict.fromkeys(("street", "city", "school yard", "bus stop", "rooftop", "playground", "mountain", "desert"), _SKY),
    **dict.fromkeys(("park", "garden", "countryside", "farm", "river"), _MEADOW),
    "beach": (_birds, _aeroplane, _nothing),
    "living room": (_hanging_plants, _garland, _nothing, _nothing),
    "bedroom": (_hanging_plants, _nothing),
    "bathroom": (_hanging_plants, _potted_plant, _nothing),
    "classroom": (_garland, _potted_plant, _nothing),
    "cafe": (_potted_plant, _garland, _nothing),
    **dict.fromkeys(("office", "library", "hospital", "restaurant"), (_potted_plant, _nothing)),
}
"""By place: the details that a seed chooses from."""
