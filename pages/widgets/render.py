"""The Render page's parts: render, re-roll, and each panel's tray of takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import drift, errors, frames, jobs, notebook, paint, price, state
from pipeline import words
from pipeline.words import label

if TYPE_CHECKING:
    from pipeline.comic import Comic, Take

_TRAY = 4  # takes side by side in the tray


def buttons(comic: Comic) -> None:
    """Draw all four panels."""
    st.button(
        state.text("render.render_all"),
        key="render_all",
        type="primary" if not all(slot.take for slot in comic.slots) else "secondary",
        icon=":material/brush:",
        disabled=jobs.current() is not None,
        on_click=errors.callback(draw),
    )
    price.note(comic)
    drift.summary(comic)


def draw(panels: tuple[int, ...] | None = None, reroll: bool = False) -> None:
    """Draw some panels (all of them by default), with a new seed each when re-rolled."""
    from pipeline import flow
    from pipeline.comic import PANELS
    from pipeline.flow import missing

    chosen = range(PANELS) if panels is None else panels
    jobs.start(
        lambda queue, comic_id, owner: flow.submit(
            queue, comic_id, "render", [flow.render_stage(comic_id, chosen, reroll)], owner
        ),
        lacks=lambda comic: missing.found(comic, chosen),
    )


def cell(comic: Comic, panel: int) -> None:
    """One panel: its picture, its state, draw and re-roll, its takes."""
    slot = comic.slots[panel]
    st.markdown(f"**{frames.beat(comic, panel)}**")
    if slot.take is not None:
        frames.picture(comic, panel)
    else:
        st.skeleton(height=180)
    notebook.header(notebook.cell_of(comic, "picture", panel))
    if slot.take is not None:
        _notices(slot.take)
        drift.flag(comic, panel)
    with st.container(horizontal=True, gap="small"):
        _action("render.draw", f"render_{panel}", ":material/brush:", draw, (panel,), False)
        _action("render.reroll", f"reroll_{panel}", ":material/casino:", draw, (panel,), True)
        if slot.takes and st.button(
            state.text("render.takes", count=len(slot.takes)),
            key=f"takes_{panel}",
            icon=":material/filter:",
            type="tertiary",
        ):
            tray(panel)
    paint.offer(comic, panel)


def _action(text: str, key: str, icon: str, verb, panels: tuple[int, ...], reroll: bool) -> None:
    st.button(
        state.text(text),
        key=key,
        icon=icon,
        type="tertiary",
        disabled=jobs.current() is not None,
        on_click=errors.callback(verb),
        args=(panels, reroll),
    )


def _notices(take: Take) -> None:
    for notice in take.notices:
        st.caption(f":material/info: {state.plain(words.say(notice.key, state.language(), **notice.values))}")


def tray(panel: int) -> None:
    """All takes of a panel: look, compare two, choose, lock."""

    @st.dialog(state.text("render.tray", panel=panel + 1), width="large", on_dismiss="rerun")
    def show() -> None:
        comic = state.comic()
        takes = list(reversed(comic.slots[panel].takes))
        called = {take.id: take_name(comic, panel, take.id) for take in takes}
        pair = st.multiselect(
            state.text("render.compare"),
            [take.id for take in takes],
            key=f"compare_{panel}",
            max_selections=2,
            placeholder=state.text("render.compare"),
            label_visibility="collapsed",
            format_func=called.get,
        )
        if len(pair) == 2:
            _side_by_side(comic, panel, pair)
            return
        for first in range(0, len(takes), _TRAY):
            for take, column in zip(takes[first : first + _TRAY], st.columns(_TRAY), strict=False):
                with column:
                    _take(comic, panel, take)

    show()


def take_name(comic: Comic, panel: int, take_id: str) -> str:
    """A take by number, artist and seed: "3 · Sketch · 564404008"."""
    takes = comic.slots[panel].takes
    number, take = next((n, take) for n, take in enumerate(takes, 1) if take.id == take_id)
    artist = label("artists", take.recipe.artist, state.language())
    return f"{number} · {artist} · {take.recipe.seed}"


def _take(comic: Comic, panel: int, take: Take) -> None:
    _picture(comic, take)
    st.caption(state.plain(take_name(comic, panel, take.id)))
    chosen = comic.slots[panel].chosen == take.id
    st.button(
        state.text("render.chosen") if chosen else state.text("render.choose"),
        key=f"choose_{take.id}",
        disabled=chosen,
        width="stretch",
        on_click=errors.callback(_change),
        args=("with_chosen", panel, take.id),
    )
    st.button(
        state.text("render.unlock") if take.locked else state.text("render.lock"),
        key=f"lock_{take.id}",
        icon=":material/lock:" if take.locked else ":material/lock_open:",
        type="tertiary",
        width="stretch",
        on_click=errors.callback(_change),
        args=("with_lock", panel, take.id, not take.locked),
    )
    with st.popover(state.text("render.recipe"), width="stretch"):
        _recipe(take)


def _change(verb: str, *arguments: object) -> None:
    """Carry out an edit. As a callback: a dialog closed in the same moment must not swallow the click."""
    from pipeline.flow import edits

    state.change(lambda comic: getattr(edits, verb)(comic, *arguments))


def _recipe(take: Take) -> None:
    """The recipe in A1111's words, ready to be copied."""
    from pipeline import infotext

    st.code(infotext.write(take.recipe), language=None, wrap_lines=True)


def _side_by_side(comic: Comic, panel: int, pair: list[str]) -> None:
    takes = {take.id: take for take in comic.slots[panel].takes}
    for take_id, column in zip(pair, st.columns(2), strict=True):
        with column:
            _take(comic, panel, takes[take_id])


def _picture(comic: Comic, take: Take) -> None:
    from pipeline import store

    st.image(str(store.take_path(comic.id, take.id)), width="stretch")
