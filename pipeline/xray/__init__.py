"""Prompt X-ray: where each word of a prompt came from, how heavy it is, and which 75 tokens it is read in.

`look` takes a panel's prompt apart as its artist would receive it: choices drawn, the preset's style words behind.
`dialect` says whether a checkpoint reads tags or sentences; `hints` what a friend would say who looks on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline import cells, grammar, tokens, wildcards
from pipeline.comic import Comic, Notice, PanelPrompt, Piece
from pipeline.xray.counting import Counter, counter_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Group = Literal["character", "scene", "style", "gpt2", "user"]
GROUPS: tuple[Group, ...] = ("character", "scene", "style", "gpt2", "user")
"""Where words come from, as the page colours them: shot and mood are part of the scene that was written."""
_GROUP_OF = {"shot": "scene", "mood": "scene"}


@dataclass(frozen=True)
class Word:
    """A phrase of the prompt: `index` is its piece's, None for the preset's own words, which are not edited here.

    `drawn` is what the seed made of a choice, "" where there was none. `tokens` counts the comma behind it.
    `chunk` counts from 0; words of chunk 1 and later stand behind a border.
    """

    index: int | None
    text: str
    group: Group
    character: str | None
    weight: float
    drawn: str
    tokens: int
    chunk: int


@dataclass(frozen=True)
class XRay:
    """A panel's prompt taken apart. `counted_by` is the checkpoint whose tokenizer counted, "" for CLIP's own."""

    words: tuple[Word, ...]
    chunk_tokens: tuple[int, ...]
    counted_by: str
    notices: tuple[Notice, ...]
    choices: tuple[wildcards.Choice, ...]
    seed: int | None

    @property
    def tokens(self) -> int:
        """Tokens of all chunks."""
        return sum(self.chunk_tokens)

    @property
    def behind(self) -> tuple[Word, ...]:
        """The words that stand behind the first border."""
        return tuple(word for word in self.words if word.chunk)


def look(comic: Comic, panel: int) -> XRay | None:
    """The X-ray of a panel's prompt; None where it has none yet. Reads no model, asks no server."""
    output = comic.slots[panel].prompt
    if output is None:
        return None
    preset = cells.panel_preset(comic, panel)
    counter = counter_of(comic)
    drawn = wildcards.draw(output.prompt, preset.seed or 0)
    style = tuple(Piece(text=phrase, origin="style") for phrase in grammar.phrases(preset.style or ""))
    own = output.prompt.pieces
    styling = wildcards.Drawing(preset.seed or 0)  # by itself: a style is the same in all four panels
    texts = [*_said(output.prompt, preset.seed or 0), *(styling.drawn(piece.text) for piece in style)]
    counts, places, chunk_tokens = _counted(texts, counter)
    words = tuple(
        Word(
            index=number if number < len(own) else None,
            text=piece.text,
            group=_GROUP_OF.get(piece.origin, piece.origin),
            character=piece.character,
            weight=grammar.weight(piece.text),
            drawn=texts[number] if texts[number] != piece.text else "",
            tokens=counts[number],
            chunk=places[number],
        )
        for number, piece in enumerate((*own, *style))
    )
    told = _notices(drawn)
    notices = (*told, *(notice for notice in styling.notices if notice not in told))
    choices = (*drawn.choices, *styling.choices)
    return XRay(words, chunk_tokens, counter.name, notices, choices, preset.seed)


def _said(prompt: PanelPrompt, seed: int) -> list[str]:
    """What each piece says once its choices are drawn, one text a piece."""
    drawing = wildcards.Drawing(seed)
    return [drawing.drawn(piece.text) for piece in prompt.pieces]


def _notices(drawn: wildcards.Drawn) -> tuple[Notice, ...]:
    """What the user should know: of the choices, of what the grammar could not obey, of brackets left open."""
    told = {notice.key for notice in drawn.notices}
    covered = {"grammar.wildcard"} if "wildcards.missing" in told else set()
    covered |= {"grammar.choice"} if "wildcards.unreadable" in told else set()
    found = (*grammar.parse(drawn.prompt.text).notices, *grammar.loose_brackets(drawn.prompt.text))
    return (
        *drawn.notices,
        *(Notice(key=each.key, values={"text": each.text}) for each in found if each.key not in covered),
    )


def _counted(texts: Sequence[str], counter: Counter) -> tuple[list[int], list[int], tuple[int, ...]]:
    """Tokens of each text with the comma behind it, the chunk in which each begins, and the tokens of each chunk."""
    fragments: list[grammar.Fragment] = []
    counts = []
    for number, text in enumerate(texts):
        heaviest = _fragments(text + ("," if number < len(texts) - 1 else ""), counter)
        counts.append(sum(len(counter.encode(each.text)) for each in heaviest if not each.is_break))
        fragments += heaviest
    chunks = tokens.chunks(fragments, counter.encode)
    sizes = tuple(len(chunk.ids) for chunk in chunks)
    return counts, _places(counts, sizes), sizes


def _fragments(text: str, counter: Counter) -> tuple[grammar.Fragment, ...]:
    """What is sent of one phrase at the step where it is longest; `AND` begins a chunk, as `BREAK` does."""
    spans = grammar.parse(text).schedule
    ways = []
    for span in spans:
        parts = [part.fragments for part in span.parts]
        ways.append(tuple(each for number, part in enumerate(parts) for each in _after_break(number, part)))
    return max(ways, key=lambda way: sum(len(counter.encode(each.text)) for each in way if not each.is_break))


def _after_break(number: int, part: tuple[grammar.Fragment, ...]) -> tuple[grammar.Fragment, ...]:
    return (grammar.BREAK, *part) if number else part


def _places(counts: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The chunk in which each text's first token stands."""
    ends, total = [], 0
    for size in sizes:
        total += size
        ends.append(total)
    places, at = [], 0
    for count in counts:
        places.append(next((number for number, end in enumerate(ends) if at < end), len(sizes) - 1))
        at += count
    return places
