"""One choice, drawn by the library `dynamicprompts`.

It is handed nothing but the choice itself, so that A1111's brackets, LoRA tags, `#`, `$` and `%` around it stay what
they are.
"""

from __future__ import annotations

import logging
import re
import threading
import warnings
from random import Random
from typing import Any

from pipeline.wildcards.lists import values

MOST_LOOKUPS = 200
"""Files that one choice may look into. Files that name one another without end stop here."""
LONGEST_DRAW = 2000
"""Letters that one choice may become."""

TAG = re.compile(r"<[^<>]*>")
"""A LoRA's tag: nothing in it is a choice."""

# Signs that mean something to the library and nothing here go through it in the shape of letters nobody types.
_SIGNS = {"#": "\ue000", "%": "\ue001"}
_DOLLAR, _DOLLAR_SHAPE = re.compile(r"(?<!\$)\$(?!\$)"), "\ue002"
_UNDERSCORES_SHAPE = "\ue003"
_reading = threading.Lock()


class TooMuch(Exception):
    """A choice looks into more files, or grows longer, than any prompt needs."""


def drawn_by_library(written: str, chance: Random) -> str:
    """What `dynamicprompts` makes of one choice. One at a time: its parser is shared."""
    with _reading, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("dynamicprompts").setLevel(logging.ERROR)  # what it warns of, a notice tells
        from dynamicprompts.enums import SamplingMethod
        from dynamicprompts.sampling_context import SamplingContext

        context = SamplingContext(default_sampling_method=SamplingMethod.RANDOM, wildcard_manager=_files(), rand=chance)
        found = next(iter(context.sample_prompts(_disguised(written), 1)), "")
        said = str(found)
    if len(said) > LONGEST_DRAW:
        raise TooMuch
    return " ".join(_plain(said).split())


def _files() -> Any:
    """The library's view of the files: it asks for values by name, and for no more than `MOST_LOOKUPS` of them."""
    from dynamicprompts.wildcards import WildcardManager
    from dynamicprompts.wildcards.values import WildcardValues

    class Files(WildcardManager):
        lookups = 0

        def get_values(self, wildcard: str) -> WildcardValues:
            self.lookups += 1
            if self.lookups > MOST_LOOKUPS:
                raise TooMuch
            return WildcardValues.from_items([_disguised(value) for value in values(_plain(wildcard))])

    return Files()


def _disguised(text: str) -> str:
    text = TAG.sub(lambda tag: tag[0].replace("__", _UNDERSCORES_SHAPE), text)
    for sign, shape in _SIGNS.items():
        text = text.replace(sign, shape)
    return _DOLLAR.sub(_DOLLAR_SHAPE, text)


def _plain(text: str) -> str:
    for sign, shape in (*_SIGNS.items(), ("$", _DOLLAR_SHAPE), ("__", _UNDERSCORES_SHAPE)):
        text = text.replace(shape, sign)
    return text
