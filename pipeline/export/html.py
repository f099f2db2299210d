"""HTML: one self-contained page that shows the comic, with a transcript and, where there are two, a switch
between the languages of the letters. Everything of the user's is escaped; nothing is fetched."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from pipeline import words
from pipeline.comic import Comic
from pipeline.export import AI_MARK, GENERATOR, Publication
from pipeline.export.webp import publish as publish_webp

SUFFIXES = (".html", ".htm")
MIME = "text/html"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{generator}">
<meta name="description" content="{mark}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 0; background: #fbf6ec; color: #2a2420; font-family: system-ui, sans-serif; text-align: center; }}
main {{ max-width: 900px; margin: 0 auto; padding: 1rem; }}
img {{ width: 100%; height: auto; }}
label {{ display: inline-block; padding: .4rem 1rem; cursor: pointer; }}
details {{ text-align: left; white-space: pre-line; line-height: 1.6; }}
article {{ display: none; }}
{switches}
@media (prefers-color-scheme: dark) {{ body {{ background: #191a23; color: #f2ebdd; }} }}
</style>
</head>
<body>
<main>
{inputs}
{tracks}
<footer><small>{generator} · {mark}</small></footer>
</main>
</body>
</html>
"""
_INPUT = '<input type="radio" name="track" id="track-{0}"{2}><label for="track-{0}">{1}</label>'
_TRACK = """<article id="page-{0}" lang="{0}">
<img src="data:image/webp;base64,{1}" width="{2}" height="{3}" alt="{4}">
<details><summary>{5}</summary>{6}</details>
</article>"""


def publish(publication: Publication) -> bytes:
    """The comic as one HTML file."""
    tracks = languages(publication)
    html = _PAGE.format(
        language=tracks[0],
        generator=GENERATOR,
        mark=AI_MARK,
        title=escape(publication.comic.title),
        switches="\n".join(f"body:has(#track-{one}:checked) #page-{one} {{ display: block; }}" for one in tracks),
        inputs="\n".join(_input(one, one == tracks[0]) for one in tracks),
        tracks="\n".join(_track(_lettered(publication, one), one) for one in tracks),
    )
    return html.encode()


def languages(publication: Publication) -> tuple[str, ...]:
    """The languages in which every line can be read, the shown one first."""
    shown, script = publication.language, publication.comic.script
    lines = [line for panel in script.panels for line in panel.lines] if script else []
    others = {language for line in lines for language in line.other} | ({script.language} if script else set())
    whole = [one for one in sorted(others) if all(one == script.language or one in line.other for line in lines)]
    return (shown, *(one for one in whole if one != shown))


def _lettered(publication: Publication, language: str) -> Publication:
    lettering = publication.comic.lettering.with_changes(language=language)
    comic: Comic = publication.comic.with_changes(lettering=lettering)
    return Publication(comic, publication.arts, publication.width)


def _input(language: str, checked: bool) -> str:
    return _INPUT.format(language, words.label("languages", language, language), " checked" if checked else "")


def _track(publication: Publication, language: str) -> str:
    page = publication.composed.page
    picture = b64encode(publish_webp(publication)).decode()
    alt = " ".join(filter(None, (publication.alt_text(panel) for panel in range(len(publication.comic.slots)))))
    transcript = escape(publication.transcript())
    summary = escape(words.say("export.transcript", language))
    return _TRACK.format(language, picture, page.width, page.height, escape(alt, quote=True), summary, transcript)
