"""Wildcards: words of a prompt that a seed chooses, `{red|blue}` and `__file__`.

    {red|blue|green} scarf           one of them
    {0.2::gold|0.8::silver} ring     one of them, by weight
    {2$$ and $$cat|dog|fox}          two of them, joined by " and "
    __colour__ hat                   a line of colour.txt; a line may hold choices again
    __place/*__                      a line of any file in the folder place

The library `dynamicprompts` reads and draws them. It is handed nothing but the choice itself, so that A1111's
brackets, LoRA tags, `#`, `$` and `%` around it stay what they are. Each choice is drawn by the seed and its own
wording: the same choice in all four panels comes out the same under one seed, and words typed elsewhere change
nothing. The prompt keeps the choice; the recipe keeps what was drawn.

Files are `NECUT_HOME/wildcards/*.txt`, one value a line; a few are shipped (`data/wildcards`), and a user's file of
the same name comes before. Names come from prompts, so from anybody: a name is looked up only as a file below these
folders.
"""

from __future__ import annotations

import fnmatch
import logging
import re
import threading
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from pipeline import grammar, settings
from pipeline.comic import Notice, PanelPrompt, join_pieces
from pipeline.errors import InputError, NecutError
from pipeline.files import read_bytes, safe_path, write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = Path(__file__).parent / "data" / "wildcards"
LONGEST_FILE = 256 * 1024
"""Bytes of a wildcard file that are read at most."""
MOST_LINES = 2000
MOST_LETTERS = 500
"""Of one line; longer ones are passed over."""
MOST_FILES = 500
MOST_LOOKUPS = 200
"""Files that one choice may look into. Files that name one another without end stop here."""
LONGEST_DRAW = 2000

_MARK = re.compile(r"<[^<>]*>|\{|\}|__(?!_)[\w/*-]+?__")
_CHOOSES = re.compile(r"\||\$\$|__(?!_)[\w/*-]+?__")
_NAME = re.compile(r"__((?!_)[\w/*-]+?)__")
_TAG = re.compile(r"<[^<>]*>")
# Signs that mean something to the library and nothing here go through it in the shape of letters nobody types.
_SIGNS = {"#": "\ue000", "%": "\ue001"}
_DOLLAR, _DOLLAR_SHAPE = re.compile(r"(?<!\$)\$(?!\$)"), "\ue002"
_UNDERSCORES_SHAPE = "\ue003"
_reading = threading.Lock()


@dataclass(frozen=True)
class Choice:
    """One choice of a prompt and what the seed made of it."""

    written: str
    drawn: str


@dataclass(frozen=True)
class Drawn:
    """A prompt with its choices made, the choices in order, and what the user should know of them."""

    prompt: PanelPrompt
    choices: tuple[Choice, ...] = ()
    notices: tuple[Notice, ...] = ()


def folder() -> Path:
    """Where the user's own files are."""
    return settings.home() / "wildcards"


def names() -> tuple[str, ...]:
    """Every wildcard's name, as it stands between the underscores, in alphabetical order."""
    return tuple(sorted({name for root in (folder(), SHIPPED) for name in _names_in(root)}))


def own_names() -> tuple[str, ...]:
    """The names of the user's own files."""
    return tuple(_names_in(folder()))


def text(name: str) -> str:
    """A wildcard's file as it stands, comments with it: what a user edits. Empty for a name nobody knows."""
    for root in (folder(), SHIPPED):
        try:
            path = _path(root, name)
            if path.is_file():
                return read_bytes(path, LONGEST_FILE).decode("utf-8-sig", "replace")
        except NecutError:
            continue
    return ""


def values(name: str) -> tuple[str, ...]:
    """The values of a wildcard, or of all that a name with `*` fits; none for a name nobody knows. Never raises."""
    wanted = name.strip().strip("/")
    found = fnmatch.filter(names(), wanted) if "*" in wanted else [wanted]
    return tuple(dict.fromkeys(value for each in found for value in _read(each)))


def save(name: str, text: str) -> str:
    """Write a user's file, one value a line; its name. Raises InputError for a name that is none or a text too long."""
    name = name.strip().removesuffix(".txt")
    if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name) or "__" in name:
        raise InputError("wildcards.bad_name", name=name[:40])
    if len(text.encode()) > LONGEST_FILE:
        raise InputError("wildcards.too_long", name=name)
    lines = [line.strip() for line in text.splitlines()]
    write_atomic(_path(folder(), name), "\n".join(line for line in lines if line) + "\n")
    return name


def chooses(text: str) -> bool:
    """Whether a prompt holds a choice or a wildcard."""
    return any(is_choice for is_choice, _ in _parts(text))


