"""The nouns. Everything that flows through Necut is one of these frozen values.

A changed copy is made with `with_…`; nothing is ever changed in place. They are checked once, where
they enter (a reply, a file, a form), and trusted afterwards. Extra keys are refused.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from pipeline import grammar
from pipeline.presets.preset import Lora

VERSION = 1
"""The version of comic.json. An older one is migrated by the store, a newer one is refused."""

Beat = Literal["setup", "development", "turn", "close"]
BEATS: tuple[Beat, ...] = ("setup", "development", "turn", "close")
PANELS = len(BEATS)
"""Four. The number is written here and nowhere else."""

LineKind = Literal["speech", "thought", "shout", "caption", "sound"]
LINE_KINDS: tuple[LineKind, ...] = ("speech", "thought", "shout", "caption", "sound")
BalloonKind = Literal["speech", "thought", "shout", "caption", "sound", "whisper", "off_panel", "narration"]
BALLOON_KINDS: tuple[BalloonKind, ...] = (*LINE_KINDS, "whisper", "off_panel", "narration")
Language = Literal["ko", "en"]
SpeechLevel = Literal["", "casual", "polite"]
Origin = Literal["character", "scene", "shot", "mood", "style", "gpt2", "user"]

Short = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
MAX_TEXT = 5000
Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
MAX_IDEA = 1000
MAX_LINES = 6
MAX_CAST = 4


class Noun(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def with_changes(self, **changes: Any):
        """A changed copy, checked like any other value."""
        return type(self).model_validate({**dict(self), **changes})

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change whenever the value does."""
        return fingerprint(self.model_dump(mode="json"))


def fingerprint(value: object) -> str:
    """Twelve hexadecimal digits for any JSON-like value, the same in every process."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


class Character(Noun):
    """Somebody in the story: their sheet.

    `look` is a fixed list of English visual words, kind first ("orange cat", "red scarf"): compiled
    verbatim into every panel the character appears in, so that they look the same in all four.
    `voice` says in anybody's words how they talk, `speech_level` how politely ("" leaves it to the
    story). `colour` is that of their name on the desk, as "#rrggbb". `trigger` is the word that wakes a
    LoRA trained on them, `lora` that LoRA: both are sent with the look.
    """

    name: Short
    look: tuple[Short, ...]
    voice: Short = ""
    speech_level: SpeechLevel = ""
    colour: Annotated[str, StringConstraints(pattern=r"^(#[0-9a-f]{6})?$")] = ""
    trigger: Short = ""
    lora: Lora | None = None

    @property
    def drawn(self) -> dict[str, Any]:
        """What of the sheet reaches a picture: the inputs of every prompt the character is in."""
        return self.model_dump(mode="json", include={"name", "look", "trigger", "lora"})


class Idea(Noun):
    """What the user asked for. `text` is theirs, verbatim: data for a writer, never an instruction.

    `stars` are characters of the cast library who shall be in the story, sheets and all: an idea holds
    everything it needs, whatever becomes of the library.
    """

    text: Annotated[str, StringConstraints(max_length=MAX_IDEA)]
    form: Short = "joke"
    genre: Short = "any"
    tone: Short = "warm"
    language: Language = "en"
    stars: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits. An idea without stars has those that it had before there were any: stories are
        drawn from them."""
        return fingerprint(self.model_dump(mode="json", exclude=None if self.stars else {"stars"}))


class Line(Noun):
    """One thing said or written in a panel. Captions and sounds have no speaker.

    `text` is in the comic's language; `other` holds it in further languages, by language id.
    """

    speaker: Short | None = None
    text: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]
    kind: LineKind = "speech"
    other: dict[Language, str] = {}

    def said(self, language: str | None = None) -> str:
        """The text in `language` where there is one, else in the comic's own."""
        return self.other.get(language, self.text) if language else self.text


class Panel(Noun):
    """One beat of the story.

    `scene` is what the picture shows in English visual words, phrases parted by commas; what
    somebody does starts with their kind ("cat searching, umbrella, street, night, rain").
    `description` says the same to the user in their own language. `shot` and `mood` are visual
    words too. `characters` names those who can be seen.
    """

    beat: Beat
    scene: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)]
    description: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    shot: Short = "full shot"
    mood: Short = "calm"
    characters: tuple[Short, ...] = ()
    lines: Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)] = ()


