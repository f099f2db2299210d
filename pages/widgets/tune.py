"""The Tune page's grid: what is tuned, the axes, how much it will be, and the button that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import (
    doctor,
    errors,
    fields,
    frames,
    jobs,
    members,
    missing,
    resources,
    state,
    troubles,
    tune_axes,
    tune_cells,
)
from pipeline import words
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.axes import Axis
    from pipeline.tuning.grids import Grid
    from pipeline.tuning.plan import Plan

_TABS = ("grid", "duel", "log")
_SHOWN = "necut.tune.grid"
_FILLED = "necut.tune.filled"
_WHOLE = "whole"
_ASKED_IN = "grid"


def tabs():
    """Grid, Duel and Log; only the open one does any work."""
    return st.tabs([state.text(f"tune.{name}") for name in _TABS], key="tune_tabs", on_change="rerun")


def show(comic: Comic | None) -> None:
    """Preset and artist, suggestions, axes, count and start; then the grid itself."""
    if comic is None or not all(slot.prompt for slot in comic.slots):
        _invite(comic)
        return
    _bring_back_the_last(comic)
    with st.container(border=True, key="tune_setup"):
        _subject(comic)
        tune_axes.suggestions(comic)
        axes = tune_axes.axes(comic)
        panels = _panels()
        _start(_asked(comic, axes, panels))
        if jobs.current() is None:
            missing.show(_ASKED_IN)
    _earlier(comic)
    if grid := _shown():
        try:
            tune_cells.show(grid)
        except NecutError as error:
            _refuse(error)


def _invite(comic: Comic | None) -> None:
    """Nothing to tune yet: an example is one click away."""
    if jobs.current() is not None:
        return
    with st.container(border=True, key="tune_invite", horizontal_alignment="center"):
        st.image(frames.NOTHING_YET, width=320)
        st.markdown(state.text("tune.invite"), text_alignment="center")
        with st.container(horizontal=True, horizontal_alignment="center", gap="small"):
            if comic is None:
                st.button(
                    state.text("tune.example"),
                    key="tune_example",
                    type="primary",
                    icon=":material/auto_awesome:",
                    on_click=errors.callback(_example),
                )
            if st.button(state.text("cells.to_story"), key="to_story", icon=":material/edit_note:"):
                st.switch_page("pages/1_Story.py", query_params={"comic": comic.id} if comic else None)


def _example() -> None:
    """Make the first example's comic and open it."""
    from pipeline import flow
    from pipeline.comic import Idea
    from pipeline.flow import missing as lacking

    idea = Idea(text=state.text("story.example_1"), language=state.language())
    comic = flow.begin(idea)
    state.hold(comic.id)
    state.fill_widgets(comic)
    jobs.start(flow.make, lacks=lacking.to_make)


def _bring_back_the_last(comic: Comic) -> None:
    """After a restart or with another comic: show the grid tried last on it, and its axes in the fields."""
    from pipeline.tuning import grids

    if st.session_state.get(_FILLED) == comic.id:
        return
    st.session_state[_FILLED] = comic.id
    kept = grids.kept(comic.id)
    st.session_state[_SHOWN] = kept[0].id if kept else None
    if kept:
        _fill(kept[0])
    else:
        tune_axes.begin(comic)


def _fill(grid: Grid) -> None:
    tune_axes.fill(dict(zip(tune_axes.LETTERS, (grid.x, grid.y, grid.z), strict=True)))
    fields.put("tune_panels", _WHOLE if grid.whole else str(grid.panels[0]))


def _subject(comic: Comic) -> None:
    """The preset that the grid starts from, and who draws."""
    from pipeline import presets

    left, right = st.columns(2)
    with left:
        names = presets.names()
        known = names if comic.preset_name in names else (comic.preset_name, *names)
        fields.stored("tune_preset", comic.preset_name, comic.id)
        st.selectbox(
            state.heading("families.presets"),
            known,
            key="tune_preset",
            format_func=state.labels("preset"),
            on_change=fields.changed("tune_preset", _pick_preset),
        )
    with right:
        members.choose(comic, "artists", "artist")
    doctor.show(comic.preset, members.chosen(comic, "artist"))


def _pick_preset() -> None:
    from pipeline import presets
    from pipeline.flow import edits

    name = st.session_state["tune_preset"]
    preset = presets.read(name)
    state.change(lambda comic: edits.tune(comic, name, preset))


def _panels() -> tuple[int, ...]:
    """What a cell is: the whole comic, or one panel."""
    from pipeline.comic import PANELS

    st.session_state.setdefault("tune_panels", _WHOLE)
    labels = {_WHOLE: state.text("tune.whole")}
    labels |= {str(panel): state.text("tune.panel", panel=panel + 1) for panel in range(PANELS)}
    chosen = st.segmented_control(
        state.text("tune.cell_is"),
        list(labels),
        key="tune_panels",
        required=True,
        format_func=labels.get,
        on_change=fields.heard("tune_panels"),
        persist_state="session",
    )
    return tuple(range(PANELS)) if chosen == _WHOLE else (int(chosen),)


