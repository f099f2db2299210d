"""`explain "PROMPT"`: what a prompt means to an artist, step by step."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from pipeline import commands, grammar, tokens, words


def command(
    prompt: str,
    steps: Annotated[int, typer.Option(min=1, max=150)] = grammar.STEPS,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    lang: str | None = None,
) -> None:
    """Print the schedule, the weights, the LoRAs and what the user should know."""
    language = commands.spoken_language(["--lang", lang or ""])
    told = tokens.explain(prompt, steps, language)
    print(json.dumps(told, ensure_ascii=False, indent=2) if as_json else readable(told, language))


def readable(told: dict, language: str) -> str:
    """The same for people: a line a span, its fragments with their weights, then LoRAs and notices."""
    lines = []
    for span in told["schedule"]:
        lines.append(f"≤ {span['until']}: {span['text'].strip()}")
        for part in span["parts"]:
            weighed = (_weighed(*fragment) for fragment in part["fragments"] if fragment[0].strip())
            lines.append(f"    {part['weight']:g} | {' · '.join(weighed)}")
    lines += [f"LoRA {lora['name']} {lora['text_encoder']:g} {lora['unet']:g}" for lora in told["loras"]]
    lines.append(words.say("grammar.chunks", language, size=tokens.CHUNK, count=told["chunks"]))
    return "\n".join([*lines, *told["notices"]])


def _weighed(text: str, weight: float) -> str:
    return text if grammar.Fragment(text, weight).is_break else f"{text.strip()} ×{weight:.3g}"
