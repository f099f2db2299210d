"""All that is asked of an artist, with every choice drawn: the prompt, and the preset's style and negative prompt.

The comic keeps the choices, the recipe what was drawn. The three are drawn each by itself: a style comes out the same
in all four panels under one seed, whatever stands in their prompts.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import grammar
from pipeline.comic import MAX_TEXT, Notice, PanelPrompt, join_pieces
from pipeline.presets.preset import Preset
from pipeline.wildcards.drawing import Choice, Drawing, chooses

TEMPLATES = {"prompt": "template", "style": "style_template", "negative_prompt": "negative_template"}
"""Under which names a recipe's `extra` keeps, as they were written, the texts that choices were drawn in."""


@dataclass(frozen=True)
class Drawn:
    """A prompt with its choices made, the choices in order, and what the user should know of them."""

    prompt: PanelPrompt
    choices: tuple[Choice, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A preset and a prompt with their choices made. `templates` are the texts as they were written, by the names of
    `TEMPLATES`: those alone that were drawn in."""

    preset: Preset
    prompt: PanelPrompt
    templates: dict[str, str]
    notices: tuple[Notice, ...] = ()


def draw(prompt: PanelPrompt, seed: int) -> Drawn:
    """The prompt with every choice drawn by `seed`, its pieces as well: what an artist is sent.

    A choice that cannot be read stays as it stands, with a notice. Never raises, whatever the text.
    """
    if not chooses(prompt.text):
        return Drawn(prompt)
    drawing = Drawing(seed)
    pieces = tuple(piece.with_changes(text=drawing.drawn(piece.text)) for piece in prompt.pieces)
    pieces = tuple(piece for piece in pieces if piece.text)
    if join_pieces(prompt.pieces) == prompt.text:
        text = join_pieces(pieces)
    else:  # a text with line ends or comments of its own is drawn as it stands, and its pieces beside it
        drawing = Drawing(seed)
        text = drawing.drawn(grammar.strip_comments(prompt.text))
    sent = prompt.with_changes(text=text[:MAX_TEXT], pieces=pieces)
    return Drawn(sent, tuple(drawing.choices), tuple(drawing.notices))


def draw_all(preset: Preset, prompt: PanelPrompt) -> Asked:
    """The preset and the prompt with every choice drawn by the preset's seed, which must be given.

    Never raises, whatever the texts.
    """
    found = draw(prompt, preset.seed)
    templates = {TEMPLATES["prompt"]: prompt.text} if found.prompt.text != prompt.text else {}
    notices = list(found.notices)
    changes = {}
    for field in ("style", "negative_prompt"):
        written = getattr(preset, field) or ""
        if chooses(written):
            drawing = Drawing(preset.seed)
            changes[field] = drawing.drawn(grammar.strip_comments(written))[:MAX_TEXT]
            templates |= {TEMPLATES[field]: written} if changes[field] != written else {}
            notices += [notice for notice in drawing.notices if notice not in notices]
    return Asked(preset.with_changes(**changes) if changes else preset, found.prompt, templates, tuple(notices))
