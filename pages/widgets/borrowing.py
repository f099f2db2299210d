"""Words of a picture that pleases: who knows little of prompts looks at those of good pictures and varies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import drawers, errors, frames, state

if TYPE_CHECKING:
    from pipeline.comic import Comic

_FILE, _WORDS, _INTO = "borrow_file", "borrow_words", "borrow_into"
_MOST_WORDS = 60
_MEGABYTES = 16
_ALL = -1


def box(comic: Comic) -> None:
    """A popover: a picture comes in, the words inside it become chips, the marked ones go into a panel."""
    label = state.text("prompt.borrow")
    with drawers.drawer("borrow", label, ":material/image_search:", type="tertiary") as is_open:
        if not is_open:
            return
        st.caption(state.text("prompt.borrow_about"))
        file = st.file_uploader(
            state.text("prompt.borrow_file"), type=["png", "jpg", "jpeg", "webp"], key=_FILE, max_upload_size=_MEGABYTES
        )
        if file is None:
            return
        with errors.told():
            _offer(comic, _words_of(file))


def _words_of(file) -> tuple[str, ...]:
    """The phrases of the prompt inside a picture. Raises FileError or InputError."""
    from pipeline import grammar, infotext

    found = infotext.read_picture(file)
    return tuple(dict.fromkeys(grammar.phrases(str(found.get("prompt") or ""))))[:_MOST_WORDS]


def _offer(comic: Comic, found: tuple[str, ...]) -> None:
    st.pills(
        state.text("prompt.borrow_words"),
        found,
        selection_mode="multi",
        key=_WORDS,
        format_func=state.plain,
    )
    names = {_ALL: state.text("prompt.borrow_all")} | {
        panel: frames.beat(comic, panel) for panel, slot in enumerate(comic.slots) if slot.prompt
    }
    st.selectbox(state.text("prompt.borrow_into"), tuple(names), key=_INTO, format_func=names.get)
    st.button(
        state.text("prompt.borrow_take"),
        key="borrow_take",
        icon=":material/add:",
        disabled=not st.session_state.get(_WORDS),
        on_click=errors.callback(_take),
    )


def _take() -> None:
    """Put the marked words behind a panel's own, or behind everybody's."""
    from pipeline.comic import PANELS, Piece
    from pipeline.flow import wording

    marked, into = tuple(st.session_state[_WORDS]), st.session_state[_INTO]

    def borrowed(comic: Comic) -> Comic:
        for panel in range(PANELS) if into == _ALL else (into,):
            for text in marked:
                comic = wording.with_candidate_word(comic, panel, Piece(text=text, origin="user"), True)
        return comic

    state.change(borrowed)
    state.notify("prompt.borrowed", words=", ".join(marked))
