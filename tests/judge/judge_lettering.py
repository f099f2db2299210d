"""Lettering: what a letterer would be ashamed of, counted over comics of the sketch artist in both languages.

The checks are written against what a page reports (boxes, tails, faces, in page pixels) and against its
pixels, not against the rules that placed them.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import artists, layout, prompters, typeset, writers
from pipeline.comic import Balloon, Idea, Language, Lettering, Line, Script
from pipeline.compose import Composed, PanelArt, PlacedBalloon, compose, text_layer
from pipeline.presets.preset import Preset

COMICS = 200
WIDTH = 800
SMALLEST = 11.0
"""No letter is smaller than this many pixels on a page 800 pixels wide (whispers included; the em)."""
_IDEAS: dict[Language, tuple[str, ...]] = {
    "ko": ("비 오는 날 우산을 잃어버린 고양이", "시험 전날 밤 라면을 끓이는 학생",
           "우주로 택배를 보낸 토끼", "김치를 처음 먹은 로봇"),
    "en": ("A robot learns to bake bread", "A ghost who is afraid of cats",
           "Two penguins and one fish", "A dinosaur on a bus"),
}  # fmt: skip
_SAID: dict[Language, tuple[str, ...]] = {
    "ko": (
        "응.", "정말이야?!", "어제부터 계속 찾았는데…", "3 시간 동안 비가 멈추지 않았어.",
        "그건 내 거라고 몇 번을 말해!",
        "혹시 이 근처에서 노란 우산 못 보셨어요?", "괜찮아, 내일은 꼭 맑을 거야.", "뷁! 슌이라니 깄다.",
    ),
    "en": (
        "Oh.", "Are you sure?!", "I looked for it all night…", "It has been raining for 3 hours.", "That one is mine!",
        "Have you by any chance seen a yellow umbrella?", "Don't worry, tomorrow will be sunny.",
        "So *that* is how it works.",
    ),
}  # fmt: skip
_SOUNDS = {"ko": ("쾅!", "두근두근", "쏴아아"), "en": ("BANG!", "Thump thump", "WHOOSH")}
_CAPTIONS = {
    "ko": ("그날 밤…", "다음 날 아침, 모두가 알게 되었다."),
    "en": ("That night…", "By morning, everybody knew."),
}
_FINDINGS = (
    "over a face",
    "outside its panel",
    "crossing another",
    "tail nearer to another mouth",
    "tail across another balloon",
    "tail across another face",
    "read out of order",
    "letter cut or missing",
)


def figures(share: float = 1.0) -> Iterator[str]:
    """Raises AssertionError when a page breaks one of the rules."""
    count = max(4, round(COMICS * share))
    found: Counter[str] = Counter()
    sides: Counter[bool] = Counter()
    smallest, balloons, faces, crowded = math.inf, 0, 0, 0
    for number in range(count):
        page, script = _page(number)
        found.update(_faults(page))
        sides.update(_first_stands_left(page))
        smallest = min([smallest, *(balloon.size for balloon in page.balloons if balloon.body)])
        balloons, faces = balloons + len(page.balloons), faces + len(page.faces)
        crowded += sum(notice.key == "lettering.crowded" for notice in page.notices)
        assert len(page.balloons) == sum(len(panel.lines) for panel in script.panels)
    yield f"{count} comics, {balloons} balloons, {faces} faces, in {len(layout.LAYOUTS)} layouts and 2 languages"
    for name in _FINDINGS:
        yield f"{name}: {found[name]}"
    yield f"who speaks first stands left: {sides[True]} of {sides.total()} panels in which two speak"
    yield f"smallest letters on a page {WIDTH} px wide: {smallest:.1f} px; panels said to be crowded: {crowded}"
    assert not +found, f"{dict(found)}"
    assert smallest >= SMALLEST, smallest
    assert not sides[False], "the first to speak stands on the right"


def _page(number: int) -> tuple[Composed, Script]:
    """A comic told, drawn and lettered; every other one with 1–3 lines a panel of our own, some of them
    made a whisper or a narration by hand."""
    script = script_of(number)
    kinds = tuple(layout.LAYOUTS.values())
    chosen = kinds[number // 2 % len(kinds)] if number % 3 == 0 else layout.get("grid")
    lettering = Lettering()
    for index, panel in enumerate(script.panels if number % 4 == 3 else ()):
        kind = {"speech": "whisper", "caption": "narration"}.get(panel.lines[0].kind)
        if kind:
            lettering = lettering.with_balloon(Balloon(panel=index, line=0, kind=kind))
    return compose(script, draw(script, chosen, number), chosen, lettering, width=WIDTH), script


def script_of(number: int) -> Script:
    """The script of that number, Korean and English in turn; every other pair with lines of our own."""
    language: Language = ("ko", "en")[number % 2]
    idea = Idea(text=_IDEAS[language][number // 2 % 4], language=language)
    script = next(step.script for step in writers.get("offline").write(idea, number) if hasattr(step, "script"))
    return _with_lines(script, language, random.Random(number)) if number % 4 > 1 else script


def draw(script: Script, chosen: layout.Layout, seed: int) -> list[PanelArt]:
    """The sketch artist's pictures for a script."""
    prompter, artist = prompters.get("cast"), artists.get("sketch")
    regions = layout.lay_out(chosen).panels
    prompts = [prompter.propose(script, index, seed).with_changes(candidates=()) for index in range(len(regions))]
    recipes = [
        artist.resolve(Preset(seed=seed), prompt, region.size) for prompt, region in zip(prompts, regions, strict=True)
    ]
    drawn = (step for step in artist.draw(recipes) if isinstance(step, artists.Drawn))
    return [PanelArt(each.picture, each.figures) for each in sorted(drawn, key=lambda each: each.index)]


