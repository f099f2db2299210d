"""What all sessions share: the queue and pages already painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.compose import Composed
    from pipeline.queue import Queue


@st.cache_resource(show_spinner=False)
def queue() -> Queue:
    """The process's queue."""
    from pipeline import remote, store
    from pipeline.queue import Queue

    store.sweep()
    return Queue(surroundings=remote.acting_for)


def composed(comic: Comic, width: int | None = None) -> Composed:
    """The lettered page of a comic as it is now; painted once for each state of it."""
    return _composed(comic.id, _page_key(comic), width, comic)


@st.cache_resource(show_spinner=False, max_entries=24)
def _composed(_comic_id: str, page_key: str, width: int | None, _comic: Comic) -> Composed:
    from pipeline import flow

    return flow.letter(_comic, width)


def page_file(comic: Comic, format_name: str) -> bytes:
    """The comic published in a format; made once for each state of it."""
    return _page_file(comic.id, _page_key(comic), comic.title, format_name, comic)


@st.cache_data(show_spinner=False, max_entries=24)
def _page_file(_comic_id: str, page_key: str, title: str, format_name: str, _comic: Comic) -> bytes:
    from pipeline import export, flow

    return export.get(format_name).publish(export.Publication(_comic, flow.arts(_comic)))


def _page_key(comic: Comic) -> str:
    """The fingerprint of all that the page shows."""
    from pipeline.comic import fingerprint

    script = comic.script.model_dump(mode="json") if comic.script else None
    takes = [slot.chosen for slot in comic.slots]
    return fingerprint([comic.id, comic.title, script, takes, comic.layout, comic.lettering.model_dump(mode="json")])
