"""What an artist is asked: prompt, style and negative prompt with their choices drawn, and kept as written."""

from __future__ import annotations

from pipeline import wildcards
from pipeline.comic import MAX_TEXT, PanelPrompt, Piece
from pipeline.presets.preset import Preset
from tests.wildcards import prompt


def test_pieces_keep_their_origin_and_character():
    pieces = (Piece(text="{red|blue} scarf", origin="character", character="Nabi"), Piece(text="night", origin="scene"))
    found = wildcards.draw(PanelPrompt(text="").with_pieces(pieces), 1)
    assert found.prompt.pieces[0].text in ("red scarf", "blue scarf")
    assert (found.prompt.pieces[0].origin, found.prompt.pieces[0].character) == ("character", "Nabi")
    assert found.prompt.pieces[1] == pieces[1]
    assert [choice.written for choice in found.choices] == ["{red|blue}"]


def test_comments_and_line_ends_swallow_nothing():
    found = wildcards.draw(prompt("# {my|your} cat\norange cat,\n{red|red} scarf # so"), 1)
    assert found.prompt.text == "orange cat, red scarf"
    assert [piece.text for piece in found.prompt.pieces] == ["orange cat", "red scarf"]
    assert len(found.choices) == 1


def test_a_comic_draws_them_and_its_recipe_keeps_both():
    from pipeline import flow, infotext, store
    from pipeline.comic import Idea
    from pipeline.flow import edits

    comic = flow.begin(Idea(text="a cat who lost its umbrella"))
    for stage in (flow.write_stage(comic.id), flow.prompt_stage(comic.id, [0])):
        list(stage.work())
    store.change(
        comic.id, lambda newest: edits.with_prompt_text(newest, 0, "orange cat, {red|blue} scarf, __place/outdoors__")
    )
    list(flow.render_stage(comic.id, [0]).work())
    recipe = store.read(comic.id).slots[0].take.recipe
    assert recipe.extra["template"] == "orange cat, {red|blue} scarf, __place/outdoors__"
    assert "{" not in recipe.prompt.text and recipe.prompt.text.startswith("orange cat, ")
    take = store.read(comic.id).slots[0].take
    assert infotext.read_picture(store.take_path(comic.id, take.id))["recipe"] == recipe
    assert store.read(comic.id).slots[0].prompt.prompt.text.endswith("__place/outdoors__")


def asked(text: str = "cat, {red|blue} scarf", seed: int = 3, **preset) -> wildcards.Asked:
    return wildcards.draw_all(Preset(seed=seed, **preset), prompt(text))


def test_the_style_and_the_negative_prompt_are_drawn_by_the_same_seed():
    styles = {asked(style="{ink|chalk}, __medium__", seed=seed).preset.style for seed in range(30)}
    assert {style.split(",")[0] for style in styles} == {"ink", "chalk"} and len(styles) > 2
    assert asked(negative_prompt="{text|logo}").preset.negative_prompt in ("text", "logo")
    assert asked(style="{ink|chalk}", negative_prompt="{a|b}") == asked(style="{ink|chalk}", negative_prompt="{a|b}")


def test_a_style_is_the_same_in_all_panels_whatever_their_prompts_draw():
    style = "{ink|chalk|crayon|charcoal} drawing"
    panels = [f"cat, {style}, __colour__", "dog", "{a|b}, {ink|chalk|crayon|charcoal} drawing twice"]
    assert len({asked(text, style=style).preset.style for text in panels}) == 1


def test_what_holds_no_choice_is_asked_for_letter_for_letter():
    preset = Preset(seed=3, style="ink # so\n(x:1.2)", negative_prompt="a\nb")
    found = wildcards.draw_all(preset, prompt("cat"))
    assert (found.preset, found.prompt, found.templates, found.notices) == (preset, prompt("cat"), {}, ())


def test_the_texts_as_they_were_written_are_kept_where_something_was_drawn():
    found = asked("cat", style="{ink|chalk}", negative_prompt="text")
    assert found.templates == {"style_template": "{ink|chalk}"}
    assert asked(negative_prompt="{text|logo}").templates == {
        "template": "cat, {red|blue} scarf",
        "negative_template": "{text|logo}",
    }


def test_a_list_that_is_missing_is_told_once_wherever_it_is_asked_for():
    found = asked("__nobody__", style="__nobody__", negative_prompt="__nobody__, __noone__")
    assert [notice.values["name"] for notice in found.notices] == ["nobody", "noone"]


def test_what_is_drawn_is_never_longer_than_a_text_may_be():
    wildcards.save("long", "x" * 400)
    long = "__long__, " * 40
    found = asked(long, style=long, negative_prompt=long)
    assert len(found.prompt.text) == len(found.preset.style) == len(found.preset.negative_prompt) == MAX_TEXT


def test_a_picture_keeps_the_style_and_negative_prompt_that_were_drawn_and_is_made_again_by_them():
    from pipeline import artists, flow, infotext, store
    from pipeline.comic import Idea
    from pipeline.flow import edits

    comic = flow.begin(Idea(text="a cat who lost its umbrella"), seed=5)
    store.change(comic.id, lambda newest: edits.with_preset_field(newest, "style", "{ink|crayon|chalk}, night"))
    store.change(comic.id, lambda newest: edits.with_preset_field(newest, "negative_prompt", r"\(text\), {hat|bow}"))
    for stage in (flow.write_stage(comic.id), flow.prompt_stage(comic.id), flow.render_stage(comic.id)):
        list(stage.work())
    takes = [slot.take for slot in store.read(comic.id).slots]
    recipes = [take.recipe for take in takes]
    assert len({(recipe.style, recipe.negative_prompt) for recipe in recipes}) == 1
    assert recipes[0].style in ("ink, night", "crayon, night", "chalk, night")
    assert recipes[0].extra["style_template"] == "{ink|crayon|chalk}, night"
    found = infotext.read_picture(store.take_path(comic.id, takes[0].id))
    assert found["recipe"] == recipes[0]
    assert found["negative_template"] == r"\(text\), {hat|bow}"
    assert found["template"] == f"{recipes[0].prompt.text}, {{ink|crayon|chalk}}, night"
    (drawn,) = [each for each in artists.get("sketch").draw([found["recipe"]]) if isinstance(each, artists.Drawn)]
    assert drawn.picture.tobytes() == store.open_take(comic.id, takes[0]).tobytes()
