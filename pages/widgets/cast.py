"""The cast on the Story page: a sheet for everybody in the script, and stars brought in from the cast library.

A sheet is edited in a dialog (`cast_sheet`). Dialogs cannot open one another: whoever wants one asks for it,
and the next run opens it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import cast_sheet, delivery, errors, state

if TYPE_CHECKING:
    from pipeline.comic import Character, Comic

_STARS = "necut.stars"
_PORTRAIT = 84
_CARD = 148
_SHOWN_WORDS = 90


def stars(comic: Comic | None) -> None:
    """Who of the library stars in this idea, a way to choose them; and whichever dialog was asked for."""
    starred = _starred_names(comic)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="stars"):
        if st.button(
            state.text("cast.stars"),
            key="open_library",
            icon=":material/star:",
            type="tertiary",
            help=state.text("cast.stars_help"),
        ):
            _library_dialog()
        for name in starred:
            st.button(
                name,
                key=f"unstar_{name}",
                icon=":material/close:",
                on_click=errors.callback(_toggle),
                args=(name,),
            )
    cast_sheet.open_asked(comic)


def starred() -> tuple[Character, ...]:
    """The stars of the idea that the fields hold: those of the open comic, else those chosen before there is one."""
    comic = state.comic()
    if comic is not None:
        st.session_state.pop(_STARS, None)
        return comic.idea.stars
    from pipeline.cast import library

    return tuple(library.read(name) for name in st.session_state.get(_STARS, ()))


def _starred_names(comic: Comic | None) -> tuple[str, ...]:
    return tuple(star.name for star in comic.idea.stars) if comic else st.session_state.get(_STARS, ())


def _toggle(name: str) -> None:
    """Star somebody of the library, or no longer."""
    from pipeline.cast import library
    from pipeline.comic import MAX_CAST
    from pipeline.errors import InputError
    from pipeline.flow import casting

    comic = state.comic()
    names = _starred_names(comic)
    if name not in names and len(names) >= MAX_CAST:
        raise InputError("cast.stars_many", count=MAX_CAST)
    if comic is None:
        kept = tuple(each for each in names if each != name)
        st.session_state[_STARS] = kept if name in names else (*names, name)
        return
    kept = tuple(star for star in comic.idea.stars if star.name != name)
    after = kept if name in names else (*kept, library.read(name))
    state.change(lambda newest: casting.with_stars(newest, after))


def _library_dialog() -> None:
    st.dialog(state.text("cast.library"), width="large", icon=":material/groups:", on_dismiss="rerun")(_library)()


def _library() -> None:
    from pipeline.cast import library

    with errors.told():
        errors.tell_notice()
        st.caption(state.text("cast.stars_help"))
        starred = _starred_names(state.comic())
        with st.container(horizontal=True, gap="small", key="library_cards"):
            for name in library.names(state.language()):
                _library_card(name, name in starred)
        if st.button(state.text("cast.new"), key="new_sheet", icon=":material/person_add:"):
            cast_sheet.ask_for("", None)
            delivery.rerun()


def _library_card(name: str, starred: bool) -> None:
    """A sheet of the library: portrait, look, star, edit, remove. A broken file is a sentence in its place."""
    from pipeline.cast import library

    with st.container(border=True, width=_CARD, key=f"kept_{name}", gap="small"), errors.told():
        sheet = library.read(name)
        _portrait(sheet, _CARD - 40)
        st.markdown(f"**{state.plain(sheet.name)}**")
        st.caption(_shown(sheet))
        st.button(
            state.text("cast.starred" if starred else "cast.star"),
            key=f"star_{name}",
            icon=":material/star:",
            type="primary" if starred else "secondary",
            width="stretch",
            on_click=errors.callback(_toggle),
            args=(name,),
        )
        with st.container(horizontal=True, gap="small"):
            if st.button(state.text("cast.edit"), key=f"edit_kept_{name}", type="tertiary"):
                cast_sheet.ask_for("", sheet)
                delivery.rerun()
            if library.is_own(name):
                st.button(
                    state.text("cast.forget"),
                    key=f"forget_{name}",
                    type="tertiary",
                    on_click=errors.callback(_forget),
                    args=(name,),
                )


def _forget(name: str) -> None:
    from pipeline.cast import library

    library.forget(name)
    st.session_state[_STARS] = tuple(each for each in st.session_state.get(_STARS, ()) if each != name)
    state.notify("cast.forgotten", name=name)


def sheets(comic: Comic) -> None:
    """A card for everybody in the script: portrait, name, look, and the sheet behind a button."""
    st.caption(state.text("cast.heading"))
    _colours(comic)
    with st.container(horizontal=True, gap="small", key="cast"):
        for number, character in enumerate(comic.script.characters):
            _card(number, character)


def _card(number: int, character: Character) -> None:
    with st.container(
        border=True, width=340, horizontal=True, vertical_alignment="center", gap="small", key=f"cast_{number}"
    ):
        _portrait(character, _PORTRAIT)
        with st.container(gap=None, width=190):
            st.markdown(f"**{state.plain(character.name)}**")
            st.caption(_shown(character))
            if character.voice:
                st.caption(state.plain(character.voice))
            if st.button(
                state.text("cast.edit"),
                key=f"sheet_of_{number}",
                icon=":material/badge:",
                type="tertiary",
            ):
                cast_sheet.open_now(character.name, character)


def _portrait(character: Character, width: int) -> None:
    alt = state.text("cast.portrait_alt", name=character.name, look=", ".join(character.look))
    cast_sheet.show_portrait(character, width, alt)


def _shown(character: Character) -> str:
    """The look in the language of the interface, not endless."""
    words = ", ".join(cast_sheet.look_labels(character.look))
    return state.plain(words if len(words) <= _SHOWN_WORDS else f"{words[:_SHOWN_WORDS]}…")


def _colours(comic: Comic) -> None:
    """A stripe of everybody's colour beside their card. (A colour is six digits: the noun sees to it.)"""
    rules = [
        f".st-key-cast_{number} {{ border-left: 6px solid {character.colour}; }}"
        for number, character in enumerate(comic.script.characters)
        if character.colour
    ]
    if rules:
        st.html(f"<style>{' '.join(rules)}</style>")
