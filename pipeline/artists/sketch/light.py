"""Light: how time of day, weather and mood colour the sky, the place and the figures."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.artists.sketch.palette import Colour, lit, mix
from pipeline.artists.sketch.scene import Scene
from pipeline.artists.sketch.variants import Variants
from pipeline.lexicon.looks import INDOORS


@dataclass(frozen=True)
class Light:
    """The sky's colours, and the coloured light on the place and (milder) on the figures."""

    sky_top: Colour
    sky_low: Colour
    place: Colour = (255, 255, 255)
    figures: Colour = (255, 255, 255)
    dark: bool = False


TIMES: dict[str, Light] = {
    "day": Light((112, 194, 250), (216, 240, 255)),
    "morning": Light((148, 210, 246), (255, 242, 212), (255, 250, 236), (255, 253, 246)),
    "sunset": Light((236, 110, 112), (255, 212, 136), (255, 204, 168), (255, 230, 212)),
    "dawn": Light((118, 128, 204), (255, 202, 196), (220, 204, 236), (242, 232, 248)),
    "night": Light((24, 28, 74), (78, 84, 158), (116, 124, 190), (202, 206, 238), dark=True),
}
SKIES: dict[str, tuple[tuple[Colour, Colour], ...]] = {
    "day": (((92, 206, 226), (226, 248, 236)), ((132, 170, 246), (240, 230, 252))),
    "morning": (((176, 214, 236), (255, 226, 214)), ((150, 222, 222), (255, 250, 200))),
    "sunset": (((156, 96, 176), (255, 176, 132)), ((246, 146, 84), (255, 226, 150))),
    "dawn": (((96, 142, 196), (255, 220, 178)), ((150, 124, 200), (250, 214, 226))),
    "night": (((14, 44, 82), (58, 116, 152)), ((44, 24, 82), (118, 78, 156))),
}
"""By time: skies that a seed may choose instead of the one in `TIMES`, top and horizon."""
INDOOR_LIGHT: dict[str, tuple[Colour, Colour]] = {
    "morning": ((255, 246, 222), (255, 251, 240)),
    "sunset": ((255, 226, 200), (255, 238, 224)),
    "dawn": ((236, 226, 242), (246, 240, 250)),
    "night": ((214, 196, 200), (244, 232, 228)),
}
"""Lamps are on indoors: place and figures keep more of their colours."""

WEATHER: dict[str, tuple[Colour, Colour, float]] = {
    "rain": ((128, 146, 176), (206, 214, 230), 0.6),
    "storm": ((74, 82, 112), (168, 176, 206), 0.75),
    "cloudy": ((158, 176, 198), (226, 228, 236), 0.55),
    "snow": ((176, 196, 224), (232, 238, 252), 0.55),
    "fog": ((206, 210, 216), (232, 234, 240), 0.7),
}
"""The sky's own colour under a weather, the light it leaves, and how much of the sky it takes."""

MOODS: dict[str, Colour] = {
    "calm": (248, 254, 255), "cheerful": (255, 255, 240), "gloomy": (212, 216, 232), "tense": (240, 220, 224),
    "mysterious": (222, 212, 246), "romantic": (255, 226, 236), "funny": (255, 250, 228), "lonely": (226, 232, 244),
    "warm": (255, 240, 218), "exciting": (255, 244, 224), "scary": (190, 200, 206), "dreamy": (244, 232, 255),
}  # fmt: skip


def light_of(scene: Scene, variants: Variants) -> Light:
    """The light that time, weather, mood and place make together; `variants` choose the sky, never the light
    on figures."""
    time = scene.time or ("night" if "starry sky" in scene.weather else "day")
    base = TIMES[time]
    place, figures = base.place, base.figures
    if scene.place in INDOORS:
        place, figures = INDOOR_LIGHT.get(scene.time, ((255, 255, 255), (255, 255, 255)))
    top, low = variants.choose("sky", ((base.sky_top, base.sky_low), *SKIES[time]))
    for name in scene.weather:
        if name in WEATHER:
            sky, shade, share = WEATHER[name]
            sky = lit(sky, base.place)
            top, low = mix(top, sky, share), mix(low, mix(sky, (255, 255, 255), 0.15), share)
            if scene.place not in INDOORS:
                place, figures = lit(place, shade), lit(figures, mix(shade, (255, 255, 255), 0.6))
    if scene.mood:
        tint = MOODS[scene.mood]
        top, low, place = lit(top, tint), lit(low, tint), lit(place, tint)
        figures = lit(figures, mix(tint, (255, 255, 255), 0.5))
    return Light(top, low, place, figures, base.dark)