def draw(prompt: PanelPrompt, seed: int) -> Drawn:
    """The prompt with every choice drawn by `seed`, its pieces as well: what an artist is sent.

    A choice that cannot be read stays as it stands, with a notice. Never raises, whatever the text.
    """
    if not chooses(prompt.text):
        return Drawn(prompt)
    drawing = Drawing(seed)
    pieces = tuple(piece.with_changes(text=drawing.drawn(piece.text)) for piece in prompt.pieces)
    if join_pieces(prompt.pieces) == prompt.text:
        pieces = tuple(piece for piece in pieces if piece.text)
        text = join_pieces(pieces)
    else:  # a text with line ends or comments of its own is drawn as it stands, and its pieces after it
        drawing = Drawing(seed)
        text = drawing.drawn(grammar.strip_comments(prompt.text))
        pieces = tuple(piece for piece in pieces if piece.text)
    sent = prompt.with_changes(text=text[: 2 * LONGEST_DRAW], pieces=pieces)
    return Drawn(sent, tuple(drawing.choices), tuple(drawing.notices))


class Drawing:
    """Draws the choices of one prompt, phrase by phrase; counts how often each was met, so that a repeated one is
    drawn anew. `choices` and `notices` grow as it goes."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._met: Counter[str] = Counter()
        self.choices: list[Choice] = []
        self.notices: list[Notice] = []

    def drawn(self, text: str) -> str:
        """The text with its choices made; without choices, the text itself."""
        parts = list(_parts(text))
        if not any(is_choice for is_choice, _ in parts):
            return text
        said = "".join(self._choice(part) if is_choice else part for is_choice, part in parts)
        return " ".join(said.split()).strip(" ,")

    def _choice(self, written: str) -> str:
        self._met[written] += 1
        chance = Random(f"{self._seed} {written} {self._met[written]}")
        try:
            drawn = _drawn_by_library(written, chance)
        except (_TooMuch, RecursionError):
            self._note("wildcards.endless", text=written[:80])
            return ""
        except Exception:  # the library's parser has a dozen ways to say that it cannot read a text
            self._note("wildcards.unreadable", text=written[:80])
            return written
        for missing in sorted(set(_NAME.findall(_TAG.sub("", drawn)))):
            self._note("wildcards.missing", name=missing)
        if drawn != written:
            self.choices.append(Choice(written, drawn))
        return drawn

    def _note(self, key: str, **values: str) -> None:
        notice = Notice(key=key, values=values)
        if notice not in self.notices:
            self.notices.append(notice)


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in parts, each with whether it is a choice: `__name__`, or `{…}` whose brackets all close."""
    depth = start = said = 0
    for mark in _MARK.finditer(text):
        sign = mark[0]
        if sign == "{":
            start = mark.start() if depth == 0 else start
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            whole = text[start : mark.end()]
            if depth == 0 and _CHOOSES.search(_TAG.sub("", whole)):
                yield False, text[said:start]
                yield True, whole
                said = mark.end()
        elif depth == 0 and sign.startswith("__"):
            yield False, text[said : mark.start()]
            yield True, sign
            said = mark.end()
    yield False, text[said:]


class _TooMuch(Exception):
    """A choice looks into more files, or grows longer, than any prompt needs."""


def _drawn_by_library(written: str, chance: Random) -> str:
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
        raise _TooMuch
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
                raise _TooMuch
            return WildcardValues.from_items([_disguised(value) for value in values(_plain(wildcard))])

    return Files()


def _disguised(text: str) -> str:
    text = _TAG.sub(lambda tag: tag[0].replace("__", _UNDERSCORES_SHAPE), text)
    for sign, shape in _SIGNS.items():
        text = text.replace(sign, shape)
    return _DOLLAR.sub(_DOLLAR_SHAPE, text)


def _plain(text: str) -> str:
    for sign, shape in (*_SIGNS.items(), ("$", _DOLLAR_SHAPE), ("__", _UNDERSCORES_SHAPE)):
        text = text.replace(shape, sign)
    return text


def _names_in(root: Path) -> Iterator[str]:
    for count, path in enumerate(sorted(root.rglob("*.txt")) if root.is_dir() else ()):
        if count == MOST_FILES:
            return
        yield path.relative_to(root).with_suffix("").as_posix()


def _path(root: Path, name: str) -> Path:
    *folders, last = name.split("/")
    return safe_path(root, *folders, f"{last}.txt")


def _read(name: str) -> Iterator[str]:
    """The lines of a wildcard; comments (`#`) and lines too long are passed over."""
    for line in text(name).splitlines()[:MOST_LINES]:
        value = line.strip()
        if value and not value.startswith("#") and len(value) <= MOST_LETTERS:
            yield value
