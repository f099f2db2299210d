"""Forms that frame a story: a diary, the news, a nature film, a fairy tale. A caption opens it, another closes it."""

from __future__ import annotations

from random import Random

from pipeline.comic import Idea, Line, Panel, Script, split_phrases
from pipeline.lexicon import category
from pipeline.writers.offline.fill import at_place, fill, named
from pipeline.writers.offline.lines import LONGEST
from pipeline.writers.offline.telling import day_words, noun_of

FRAMES = {
    "diary": {
        "ko": (
            ("오늘의 일기. 날씨: {weather}.", "{day}에 있었던 일을 적어 둔다.", "일기장아, 오늘은 {place}에 갔어."),
            ("내일은 별일 없기를. 오늘 일기 끝.", "그래도 오늘은 좋은 날이었다.", "이건 일기장만 알아야 해."),
        ),
        "en": (
            ("Dear diary: {day}.", "Dear diary, today I was {at place}.", "My diary. Weather: {weather}."),
            ("That is all for today, dear diary.", "A good day, all the same.", "Nobody must ever read this page."),
        ),
    },
    "news": {
        "ko": (
            ("속보입니다. {place} 현장을 연결합니다.", "{day}, {place}에서 전해 드립니다.",
             "{hero} 소식, 단독 보도입니다."),
            ("현장에서 전해 드렸습니다.", "자세한 소식은 내일 이 시간에.", "이상 네컷 뉴스였습니다."),
        ),
        "en": (
            ("Breaking news, live {at place}.", "We go live to {hero}, {at place}.", "Our top story: {hero}."),
            ("Back to the studio.", "More on this story at eleven.", "And now, the weather."),
        ),
    },
    "documentary": {
        "ko": (
            ("{day}. 한 {kind:이/가} 모습을 드러냅니다.", "{place:은/는} {hero:이/가} 살아가는 곳입니다.",
             "조용히. 야생의 {kind:을/를} 관찰할 기회입니다."),
            ("자연은 오늘도 신비롭습니다.", "그렇게 {place}의 하루가 저뭅니다.", "이들의 삶은 내일도 이어집니다."),
        ),
        "en": (
            ("{Day}. A wild {kind} appears.", "Here, {at place}, lives {hero the kind}.",
             "Quiet now. We may observe the {kind} up close."),
            ("Nature never ceases to amaze.", "And so life goes on, {at place}.", "Truly one of nature's wonders."),
        ),
    },
    "fairy_tale": {
        "ko": (
            ("옛날 옛적, {place}에 {hero:이/가} 살았어요.", "아주 먼 옛날, {day}의 이야기예요.",
             "호랑이 담배 피우던 시절, {hero:이/가} 있었어요."),
            ("그리고 오래오래 행복하게 살았답니다.", "옛날이야기는 여기서 끝!", "지금도 어딘가에서 그러고 있대요."),
        ),
        "en": (
            ("Once upon a time, {at place}, lived {hero}.", "Long ago, on {a day}, there was {hero}.",
             "In a land far away, there was a {kind}."),
            ("And they lived happily ever after.", "The end. Well, almost.", "And some say they are at it still."),
        ),
    },
}  # fmt: skip


def framed(script: Script, idea: Idea) -> Script:
    """The story with the captions of its form, if that has any."""
    if idea.form not in FRAMES or not script.characters:
        return script
    opening, closing = FRAMES[idea.form][script.language]
    values = _values(script)
    first, last = script.panels[0], script.panels[-1]
    others = tuple(line for line in first.lines if line.kind != "caption")
    first = _with_lines(first, (_caption(opening, values, script.language, idea), *others))
    last = _with_lines(last, (*last.lines, _caption(closing, values, script.language, idea)))
    return script.with_changes(panels=(first, *script.panels[1:-1], last))


def _with_lines(panel: Panel, lines: tuple[Line, ...]) -> Panel:
    return panel.with_changes(lines=lines)


def _caption(wordings: tuple[str, ...], values: dict[str, str], language: str, idea: Idea) -> Line:
    fitting = [said for wording in wordings if len(said := fill(wording, values)) <= LONGEST[language]]
    return Line(text=Random(idea.fingerprint()).choice(fitting or [fill(wordings[0], values)]), kind="caption")


def _values(script: Script) -> dict[str, str]:
    language, hero = script.language, script.characters[0]
    said = {category(phrase): phrase for phrase in reversed(split_phrases(script.panels[0].scene))}
    place, time, weather = said.get("place", "street"), said.get("time", "day"), said.get("weather", "")
    noun = noun_of(place, language)
    values = {
        "hero": hero.name,
        "kind": noun_of_kind(hero.look[0] if hero.look else "child", language),
        "place": noun,
        "day": day_words(weather, time, language),
        "weather": noun_of(weather, language) if weather else {"ko": "맑음", "en": "fine"}[language],
    }
    if language == "en":
        values |= {"at place": at_place(noun, place), "a day": values["day"], "day": values["day"].split(" ", 1)[1]}
        values["hero the kind"] = named(values["hero"], values["kind"])
    return values


def noun_of_kind(look: str, language: str) -> str:
    """The plain word for what somebody is: "orange cat" → 고양이."""
    from pipeline.lexicon.entries import entries

    kind = look.split()[-1]
    figures = (each for each in entries() if each.sort == "figure" and each.visual[0].split()[-1] == kind)
    found = next(figures, None)
    return found.words(language)[0] if found else kind