class Script(Noun):
    """A story in four panels, its cast and its title. Raises ValidationError unless the beats stand in order
    and everybody who appears or speaks is in the cast (a speaker may be out of the picture)."""

    title: Short
    logline: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)] = ""
    language: Language = "en"
    characters: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()
    panels: Annotated[tuple[Panel, ...], Field(min_length=PANELS, max_length=PANELS)]

    @model_validator(mode="after")
    def _beats_in_order(self):
        if tuple(panel.beat for panel in self.panels) != BEATS:
            raise ValueError(f"the beats must be {', '.join(BEATS)}")
        return self

    @model_validator(mode="after")
    def _everybody_is_in_the_cast(self):
        names = {character.name for character in self.characters}
        for panel in self.panels:
            seen = set(panel.characters) | {line.speaker for line in panel.lines if line.speaker}
            if unknown := seen - names:
                raise ValueError(f"not in the cast: {', '.join(sorted(unknown))}")
        return self

    def character(self, name: str) -> Character | None:
        """The character of that name, if the cast has one."""
        return next((each for each in self.characters if each.name == name), None)

    def with_panel(self, index: int, panel: Panel) -> Script:
        """A copy with the panel at `index` (from 0) replaced."""
        return self.with_changes(panels=replaced(self.panels, index, panel))


class Room(Noun):
    """The part of a picture to keep quiet for letters: an edge, and a share (0–1) of the height."""

    edge: Literal["top", "bottom"] = "top"
    share: Annotated[float, Field(ge=0, le=0.6)] = 0.0


class Piece(Noun):
    """Part of a prompt: its text, where it came from, and whom it describes (a character's name)."""

    text: str
    origin: Origin
    character: str | None = None


class Candidate(Noun):
    """One wording of a panel's prompt that the prompter offers."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The pieces as they are sent."""
        return join_pieces(self.pieces)


