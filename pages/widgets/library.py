"""The Library page's parts: shelves of comics; open, rename, duplicate, delete with undo.

Only the comics on the shelf that is shown are opened, so a thousand of them cost no more than ten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, frames, notebook, state
from pipeline import words

if TYPE_CHECKING:
    from pipeline.store import Entry

_ACROSS = 4
SHELF = 12
"""How many comics are shown, and opened, at a time."""
_DELETED = "necut.deleted"
_ADOPTED = "necut.adopted"
_MOST_MB = 32


def undo_bar() -> None:
    """The comic just deleted, and the way back."""
    deleted = st.session_state.get(_DELETED)
    if deleted is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="undo_bar"):
        st.markdown(state.text("library.deleted", title=state.plain(deleted[1])))
        st.button(state.text("library.undo"), key="undo", icon=":material/undo:", on_click=errors.callback(_undo))


def open_file() -> None:
    """A .necut file from elsewhere becomes a comic of this library."""
    with st.popover(state.text("library.open_file"), icon=":material/upload_file:"):
        given = st.file_uploader(state.text("library.file"), type=["necut"], key="necut_file", max_upload_size=_MOST_MB)
        if given is not None and st.session_state.get(_ADOPTED) != given.file_id:
            st.session_state[_ADOPTED] = given.file_id
            _adopt(given.getvalue())


def _adopt(data: bytes) -> None:
    from pipeline.export import necut

    comic = necut.open_again(data)
    st.switch_page("pages/4_Comic.py", query_params={"comic": comic.id})


def shelves() -> None:
    """One page of comics, newest first, and the way to the others."""
    from pipeline import store

    found = store.ids()
    if not found:
        notebook.invite("library.invite")
        return
    count = -(-len(found) // SHELF)
    shelf = st.pagination(count, key="shelf") if count > 1 else 1
    first = (min(shelf, count) - 1) * SHELF
    st.caption(state.text("library.count", count=len(found)))
    shown = found[first : first + SHELF]
    for start in range(0, len(shown), _ACROSS):
        columns = st.columns(_ACROSS, gap="small")
        for comic_id, column in zip(shown[start : start + _ACROSS], columns, strict=False):
            with column.container(border=True, key=f"shelf_{comic_id}"):
                _book(store.entry(comic_id))


def _book(entry: Entry) -> None:
    if entry.cover is not None:
        st.image(str(entry.cover), width="stretch", alt=entry.title)
    else:
        st.image(frames.NOTHING_YET, width="stretch", alt=entry.title)
    st.markdown(f"**{state.plain(entry.title)}**")
    if entry.problem is not None:
        st.warning(words.tell(entry.problem, state.language()))
        return
    st.caption(entry.changed[:16].replace("T", " "))
    with st.container(horizontal=True, gap="small"):
        if st.button(state.text("library.open"), key=f"open_{entry.id}", icon=":material/menu_book:"):
            _open(entry.id)
        with st.popover("", icon=":material/more_horiz:", help=state.text("library.more")):
            _more(entry)


def _more(entry: Entry) -> None:
    st.text_input(
        state.text("library.rename"),
        value=entry.title,
        key=f"rename_{entry.id}",
        max_chars=200,
        on_change=errors.callback(_rename),
        args=(entry.id,),
    )
    st.button(
        state.text("library.duplicate"),
        key=f"duplicate_{entry.id}",
        icon=":material/content_copy:",
        on_click=errors.callback(_duplicate),
        args=(entry.id,),
    )
    st.button(
        state.text("library.delete"),
        key=f"delete_{entry.id}",
        icon=":material/delete:",
        on_click=errors.callback(_delete),
        args=(entry.id, entry.title),
    )


def _open(comic_id: str) -> None:
    st.switch_page("pages/4_Comic.py", query_params={"comic": comic_id})


def _rename(comic_id: str) -> None:
    from pipeline import store

    name = st.session_state[f"rename_{comic_id}"].strip()
    store.change(comic_id, lambda comic: comic.with_changes(name=name))
    if comic_id == state.comic_id():
        state.saw()


def _duplicate(comic_id: str) -> None:
    from pipeline import store

    store.duplicate(comic_id)


def _delete(comic_id: str, title: str) -> None:
    from pipeline import store

    store.delete(comic_id)
    st.session_state[_DELETED] = (comic_id, title)
    if state.comic_id() == comic_id:
        state.close_comic()


def _undo() -> None:
    from pipeline import store

    comic_id, _ = st.session_state.pop(_DELETED)
    store.restore(comic_id)
