"""A cell large beside another, what differs between the two, and what becomes of the better one.

Which cells are on the table is kept in the session: a page that runs again (a job has ended) shows
the same two again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import diff, drawers, errors, fields, state, tune_pictures
from pipeline import words

if TYPE_CHECKING:
    from pipeline.tuning.grids import Grid
    from pipeline.tuning.plan import Plan, Tried

Place = tuple[int, int, int]
_ASKED, _TABLE, _LAST = "necut.tune.look_asked", "necut.tune.table", "necut.tune.looked_at"
_DONE = "necut.tune.done"


def ask(grid_id: str, at: Place) -> None:
    """Put a cell on the table; the page shows it with its next run. Beside it lies the one looked at before."""
    last = st.session_state.get(_LAST)
    beside = last[1] if last and last[0] == grid_id and last[1] != at else None
    st.session_state[_TABLE] = (grid_id, at, beside)
    st.session_state[_LAST] = (grid_id, at)
    st.session_state[_ASKED] = True
    st.session_state.pop(_DONE, None)


def asked() -> bool:
    """Whether a cell has been put on the table and not been shown yet."""
    return bool(st.session_state.get(_ASKED))


def again(grid: Grid) -> None:
    """Show what is on the table, if it belongs to this grid."""
    st.session_state.pop(_ASKED, None)
    table = st.session_state.get(_TABLE)
    if table is None or table[0] != grid.id:
        return

    @st.dialog(state.text("tune.table"), width="large", on_dismiss=_clear)
    def shown() -> None:
        with errors.told():
            _show(grid)

    shown()


def _clear() -> None:
    for key in (_TABLE, _DONE):
        st.session_state.pop(key, None)


def _show(grid: Grid) -> None:
    from pipeline.tuning import instruments, plan

    table = st.session_state.get(_TABLE)
    if table is None:
        return
    looked = plan.look(grid)
    _, at, beside = table
    _say_done()
    one = looked.at(at)
    other = looked.at(beside) if beside else instruments.neighbour(looked, one) or _next(looked, one)
    left, right = st.columns(2, gap="medium")
    with left:
        _side(looked, one, "a")
    if other is not None:
        with right:
            _side(looked, other, "b")
        _differences(one, other)


def _say_done() -> None:
    """What was just saved or taken, and the way to the page where it goes on."""
    done = st.session_state.get(_DONE)
    if done is None:
        return
    sentence, values, page = done
    with st.container(border=True, key="tune_done"):
        st.success(state.plain(state.text(sentence, **values)), icon=":material/check:")
        following = words.label("pages", page.partition("_")[2].lower(), state.language())
        if st.button(
            state.text("cells.next", page=following),
            key="tune_next",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
        ):
            _clear()
            st.switch_page(f"pages/{page}.py", query_params={"comic": state.comic_id()})


def _next(looked: Plan, one: Tried) -> Tried | None:
    """Another finished cell, for the first one, which has none before it."""
    return next((each for each in looked.tried if each.done and each is not one), None)


def _side(looked: Plan, tried: Tried, side: str) -> None:
    """A cell with its values, a way to change which it is, and what may become of it."""
    from pages.widgets.tune_cells import values_of
    from pipeline.tuning import showing

    finished = {each.cell.at: each for each in looked.tried if each.done}
    labels = {at: _full_name(looked, each) for at, each in finished.items()}
    places = list(finished)
    st.selectbox(
        state.text(f"tune.side_{side}"),
        places,
        index=places.index(tried.cell.at) if tried.cell.at in places else None,
        key=f"tune_side_{side}_{tried.cell.name}",
        format_func=labels.get,
        label_visibility="collapsed",
        on_change=_swap,
        args=(side, f"tune_side_{side}_{tried.cell.name}", tried.cell.at),
    )
    letters = st.session_state.get("tune_letters", True)
    st.image(
        tune_pictures.large(looked, tried, looked.grid.whole and letters),
        width="stretch",
        alt=showing.title(looked.grid, tried.cell, state.language()) or values_of(looked.grid, tried),
    )
    _become(looked, tried, side)


def _full_name(looked: Plan, tried: Tried) -> str:
    from pipeline.tuning import axes

    return " · ".join(
        axes.value_label(axis, tried.cell.values[axis.field], state.language())[:60] for axis in looked.grid.axes
    )


def _swap(side: str, key: str, shown: Place) -> None:
    """Another cell on one side of the table."""
    chosen = st.session_state.get(key)
    table = st.session_state.get(_TABLE)
    if chosen is None or table is None:
        return
    grid_id, one, other = table
    st.session_state[_TABLE] = (grid_id, tuple(chosen), other) if side == "a" else (grid_id, one, tuple(chosen))


def _become(looked: Plan, tried: Tried, side: str) -> None:
    """Save the changed keys as a preset; or let the comic have these very pictures."""
    from pipeline.tuning import adopting

    changed = adopting.changes(looked.grid, tried.cell)
    with drawers.drawer(
        f"tune_keep_{side}", state.text("tune.make_preset"), ":material/bookmark_add:", width="stretch"
    ) as is_open:
        if is_open:
            _name_it(looked, tried, side, changed)
    if looked.grid.whole:
        st.button(
            state.text("tune.use"),
            key=f"tune_use_{side}",
            icon=":material/move_to_inbox:",
            width="stretch",
            on_click=errors.callback(_use),
            args=(tried,),
        )


def _name_it(looked: Plan, tried: Tried, side: str, changed: dict[str, object]) -> None:
    """What a preset of this cell would write, and under which name."""
    if not changed:
        st.caption(state.text("tune.nothing_changed"))
    else:
        st.caption(state.text("tune.writes"))
        st.code("\n".join(_lines(changed)), language="yaml", wrap_lines=True)
    key = f"tune_name_{side}_{tried.cell.name}"
    fields.stored(key, _suggested_name(looked, tried))
    st.text_input(state.text("render.preset_name"), key=key, max_chars=80)
    st.button(
        state.text("tune.save"),
        key=f"tune_save_{side}",
        type="primary",
        icon=":material/save:",
        width="stretch",
        on_click=errors.callback(_save),
        args=(looked.grid, tried, key),
    )


def _lines(changed: dict[str, object]) -> list[str]:
    """The changed keys as the file will say them."""
    return [f"{name}: {'–' if value is None else value}" for name, value in changed.items()]


def _suggested_name(looked: Plan, tried: Tried) -> str:
    """The preset's name and the values that made it win, as a file may be called."""
    values = [value for field, value in tried.cell.values.items() if field != "prompt" and value]
    named = " ".join([looked.grid.comic.preset_name, *values])
    kept = "".join(letter if letter.isalnum() or letter in " -_+" else " " for letter in named)
    return " ".join(kept.split())[:60].strip()


