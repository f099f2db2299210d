"""The drift meter on the Render page: a flag at the panel whose character departs, and one quiet line for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import state

if TYPE_CHECKING:
    from pipeline.cast.drift import Verdict
    from pipeline.comic import Comic


def flag(comic: Comic, panel: int) -> None:
    """Who departs in this panel's picture, and where; nothing where all is well or nothing can be told."""
    for verdict in _verdicts(comic):
        if verdict.panel == panel and verdict.says == "departs":
            what = ", ".join(state.text(f"cast.drift_{where}") for where in verdict.where)
            words = state.text("cast.drift", name=verdict.character, what=what)
            st.caption(f":orange[:material/face_retouching_off: {state.plain(words)}]")


def summary(comic: Comic) -> None:
    """One line once there are pictures enough to compare: the cast is the same, or that cannot be told."""
    if sum(slot.take is not None for slot in comic.slots) < len(comic.slots):
        return
    says = {verdict.says for verdict in _verdicts(comic)}
    if "departs" in says:
        return
    known = "same" in says
    key, icon = ("drift_same" if known else "drift_few" if says else "drift_unknown"), ("face" if known else "help")
    st.caption(f":material/{icon}: {state.text(f'cast.{key}')}")


def _verdicts(comic: Comic) -> tuple[Verdict, ...]:
    return _measured(comic.id, tuple(slot.take.id if slot.take else "" for slot in comic.slots))


@st.cache_data(show_spinner=False, max_entries=64)
def _measured(comic_id: str, chosen: tuple[str, ...]) -> tuple[Verdict, ...]:
    """The verdicts on these takes. Takes never change, so what was measured once holds."""
    from pipeline import store
    from pipeline.cast.drift import Shown, measure
    from pipeline.errors import FileError

    shown = []
    for panel, (slot, take_id) in enumerate(zip(store.read(comic_id).slots, chosen, strict=True)):
        take = next((take for take in slot.takes if take.id == take_id), None)
        if take is None or not take.figures:
            continue
        try:
            picture = store.open_take(comic_id, take)
        except FileError:
            continue
        shown.append(Shown(panel, picture, take.figures, f"{take.recipe.artist}, {take.recipe.style}"))
    return measure(shown)