def _asked(comic: Comic, axes: list[Axis] | None, panels: tuple[int, ...]) -> Plan | None:
    """The plan of the grid that the fields describe; what cannot be tried is told here, before anything starts."""
    from pipeline.tuning import grids, plan

    if not axes:
        return None
    try:
        return plan.look(grids.make(comic, *axes, panels=panels))
    except NecutError as error:
        _refuse(error)
        return None


def _refuse(error: NecutError) -> None:
    """Why a grid cannot be tried, unless the page says so already."""
    failed = troubles.here()
    told = {members.lack("artists", members.chosen(state.comic(), "artist")), failed.error.key if failed else ""}
    if error.key not in told:
        st.warning(words.tell(error, state.language()), icon=":material/block:")


def _start(asked: Plan | None) -> None:
    """How many cells and pictures, how long, and the page's one primary button."""
    from pipeline.tuning import run

    busy = asked is not None and run.live(resources.queue(), asked.grid.id) is not None
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="tune_start_row"):
        st.button(
            state.text("tune.start") if asked is None or asked.missing else state.text("tune.show_again"),
            key="tune_start",
            type="secondary" if missing.waits(_ASKED_IN) else "primary",
            icon=":material/grid_view:",
            disabled=asked is None or busy,
            on_click=errors.callback(_begin),
            args=(asked,),
        )
        if asked is not None:
            st.markdown(_size(asked), width="content")


def _size(asked: Plan) -> str:
    """ "3 × 4 = 12 cells, 48 pictures. 12 are here already. About 20 s." """
    from pipeline.tuning import log, plan

    shape = " × ".join(str(side) for side in asked.grid.shape if side > 1) or "1"
    parts = [state.text("tune.size", shape=shape, cells=len(asked.tried), pictures=asked.pictures)]
    if here := asked.pictures - len(asked.missing):
        parts.append(state.text("tune.here", count=here))
    if asked.missing:
        seconds = plan.seconds_left(asked.missing, log.measured())
        parts.append(state.text("tune.unmeasured") if seconds is None else duration(seconds))
    return " ".join(parts)


def duration(seconds: float) -> str:
    """About how long, in words: seconds, minutes or hours."""
    if seconds < 90:
        return state.text("tune.seconds", count=max(1, round(seconds)))
    if seconds < 5400:
        return state.text("tune.minutes", count=round(seconds / 60))
    return state.text("tune.hours", count=f"{seconds / 3600:.1f}")


def _begin(asked: Plan) -> None:
    """Show the grid and draw what is missing of it; what it asks for and cannot have is asked about first."""
    from pipeline.tuning import lacking

    given, panels = asked.grid.axes, asked.grid.panels
    jobs.start(
        lambda queue, comic_id, owner: _line_up(given, panels),
        lacks=(lambda comic: lacking.found(comic, given, panels)) if asked.missing else None,
        place=_ASKED_IN,
    )


def _line_up(given: tuple[Axis, ...], panels: tuple[int, ...]) -> None:
    """Keep the grid over the comic as it is now, show it, and line up what it lacks."""
    from pipeline.tuning import grids, run

    kept = grids.save(grids.make(state.comic(), *given, panels=panels))
    st.session_state[_SHOWN] = kept.id
    run.submit(resources.queue(), kept, state.owner())


def _earlier(comic: Comic) -> None:
    """The other grids of this comic, to be looked at again."""
    from pipeline.tuning import grids

    kept = {grid.id: grid for grid in grids.kept(comic.id)}
    if len(kept) < 2:
        return
    labels = {name: tune_cells.grid_name(grid) for name, grid in kept.items()}
    shown = st.session_state.get(_SHOWN)
    fields.stored("tune_earlier", shown if shown in kept else next(iter(kept)), f"{comic.id}-{len(kept)}")
    st.selectbox(
        state.text("tune.grids", count=len(kept)),
        list(kept),
        key="tune_earlier",
        format_func=labels.get,
        on_change=fields.changed("tune_earlier", _open_earlier),
    )


def _open_earlier() -> None:
    from pipeline.tuning import grids

    grid = grids.read(st.session_state["tune_earlier"])
    st.session_state[_SHOWN] = grid.id
    _fill(grid)


def _shown() -> Grid | None:
    from pipeline.tuning import grids

    name = st.session_state.get(_SHOWN)
    try:
        return grids.read(name) if name else None
    except NecutError:
        return None
