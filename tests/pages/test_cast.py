"""Cast sheets, stars, prices and the drift meter under AppTest."""

from __future__ import annotations

from pipeline import settings, store
from pipeline.cast import library
from pipeline.flow import casting
from tests.pages.bench import comic_id, goto, healthy, made, opened, wait_for_job


def told(app) -> str:
    return " ".join(element.value for element in (*app.caption, *app.info, *app.warning, *app.markdown, *app.error))


def first_page():
    """The first page, run once more: its very first run only opens the door."""
    return healthy(opened().run())


def press(app, key: str):
    app.button(key=key).click()
    return healthy(app.run())


def test_everybody_of_the_script_has_a_card_with_a_sheet():
    app = made()
    script = store.read(comic_id(app)).script
    for number, character in enumerate(script.characters):
        assert app.button(key=f"sheet_of_{number}")
        assert character.look[0].split()[-1] in told(app)


def test_a_sheet_changes_the_character_in_the_comic():
    app = press(made(), "sheet_of_0")
    before = store.read(comic_id(app)).script.characters[0]
    app.text_input(key="sheet_name").set_value("Zelda")
    app.text_input(key="sheet_free_words").set_value("freckles, chipped tooth")
    press(app, "sheet_apply")
    after = store.read(comic_id(app)).script
    assert after.characters[0].look == (*before.look, "freckles", "chipped tooth")
    assert after.character("Zelda") and not after.character(before.name)
    assert any("Zelda" in panel.characters for panel in after.panels)
    drawn = {figure.character for slot in store.read(comic_id(app)).slots for figure in slot.take.figures}
    assert "Zelda" in drawn and before.name not in drawn, "balloons go on pointing at whom they did"


def test_an_applied_sheet_is_of_whom_it_made_so_that_it_can_stay_open_and_be_applied_again():
    app = press(made(), "sheet_of_0")
    app.text_input(key="sheet_name").set_value("Zelda")
    press(app, "sheet_apply")
    name, look = app.session_state["necut.sheet_of"]
    assert name == "Zelda" and look == store.read(comic_id(app)).script.characters[0].look
    assert "necut.sheet_done" not in app.session_state, "it stays open"


def test_a_sheet_that_nobody_changed_changes_nothing():
    app = made("a king who lost his crown")
    before = store.read(comic_id(app)).script
    for number in range(len(before.characters)):
        press(app, f"sheet_of_{number}")
        press(app, "sheet_apply")
    after = store.read(comic_id(app)).script
    assert [each.drawn for each in after.characters] == [each.drawn for each in before.characters]


def test_a_name_that_is_taken_is_refused_and_the_sheet_stays_as_it_was():
    app = made("Tom and his dog at the beach")
    script = store.read(comic_id(app)).script
    assert len(script.characters) > 1
    press(app, "sheet_of_0")
    app.text_input(key="sheet_name").set_value(script.characters[1].name)
    press(app, "sheet_apply")
    assert "is called" in told(app)
    assert store.read(comic_id(app)).script == script


def test_a_sheet_is_kept_across_comics_and_stars_in_the_next():
    app = press(made(), "sheet_of_0")
    app.text_input(key="sheet_name").set_value("Zelda")
    press(app, "sheet_keep")
    assert library.is_own("Zelda")
    app = press(first_page(), "open_library")
    press(app, "star_Zelda")
    app.text_area(key="idea").set_value("two friends and a pizza")
    press(app, "make_comic")
    wait_for_job(app)
    comic = store.read(comic_id(app))
    assert comic.script.character("Zelda") == library.read("Zelda")
    assert [star.name for star in comic.idea.stars] == ["Zelda"]


def test_a_star_of_an_open_comic_makes_its_story_stale_until_it_is_taken_back():
    app = made()
    press(app, "open_library")
    press(app, "star_Cog")
    app = healthy(app.run())
    assert "stars" in told(app)
    press(app, "unstar_Cog")
    assert not store.read(comic_id(app)).idea.stars


def test_a_broken_sheet_is_a_sentence_and_the_others_stay():
    path = library.own_path("broken")
    path.parent.mkdir(parents=True)
    path.write_text("name: [", encoding="utf-8")
    app = press(first_page(), "open_library")
    assert "broken.yaml" in told(app)
    assert app.button(key="star_Nabi")


def test_what_pictures_cost_is_said_before_they_are_asked_for():
    app = made()
    store.change(comic_id(app), lambda comic: comic.with_changes(artist="openai"))
    app = goto(app, "3_Render")
    assert "the server sets the price" in told(app)
    settings.save(settings.Settings(price_picture=0.042))
    app = healthy(app.run())
    assert ": 4, for" in told(app) and "0.168" in told(app) and "0.042" in told(app)
    store.change(comic_id(app), lambda comic: comic.with_changes(artist="sketch"))
    assert "0.168" not in told(healthy(app.run()))


def test_the_drift_meter_flags_the_panel_that_departs():
    app = first_page()
    app.text_area(key="idea").set_value("a cat who lost its umbrella on a rainy day")
    app.number_input(key="seed").set_value(7)  # the meter may be wrong about one in thirty: not about this one
    app = wait_for_job(press(app, "make_comic"))
    held = comic_id(app)
    app = goto(app, "3_Render")
    assert "unlike" not in told(app)
    script = store.read(held).script
    often = max(script.characters, key=lambda each: sum(each.name in panel.characters for panel in script.panels))
    where = [at for at, panel in enumerate(script.panels) if often.name in panel.characters][1]
    stranger = often.with_changes(look=("purple robot", "yellow hat"))
    store.change(held, lambda comic: casting.with_character(comic, often.name, stranger))
    _redraw(held, where)
    app = healthy(app.run())
    assert f"{often.name} looks unlike" in told(app).replace("\\", "")


def _redraw(held: str, panel: int) -> None:
    from pages.widgets import resources
    from pipeline import flow

    stages = [flow.prompt_stage(held, [panel]), flow.render_stage(held, [panel])]
    job = flow.submit(resources.queue(), held, "render", stages, "somebody")
    assert resources.queue().wait(job, 20).state == "done"


def test_a_colour_of_the_sheet_tints_the_balloons_and_the_comic_page_says_so():
    app = made()
    script = store.read(comic_id(app)).script
    name = next(line.speaker for panel in script.panels for line in panel.lines if line.speaker)
    character = script.character(name)
    assert "cast sheets" not in told(goto(app, "4_Comic"))
    store.change(
        comic_id(app), lambda comic: casting.with_character(comic, name, character.with_changes(colour="#17806d"))
    )
    app = healthy(goto(app, "1_Story"))
    said = told(healthy(goto(app, "4_Comic"))).replace("\\", "")
    assert f"Balloons take the colours of the cast sheets: {name}." in said
