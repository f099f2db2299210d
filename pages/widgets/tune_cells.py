"""The cells of a grid as they arrive: a picture each, coloured and sorted by an instrument, and the sheet to keep."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, errors, resources, state, tune_charts, tune_look, tune_pictures
from pages.widgets.page_view import file_stem
from pipeline import words

if TYPE_CHECKING:
    from pipeline.queue import Snapshot
    from pipeline.tuning.grids import Grid
    from pipeline.tuning.plan import Plan, Tried

_EVERY = 1.0  # seconds between two looks at a grid that is being drawn
_MOST_ACROSS, _SORTED_ACROSS = 6, 4
_MOST_CELLS = 48
_PLAIN = "plain"
_COLD, _WARM = (91, 132, 171), (226, 83, 58)


def show(grid: Grid) -> None:
    """The grid: its name, its job, what colours and sorts it, its cells."""
    from pipeline.tuning import run

    with st.container(key="tune_grid"):
        st.subheader(grid_name(grid))
        job = run.live(resources.queue(), grid.id)
        if job is not None:
            st.fragment(_watch, run_every=_EVERY)(grid.id, job.id)
        elif not _body(grid, None):
            st.fragment(_paint_on, run_every=_EVERY)(time.monotonic())
    tune_look.again(grid)


def _paint_on(begun: float) -> None:
    """Run the page again in a moment: it paints for a moment at a time."""
    if time.monotonic() - begun > _EVERY / 2:
        delivery.rerun()


def grid_name(grid: Grid) -> str:
    """ "Style words × Seed" and when it was begun."""
    from pipeline.tuning import axes

    named = " × ".join(axes.field_label(axis.field, state.language()) for axis in grid.axes)
    what = "" if grid.whole else f" · {state.text('tune.panel', panel=grid.panels[0] + 1)}"
    return f"{named}{what} · {grid.created[5:16].replace('T', ' ')}"


def _watch(grid_id: str, job_id: str) -> None:
    """While it is drawn: how far it is, and the cells so far. The page runs once more when it is done."""
    from pipeline.tuning import grids

    job = resources.queue().snapshot(job_id)
    if job is None or job.over or tune_look.asked():
        delivery.rerun()
    with errors.told():
        _body(grids.read(grid_id), job)


def _body(grid: Grid, job: Snapshot | None) -> bool:
    """Everything below the grid's name; whether every cell that is drawn is shown."""
    from pipeline.tuning import plan

    looked = plan.look(grid)
    with st.container(key="tune_job"):
        _progress(looked, job)
    if not any(each.takes for each in looked.tried) and job is None:
        return True
    instrument, ordered, letters = _tools(looked)
    readings = _readings(looked, instrument)
    _colours(readings)
    brush = tune_pictures.Brush(letters)
    with st.container(key="tune_swipe"):  # seen on a phone alone, by the style sheet
        st.caption(f":material/swipe: {state.text('tune.swipe')}")
    with st.container(key="tune_cells"):
        _cells(looked, job, readings if ordered else {}, readings, brush)
    if readings:
        tune_charts.show(looked, instrument, readings)
    return not brush.left


def _progress(looked: Plan, job: Snapshot | None) -> None:
    """The job's bar and its Stop; or what is missing, and the way to go on."""
    done, count = looked.done, len(looked.tried)
    if job is not None:
        words_column, button_column = st.columns([5, 1], vertical_alignment="center")
        waiting = job.state == "waiting" and job.waiting_before
        told = state.text("jobs.waiting", before=job.waiting_before) if waiting else _drawing(looked, done, count)
        words_column.progress(done / count, text=told)
        button_column.button(state.text("jobs.cancel"), key="tune_stop", on_click=_stop, args=(job,), width="stretch")
        return
    _tell_failure(looked.grid)
    if done < count:
        key = "tune.cut_off" if looked.grid.job else "tune.unfinished"
        st.warning(state.text(key, done=done, count=count), icon=":material/pause_circle:")
        st.button(
            state.text("jobs.go_on"),
            key="tune_go_on",
            type="primary",
            icon=":material/play_arrow:",
            on_click=errors.callback(_go_on),
            args=(looked.grid,),
        )


def _drawing(looked: Plan, done: int, count: int) -> str:
    """ "7 of 12 cells, about 20 s left": by what this very grid's pictures have taken."""
    from pages.widgets.tune import duration
    from pipeline.tuning import plan

    here = [(take.recipe, take.made.seconds) for each in looked.tried for take in each.takes.values()]
    left = plan.seconds_left(looked.missing, here)
    told = state.text("tune.drawing", done=done, count=count)
    return told if not left else f"{told} {duration(left)}"


def _tell_failure(grid: Grid) -> None:
    jobs = resources.queue().jobs(comic_id=grid.id)
    if jobs and jobs[-1].error:
        st.error(words.tell(jobs[-1].error, state.language()), icon=":material/error:")


def _stop(job: Snapshot) -> None:
    resources.queue().cancel(job.id, job.owner)


def _go_on(grid: Grid) -> None:
    from pipeline.tuning import run

    run.submit(resources.queue(), grid, state.owner())


