"""What the comic's preset says other than its file: shown field by field; and the file changed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.widgets import delivery, errors, state
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic

_SEEN = "necut.preset_seen"
_LEFT = "necut.preset_left"


def changed(comic: Comic) -> dict[str, tuple[Any, Any]]:
    """Field → (what the file says, what the comic says), where they differ; None is an open field. Empty when the
    file is gone or cannot be read."""
    saved = _in_file(comic)
    if saved is None:
        return {}
    names = [name for name in {**saved, **comic.preset} if saved.get(name) != comic.preset.get(name)]
    return {name: (saved.get(name), comic.preset.get(name)) for name in names}


def badge(comic: Comic) -> None:
    """How many fields differ from the file; a click shows what each was and is."""
    found = changed(comic)
    if not found:
        return
    names = ", ".join(state.text(f"preset_fields.{name}") for name in found)
    with st.popover(state.text("render.dirty", names=names), icon=":material/difference:", key="preset_changes"):
        for name, (saved, now) in found.items():
            st.markdown(f"**{state.text(f'preset_fields.{name}')}**")
            st.markdown(f":red[:material/remove: {_shown(saved)}]  \n:green[:material/add: {_shown(now)}]")


def _shown(value: Any) -> str:
    if value is None:
        return state.text("render.open")
    if isinstance(value, list):
        return state.plain(", ".join(f"{each['name']}:{each['weight']:g}" if isinstance(each, dict) else f"{each:g}"
                                     for each in value))  # fmt: skip
    return state.plain(str(value))


def follow_file(comic: Comic) -> None:
    """A file changed on disk is taken over where the comic has changed nothing itself, offered where it has."""
    saved, seen = _in_file(comic), st.session_state.get(_SEEN)
    key = (comic.id, comic.preset_name)
    if saved is None:
        return
    if seen is None or seen[0] != key:
        st.session_state[_SEEN] = (key, saved)
    elif seen[1] != saved and comic.preset == seen[1]:
        _take(saved)
        state.notify("shelf.followed", name=state.labels("preset")(comic.preset_name))
        delivery.rerun()
    elif seen[1] != saved and comic.preset != saved:
        name = state.plain(state.labels("preset")(comic.preset_name))
        with st.container(border=True, key="preset_changed_on_disk"):
            st.markdown(":material/sync_problem: " + state.text("shelf.changed_on_disk", name=name))
            with st.container(horizontal=True, gap="small"):
                st.button(
                    state.text("shelf.take_files"), key="take_files", on_click=errors.callback(_take), args=(saved,)
                )
                st.button(
                    state.text("shelf.keep_mine"), key="keep_mine", on_click=errors.callback(_keep), args=(saved,)
                )
    else:
        st.session_state[_SEEN] = (key, saved)


def remember(comic: Comic) -> None:
    """Before another preset is picked: what was tuned and not saved can be brought back."""
    if changed(comic):
        st.session_state[_LEFT] = (comic.id, comic.preset_name, comic.preset)


def way_back(comic: Comic) -> None:
    """Brings back what was tuned before another preset was picked."""
    left = st.session_state.get(_LEFT)
    if left is None or left[0] != comic.id or left[2] == comic.preset:
        return
    name = state.labels("preset")(left[1])
    st.button(
        state.text("shelf.way_back", name=name),
        key="preset_way_back",
        icon=":material/undo:",
        on_click=errors.callback(_bring_back),
    )


def _bring_back() -> None:
    _, name, values = st.session_state.pop(_LEFT)
    state.change(lambda comic: comic.with_changes(preset=values, preset_name=name))


def _take(saved: dict[str, Any]) -> None:
    state.change(lambda comic: comic.with_changes(preset=saved))
    _keep(saved)


def _keep(saved: dict[str, Any]) -> None:
    chosen = state.comic()
    st.session_state[_SEEN] = ((chosen.id, chosen.preset_name), saved)


def _in_file(comic: Comic) -> dict[str, Any] | None:
    from pipeline import presets

    try:
        return presets.read(comic.preset_name).closed()
    except NecutError:
        return None
