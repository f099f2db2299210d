"""The cast library: kept, read, refused, removed; the shipped sheets are good ones."""

from __future__ import annotations

import pytest

from pipeline import words
from pipeline.cast import library
from pipeline.cast.looks import take_apart
from pipeline.comic import Character
from pipeline.errors import DamagedFile, FileError, InputError
from pipeline.lexicon import looks
from pipeline.presets.preset import Lora

SHEET = Character(
    name="까망 2호",
    look=("black cat", "red cap"),
    voice='says "hm", often: #1',
    speech_level="polite",
    colour="#a0b1c2",
    trigger="kkamang",
    lora=Lora(name="kkamang-v1", weight=0.75),
)


def test_what_is_kept_is_read_again():
    path = library.keep(SHEET)
    assert path.parent == library.own_folder()
    assert library.read(SHEET.name) == SHEET
    assert library.names("ko")[0] == library.names("en")[0] == SHEET.name


def test_own_sheets_go_and_shipped_ones_stay():
    name = library.names("en")[0]
    shipped = library.read(name)
    library.keep(shipped.with_changes(look=("pink pig",)))
    assert library.read(name).look == ("pink pig",) and library.is_own(name)
    library.forget(name)
    library.forget(name)
    assert library.read(name) == shipped and not library.is_own(name)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_shipped_sheets_are_whole(language):
    names = library.names(language)
    assert len(names) >= 5
    sheets = [library.read(name) for name in names]
    assert len({sheet.look for sheet in sheets}) == len({sheet.colour for sheet in sheets}) == len(sheets)
    for name, sheet in zip(names, sheets, strict=True):
        assert sheet.name == name and sheet.voice and sheet.speech_level and sheet.colour
        parts = take_apart(sheet.look)
        assert parts.kind in looks.KINDS and not parts.others


@pytest.mark.parametrize("name", ["../preset", "a/b", ".hidden", "con", "x" * 200, "…/…\x00"])
def test_a_name_that_no_file_can_have_is_refused(name):
    with pytest.raises(InputError):
        library.keep(SHEET.with_changes(name=name))
    with pytest.raises(InputError):
        library.read(name)


@pytest.mark.parametrize(
    "text",
    [
        "name: X",
        "look: [cat]",
        "name: X\nlook: cat",
        "name: X\nlook: []",
        "name: X\nlook: [cat]\nsecret: 1",
        "name: X\nlook: [cat]\ncolour: red",
        "name: X\nlook: [cat]\nspeech_level: shouting",
        "- just\n- a list",
        "name: [unclosed",
        "name: &a X\nlook: [*a]",
        "",
    ],
)
def test_a_broken_file_is_one_sentence_that_names_it(text):
    path = library.own_path("broken")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises((DamagedFile, FileError)) as failure:
        library.read("broken")
    for language in words.LANGUAGES:
        assert "broken" in words.tell(failure.value, language)


def test_nobody_of_that_name_is_said():
    with pytest.raises(InputError) as failure:
        library.read("nobody at all")
    assert "nobody at all" in words.tell(failure.value, "en")


def test_a_character_without_name_or_look_is_not_kept():
    for sheet in (SHEET.with_changes(name=""), SHEET.with_changes(look=())):
        with pytest.raises(InputError):
            library.keep(sheet)