def _tools(looked: Plan) -> tuple[str, bool, bool]:
    """What colours the cells, whether it sorts them, whether the letters are shown; and the sheet's download."""
    from pipeline.tuning.instruments import INSTRUMENTS

    spoken = state.language()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="tune_tools"):
        instrument = st.segmented_control(
            state.text("tune.colour_by"),
            [_PLAIN, *INSTRUMENTS],
            key="tune_instrument",
            default=_PLAIN,
            required=True,
            format_func=_instrument_labels().get,
            help=state.text("tune.instruments_help"),
        )
        ordered = instrument != _PLAIN and st.toggle(state.text("tune.sort"), key="tune_sort")
        letters = looked.grid.whole and st.toggle(state.text("tune.letters"), value=True, key="tune_letters")
        st.download_button(
            state.text("tune.sheet"),
            data=lambda: sheet_file(looked, spoken, letters),
            file_name=f"{file_stem(looked.grid.comic.title)} - {state.text('tune.grid')}.png",
            mime="image/png",
            key="tune_sheet",
            icon=":material/download:",
            on_click="ignore",
            disabled=not looked.done,
        )
    return instrument, ordered, letters


def _instrument_labels() -> dict[str, str]:
    from pipeline.tuning.instruments import INSTRUMENTS

    return {name: state.text(f"tune.by_{name}") for name in (_PLAIN, *INSTRUMENTS)}


def sheet_file(looked: Plan, language: str, letters: bool) -> bytes:
    """The contact sheet as a PNG."""
    from pipeline.tuning import sheet

    return sheet.encoded(sheet.draw(looked, language, letters))


def _readings(looked: Plan, instrument: str) -> dict[tuple[int, int, int], float]:
    from pipeline.tuning import instruments

    return {} if instrument == _PLAIN else instruments.readings(looked, instrument)


def _colours(readings: dict[tuple[int, int, int], float]) -> None:
    """Frame the cells from cold to warm by what the instrument says of them."""
    if not readings:
        return
    least, most = min(readings.values()), max(readings.values())
    rules = []
    for at, value in readings.items():
        share = (value - least) / (most - least) if most > least else 0.5
        mixed = ",".join(str(round(cold + (warm - cold) * share)) for cold, warm in zip(_COLD, _WARM, strict=True))
        rules.append(
            f".st-key-tune_cell_{'_'.join(map(str, at))}{{box-shadow:0 0 0 3px rgb({mixed});border-radius:8px}}"
        )
    st.html(f"<style>{''.join(rules)}</style>")


def _cells(
    looked: Plan,
    job: Snapshot | None,
    order: dict[tuple[int, int, int], float],
    readings: dict[tuple[int, int, int], float],
    brush: tune_pictures.Brush,
) -> None:
    """All cells, row by row; or the finished ones from the most to the least of what the instrument measures."""
    across = min(looked.grid.shape[0], _MOST_ACROSS)
    shown = looked.tried
    if order:
        shown = tuple(sorted((each for each in shown if each.cell.at in order), key=lambda each: -order[each.cell.at]))
        across = _SORTED_ACROSS
    shown = _leaf(shown, across)
    for sheet in dict.fromkeys(each.cell.at[2] for each in shown) if not order else (None,):
        block = [each for each in shown if sheet is None or each.cell.at[2] == sheet]
        if sheet is not None and looked.grid.z is not None:
            st.markdown(f"**{state.plain(_z_name(looked.grid, sheet))}**")
        for first in range(0, len(block), across):
            columns = st.columns(across, gap="small")
            for tried, column in zip(block[first : first + across], columns, strict=False):
                with column.container(key=f"tune_cell_{tried.cell.name}", gap="xsmall"):
                    _cell(looked, tried, job, readings.get(tried.cell.at), brush)


def _leaf(shown: tuple[Tried, ...], across: int) -> tuple[Tried, ...]:
    """As many cells as a page can paint without a wait, in whole rows, and the way to the others."""
    most = _MOST_CELLS // across * across
    count = -(-len(shown) // most)
    if count < 2:
        return shown
    leaf = min(st.pagination(count, key="tune_leaf"), count)
    return shown[(leaf - 1) * most : leaf * most]


def _z_name(grid: Grid, sheet: int) -> str:
    from pipeline.tuning import axes

    value = axes.value_label(grid.z, grid.z.values[sheet], state.language())
    return f"{axes.field_label(grid.z.field, state.language())} · {value}"


def _cell(looked: Plan, tried: Tried, job: Snapshot | None, reading: float | None, brush: tune_pictures.Brush) -> None:
    """One cell: its picture, its values, and the button that shows it large."""
    named = values_of(looked.grid, tried)
    previews = job.progress.previews if job is not None and job.stage == tried.cell.name else {}
    picture = brush.picture(looked, tried) if tried.takes else next(iter(previews.values()), None)
    if picture:
        st.image(picture, width="stretch", alt=named)
    else:
        st.skeleton(height=150)
    told = f"{named} · {reading:.1f}" if reading is not None else named
    st.button(
        state.plain(told),
        key=f"look_{tried.cell.name}",
        type="tertiary",
        icon=":material/zoom_in:",
        width="stretch",
        disabled=not tried.done,
        on_click=tune_look.ask,
        args=(looked.grid.id, tried.cell.at),
    )


def values_of(grid: Grid, tried: Tried) -> str:
    """A cell's values without their fields' names: "ink · 3"."""
    from pipeline.tuning import axes

    pairs = [(axis, tried.cell.values[axis.field]) for axis in grid.axes if axis is not grid.z]
    return " · ".join(_short(axes.value_label(axis, value, state.language())) for axis, value in pairs)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:38]}…"