class PanelPrompt(Noun):
    """What an artist is asked for one panel: the text sent, its pieces, the candidates, and the room for letters.

    Commas in `text` part it into phrases. When the user edits the text, phrases that were there keep
    their origin and new ones become the user's: `with_text`.
    """

    text: Text
    pieces: tuple[Piece, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    room: Room = Room()

    def with_text(self, text: str) -> PanelPrompt:
        """The prompt as the user rewrote it."""
        return self.with_changes(text=text, pieces=retrace(text, self.pieces))

    def with_pieces(self, pieces: tuple[Piece, ...]) -> PanelPrompt:
        """The prompt with other pieces, or in another order; its text is what they say."""
        return self.with_changes(text=join_pieces(pieces), pieces=pieces)

    def with_candidate(self, candidate: Candidate) -> PanelPrompt:
        """The prompt with one of its candidates taken."""
        return self.with_changes(text=candidate.text, pieces=candidate.pieces)


def join_pieces(pieces: tuple[Piece, ...]) -> str:
    """Pieces as one prompt text."""
    return ", ".join(piece.text for piece in pieces if piece.text)


def retrace(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of an edited text: known phrases keep origin and character, unknown ones are the user's.

    A phrase whose weight alone has changed is known. A new phrase directly after a character's piece belongs to
    nobody: the artist reads its words.
    """
    known: dict[str, list[Piece]] = {}
    for piece in pieces:
        for phrase in grammar.phrases(piece.text):
            known.setdefault(grammar.bare(phrase).lower(), []).append(piece)
    traced = []
    for phrase in grammar.phrases(text):
        waiting = known.get(grammar.bare(phrase).lower(), [])
        traced.append(waiting.pop(0).with_changes(text=phrase) if waiting else Piece(text=phrase, origin="user"))
    return tuple(traced)


def split_phrases(text: str) -> list[str]:
    """A prompt's phrases: parted by commas and line ends, trimmed, none of them empty."""
    return [phrase.strip() for phrase in text.replace("\n", ",").split(",") if phrase.strip()]


class Recipe(Noun):
    """A preset and a prompt with nothing left open: the same recipe makes the same picture again."""

    artist: str
    prompt: PanelPrompt
    negative_prompt: str
    style: str
    sampler: str
    schedule_type: str
    steps: Annotated[int, Field(ge=1, le=150)]
    cfg_scale: Annotated[float, Field(ge=0, le=30)]
    seed: Annotated[int, Field(ge=0, lt=2**32)]
    width: Annotated[int, Field(ge=64, le=4096)]
    height: Annotated[int, Field(ge=64, le=4096)]
    checkpoint: str = ""
    checkpoint_hash: str = ""
    loras: tuple[Lora, ...] = ()
    versions: dict[str, str] = {}
    extra: dict[str, str | int | float | bool] = {}
    """What else decides the picture: precision, threads, batch, clip skip, the RNG's source …"""

    @property
    def sent_text(self) -> str:
        """The prompt with the preset's style words, as the artist receives it."""
        return ", ".join(part for part in (self.prompt.text, self.style) if part)


Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in the picture's pixels."""
Point = tuple[float, float]


class Figure(Noun):
    """Somebody in a picture: where they are, and where face and mouth are when they can be seen."""

    character: str | None
    box: Box
    face: Box | None = None
    mouth: Point | None = None


class Notice(Noun):
    """Something the user should know about a picture: a key of the catalogue and its values."""

    key: str
    values: dict[str, str | int | float] = {}


class Made(Noun):
    """How an output came to be: by whom, in how many seconds, when, and from which inputs.

    `inputs` maps the name of each input to its fingerprint; a cell is stale when they no longer
    match, and the names that differ are what changed. `edited` marks what a hand has changed since.
    A language model has a name, its tokens are counted, and `cost` is what they cost by Connect's prices then.
    """

    by: str
    seconds: float = 0.0
    at: str = ""
    inputs: dict[str, str] = {}
    edited: bool = False
    model: str = ""
    tokens_sent: Annotated[int, Field(ge=0)] = 0
    tokens_received: Annotated[int, Field(ge=0)] = 0
    cost: Annotated[float, Field(ge=0)] = 0.0


class Take(Noun):
    """One picture made from one recipe, kept as `takes/ID.png`."""

    id: str
    recipe: Recipe
    figures: tuple[Figure, ...] = ()
    notices: tuple[Notice, ...] = ()
    made: Made
    locked: bool = False


class StoryOutput(Noun):
    """A script, how it was made, and the idea and seed that it tells."""

    script: Script
    made: Made
    idea: Idea | None = None
    seed: int | None = None


class PromptOutput(Noun):
    """A panel's prompt and how it was made."""

    prompt: PanelPrompt
    made: Made


class Slot(Noun):
    """One panel of the open comic: its prompt, its takes and its own seed.

    `seed` is what a re-roll or `seed: null` drew; it wins over the preset's until the next re-roll.
    """

    prompt: PromptOutput | None = None
    earlier_prompts: tuple[PromptOutput, ...] = ()
    takes: tuple[Take, ...] = ()
    chosen: str | None = None
    seed: Annotated[int, Field(ge=0, lt=2**32)] | None = None

    @property
    def take(self) -> Take | None:
        """The chosen take."""
        return next((take for take in self.takes if take.id == self.chosen), None)

    def with_prompt(self, output: PromptOutput) -> Slot:
        """A copy with a new prompt; the one before is kept."""
        earlier = (*self.earlier_prompts, self.prompt) if self.prompt else self.earlier_prompts
        return self.with_changes(prompt=output, earlier_prompts=earlier[-KEPT:])

    def with_take(self, take: Take) -> Slot:
        """A copy with a take added and chosen, unless the chosen one is locked."""
        keep = self.take is not None and self.take.locked
        return self.with_changes(takes=(*self.takes, take), chosen=self.chosen if keep else take.id)


KEPT = 20
"""How many earlier scripts and prompts a cell keeps. Takes are kept without limit."""


class Balloon(Noun):
    """What the user decided about one balloon; whatever is None is placed by rule.

    `line` counts the lines of the panel from 0. `at` is the balloon's centre as a share (0–1) of the
    panel, `kind` overrides the line's.
    """

    panel: Annotated[int, Field(ge=0, lt=PANELS)]
    line: Annotated[int, Field(ge=0, lt=MAX_LINES)]
    at: Point | None = None
    kind: BalloonKind | None = None


class Lettering(Noun):
    """The live layer over the pictures: the language shown and the balloons that a hand has placed."""

    language: Language | None = None
    balloons: tuple[Balloon, ...] = ()
    show_title: bool = True

    def balloon(self, panel: int, line: int) -> Balloon:
        """What was decided about a line's balloon; an empty decision when nothing was."""
        same = (each for each in self.balloons if (each.panel, each.line) == (panel, line))
        return next(same, Balloon(panel=panel, line=line))

    def with_balloon(self, balloon: Balloon) -> Lettering:
        """A copy with this decision replacing the earlier one for the same line."""
        others = tuple(b for b in self.balloons if (b.panel, b.line) != (balloon.panel, balloon.line))
        return self.with_changes(balloons=(*others, balloon))


class Change(Noun):
    """One change of the script that somebody proposes: another title, another picture or other lines of a panel.

    Empty fields stay as they are. `cast` are the characters it needs who are not in the story yet.
    """

    what: Literal["title", "picture", "lines"]
    panel: Annotated[int, Field(ge=0, lt=PANELS)] = 0
    title: Short = ""
    scene: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    description: Annotated[str, StringConstraints(max_length=600, strip_whitespace=True)] = ""
    shot: Short = ""
    mood: Short = ""
    characters: tuple[Short, ...] = ()
    lines: Annotated[tuple[Line, ...], Field(max_length=MAX_LINES)] = ()
    cast: Annotated[tuple[Character, ...], Field(max_length=MAX_CAST)] = ()
    state: Literal["open", "accepted", "rejected"] = "open"


MAX_QUESTION = 2000


class Exchange(Noun):
    """A question about the comic, its answer with the changes it proposes, or why there is none."""

    id: str
    asked: Annotated[str, StringConstraints(max_length=MAX_QUESTION, strip_whitespace=True)]
    answer: Text = ""
    changes: Annotated[tuple[Change, ...], Field(max_length=3 * PANELS)] = ()
    made: Made | None = None


class Retelling(Noun):
    """Other ways to tell one beat. A version is that panel, and for a turn perhaps the close that follows from it.

    `lap` counts how often the beat was asked for before.
    """

    versions: tuple[Annotated[tuple[Panel, ...], Field(min_length=1, max_length=PANELS)], ...]
    lap: int = 0
    made: Made


class Verdict(Noun):
    """Whether a panel changes anything: what was found, by name (`found`) or in words (`said`).

    `read` is the fingerprint of the panels it speaks of; when they differ by now, it is out of date.
    """

    changes: Literal["yes", "little", "no"]
    said: Text = ""
    found: tuple[Notice, ...] = ()
    read: str = ""
    made: Made


class Desk(Noun):
    """What lies on the story desk beside the script: the talk about it, other ways to tell its beats, a verdict."""

    chat: tuple[Exchange, ...] = ()
    retellings: dict[Beat, Retelling] = {}
    verdict: Verdict | None = None


class PageState(Noun):
    """What stood on the page before an edit of its letters: the script with its lines, and the lettering."""

    script: Script
    lettering: Lettering


class Comic(Noun):
    """The open document: idea, script, prompts, takes, layout and lettering."""

    version: int = VERSION
    id: str
    revision: int = 0
    created: str = ""
    changed: str = ""
    name: str = ""
    idea: Idea
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 0
    """The story's seed."""
    story: StoryOutput | None = None
    earlier_stories: tuple[StoryOutput, ...] = ()
    slots: Annotated[tuple[Slot, ...], Field(min_length=PANELS, max_length=PANELS)] = (Slot(),) * PANELS
    writer: str = "offline"
    prompter: str = "cast"
    artist: str | None = None
    """The artist of this comic; None leaves it to the preset, then to `sketch`."""
    preset: dict[str, Any] = {}
    """The preset as tuned in this comic, open keys absent."""
    preset_name: str = "classic"
    layout: str = "grid"
    lettering: Lettering = Lettering()
    page_history: tuple[PageState, ...] = ()
    """What "Undo" on the Comic page goes back to, the latest last. Another script begins it anew."""
    desk: Desk = Desk()
    job: str = ""
    """What a job is doing to this comic; what a restart cut off still stands here afterwards."""

    @property
    def script(self) -> Script | None:
        """The current script."""
        return self.story.script if self.story else None

    @property
    def title(self) -> str:
        """The name the user gave, else the script's title, else the idea's first words."""
        return self.name or (self.script.title if self.script else self.idea.text.strip()[:40])

    def with_story(self, output: StoryOutput) -> Comic:
        """A copy with a new script; the one before is kept. Other ways to tell its beats were of that one."""
        earlier = (*self.earlier_stories, self.story) if self.story else self.earlier_stories
        desk = self.desk.with_changes(retellings={}, verdict=None)
        return self.with_changes(story=output, earlier_stories=earlier[-KEPT:], page_history=(), desk=desk)

    def with_slot(self, index: int, slot: Slot) -> Comic:
        """A copy with the slot at `index` (from 0) replaced."""
        return self.with_changes(slots=replaced(self.slots, index, slot))


def replaced(values: tuple, index: int, value: object) -> tuple:
    """A copy of a tuple with one place changed."""
    return (*values[:index], value, *values[index + 1 :])
