"""Prompts without what is missing, or with another in its place."""

from __future__ import annotations

import pytest

from pipeline.artists import Missing
from pipeline.flow.missing import replaced

LORA, EMBEDDING = Missing("lora", "ink.v1"), Missing("embedding", "easynegative")


@pytest.mark.parametrize(
    ("text", "missing", "instead", "meant"),
    [
        ("cat, <lora:ink.v1:0.8>, street", LORA, "", "cat, street"),
        ("cat <lora:INK.v1:0.8:0.2> street", LORA, "line", "cat <lora:line:0.8:0.2> street"),
        ("<lora:ink.v1>", LORA, "line", "<lora:line>"),
        ("cat, ink.v1, <lora:inkxv1:1>", LORA, "", "cat, ink.v1, <lora:inkxv1:1>"),
        ("text, EasyNegative, blurry", EMBEDDING, "", "text, blurry"),
        ("text,\n(easynegative:1.2),\nblurry", EMBEDDING, "", "text,\nblurry"),
        ("[easynegative], (blurry, easynegative:1.1)", EMBEDDING, "", "(blurry:1.1)"),
        ("embedding:easynegative, easynegativeV2", EMBEDDING, "bad\\1hand", "bad\\1hand, easynegativeV2"),
        ("(easynegative, blurry:1.1)", EMBEDDING, "", "(blurry:1.1)"),
        ("nothing of the kind, ,", EMBEDDING, "", "nothing of the kind, ,"),
    ],
)
def test_a_prompt_without_what_is_missing(text, missing, instead, meant):
    assert replaced(text, missing, instead) == meant
