"""The first stage: comments, `<lora:…>` tags, and what only other programs would understand."""

from __future__ import annotations

import math
import re

from pipeline.grammar.values import Lora, Notice

_COMMENT_LINE = re.compile(r"(^|\n)#[^\n]*(\n|$)")
_COMMENT = re.compile(r"#[^\n]*(\n|$)")
_TAG = re.compile(r"<(\w+):([^>]+)>")
_LORA_TAGS = ("lora", "lyco")  # the WebUI reads LyCORIS files by the same rules


def strip_comments(text: str) -> str:
    """The text without `# …`; what stood on both sides is parted by a line end."""
    return _COMMENT.sub("\n", _COMMENT_LINE.sub("\n", text)) if "#" in text else text


def take_tags(text: str, notices: list[Notice] | None = None) -> tuple[str, tuple[Lora, ...]]:
    """The text without `<…:…>` tags, and the LoRAs they name.

    A weight left out is 1, the UNet's is the text encoder's; both may be named (`te=`, `unet=`). Other
    networks, and what Necut cannot do with a LoRA, are added to `notices`.
    """
    notices = [] if notices is None else notices
    loras = []
    for tag in _TAG.finditer(text):
        kind, arguments = tag[1], tag[2].split(":")
        lora = _lora(arguments) if kind.lower() in _LORA_TAGS else None
        if lora is None:
            notices.append(Notice("grammar.tag", tag[0]))
            continue
        loras.append(lora)
        if len([each for each in arguments if "=" not in each]) > 3 or _unknown_arguments(arguments):
            notices.append(Notice("grammar.tag_arguments", tag[0]))
    return _TAG.sub("", text), tuple(loras)


def _lora(arguments: list[str]) -> Lora | None:
    """A tag's LoRA; None when it names none or a weight is no number."""
    named = dict(each.split("=", 1) for each in arguments if "=" in each)
    placed = [each for each in arguments if "=" not in each]
    if not placed or not placed[0].strip():
        return None
    try:
        text_encoder = float(named.get("te", placed[1] if len(placed) > 1 else 1.0))
        unet = float(named.get("unet", placed[2] if len(placed) > 2 else text_encoder))
    except ValueError:
        return None
    return Lora(placed[0].strip(), text_encoder, unet) if math.isfinite(text_encoder + unet) else None


def _unknown_arguments(arguments: list[str]) -> set[str]:
    return {each.split("=", 1)[0] for each in arguments if "=" in each} - {"te", "unet"}


_BRACKETED = r"((?<!\\)\([^()\\]*\)|(?<!\\)\))"
# What other programs read and A1111 would take for words: a key of the catalogue, what it looks like, what stays of it.
_FOREIGN = (
    ("grammar.choice", re.compile(r"\{[^{}]*\|[^{}]*\}"), ""),
    ("grammar.wildcard", re.compile(r"__[\w/*-]+__"), ""),
    ("grammar.comfy_embedding", re.compile(r"\bembedding:([\w.-]+)"), r"\1"),
    ("grammar.compel", re.compile(_BRACKETED + r"\.(?:and|blend|swap)\([^()]*\)"), r"\1"),
    ("grammar.compel", re.compile(_BRACKETED + r"(?:[+-]+(?![\w+-])|\d\.\d+)"), r"\1"),
    ("grammar.compel", re.compile(r"\b(\w+)(?:\+{2,}|-{2,})(?![\w+-])"), r"\1"),
    ("grammar.curly", re.compile(r"\{([^{}|]+)\}"), r"\1"),
)


def take_foreign(text: str, notices: list[Notice] | None = None) -> str:
    """The text without what only another program understands; `notices` name each thing that was left out.

    A choice or a wildcard goes whole; of a weight that InvokeAI or NovelAI would read, the marks go and the words stay.
    """
    notices = [] if notices is None else notices
    for key, pattern, kept in _FOREIGN:
        while found := [each[0] for each in pattern.finditer(text)]:
            notices += [Notice(key, each) for each in found]
            text = pattern.sub(kept, text)  # again: they may stand within one another
    return text
