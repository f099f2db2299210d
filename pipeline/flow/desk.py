"""The story desk's verbs: tell a beat otherwise, judge the turn, word a picture, ask about the comic.

Each is a short job of its own beside the comic's making: it changes what lies on the desk, never the script
(only `word` puts visual words under a description). Who writes the comic also works at its desk; questions
go to the language model that Connect names.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from pipeline import store, writers
from pipeline.comic import BEATS, PANELS, Comic, Exchange, Idea, Made, Retelling, Verdict
from pipeline.errors import InputError
from pipeline.flow import beats, billed, reading
from pipeline.queue import Progress, Queue, Stage
from pipeline.writers.chatgpt import create as language_model


def submit(queue: Queue, comic_id: str, what: str, stage: Stage, owner: str) -> str:
    """Line up a job of the desk; its id. `what` tells it from other ones, such as "retell.2"."""
    return queue.submit((stage,), owner=owner, comic_id=comic_id, what=what, priority=0, aside=True)


def retell(
    queue: Queue, comic_id: str, owner: str, panel: int, tone: str = "", note: str = "", writer: str = ""
) -> str:
    """Other ways to tell a panel, put on the desk; the job's id. `writer` tells them instead of the comic's own."""
    by = writers.get(writer or store.read(comic_id).writer)
    stage = Stage("retell", by.lane, lambda: _retell(comic_id, panel, tone, note, by))
    return submit(queue, comic_id, f"retell.{panel}", stage, owner)


def judge(queue: Queue, comic_id: str, owner: str, writer: str = "") -> str:
    """Whether the turn changes anything, put on the desk; the job's id. `writer` judges instead of the comic's own."""
    by = writers.get(writer or store.read(comic_id).writer)
    return submit(queue, comic_id, "judge", Stage("judge", by.lane, lambda: _judge(comic_id, by)), owner)


def word(queue: Queue, comic_id: str, owner: str, panel: int) -> str:
    """A panel's description as visual words by the language model; the job's id."""
    return submit(queue, comic_id, f"word.{panel}", Stage("word", "network", lambda: _word(comic_id, panel)), owner)


def ask(queue: Queue, comic_id: str, owner: str, question: str) -> str:
    """Ask the language model about the comic. The question is kept at once, the answer when it is whole; the job's
    id. Raises InputError for an empty question or a comic without a story."""
    if not question.strip():
        raise InputError("desk.empty_question")
    _script(store.read(comic_id))
    exchange = Exchange(id=store.new_id(), asked=question)
    store.change(comic_id, lambda comic: beats.with_exchange(comic, exchange))
    return ask_again(queue, comic_id, owner, exchange.id)


def ask_again(queue: Queue, comic_id: str, owner: str, exchange_id: str) -> str:
    """Ask a question of the chat once more; the job's id."""
    stage = Stage("ask", "network", lambda: _ask(comic_id, exchange_id))
    return submit(queue, comic_id, f"ask.{exchange_id}", stage, owner)


def verdict_is_old(comic: Comic) -> bool:
    """Whether the panels that the verdict speaks of have changed since."""
    return comic.desk.verdict is not None and comic.desk.verdict.read != _read_by_judge(comic)


def _read_by_judge(comic: Comic) -> str:
    from pipeline.comic import fingerprint

    return fingerprint([panel.model_dump(mode="json") for panel in _script(comic).panels[:-1]])


def _script(comic: Comic):
    if comic.script is None:
        raise InputError("flow.no_script")
    return comic.script


def _retell(comic_id: str, panel: int, tone: str, note: str, by: writers.Writer) -> Iterator[Progress]:
    comic = store.read(comic_id)
    before = comic.desk.retellings.get(BEATS[panel])
    lap = before.lap + 1 if before else 0
    seed = comic.seed if comic.story is None or comic.story.seed is None else comic.story.seed
    wish = writers.Wish(_idea(comic), _script(comic), panel, seed, lap, tone or comic.idea.tone, note)
    found, made = yield from _worked(by.retell(wish), by.name)
    if not found.versions:
        raise InputError("desk.no_versions")
    retelling = Retelling(versions=found.versions, lap=lap, made=made)
    store.change(comic_id, lambda newest: _with_retelling(newest, panel, retelling, comic))


def _with_retelling(newest: Comic, panel: int, retelling: Retelling, asked: Comic) -> Comic:
    """Versions of a script that has been written anew meanwhile are of no use."""
    if newest.script is None or newest.script.characters != asked.script.characters:
        return newest
    retellings = {**newest.desk.retellings, BEATS[panel]: retelling}
    return newest.with_changes(desk=newest.desk.with_changes(retellings=retellings))


def _judge(comic_id: str, by: writers.Writer) -> Iterator[Progress]:
    comic = store.read(comic_id)
    judged, made = yield from _worked(by.judge(_idea(comic), _script(comic)), by.name)
    verdict = Verdict(
        changes=judged.changes, said=judged.said, found=judged.found, read=_read_by_judge(comic), made=made
    )
    store.change(comic_id, lambda newest: newest.with_changes(desk=newest.desk.with_changes(verdict=verdict)))


def _word(comic_id: str, panel: int) -> Iterator[Progress]:
    comic = store.read(comic_id)
    description = _script(comic).panels[panel].description
    work = language_model().word_picture(comic.script, panel, description)
    worded, _made = yield from _worked(work, "chatgpt")
    store.change(comic_id, lambda newest: beats.with_words(newest, panel, description, worded.scene))
    yield Progress(1, 1, (panel,), text=", ".join(worded.unknown))


def _ask(comic_id: str, exchange_id: str) -> Iterator[Progress]:
    comic = store.read(comic_id)
    number = next((at for at, each in enumerate(comic.desk.chat) if each.id == exchange_id), None)
    if number is None:
        return
    exchange, earlier = comic.desk.chat[number], comic.desk.chat[:number]
    work = language_model().ask(_idea(comic), _script(comic), earlier, exchange.asked)
    found, made = yield from _worked(work, "chatgpt")
    answered = exchange.with_changes(answer=found.answer, changes=found.changes, made=made)
    store.change(comic_id, lambda newest: beats.with_exchange(newest, answered))


def _idea(comic: Comic) -> Idea:
    return comic.story.idea or comic.idea if comic.story else comic.idea


def _worked(work: Iterator, by: str):
    """Report what a writer reports; return what it found and how."""
    started, found = time.monotonic(), None
    yield Progress(0, PANELS)
    for report in work:
        if isinstance(report, writers.Writing):
            yield reading(report)
        else:
            found = report
    made = Made(by=by, seconds=round(time.monotonic() - started, 3), at=store.now())
    return found, billed(made, found.bill)
