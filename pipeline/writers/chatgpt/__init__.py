"""The writer that asks a language model: OpenAI's, or any server that speaks its chat completions.

What it is asked stands in `request`, the talking in `conversation`, the reading of the answer in
`reply`. The idea is data in a field of its own; the reply is data too, checked to a Script.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline import remote, settings
from pipeline.errors import NecutError, NeedsSetup, RemoteError
from pipeline.remote import Readiness
from pipeline.writers import Writing, Wrote

if TYPE_CHECKING:
    from pipeline.comic import Idea
    from pipeline.writers.chatgpt.conversation import Conversation

MODEL = "gpt-4o-mini"
"""The model asked when Connect names none: inexpensive, and it keeps to a schema."""


def create() -> ChatGPT:
    """The member, as the family makes it."""
    return ChatGPT()


def readiness() -> Readiness:
    """Whether a server and, where one is needed, a key are given. Calls nobody: `remote.test_openai` does."""
    found = settings.load()
    address = found.openai_base_url or remote.OPENAI_URL
    model = found.openai_model or MODEL
    if address.rstrip("/") == remote.OPENAI_URL and not remote.key_for():
        return Readiness(False, "chatgpt.no_key")
    return Readiness(True, "chatgpt.ready", {"model": model, "address": address})


class ChatGPT:
    """Writes by asking the server that Connect names, with the key of whom the job acts for."""

    name = "chatgpt"
    lane = "network"

    def write(self, idea: Idea, seed: int) -> Iterator[Writing | Wrote]:
        """Yield the story as it arrives, then the checked Script. At most one reply is sent back for repair.

        Raises NeedsSetup without a key or with a wrong one, RemoteError when the server is away, late,
        busy, refuses, breaks off, or does not tell a story in four panels even when asked again.
        """
        from pipeline.writers.chatgpt.request import messages

        talk = self._open()
        try:
            asked = messages(idea)
            text = yield from talk.ask(asked, seed)
            try:
                script = _read(text, idea)
            except NecutError as problem:
                script = yield from self._ask_again(talk, asked, text, problem, idea, seed)
        finally:
            talk.close()
        yield Wrote(script, talk.tokens_sent, talk.tokens_received)

    def _open(self) -> Conversation:
        from pipeline.writers.chatgpt.conversation import Conversation

        found = settings.load()
        ready = readiness()
        if not ready.ready:
            raise NeedsSetup(ready.key, **ready.values)
        return Conversation(
            base_url=found.openai_base_url or remote.OPENAI_URL,
            model=found.openai_model or MODEL,
            key=remote.key_for(),
            seconds=found.reply_seconds,
        )

    def _ask_again(self, talk, asked, text, problem, idea, seed):
        """One repair turn: the server sees its own reply and what was wrong with it."""
        from pipeline.writers.chatgpt.request import repair

        text = yield from talk.ask([*asked, *repair(text, str(problem.values.get("reason", "")))], seed)
        try:
            return _read(text, idea)
        except NecutError as still:
            raise RemoteError("chatgpt.bad_reply", reason=still.values.get("reason", "")) from still


def _read(text: str, idea: Idea):
    from pipeline.writers.chatgpt.reply import read_script

    return read_script(text, idea.language)
