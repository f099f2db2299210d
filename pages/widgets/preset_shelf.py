"""All presets at a glance: a picture and a purpose each; use, make, copy, rename, delete, take in and out.

It stands in a dialog. What goes wrong is told inside it: the page beneath is covered.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, preset_changes, state
from pipeline import words
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.presets.importing import Imported
    from pipeline.presets.preset import Preset

_ACROSS = 4
_TOLD = "necut.shelf_told"
_UPLOADS = "necut.shelf_uploads"
_MOST_MB = 1
_NAMED = 6
"""How many presets of a file are named before it is taken in."""


def button() -> None:
    """The way to the shelf."""
    if st.button(state.text("shelf.open"), key="shelf_open", icon=":material/grid_view:"):
        _dialog()


def _dialog() -> None:
    @st.dialog(state.text("shelf.heading"), width="large", on_dismiss="rerun")
    def show() -> None:
        from pipeline import presets

        with st.container(horizontal=True, gap="small"):
            _new()
            _take_in()
        if told := st.session_state.pop(_TOLD, None):
            st.error(words.tell(told, state.language()), icon=":material/error:")
        names = presets.names()
        for first in range(0, len(names), _ACROSS):
            for name, column in zip(names[first : first + _ACROSS], st.columns(_ACROSS, gap="small"), strict=False):
                with column.container(border=True, key=f"preset_{name}"):
                    _card(name)

    show()


def _told_here(verb: Callable[..., None]) -> Callable[..., None]:
    """A callback whose errors are told in the dialog."""

    @functools.wraps(verb)
    def guarded(*arguments: object) -> None:
        try:
            verb(*arguments)
        except NecutError as error:
            st.session_state[_TOLD] = error

    return guarded


def _card(name: str) -> None:
    from pipeline import presets

    label = state.labels("preset")(name)
    st.image(_picture(name), width="stretch", alt=label)
    own = f" :material/person: :small[{state.text('shelf.own')}]" if presets.is_own(name) else ""
    st.markdown(f"**{state.plain(label)}**{own}")
    st.caption(state.plain(presets.description(name, state.language())))
    with st.container(horizontal=True, gap="small"):
        chosen = state.comic()
        if chosen is not None and st.button(
            state.text("shelf.use"),
            key=f"use_{name}",
            disabled=chosen.preset_name == name,
            on_click=_told_here(_use),
            args=(name,),
        ):
            delivery.rerun()
        with st.popover("", icon=":material/more_horiz:", help=state.text("library.more")):
            _more(name)


def _picture(name: str) -> bytes | str:
    """What the preset made when it was saved, else a sketch under it; frames for one that cannot be read."""
    from pages.widgets import frames
    from pipeline import presets
    from pipeline.comic import fingerprint
    from pipeline.presets import thumbnails

    if kept := thumbnails.find(name):
        return kept
    try:
        preset = presets.read(name)
        return _sketched(fingerprint(preset.model_dump(mode="json")), preset)
    except NecutError:
        return frames.NOTHING_YET


@st.cache_data(show_spinner=False, max_entries=512)
def _sketched(key: str, _preset: Preset) -> bytes:
    from pipeline.flow import thumbnails

    return thumbnails.drawn(_preset)


def _more(name: str) -> None:
    """A copy for everyone; another name or the bin for the user's own."""
    from pipeline import presets
    from pipeline.files import read_bytes

    st.download_button(
        state.text("shelf.take_out"),
        data=lambda: read_bytes(presets.path_of(name)),
        file_name=f"{name}.yaml",
        mime="application/yaml",
        key=f"take_out_{name}",
        icon=":material/download:",
        on_click="ignore",
    )
    st.button(
        state.text("shelf.copy"),
        key=f"copy_{name}",
        icon=":material/content_copy:",
        on_click=_told_here(_copy),
        args=(name,),
    )
    if not presets.is_own(name):
        return
    st.text_input(
        state.text("shelf.rename"),
        value=name,
        key=f"rename_{name}",
        max_chars=80,
        on_change=_told_here(_rename),
        args=(name,),
    )
    st.button(
        state.text("shelf.restore" if presets.is_shipped(name) else "shelf.delete"),
        key=f"delete_{name}",
        icon=":material/delete:",
        on_click=_told_here(_delete),
        args=(name,),
    )


def _use(name: str) -> None:
    from pipeline import presets
    from pipeline.flow import edits

    preset = presets.read(name)
    preset_changes.remember(state.comic())
    state.change(lambda comic: edits.tune(comic, name, preset))


def _copy(name: str) -> None:
    from pipeline import presets

    presets.duplicate(name, presets.free_name(name))


def _rename(name: str) -> None:
    from pipeline import presets

    new = st.session_state[f"rename_{name}"].strip()
    if new == name:
        return
    presets.rename(name, new)
    chosen = state.comic()
    if chosen is not None and chosen.preset_name == name:
        state.change(lambda comic: comic.with_changes(preset_name=new))


def _delete(name: str) -> None:
    """The open comic keeps its values; their name is gone, or the shipped preset's again."""
    from pipeline import presets

    presets.delete(name)


def _new() -> None:
    """A preset that builds on another, or on nothing."""
    from pipeline import presets

    with st.popover(state.text("shelf.new"), icon=":material/add:"):
        st.text_input(state.text("render.preset_name"), key="shelf_new_name", max_chars=80)
        st.selectbox(
            state.text("shelf.builds_on"),
            presets.names(),
            index=None,
            key="shelf_new_base",
            placeholder=state.text("shelf.nothing"),
            format_func=state.labels("preset"),
            help=state.text("shelf.builds_on_help"),
        )
        st.button(state.text("shelf.make"), key="shelf_make", on_click=_told_here(_make))


def _make() -> None:
    from pipeline import presets
    from pipeline.errors import InputError

    name = (st.session_state.get("shelf_new_name") or "").strip()
    if name in presets.names():
        raise InputError("presets.is_there", name=name)
    presets.save(name, {}, extends=st.session_state.get("shelf_new_base") or "")
    st.session_state["shelf_new_name"] = ""


def _take_in() -> None:
    """Presets and styles from a file: what is found is told first, kept on a click."""
    with st.popover(state.text("shelf.take_in"), icon=":material/upload_file:"):
        given = st.file_uploader(
            state.text("shelf.file"),
            type=["yaml", "yml", "csv", "json"],
            key=f"shelf_file_{st.session_state.get(_UPLOADS, 0)}",
            max_upload_size=_MOST_MB,
        )
        if given is None:
            return
        from pipeline.presets import importing

        try:
            found = importing.read_upload(given.getvalue(), given.name)
        except NecutError as error:
            st.error(words.tell(error, state.language()), icon=":material/error:")
            return
        _offer(found)


def _offer(found: list[Imported]) -> None:
    named = ", ".join(each.name for each in found[:_NAMED]) + ("…" if len(found) > _NAMED else "")
    st.markdown(state.text("shelf.found", count=len(found), names=state.plain(named)))
    if left_out := sorted({name for each in found for name in each.left_out}):
        st.caption(state.text("shelf.left_out", names=state.plain(", ".join(left_out))))
    st.button(
        state.text("shelf.keep", count=len(found)),
        key="shelf_keep",
        type="primary",
        on_click=_told_here(_keep),
        args=(found,),
    )


def _keep(found: list[Imported]) -> None:
    from pipeline.presets import importing

    for each in found:
        importing.keep(each)
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1  # a new uploader is an empty one
