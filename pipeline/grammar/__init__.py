"""The prompt grammar of A1111's WebUI, whole: pure text in, values out.

    # a comment                      to the end of the line; not sent
    <lora:name:te:unet>              a LoRA and how strongly it acts; taken out of the text
    a cat AND a dog :0.5             parts, mixed at every step by their weights
    [from:to:when]                   a change at a step (10) or a share of the steps (0.25)
    [to:when] [from::when]           something comes, something goes
    [one|other]                      in turn, step by step
    (more) ((much more)) [less]      attention: × 1.1, × 1.21, ÷ 1.1
    (exactly:1.3)                    attention by a number
    \\( \\) \\[ \\] \\\\                   brackets that are letters
    one BREAK two                    a new chunk of 75 tokens

They are taken apart in this order, as A1111 does, so that what one stage leaves is the next one's
text. A bracket that is never closed is not an error. A tag that Necut cannot obey, and what only other
programs understand (choices, wildcards, InvokeAI's weights), is not sent as words: it is taken out, and
a notice names it.

`parse` does all of it; `fragments` and `schedule` are its stages for one text. `loose_brackets` names the brackets
that have no other half, which changes nothing of what is sent.
"""

from __future__ import annotations

import math
import re

from pipeline import words
from pipeline.grammar.attention import fragments
from pipeline.grammar.brackets import loose_brackets
from pipeline.grammar.phrases import bare, phrases, weigh, weight
from pipeline.grammar.schedule import schedule
from pipeline.grammar.tags import strip_comments, take_foreign, take_tags
from pipeline.grammar.values import BREAK, Fragment, Lora, Notice, Part, Prompt, Span

__all__ = [
    "BREAK", "STEPS", "Fragment", "Lora", "Notice", "Part", "Prompt", "Span", "bare", "explain", "fragments",
    "loose_brackets", "parse", "phrases", "schedule", "strip_comments", "take_foreign", "take_tags", "weigh", "weight",
]  # fmt: skip

STEPS = 30
"""How many steps a prompt is taken apart for unless told."""

_AND = re.compile(r"\bAND\b")
_PART_WEIGHT = re.compile(r":\s*([-+]?(?:\d+\.?|\d*\.\d+))$")


def parse(prompt: str, steps: int = STEPS, *, negative: bool = False) -> Prompt:
    """The whole grammar for a prompt of so many steps. Never raises, whatever the text.

    A negative prompt is one part, whatever it says: `AND` and a weight at its end are words to A1111 there. LoRAs are
    named by prompts alone.
    """
    notices: list[Notice] = []
    text, loras = take_tags(strip_comments(prompt), notices)
    text = take_foreign(text, notices)
    if negative:
        notices += [Notice("grammar.negative_lora", lora.name) for lora in loras]
    weighed = [(text, 1.0)] if negative else [_weighed(part) for part in _AND.split(text)]
    if len(weighed) == 1 and weighed[0][1] != 1.0:
        notices.append(Notice("grammar.whole_weight", f"{weighed[0][1]:g}"))
    schedules = [(schedule(part, steps, notices), weight) for part, weight in weighed]
    ends = sorted({until for spans, _ in schedules for until, _ in spans})
    spans = tuple(Span(until, tuple(_part(spans, until, weight) for spans, weight in schedules)) for until in ends)
    return Prompt(spans, () if negative else loras, tuple(dict.fromkeys(notices)))


def explain(prompt: str, steps: int = STEPS, language: str = words.DEFAULT_LANGUAGE) -> dict[str, object]:
    """A prompt taken apart, as JSON-like values: for people who ask why a picture came out as it did.

    `fragments` are those of the first part; `text` is what is sent, all parts of it. `tokens.explain` also counts
    chunks.
    """
    parsed = parse(prompt, steps)
    return {
        "schedule": [_explained(span) for span in parsed.schedule],
        "loras": [lora._asdict() for lora in parsed.loras],
        "notices": [notice.told(language) for notice in parsed.notices],
    }


def _explained(span: Span) -> dict[str, object]:
    written = (part.text + (f" :{part.weight:g}" if part.weight != 1 else "") for part in span.parts)
    listed = [{"weight": part.weight, "fragments": [list(each) for each in part.fragments]} for part in span.parts]
    text = " AND ".join(each.strip() for each in written) if len(span.parts) > 1 else span.parts[0].text
    return {"until": span.until, "text": text, "fragments": listed[0]["fragments"], "parts": listed}


def _weighed(part: str) -> tuple[str, float]:
    """A part's text and the weight that ends it, 1 when none does."""
    text = part.rstrip()
    found = _PART_WEIGHT.search(text)
    if not found or not math.isfinite(weight := float(found[1])):
        return text, 1.0
    return text[: found.start()].rstrip(), weight


def _part(spans: tuple[tuple[int, str], ...], until: int, weight: float) -> Part:
    text = next(text for end, text in spans if until <= end)
    return Part(text, weight, fragments(text))
