"""`.necut`: the whole comic in one ZIP, every take included, that the Library opens again."""

from __future__ import annotations

import zipfile
from io import BytesIO

from pipeline import store
from pipeline.comic import Comic
from pipeline.errors import DamagedFile
from pipeline.export import Publication

SUFFIXES = (".necut",)
MIME = "application/vnd.necut+zip"
_DOCUMENT = "comic.json"
_TAKES = "takes/"
_MOST_FILES, _MOST_BYTES = 2000, 2_000_000_000


def publish(publication: Publication) -> bytes:
    """The comic's document and all its pictures; what was asked of ChatGPT about it stays at home."""
    comic = publication.comic
    comic = comic.with_changes(desk=comic.desk.with_changes(chat=()))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_DOCUMENT, comic.model_dump_json())
        for slot in comic.slots:
            for take in slot.takes:
                path = store.take_path(comic.id, take.id)
                if path.exists():  # a picture that is lost already does not keep the rest from being saved
                    archive.write(path, f"{_TAKES}{take.id}.png", zipfile.ZIP_STORED)
    return buffer.getvalue()


def open_again(data: bytes) -> Comic:
    """A comic from such a file, in the store under a new id. Raises DamagedFile when it is no such file.

    Only the pictures that its document names are taken, and only as many bytes as were announced.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_FILES or sum(member.file_size for member in members) > _MOST_BYTES:
                raise DamagedFile("export.no_necut")
            comic = store.parse(archive.read(_DOCUMENT), _DOCUMENT)
            pictures = {
                take.id: archive.read(f"{_TAKES}{take.id}.png")
                for slot in comic.slots
                for take in slot.takes
                if f"{_TAKES}{take.id}.png" in archive.namelist()
            }
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError) as exc:
        raise DamagedFile("export.no_necut") from exc
    return store.adopt(comic, pictures)
