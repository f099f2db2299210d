"""The artist as Render sees it: resolve, draw, figures, notices."""

from __future__ import annotations

import PIL

from pipeline import artists, words
from pipeline.artists import Drawn, Step
from pipeline.comic import PanelPrompt, Piece, Room
from pipeline.lexicon import looks
from pipeline.presets.preset import Preset

PROMPT = PanelPrompt(
    text="orange cat, red scarf, cat waving, a dog, street",
    pieces=(
        Piece(text="orange cat", origin="character", character="Nabi"),
        Piece(text="red scarf", origin="character", character="Nabi"),
        Piece(text="cat waving", origin="scene"),
        Piece(text="a dog", origin="user"),
        Piece(text="street", origin="scene"),
    ),
)


def _drawn(prompt: PanelPrompt = PROMPT, region=(160, 120), **preset) -> Drawn:
    artist = artists.get("sketch")
    recipe = artist.resolve(Preset(**{"seed": 5, **preset}), prompt, region)
    return next(event for event in artist.draw([recipe]) if isinstance(event, Drawn))


def test_resolve_takes_the_region_as_it_is_and_closes_everything():
    recipe = artists.get("sketch").resolve(Preset(seed=3), PROMPT, (601, 423))
    assert (recipe.width, recipe.height, recipe.seed, recipe.artist) == (601, 423, 3, "sketch")
    assert recipe.versions["vocabulary"] == str(looks.VERSION) and recipe.versions["Pillow"] == PIL.__version__
    assert artists.get("sketch").resolve(Preset(seed=3), PROMPT, (5, 9000)).height == 4096


def test_resolve_records_what_the_preset_names():
    preset = Preset(seed=3, sampler="Euler", schedule_type="Karras", steps=12, cfg_scale=4.5, width=320, height=200)
    recipe = artists.get("sketch").resolve(preset, PROMPT, (601, 423))
    assert (recipe.sampler, recipe.schedule_type, recipe.steps, recipe.cfg_scale) == ("Euler", "Karras", 12, 4.5)
    assert (recipe.width, recipe.height) == (320, 200)


def test_only_figures_named_as_characters_get_a_character():
    assert [figure.character for figure in _drawn().figures] == ["Nabi", None]


def test_the_fields_it_obeys_change_the_picture_and_the_others_do_not():
    base = _drawn().picture.tobytes()
    assert _drawn(steps=30, cfg_scale=9.0, sampler="Euler", schedule_type="Karras").picture.tobytes() == base
    assert _drawn(seed=6).picture.tobytes() != base
    assert _drawn(style="ink").picture.tobytes() != base
    assert _drawn(width=200).picture.size == (200, 120)
    assert artists.get("sketch").obeys == {"negative_prompt", "seed", "width", "height", "style"}


def test_every_recipe_is_drawn_and_every_step_reported_in_order():
    artist = artists.get("sketch")
    recipes = [artist.resolve(Preset(seed=seed), PROMPT, (96, 96)) for seed in range(3)]
    events = list(artist.draw(recipes))
    assert [event.index for event in events if isinstance(event, Drawn)] == [0, 1, 2]
    assert [event.done for event in events if isinstance(event, Step)] == [1, 2, 3]


def test_unknown_words_are_told_in_both_languages():
    drawn = _drawn(PanelPrompt(text="cat, samovar, theremin"))
    (notice,) = drawn.notices
    assert notice.values == {"words": "samovar, theremin"}
    for language in words.LANGUAGES:
        assert "samovar" in words.say(notice.key, language, **notice.values)
    assert _drawn().notices == ()


def test_the_prompts_room_is_kept_free_of_heads():
    drawn = _drawn(PROMPT.with_changes(room=Room(edge="top", share=0.4)), region=(200, 200))
    assert all(figure.face[1] > 80 for figure in drawn.figures)
