"""Small values for tests: a script, a prompt, a recipe, a take."""

from __future__ import annotations

import secrets

from pipeline.comic import (
    BEATS,
    Character,
    Line,
    Made,
    Panel,
    PanelPrompt,
    Piece,
    Recipe,
    Script,
    Take,
)


def a_script(language: str = "en") -> Script:
    """Four panels with a cat who speaks once in each."""
    cat = Character(name="나비" if language == "ko" else "Tabby", look=("orange cat", "red scarf"))
    panels = tuple(
        Panel(
            beat=beat,
            scene="cat standing, street, night",
            description="고양이가 서 있다" if language == "ko" else "A cat stands in the street.",
            characters=(cat.name,),
            lines=(Line(speaker=cat.name, text=f"{number}, 야옹!"),),
        )
        for number, beat in enumerate(BEATS, 1)
    )
    return Script(
        title="고양이" if language == "ko" else "The Cat", language=language, characters=(cat,), panels=panels
    )


def a_prompt(text: str = "orange cat, street") -> PanelPrompt:
    """A prompt of two pieces."""
    first, _, rest = text.partition(", ")
    pieces = (Piece(text=first, origin="character", character="Tabby"), Piece(text=rest, origin="scene"))
    return PanelPrompt(text=text, pieces=pieces)


def a_recipe(**changes) -> Recipe:
    """The forerunner's setting, small."""
    values = {
        "artist": "sketch",
        "prompt": a_prompt(),
        "negative_prompt": "(worst quality:1.2), easynegative",
        "style": "",
        "sampler": "DPM++ 2M",
        "schedule_type": "Karras",
        "steps": 30,
        "cfg_scale": 6.0,
        "seed": 7,
        "width": 64,
        "height": 64,
    }
    return Recipe(**{**values, **changes})


def a_take(**recipe) -> Take:
    """A take of that recipe under a new id."""
    return Take(id=secrets.token_hex(4), recipe=a_recipe(**recipe), made=Made(by="sketch"))
