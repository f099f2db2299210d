"""CBZ: a stored ZIP of the page with ComicInfo 2.0 at its root, as comic readers and servers expect.

The schema (anansi-project/comicinfo, 2.0) is an ordered sequence: its order is kept here.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from pipeline.export import AI_MARK, GENERATOR, Publication
from pipeline.export.png import publish as publish_png

SUFFIXES = (".cbz",)
MIME = "application/vnd.comicbook+zip"
_PAGE = "0001.png"


def publish(publication: Publication) -> bytes:
    """The comic as a CBZ file."""
    picture = publish_png(publication)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_PAGE, picture)
        archive.writestr("ComicInfo.xml", comic_info(publication, len(picture)))
    return buffer.getvalue()


def comic_info(publication: Publication, picture_bytes: int) -> bytes:
    """ComicInfo.xml for one page of so many bytes."""
    comic, script = publication.comic, publication.comic.script
    made = comic.created[:10].split("-") if comic.created else []
    fields = {
        "Title": comic.title,
        "Series": comic.title,
        "Number": "1",
        "Count": "1",
        "Summary": script.logline if script else "",
        "Notes": f"{AI_MARK} · {GENERATOR}\n{publication.transcript()}",
        **dict(zip(("Year", "Month", "Day"), (str(int(part)) for part in made), strict=False)),
        "Writer": comic.writer,
        "Penciller": ", ".join(sorted({slot.take.recipe.artist for slot in comic.slots if slot.take})),
        "Genre": comic.idea.genre,
        "PageCount": "1",
        "LanguageISO": publication.language,
        "Manga": "No",
        "Characters": ", ".join(each.name for each in script.characters) if script else "",
    }
    root = ElementTree.Element("ComicInfo")
    for name, value in fields.items():
        if value:
            ElementTree.SubElement(root, name).text = _writable(value)
    page = publication.composed.page
    pages = ElementTree.SubElement(root, "Pages")
    size = {"ImageSize": str(picture_bytes), "ImageWidth": str(page.width), "ImageHeight": str(page.height)}
    ElementTree.SubElement(pages, "Page", {"Image": "0", "Type": "Story", **size})
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _writable(text: str) -> str:
    """XML 1.0 has no place for control characters but tab and line ends."""
    return "".join(letter for letter in text if letter in "\t\n" or ord(letter) >= 32)
