"""PDF: the page with lossless art, and every letter as text that can be searched, selected and read aloud.

The letters that are seen are painted; the text stands over them, invisible, in an embedded font.
"""

from __future__ import annotations

from io import BytesIO

from pipeline.compose import text_layer
from pipeline.export import AI_MARK, GENERATOR, Publication
from pipeline.typeset.faces import FONTS

SUFFIXES = (".pdf",)
MIME = "application/pdf"
_WIDTH = 595.0  # points: as wide as A4, as tall as the page needs
_FONT = "necut-text"
_FONT_FILE = "NotoSansKR-Medium.ttf"  # has every Korean syllable
_INVISIBLE = 3  # text render mode 3 of the PDF reference: neither filled nor stroked


def publish(publication: Publication) -> bytes:
    """The page as a PDF file of one page."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    composed = publication.composed
    scale = _WIDTH / composed.page.width
    height = composed.page.height * scale
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(_WIDTH, height), pageCompression=1, lang=publication.language)
    _describe(canvas, publication)
    canvas.drawImage(ImageReader(composed.picture), 0, 0, _WIDTH, height)
    _embed_font()
    if composed.page.title is not None and publication.comic.script is not None:
        title = composed.page.title
        _write(canvas, publication.comic.script.title, title, title.height * 0.5, scale, height)
    for run in text_layer(composed):
        _write(canvas, run.text, run.box, run.size, scale, height)
    canvas.save()
    return buffer.getvalue()


def _describe(canvas, publication: Publication) -> None:
    comic = publication.comic
    canvas.setTitle(comic.title)
    canvas.setCreator(GENERATOR)
    canvas.setProducer(GENERATOR)
    canvas.setSubject(publication.transcript())
    canvas.setKeywords([AI_MARK, comic.idea.genre, comic.idea.form])


def _embed_font() -> None:
    """Tell reportlab of the font that has every Korean syllable; it embeds the letters that are used."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(FONTS / _FONT_FILE)))


def _write(canvas, text: str, box, size: float, scale: float, page_height: float) -> None:
    """One line of invisible text that begins at the box's left and is as wide as the box."""
    from reportlab.pdfbase import pdfmetrics

    words = text.strip()
    natural = pdfmetrics.stringWidth(words, _FONT, size * scale)
    if not natural:
        return
    middle = page_height - (box[1] + box[3]) / 2 * scale
    line = canvas.beginText(box[0] * scale, middle - size * scale / 3)
    line.setFont(_FONT, size * scale)
    line.setHorizScale(100 * (box[2] - box[0]) * scale / natural)
    line.setTextRenderMode(_INVISIBLE)
    line.textLine(words)
    canvas.drawText(line)
