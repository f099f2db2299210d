"""A thousand prompts with weights, tags, choices and wildcards on the desk: taken apart, arranged, drawn.

Judged are: the X-ray counts the chunks that the painter cuts; no arrangement loses where a word came from; the same
seed draws the same, and nothing that can be drawn is left undrawn.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from pipeline import grammar, tokens, wildcards
from pipeline.comic import Comic, Idea, Made, PanelPrompt, Piece, PromptOutput, Slot
from pipeline.flow import wording
from pipeline.lexicon.looks import COLOURS, PLACES, PROPS
from pipeline.xray import look

PROMPTS = 1000
ORIGINS = ("character", "scene", "shot", "mood", "gpt2", "user")


def figures(share: float = 1.0) -> Iterator[str]:
    """How many prompts kept every promise."""
    chance = random.Random(75)
    count = max(1, round(PROMPTS * share))
    drawn = 0
    for number in range(count):
        comic = _comic(chance, number)
        _counts_as_the_painter(comic)
        _keeps_origins(comic, chance)
        drawn += _draws(comic, number)
    yield f"prompts taken apart, arranged and drawn as promised: {count} of {count}; choices drawn: {drawn}"


def _comic(chance: random.Random, number: int) -> Comic:
    pieces = tuple(
        Piece(text=_phrase(chance), origin=chance.choice(ORIGINS), character=chance.choice((None, "Nabi", "Bo")))
        for _ in range(chance.randint(1, 40))
    )
    prompt = PanelPrompt(text="").with_pieces(pieces)
    slot = Slot(prompt=PromptOutput(prompt=prompt, made=Made(by="cast")))
    return Comic(id="judged", idea=Idea(text="a cat"), slots=(slot, *(Slot(),) * 3), preset={"seed": number})


def _phrase(chance: random.Random) -> str:
    words = f"{chance.choice(COLOURS)} {chance.choice(PROPS)}"
    other = chance.choice(PLACES)
    return chance.choice(
        (words, words, other, f"({words}:{chance.choice((0.7, 1.2, 1.35))})", f"[{words}]", f"({words}, {other}:1.1)",
         f"<lora:{words.replace(' ', '__')}:0.8>", f"{{{words}|{other}}}", f"__colour__ {other}",
         f"{{2$$, $${words}|{other}|a}}")
    )  # fmt: skip


def _counts_as_the_painter(comic: Comic) -> None:
    seen = look(comic, 0)
    sent = wildcards.draw(comic.slots[0].prompt.prompt, comic.preset["seed"]).prompt.text
    assert len(seen.chunk_tokens) == tokens.chunk_count(sent), sent
    assert all(size <= tokens.CHUNK for size in seen.chunk_tokens)


def _keeps_origins(comic: Comic, chance: random.Random) -> None:
    pieces = comic.slots[0].prompt.prompt.pieces
    order = chance.sample(range(len(pieces)), chance.randint(1, len(pieces)))
    wanted = [(place, grammar.bare(pieces[place].text), chance.choice((0.8, 1.0, 1.3))) for place in order]
    arranged = wording.with_arrangement(comic, 0, wanted).slots[0].prompt.prompt.pieces
    was = [(pieces[place].origin, pieces[place].character) for place in order]
    assert [(piece.origin, piece.character) for piece in arranged] == was
    for piece, (_, _, weight) in zip(arranged, wanted, strict=True):
        assert abs(grammar.weight(piece.text) - weight) < 0.01, piece.text


def _draws(comic: Comic, seed: int) -> int:
    prompt = comic.slots[0].prompt.prompt
    found = wildcards.draw(prompt, seed)
    assert found == wildcards.draw(prompt, seed)
    assert not wildcards.chooses(found.prompt.text), found.prompt.text
    assert not found.notices
    return len(found.choices)
