"""What an artist is asked for one panel, and where each of its words came from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline import grammar
from pipeline.comic.noun import Noun
from pipeline.comic.texts import Text

Origin = Literal["character", "scene", "shot", "mood", "style", "gpt2", "user"]


class Room(Noun):
    """The part of a picture to keep quiet for letters: an edge, and a share (0–1) of the height."""

    edge: Literal["top", "bottom"] = "top"
    share: Annotated[float, Field(ge=0, le=0.6)] = 0.0


class Piece(Noun):
    """Part of a prompt: its text, where it came from, and whom it describes (a character's name)."""

    text: str
    origin: Origin
    character: str | None = None


class Candidate(Noun):
    """One wording of a panel's prompt that the prompter offers."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The pieces as they are sent."""
        return join_pieces(self.pieces)


class PanelPrompt(Noun):
    """What an artist is asked for one panel: the text sent, its pieces, the candidates, and the room for letters.

    Commas in `text` part it into phrases. When the user edits the text, phrases that were there keep
    their origin and new ones become the user's: `with_text`.
    """

    text: Text
    pieces: tuple[Piece, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    room: Room = Room()

    @property
    def seen(self) -> tuple[str, ...]:
        """Whom it puts into the picture, in the order in which it names them: so painters place them, from the left."""
        return tuple(dict.fromkeys(piece.character for piece in self.pieces if piece.character))

    def with_text(self, text: str) -> PanelPrompt:
        """The prompt as the user rewrote it."""
        return self.with_changes(text=text, pieces=retrace(text, self.pieces))

    def with_pieces(self, pieces: tuple[Piece, ...]) -> PanelPrompt:
        """The prompt with other pieces, or in another order; its text is what they say."""
        return self.with_changes(text=join_pieces(pieces), pieces=pieces)

    def with_candidate(self, candidate: Candidate) -> PanelPrompt:
        """The prompt with one of its candidates taken."""
        return self.with_changes(text=candidate.text, pieces=candidate.pieces)


def join_pieces(pieces: tuple[Piece, ...]) -> str:
    """Pieces as one prompt text."""
    return ", ".join(piece.text for piece in pieces if piece.text)


def retrace(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of an edited text: known phrases keep origin and character, unknown ones are the user's.

    A phrase whose weight alone has changed is known. A new phrase directly after a character's piece belongs to
    nobody: the artist reads its words.
    """
    known: dict[str, list[Piece]] = {}
    for piece in pieces:
        for phrase in grammar.phrases(piece.text):
            known.setdefault(grammar.bare(phrase).lower(), []).append(piece)
    traced = []
    for phrase in grammar.phrases(text):
        waiting = known.get(grammar.bare(phrase).lower(), [])
        traced.append(waiting.pop(0).with_changes(text=phrase) if waiting else Piece(text=phrase, origin="user"))
    return tuple(traced)


def split_phrases(text: str) -> list[str]:
    """A prompt's phrases: parted by commas and line ends, trimmed, none of them empty."""
    return [phrase.strip() for phrase in text.replace("\n", ",").split(",") if phrase.strip()]
