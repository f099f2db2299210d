"""The budget of a balloon holds what the letterer does: within it, letters keep about their ordinary size."""

from __future__ import annotations

import pytest

from pipeline import flow, store
from pipeline.comic import Idea, Line, Panel
from pipeline.flow import budget
from pipeline.queue import Queue

TEXT = {
    "ko": "비 오는 날 우산을 잃어버린 고양이가 골목을 돌고 또 돌았다 아무도 없는 놀이터에서 혼자 울다가 ",
    "en": "a cat who lost its umbrella on a rainy day walked around the block again and again and cried ",
}
_WIDTH = 1000


def test_letters_left_count_down_and_below_zero():
    panel = Panel(beat="setup", scene="cat", lines=(Line(text="가" * 50), Line(text="쾅", kind="sound")))
    assert budget.budget(panel, "ko") == 60, "a sound takes no room"
    assert budget.letters_left(panel, 0, None, "ko") == 10
    longer = panel.with_changes(lines=(Line(text="가" * 66),))
    assert budget.letters_left(longer, 0, None, "ko") == -6
    caption = panel.with_changes(lines=(Line(text="가" * 66, kind="caption"),))
    assert budget.letters_left(caption, 0, None, "ko") == 24, "a box holds half as much again"
    other = panel.with_changes(lines=(Line(text="가", other={"en": "a" * 100}),))
    assert budget.letters_left(other, 0, "en", "ko") == 10


@pytest.mark.parametrize("language", ["ko", "en"])
def test_within_the_budget_letters_keep_their_size(language):
    queue = Queue()
    comic = flow.begin(Idea(text=TEXT[language][:40], language=language), seed=3)
    queue.wait(flow.make(queue, comic.id, "me"), 60)
    comic = store.read(comic.id)

    def sizes(count: int, letters: int) -> list[float]:
        script = comic.script
        for index, panel in enumerate(script.panels):
            who = [panel.characters[number % len(panel.characters)] for number in range(count)]
            text = TEXT[language][:letters].strip()
            lines = tuple(Line(speaker=name, text=text) for name in who)
            script = script.with_panel(index, panel.with_changes(lines=lines))
        story = comic.story.with_changes(script=script)
        composed = flow.letter(comic.with_changes(story=story), _WIDTH)
        assert not [notice for notice in composed.notices if notice.key.endswith("crowded")]
        return [balloon.size for balloon in composed.balloons]

    ordinary = max(sizes(1, 4))
    for count in (1, 2, 4):
        assert min(sizes(count, budget.LETTERS[language][count - 1])) >= 0.7 * ordinary