def _save(grid: Grid, tried: Tried, key: str) -> None:
    from pipeline.tuning import adopting

    name = (st.session_state.get(key) or "").strip()
    changed = adopting.changes(grid, tried.cell, name)
    adopting.save(grid, tried.cell, name)
    state.change(lambda comic: adopting.tune(comic, tried.cell, name))
    keys = ", ".join(state.text(f"preset_fields.{field}") for field in changed) or "–"
    st.session_state[_DONE] = ("tune.saved", {"name": name, "keys": keys}, "3_Render")


def _use(tried: Tried) -> None:
    from pipeline.tuning import adopting

    adopting.use(state.comic_id(), tried)
    state.saw()
    st.session_state[_DONE] = ("tune.used", {}, "4_Comic")


def _differences(one: Tried, other: Tried) -> None:
    """The two recipes key by key, of the first panel that both have."""
    from pipeline.tuning import log

    panel = next((panel for panel in one.recipes if panel in other.recipes), None)
    if panel is None:
        return
    recipes = [each.recipes[panel].model_dump(mode="json") for each in (one, other)]
    differing = log.compare(*recipes)
    if differing:
        with st.expander(state.text("tune.differences", count=len(differing))):
            comparison(differing)


def comparison(differing: tuple[tuple[str, str, str], ...]) -> None:
    """Two recipes' differing keys as a table; in long values the words that differ are marked."""
    rows = []
    for key, here, there in differing:
        one, other = diff.apart(here, there)
        rows.append({state.text("tune.key"): state.plain(key), "A": one or "–", "B": other or "–"})
    st.table(rows)
