"""A duel as one page to keep: the preset found, the ranking with pictures, and every choice. HTML without anything
from elsewhere: pictures stand in the file itself."""

from __future__ import annotations

import base64
from html import escape
from io import BytesIO

from pipeline import words
from pipeline.tuning import adopting, axes, duel, showing
from pipeline.tuning.duel import Duel, Place
from pipeline.tuning.duel_asking import Rank

SHOWN = 6
"""How many presets of the ranking are pictured."""
_WIDTH, _BEST_WIDTH = 320, 640
_QUALITY = 82
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
  background: #faf6ee; color: #26221c; word-break: keep-all; }
h1 { line-height: 1.2; } figure { margin: 0; } img { width: 100%; border: 2px solid #26221c; border-radius: 8px; }
.best { max-width: 40rem; }
.ranks { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.2rem; }
figcaption, td { font-size: .9rem; } table { border-collapse: collapse; width: 100%; }
td, th { padding: .3rem .6rem; border-bottom: 1px solid #d9cfbc; text-align: left; }
.bar { height: .45rem; border-radius: .3rem; background: #e2533a; }
pre { background: #fffdf8; padding: .8rem; border-radius: 8px; white-space: pre-wrap; }
@media (prefers-color-scheme: dark) { body { background: #1d1b22; color: #eee6da; } img { border-color: #eee6da; }
  td, th { border-color: #4a4552; } pre { background: #27242d; } }
"""


def html(found: Duel, language: str) -> str:
    """The report in one language. Presets whose pictures are not there are told in words alone."""
    say = lambda key, **values: escape(words.say(f"duel.{key}", language, **values))  # noqa: E731
    standing = duel.standing(found)
    best = duel.best(found)
    ranks = "".join(_rank(found, rank, number, language) for number, rank in _pictured(found))
    parts = [
        f"<h1>{say('report_heading', title=found.comic.title)}</h1>",
        f"<p>{say('report_about', count=len(found.choices), presets=duel.space(found).size)}<br>"
        f"{say('sureness', share=_percent(standing.sureness))}</p>",
        f"<h2>{say('best')}</h2>",
        f'<figure class="best">{_picture(found, best, _BEST_WIDTH, language)}'
        f"<figcaption>{escape(title(found, best, language))}</figcaption></figure>",
        f"<pre>{escape(yaml_lines(found))}</pre>",
        f"<h2>{say('ranking')}</h2>",
        f'<div class="ranks">{ranks}</div>',
        f"<h2>{say('choices')}</h2>",
        f"<table>{''.join(_choice(found, number, language) for number in range(len(found.choices)))}</table>",
    ]
    head = f'<meta charset="utf-8"><title>{say("report_heading", title=found.comic.title)}</title>'
    return f'<!doctype html><html lang="{language}"><head>{head}<style>{_STYLE}</style></head><body>{"".join(parts)}'


def title(found: Duel, place: Place, language: str) -> str:
    """A preset's values in a few words: "CFG scale 7 · Sampler Euler"."""
    return " · ".join(
        f"{axes.field_label(axis.field, language)} {axes.value_label(axis, axis.values[digit], language)}"
        for axis, digit in zip(found.axes, place, strict=True)
    )


def yaml_lines(found: Duel) -> str:
    """The keys of the preset found that differ from the file the comic was tuned from, as a file says them."""
    grid = duel.arm(found, duel.best(found)).with_changes(comic=found.comic)
    tried = duel.tried(found, duel.best(found))
    changed = adopting.changes(grid, tried.cell)
    return "\n".join(f"{name}: {'–' if value is None else value}" for name, value in changed.items())


def picture(found: Duel, place: Place, width: int) -> bytes | None:
    """A preset's page as a JPEG; None when nothing of it is drawn."""
    drawn = showing.picture(duel.arm(found, place), duel.tried(found, place), width)
    if drawn is None:
        return None
    buffer = BytesIO()
    drawn.convert("RGB").save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _picture(found: Duel, place: Place, width: int, language: str) -> str:
    data = picture(found, place, width)
    if data is None:
        return ""
    told = escape(title(found, place, language), quote=True)
    return f'<img alt="{told}" src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">'


def _pictured(found: Duel) -> list[tuple[int, Rank]]:
    return list(enumerate(duel.ranking(found), 1))[:SHOWN]


def _rank(found: Duel, rank: Rank, number: int, language: str) -> str:
    place = duel.space(found).digits(rank.point)
    shown = {"worth": f"{rank.worth:+.1f}", "more": f"{rank.give_or_take:.1f}", "share": _percent(rank.best_chance)}
    told = words.say("duel.worth", language, **shown)
    return (
        f"<figure>{_picture(found, place, _WIDTH, language)}<figcaption><b>{number}.</b> "
        f"{escape(title(found, place, language))}<br>{escape(told)}"
        f'<div class="bar" style="width:{max(1, round(100 * rank.best_chance))}%"></div></figcaption></figure>'
    )


def _choice(found: Duel, number: int, language: str) -> str:
    choice = found.choices[number]
    sides = [escape(title(found, place, language)) for place in (choice.left, choice.right)]
    if choice.verdict != "tie":
        side = 0 if choice.verdict == "left" else 1
        sides[side] = f"<b>{sides[side]}</b>"
    middle = (
        words.say("duel.report_tie", language)
        if choice.verdict == "tie"
        else ("←" if choice.verdict == "left" else "→")
    )
    return f"<tr><td>{number + 1}</td><td>{sides[0]}</td><td>{escape(middle)}</td><td>{sides[1]}</td></tr>"


def _percent(share: float) -> str:
    return f"{share:.0%}"
