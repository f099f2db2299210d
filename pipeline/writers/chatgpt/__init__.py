"""The writer that asks a language model: OpenAI's, or any server that speaks its chat completions.

What it is asked stands in `request` (a story) and `questions` (the story desk), the talking in
`conversation` and `faults`, the reading of the answers in `reply` and `answers`. What the user wrote is
data in a field of its own; what the model replies is data too, checked to nouns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import remote, settings
from pipeline.errors import NeedsSetup
from pipeline.remote import Readiness
from pipeline.writers import Answered, Judged, Retold, Wish, Worded, Writing, Wrote

if TYPE_CHECKING:
    from pipeline.comic import Exchange, Idea, Script
    from pipeline.writers.chatgpt.request import Asked

MODEL = "gpt-4o-mini"
"""The model asked when Connect names none: inexpensive, and it keeps to a schema."""


@dataclass(frozen=True)
class Server:
    """Who is asked: a base URL and a model's name."""

    address: str
    model: str


def create() -> ChatGPT:
    """The member, as the family makes it."""
    return ChatGPT()


def readiness() -> Readiness:
    """Whether a server and, where one is needed, a key are given. Calls nobody: `remote.test_openai` does."""
    found = _given()
    if found.address.rstrip("/") == remote.OPENAI_URL and not remote.key_for():
        return Readiness(False, "chatgpt.no_key")
    return Readiness(True, "chatgpt.ready", {"model": found.model, "address": found.address})


def warm() -> None:
    """Import the client on a thread of its own, so that the first question need not wait for it."""
    import importlib
    import threading

    threading.Thread(target=importlib.import_module, args=(f"{__name__}.conversation",), daemon=True).start()


def server() -> Server:
    """The server and the model that Connect names. Raises NeedsSetup when a key is missing."""
    ready = readiness()
    if not ready.ready:
        raise NeedsSetup(ready.key, **ready.values)
    return _given()


def _given() -> Server:
    found = settings.load()
    return Server(found.openai_base_url or remote.OPENAI_URL, found.openai_model or MODEL)


class ChatGPT:
    """Writes by asking the server that Connect names, with the key of whom the job acts for.

    Every verb raises NeedsSetup without a key or with a wrong one, RemoteError when the server is away, late,
    busy, refuses, breaks off, or answers nothing of use even when asked again (once).
    """

    name = "chatgpt"
    lane = "network"

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """Yield the story as it arrives, then the checked Script."""
        from pipeline.writers.chatgpt.reply import read_script, so_far
        from pipeline.writers.chatgpt.request import story

        def read(text: str) -> Script:
            return read_script(text, idea.language, idea.stars)

        script, bill = yield from _consult(story(idea), read, so_far, seed, idea.language)
        yield Wrote(script, bill)

    def retell(self, wish: Wish) -> Iterator[Writing | Retold]:
        """Yield the versions as they arrive, then the checked ones."""
        from pipeline.writers.chatgpt.answers import read_versions, versions_so_far
        from pipeline.writers.chatgpt.questions import retelling

        def read(text: str):
            return read_versions(text, wish.script, wish.panel)

        versions, bill = yield from _consult(
            retelling(wish), read, versions_so_far, wish.seed + wish.lap, wish.script.language
        )
        yield Retold(versions, bill)

    def judge(self, idea: Idea, script: Script) -> Iterator[Writing | Judged]:
        """Whether the turn changes anything, in a sentence of the comic's language."""
        from pipeline.writers.chatgpt.answers import read_verdict, waiting
        from pipeline.writers.chatgpt.questions import judging

        (changes, said), bill = yield from _consult(judging(script), read_verdict, waiting, 0, script.language)
        yield Judged(changes, said, bill=bill)

    def ask(self, idea: Idea, script: Script, earlier: Sequence[Exchange], question: str) -> Iterator:
        """Yield the answer as it arrives (`Writing.text`), then an `Answered` with the changes it proposes."""
        from pipeline.writers.chatgpt.answers import answer_so_far, read_answer
        from pipeline.writers.chatgpt.questions import asking

        def read(text: str):
            return read_answer(text, script)

        (answer, changes), bill = yield from _consult(
            asking(idea, script, earlier, question), read, answer_so_far, 0, script.language
        )
        yield Answered(answer, changes, bill)

    def word_picture(self, script: Script, panel: int, description: str) -> Iterator[Writing | Worded]:
        """A description in the user's words as English visual words."""
        from pipeline.writers.chatgpt.answers import read_words, waiting
        from pipeline.writers.chatgpt.questions import wording

        asked = wording(script, panel, description)
        (scene, unknown), bill = yield from _consult(asked, read_words, waiting, 0, script.language)
        yield Worded(scene, unknown, bill)


def _consult(asked: Asked, read: Callable, watch: Callable[[str], Writing], seed: int, language: str):
    """One question in a conversation of its own: what `read` makes of the reply, and the bill."""
    from pipeline.writers.chatgpt.conversation import opened

    talk = opened(language)
    try:
        found = yield from talk.settle(asked, read, watch, seed)
    finally:
        talk.close()
    return found, talk.bill
