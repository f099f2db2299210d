"""Stars of the cast library in the offline writer's stories."""

from __future__ import annotations

import pytest

from pipeline.cast import library, pinned
from pipeline.comic import Character, Idea
from pipeline.writers.offline.teller import tell_story

IDEAS = {
    "ko": ("비 오는 날 우산을 잃어버린 고양이", "나비가 바다에 간다", "", "할머니와 강아지의 바다 여행", "ㅋㅋㅋㅋ"),
    "en": ("a cat who lost her umbrella in the rain", "Nabi goes to the beach", "", "two friends and a pizza"),
}
TIGER = Character(name="Bo", look=("striped tiger", "hat"))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_star_is_in_the_story_and_looks_as_kept(language):
    shipped = [library.read(name) for name in library.names(language)]
    for text in IDEAS[language]:
        for stars in ((shipped[0],), tuple(shipped[1:4]), (TIGER,), tuple(shipped[:4])):
            idea = Idea(text=text, language=language, stars=stars)
            script = pinned(tell_story(idea, 3), stars)
            for star in stars:
                assert script.character(star.name) == star
                assert sum(star.name in panel.characters for panel in script.panels) >= 2, (text, star.name)


def test_whom_the_idea_calls_by_name_is_the_star_and_nobody_else():
    nabi = library.read("나비")
    script = tell_story(Idea(text="나비가 바다에 간다", language="ko", stars=(nabi,)), 1)
    assert [character.name for character in script.characters].count("나비") == 1
    assert script.characters[0].name == "나비"


def test_a_star_plays_the_one_of_its_kind_whom_the_idea_does_not_name():
    nabi = library.read("Nabi")
    script = tell_story(Idea(text="a cat who lost her umbrella in the rain", stars=(nabi,)), 1)
    cats = [each.name for each in script.characters if each.look[0].endswith("cat")]
    assert cats == ["Nabi"]
