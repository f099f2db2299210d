"""Edits of a prompt's words: pure verbs, each a comic in and a changed comic out.

Words keep where they came from, wherever they are moved and however heavy they are made. What stood there before
is kept in the prompt's history; a run of moves and weights of the same words counts as one step of it, unless a
picture was drawn in between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import grammar
from pipeline.comic import Comic, PanelPrompt, Piece, PromptOutput

_COMMENT = re.compile(r"(?m)^#[^\n]*$")
_ROOM_FOR_TAGS = re.compile(r"<[^<>]+>$")


def with_moved(comic: Comic, panel: int, index: int, to: int) -> Comic:
    """The comic with one phrase of a prompt moved to another place: words further ahead weigh more (a pure verb)."""
    pieces = list(_pieces(comic, panel))
    if not 0 <= index < len(pieces):
        return comic
    moved = pieces.pop(index)
    pieces.insert(max(0, min(len(pieces), to)), moved)
    return with_pieces(comic, panel, pieces)


def with_weight(comic: Comic, panel: int, index: int, by: float) -> Comic:
    """The comic with one phrase heavier (`by` > 0) or lighter, in A1111's brackets (a pure verb)."""
    pieces = list(_pieces(comic, panel))
    if not 0 <= index < len(pieces):
        return comic
    text = pieces[index].text
    pieces[index] = pieces[index].with_changes(text=grammar.weigh(text, grammar.weight(text) + by))
    return with_pieces(comic, panel, pieces)


def without_word(comic: Comic, panel: int, index: int) -> Comic:
    """The comic with one phrase struck out; the last one stays (a pure verb)."""
    pieces = _pieces(comic, panel)
    if not 0 <= index < len(pieces):
        return comic
    return with_pieces(comic, panel, [*pieces[:index], *pieces[index + 1 :]])


def with_arrangement(comic: Comic, panel: int, wanted: Sequence[tuple[int, str, float]]) -> Comic:
    """The comic with a prompt's phrases in this order and of these weights; phrases not named are struck out (a pure
    verb).

    Each is the place where it stood, its words without brackets, and its weight. A place that by now holds other
    words is passed over for the first phrase that says the same; words that are not there are not added.
    """
    waiting = dict(enumerate(_pieces(comic, panel)))
    arranged = []
    for index, words, weight in wanted:
        same = (place for place, piece in waiting.items() if same_words(piece.text, words))
        at = index if index in waiting and same_words(waiting[index].text, words) else next(same, None)
        if at is None:
            continue
        piece = waiting.pop(at)
        changed = abs(grammar.weight(piece.text) - weight) > 0.001
        arranged.append(piece.with_changes(text=grammar.weigh(piece.text, weight)) if changed else piece)
    return with_pieces(comic, panel, arranged)


def with_candidate_word(comic: Comic, panel: int, piece: Piece, taken: bool) -> Comic:
    """The comic with a candidate's word in its prompt, or struck from it (a pure verb).

    A taken word stands at the end, before LoRA tags; another shot or mood takes the place of the one there is.
    """
    pieces = list(_pieces(comic, panel))
    others = [each for each in pieces if not same_words(each.text, piece.text)]
    if not taken:
        return with_pieces(comic, panel, others)
    if len(others) < len(pieces):
        return comic
    if piece.origin in ("shot", "mood") and (same := [each for each in pieces if each.origin == piece.origin]):
        return with_pieces(comic, panel, [piece if each is same[0] else each for each in pieces])
    end = next((place for place, each in enumerate(pieces) if _ROOM_FOR_TAGS.match(each.text.strip())), len(pieces))
    return with_pieces(comic, panel, [*pieces[:end], piece, *pieces[end:]])


def same_words(one: str, other: str) -> bool:
    """Whether two phrases say the same but for weight and capitals."""
    return _unweighed(one) == _unweighed(other)


def _unweighed(phrase: str) -> str:
    return grammar.weigh(phrase, 1).lower()


def with_pieces(comic: Comic, panel: int, pieces: Sequence[Piece]) -> Comic:
    """The comic with a prompt that says these pieces, comments of the old one kept (a pure verb). A prompt is never
    left empty."""
    output = comic.slots[panel].prompt
    if output is None or not pieces or tuple(pieces) == output.prompt.pieces:
        return comic
    changed = output.prompt.with_pieces(tuple(pieces))
    comments = "".join(f"{comment}\n" for comment in _COMMENT.findall(output.prompt.text))
    return with_prompt(comic, panel, changed.with_changes(text=comments + changed.text))


def with_prompt(comic: Comic, panel: int, prompt: PanelPrompt) -> Comic:
    """The comic with a prompt changed by hand; the one before is kept as the module says (a pure verb)."""
    slot = comic.slots[panel]
    output = slot.prompt
    if output is None or prompt == output.prompt:
        return comic
    edited = PromptOutput(prompt=prompt, made=output.made.with_changes(edited=True))
    drawn = any(sent(take) == output.prompt.text for take in slot.takes)
    if output.made.edited and not drawn and _vocabulary(prompt) == _vocabulary(output.prompt):
        return comic.with_slot(panel, slot.with_changes(prompt=edited))
    return comic.with_slot(panel, slot.with_prompt(edited))


def sent(take) -> str:
    """The prompt as it was written when a take was made."""
    return str(take.recipe.extra.get("template") or take.recipe.prompt.text)


def _pieces(comic: Comic, panel: int) -> tuple[Piece, ...]:
    output = comic.slots[panel].prompt
    return output.prompt.pieces if output else ()


def _vocabulary(prompt: PanelPrompt) -> list[str]:
    return sorted(_unweighed(piece.text) for piece in prompt.pieces)
