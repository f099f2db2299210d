"""The faces: shipped OFL fonts, the voices that speak in them, and text parted into runs by face.

Pillow has no font fallback: a letter that a font lacks is drawn as a box. Every letter is therefore
looked up before it is painted, and goes to the first face of its voice that has it: the voice's own,
the other script's, a complete Korean one, emoji. A letter that none has is left out and reported.

A user's own font is a file `NECUT_HOME/fonts/VOICE.ttf` or `VOICE.LANGUAGE.otf` ("speech.ttf",
"shout.ko.otf"); it stands before the shipped ones. The folder is read once a process.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline import settings

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FONTS = Path(__file__).parents[2] / "fonts"
SUFFIXES = (".ttf", ".otf")
PIXELS = 256
"""The size at which letters are measured: large, so that hinting does not disturb the proportions."""


class Face(NamedTuple):
    """A font file and how it sits beside the others.

    `scale` makes faces look equally large at one letter size; `rise` lifts the baseline so that
    letters stand in the middle of their line, in em.
    """

    path: Path
    scale: float = 1.0
    rise: float = 0.0


class Run(NamedTuple):
    """Part of a text and the face that has its letters."""

    text: str
    face: Face


FACES = {
    "gaegu": Face(FONTS / "Gaegu-Bold.ttf", 1.16, 0.29),
    "jua": Face(FONTS / "Jua-Regular.ttf", 1.0, 0.36),
    "dohyeon": Face(FONTS / "DoHyeon-Regular.ttf", 1.08, 0.37),
    "blackhan": Face(FONTS / "BlackHanSans-Regular.ttf", 1.08, 0.38),
    "comic": Face(FONTS / "ComicNeue-Bold.ttf", 1.0, 0.30),
    "comic_italic": Face(FONTS / "ComicNeue-BoldItalic.ttf", 1.0, 0.30),
    "bangers": Face(FONTS / "Bangers-Regular.ttf", 1.06, 0.36),
    "noto": Face(FONTS / "NotoSansKR-Medium.ttf", 0.9, 0.36),
    "emoji": Face(FONTS / "NotoEmoji-Regular.ttf", 0.8, 0.36),
}

VOICES = {
    ("speech", "ko"): ("gaegu", "comic"),
    ("speech", "en"): ("comic", "gaegu"),
    ("stress", "ko"): ("jua", "comic"),
    ("stress", "en"): ("comic_italic", "gaegu"),
    ("caption", "ko"): ("jua", "comic"),
    ("caption", "en"): ("comic_italic", "jua"),
    ("shout", "ko"): ("dohyeon", "bangers"),
    ("shout", "en"): ("bangers", "dohyeon"),
    ("sound", "ko"): ("blackhan", "bangers"),
    ("sound", "en"): ("bangers", "blackhan"),
    ("title", "ko"): ("jua", "comic"),
    ("title", "en"): ("jua", "comic"),
}
"""Who speaks in which face, in order of preference; then come the faces that have nearly everything."""
_LAST = ("noto", "emoji")

# What stands in for a mark that a face lacks, before another face is asked: a hand-written ellipsis
# is three hand-written points.
_STAND_INS = {
    "…": "...", "—": "-", "–": "-", "―": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "·": ".",
    "！": "!", "？": "?", "，": ",", "．": ".", "～": "~", "♫": "♪", "✓": "✔", "✗": "x", "〜": "~", "\u00a0": " ",
}  # fmt: skip
_INVISIBLE = {0x200D, 0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)}
"""Joiners, variation selectors and skin tones: they change an emoji, they are no letters of their own."""


@cache
def letters_of(path: Path) -> frozenset[int]:
    """The code points that a font file has letters for; none when the file is no font."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as opened:
            return frozenset(opened.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, AssertionError):
        return frozenset()


@lru_cache(maxsize=512)
def font(path: Path, pixels: int) -> FreeTypeFont:
    """A font file at a size in pixels, kept open."""
    from PIL import ImageFont

    return ImageFont.truetype(path, pixels)


def voice_faces(voice: str, language: str) -> tuple[Face, ...]:
    """The faces of a voice, the first to be asked first: the user's own, then the shipped ones."""
    shipped = (*VOICES.get((voice, language), VOICES["speech", "en"]), *_LAST)
    return (*_own_faces(settings.home() / "fonts", voice, language), *(FACES[name] for name in shipped))


@lru_cache(maxsize=64)
def _own_faces(folder: Path, voice: str, language: str) -> tuple[Face, ...]:
    names = (f"{voice}.{language}", voice)
    paths = (folder / f"{name}{suffix}" for name in names for suffix in SUFFIXES)
    return tuple(_measured(path) for path in paths if path.is_file() and letters_of(path))


def _measured(path: Path) -> Face:
    """An unknown face, fitted to the others by the height of its letters."""
    probe = "한" if ord("한") in letters_of(path) else "H"
    _, top, _, bottom = font(path, PIXELS).getbbox(probe, anchor="ls")
    height = max(1, bottom - top) / PIXELS
    scale = min(1.6, max(0.6, (0.85 if probe == "한" else 0.68) / height))
    return Face(path, scale, -(top + bottom) / 2 / PIXELS)


@lru_cache(maxsize=4096)
def runs(text: str, voice: str, language: str) -> tuple[Run, ...]:
    """A text parted by face, in order. Letters that no face has are left out."""
    faces = voice_faces(voice, language)
    parted: list[Run] = []
    for letter in text:
        for painted, face in _faced(letter, faces):
            if parted and (parted[-1].face == face or painted == " "):
                parted[-1] = Run(parted[-1].text + painted, parted[-1].face)
            else:
                parted.append(Run(painted, face))
    return tuple(parted)


def dropped(text: str, language: str) -> str:
    """The letters of a text that no face has, each once, as they stand."""
    faces = voice_faces("speech", language)
    lost = (letter for letter in text if not letter.isspace() and not _ignored(letter) and not _faced(letter, faces))
    return "".join(dict.fromkeys(lost))


def _ignored(letter: str) -> bool:
    return ord(letter) in _INVISIBLE or unicodedata.category(letter) in ("Cc", "Cf")


def _faced(letter: str, faces: tuple[Face, ...]) -> list[tuple[str, Face]]:
    if _ignored(letter):
        return []
    stand_in = _STAND_INS.get(letter)
    if stand_in and ord(letter) not in letters_of(faces[0].path) and ord(stand_in[0]) in letters_of(faces[0].path):
        return [(stand_in, faces[0])]
    for painted in (letter, stand_in or letter):
        for face in faces:
            if ord(painted[0]) in letters_of(face.path):
                return [(painted, face)]
    return []