def _with_lines(script: Script, language: Language, chance: random.Random) -> Script:
    """The script with one to three lines of every kind in each panel."""
    for index, panel in enumerate(script.panels):
        present = [name for name in panel.characters] or [each.name for each in script.characters]
        lines = []
        for _ in range(chance.randint(1, 3)):
            kind = chance.choices(("speech", "thought", "shout", "caption", "sound"), (10, 2, 2, 2, 1))[0]
            said = {"caption": _CAPTIONS, "sound": _SOUNDS}.get(kind, _SAID)[language]
            speaker = chance.choice(present) if present and kind not in ("caption", "sound") else None
            lines.append(Line(speaker=speaker, text=chance.choice(said), kind=kind))
        script = script.with_panel(index, panel.with_changes(lines=tuple(lines)))
    return script


def _first_stands_left(page: Composed) -> Iterator[bool]:
    """For each panel in which two who are seen speak: whether the first of them stands left of the other."""
    for index in range(len(page.page.panels)):
        across = {face.character: face.box[0] + face.box[2] for face in page.faces if face.panel == index}
        spoken = [each.speaker for each in page.balloons if each.panel == index and each.speaker in across]
        first, *others = dict.fromkeys(spoken) or (None,)
        if others:
            yield across[first] < across[others[0]]


def _faults(page: Composed) -> Iterator[str]:
    """One word for each thing that is wrong with a page."""
    for index, region in enumerate(page.page.panels):
        balloons = [each for each in page.balloons if each.panel == index]
        faces = [each for each in page.faces if each.panel == index]
        for number, balloon in enumerate(balloons):
            x0, y0, x1, y1 = balloon.box
            if x0 < region.x0 - 0.5 or y0 < region.y0 - 0.5 or x1 > region.x1 + 0.5 or y1 > region.y1 + 0.5:
                yield "outside its panel"
            if any(crossing(balloon.box, face.box) for face in faces):
                yield "over a face"
            for other in balloons[number + 1 :]:
                if crossing(balloon.box, other.box):
                    yield "crossing another"
                if not _first(balloon.box, other.box):
                    yield "read out of order"
            if balloon.tail:
                yield from _tail_faults(balloon, balloons, faces)
    yield from _letter_faults(page)


def _tail_faults(balloon: PlacedBalloon, balloons: Sequence[PlacedBalloon], faces) -> Iterator[str]:
    own = [face for face in faces if face.character == balloon.speaker]
    others = [face for face in faces if face.character != balloon.speaker]
    if own and any(math.dist(balloon.tail, o.mouth) <= math.dist(balloon.tail, own[0].mouth) for o in others):
        yield "tail nearer to another mouth"
    if balloon.root is None:  # a bridged balloon: the other one has the tail
        return
    steps = [(step / 48, 1 - step / 48) for step in range(3, 49)]
    way = [tuple(a * to + b * back for a, b in zip(balloon.tail, balloon.root, strict=True)) for to, back in steps]
    if any(_inside(point, face.box) for point in way for face in others):
        yield "tail across another face"
    unjoined = (each for each in balloons if each is not balloon and balloon.line not in (each.joined, each.line))
    if any(_inside(point, other.box) for other in unjoined if balloon.joined != other.line for point in way):
        yield "tail across another balloon"


def _inside(point, box) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _letter_faults(page: Composed) -> Iterator[str]:
    """Every letter of the script is set, its font has it, and its box lies in its balloon's."""
    balloons = {(balloon.panel, balloon.line): balloon for balloon in page.balloons}
    told: dict[tuple[int, int], str] = {}
    for run in text_layer(page):
        key = (run.panel, run.line)
        told[key] = told.get(key, "") + run.text
        x0, y0, x1, y1 = balloons[key].box
        slack = 0.1 * run.size
        inside = (
            x0 - slack <= run.box[0]
            and run.box[2] <= x1 + slack
            and y0 <= run.box[1] + slack
            and run.box[3] <= y1 + slack
        )
        if not inside and not run.angle:
            yield "letter cut or missing"
    for key, balloon in balloons.items():
        if told.get(key, "").replace(" ", "") != typeset.clean(balloon.text).replace(" ", ""):
            yield "letter cut or missing"
        for line in balloon.body.words.lines if balloon.body else ():
            for part in line.runs:
                known = typeset.letters_of(part.face.path)
                if any(ord(letter) not in known and letter != " " for letter in part.text):
                    yield "letter cut or missing"


def crossing(a, b) -> bool:
    """Whether two boxes share more than a hair."""
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5


def _first(a, b) -> bool:
    """Read first: wholly higher; where two stand side by side, further left."""
    if a[3] <= b[1] + 0.5:
        return True
    if b[3] <= a[1] + 0.5:
        return False
    shared = min(a[3], b[3]) - max(a[1], b[1])
    if shared > 0.4 * min(a[3] - a[1], b[3] - b[1]):
        return a[0] + a[2] < b[0] + b[2]
    return a[1] + a[3] < b[1] + b[3]
