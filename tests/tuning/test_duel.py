"""A duel as it is kept, drawn, answered and turned into a preset."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from pipeline import presets, store
from pipeline.comic import Idea
from pipeline.errors import DamagedFile, InputError
from pipeline.queue import Queue
from pipeline.tuning import axes, duel, duel_asking, duel_report, grids, trials
from tests.doctor import shelf
from tests.tuning.making import a_comic, small

LINES = ("style: ink, watercolour, noir", "seed: 1-3")


def begun(*lines, comic=None):
    return duel.begin(comic or small(), tuple(map(axes.read, lines or LINES)))


def drawn(found, places=None):
    queue = Queue()
    if job := duel.draw(queue, found, places or duel.due(found), "tests"):
        last = queue.wait(job, 60)
        assert last.state == "done", last.error
    return found


def answered(found, likes):
    """The duel to its end, by somebody who likes presets by a number."""
    while (asked := duel.pair(found)) is not None:
        left, right = (likes(place) for place in asked)
        verdict = "tie" if left == right else "left" if left > right else "right"
        found = duel.answer(found.id, verdict, len(found.choices))
    return found


def test_the_first_pair_holds_the_preset_as_it_is_or_a_challenger_and_both_are_drawn():
    found = drawn(begun())
    for place in duel.pair(found):
        tried = duel.tried(found, place)
        assert tried.done and len(tried.takes) == 4
        assert duel_report.picture(found, place, 200)


def test_a_pair_is_never_drawn_twice_and_grids_find_its_pictures():
    found = drawn(begun())
    assert duel.draw(Queue(), found, duel.due(found), "tests") is None
    left, _ = duel.pair(found)
    values = duel.values(found, left)
    grid = grids.make(small(), *(axes.make(field, value) for field, value in values.items()))
    assert all(trials.find(key) for key in duel.tried(found, left).keys.values())
    from pipeline.tuning import plan

    assert plan.look(grid).missing == ()


def test_a_taste_is_found_and_the_ranking_begins_with_it():
    found = answered(begun(), lambda place: -abs(place[0] - 2) - 0.5 * abs(place[1] - 1))
    assert duel.best(found) == (2, 1)
    assert duel_asking.FEWEST <= len(found.choices) <= duel_asking.MOST
    ranks = duel.ranking(found)
    assert duel.space(found).digits(ranks[0].point) == (2, 1)


def test_a_duel_goes_on_in_another_process_with_the_same_question():
    found = begun()
    for verdict in ("left", "right", "tie"):
        found = duel.answer(found.id, verdict, len(found.choices))
    code = f"from pipeline.tuning import duel; d = duel.read({found.id!r}); print(duel.pair(d), duel.best(d))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == f"{duel.pair(found)} {duel.best(found)}"


def test_asking_for_the_same_duel_again_goes_on_with_it():
    found = duel.answer(begun().id, "left", 0)
    assert begun().id == found.id
    assert begun().choices == found.choices
    assert begun("style: ink, noir").id != found.id


def test_a_click_too_many_changes_nothing():
    found = duel.answer(begun().id, "left", 0)
    assert duel.answer(found.id, "right", 0) == found


def test_the_last_step_can_be_taken_back():
    before = begun()
    asked = duel.pair(before)
    found = duel.answer(before.id, "left", 0)
    assert duel.undo(found.id).choices == ()
    assert duel.pair(duel.read(found.id)) == asked
    stopped = duel.stop(duel.answer(found.id, "left", 0).id)
    assert duel.pair(stopped) is None
    assert duel.pair(duel.undo(stopped.id)) is not None


def test_what_either_answer_asks_for_can_be_drawn_ahead():
    found = drawn(begun(), duel.ahead(begun()))
    for verdict in ("left", "right"):
        after = duel.answer(found.id, verdict, 0)
        assert all(duel.tried(after, place).done for place in duel.pair(after))
        duel.undo(found.id)


def test_the_result_is_saved_with_only_its_own_keys_changed():
    found = answered(begun(), lambda place: place[0])
    path = duel.save(found, "my duel")
    assert duel.read(found.id).result == "my duel"
    shipped = presets.path_of("classic").read_text(encoding="utf-8").splitlines()
    kept = path.read_text(encoding="utf-8").splitlines()
    gone = [line for line in shipped if line not in kept]
    assert all(line.startswith("seed") for line in gone)
    assert presets.read("my duel").style == "noir"


def test_the_report_tells_everything_in_both_languages_and_needs_nothing_else():
    found = answered(begun(), lambda place: -place[0])
    drawn(found)
    drawn(found, (found.choices[0].left, found.choices[0].right))
    for language, heading in (("en", "Your preset"), ("ko", "내 프리셋")):
        told = duel_report.html(found, language)
        assert heading in told
        assert told.count("<tr>") == len(found.choices)
        assert "data:image/jpeg;base64," in told
        assert not re.search(r'(src|href)="(?!data:)', told)


def test_a_title_of_markup_is_shown_as_letters():
    comic = small().with_changes(name="<script>alert(1)</script>")
    assert "<script>" not in duel_report.html(begun(comic=comic), "en")


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (("style: ink",), "duel.too_few"),
        (("prompt: cat, dog",), "duel.no_words"),
        (("cfg_scale: 1-9",), "tuning.not_obeyed"),
        (("style: ink, noir", "style: crayon, webtoon"), "tuning.twice"),
        (("seed: 1-100", "width: 64-4000 [100]", "height: 64-4000 [100]"), "duel.too_many"),
    ],
)
def test_what_cannot_be_weighed_is_refused(lines, key):
    with pytest.raises(InputError) as refused:
        begun(*lines)
    assert refused.value.key == key


def test_sampler_and_schedule_belong_together(tmp_path, monkeypatch):
    shelf.checkpoint(tmp_path, "toon")
    monkeypatch.setenv("NECUT_MODELS", str(tmp_path))
    comic = small().with_changes(artist="diffusion")
    with pytest.raises(InputError) as refused:
        begun("sampler: Euler, DPM++ 2M", "schedule_type: Karras, Beta", comic=comic)
    assert refused.value.key == "duel.joint_names"
    found = begun("sampler: Euler, DPM++ 2M Karras", "cfg_scale: 3-9 (+3)", "steps: 2, 4", comic=comic)
    assert duel.space(found).size == 12
    assert duel.start(found) == (0, 1, 1), "the values nearest to the preset's own"
    second = duel.arm(found, (1, 0, 0)).comic.preset
    assert (second["sampler"], second["schedule_type"]) == ("DPM++ 2M", "Karras")


def test_a_comic_without_prompts_is_refused():
    comic = store.create(Idea(text="a cat"))
    with pytest.raises(InputError):
        duel.begin(comic, (axes.read("style: ink, noir"),))


def test_a_broken_file_hides_no_other_duel():
    found = begun()
    (duel.folder() / "0000.json").write_text("{")
    assert [each.id for each in duel.kept(a_comic().id)] == [found.id]
    with pytest.raises(DamagedFile):
        duel.read("0000")
