"""Charts for who would rather look than read: what an instrument says along the axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import state

if TYPE_CHECKING:
    from pipeline.tuning.plan import Plan

_HEIGHT = 240


def show(looked: Plan, instrument: str, readings: dict[tuple[int, int, int], float]) -> None:
    """A line for each row of the grid over the values of X; bars when there is one row."""
    import altair

    from pipeline.tuning import axes

    grid, spoken = looked.grid, state.language()
    across = axes.field_label(grid.x.field, spoken)
    rows = [_row(looked, at, value) for at, value in readings.items()]
    order = [axes.value_label(grid.x, value, spoken) for value in grid.x.values]
    many = len({row["row"] for row in rows}) > 1
    base = altair.Chart(altair.Data(values=rows)).encode(
        x=altair.X("x:N", sort=order, title=across, axis=altair.Axis(labelAngle=0, labelLimit=140)),
        y=altair.Y("value:Q", title=state.text(f"tune.by_{instrument}"), scale=altair.Scale(zero=not many)),
        tooltip=[altair.Tooltip("x:N", title=across), altair.Tooltip("value:Q", format=".2f", title="–")],
    )
    chart = base.mark_line(point=True) if many else base.mark_bar()
    if many:
        chart = chart.encode(color=altair.Color("row:N", title=_rows_title(looked), sort=None))
    st.altair_chart(chart.properties(height=_HEIGHT), width="stretch", key="tune_chart")


def _rows_title(looked: Plan) -> str:
    from pipeline.tuning import axes

    return " · ".join(axes.field_label(axis.field, state.language()) for axis in (looked.grid.y, looked.grid.z) if axis)


def _row(looked: Plan, at: tuple[int, int, int], value: float) -> dict[str, object]:
    from pipeline.tuning import axes

    grid, spoken = looked.grid, state.language()
    others = [
        axes.value_label(axis, axis.values[place], spoken)
        for axis, place in zip((grid.y, grid.z), at[1:], strict=True)
        if axis
    ]
    return {"x": axes.value_label(grid.x, grid.x.values[at[0]], spoken), "row": " · ".join(others), "value": value}
