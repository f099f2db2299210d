"""The sidebar: interface language, the open comic, who is at work, Connect."""

from __future__ import annotations

import streamlit as st

from pages.widgets import errors, state
from pipeline.words import LANGUAGES, label


def show() -> None:
    """Draw the sidebar."""
    with st.sidebar:
        st.segmented_control(
            state.text("frame.interface_language"),
            LANGUAGES,
            key="interface_language",
            format_func=lambda language: label("languages", language, language),
            required=True,
            persist_state="session",
            label_visibility="collapsed",
        )
        with errors.told():
            _open_comic()
            _at_work()


def _open_comic() -> None:
    st.subheader(state.text("frame.open_comic"))
    comic = state.comic()
    if comic is None:
        st.caption(state.text("frame.no_comic"))
        return
    st.markdown(f"**{state.plain(comic.title)}**")
    st.button(
        state.text("frame.new_comic"),
        key="new_comic",
        icon=":material/add:",
        on_click=errors.callback(state.close_comic),
        width="stretch",
    )


def _at_work() -> None:
    """Who writes, prompts and draws, and the door to the real ones."""
    from pages.widgets import connect

    st.subheader(state.text("frame.at_work"))
    comic = state.comic()
    members = {"writers": "offline", "prompters": "cast", "artists": "sketch"}
    if comic is not None:
        members = {
            "writers": comic.writer,
            "prompters": comic.prompter,
            "artists": comic.artist or comic.preset.get("artist") or "sketch",
        }
    rows = [
        f"{state.heading(f'families.{family}')} · **{label(family, member, state.language())}**"
        for family, member in members.items()
    ]
    st.caption("  \n".join(rows))
    if st.button(state.text("frame.connect"), key="connect", icon=":material/cable:", width="stretch"):
        connect.dialog()
