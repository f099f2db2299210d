"""What a duel has found: the preset with its page, the ranking with its uncertainty, saving, the report."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, state
from pages.widgets.page_view import file_stem

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.duel import Duel, Place
    from pipeline.tuning.duel_asking import Rank

_WIDTH = 640
_SHOWN = 6
_ACROSS = 3
_INK = "#e2533a"
_LETTERS = 34
"""How many letters of a name stand in a line beside the chart: more would leave it no room on a phone."""
_LINES = 3
_LINE = 15  # pixels


def show(comic: Comic, found: Duel) -> None:
    """The preset large with what may become of it; then everything that was seen, ranked."""
    from pipeline.tuning import duel, duel_asking, duel_report

    standing, best = duel.standing(found), duel.best(found)
    left, right = st.columns([3, 2], gap="large")
    with left:
        data = painted(found, best)
        if data is None:
            st.skeleton(height=420)
        else:
            st.image(data, width="stretch", alt=duel_report.title(found, best, state.language()))
    with right:
        st.subheader(state.text("duel.best"))
        st.markdown(f"**{state.plain(duel_report.title(found, best, state.language()))}**")
        key = "duel.sure" if standing.sureness >= duel_asking.SURE else "duel.enough"
        st.markdown(state.text(key, count=len(found.choices)))
        st.caption(state.text("duel.sureness", share=f"{standing.sureness:.0%}"))
        _saving(found)
        _tools(found)
    st.subheader(state.text("duel.ranking"))
    _ranking(found)


def _saving(found: Duel) -> None:
    from pipeline.tuning import duel_report

    if found.result:
        st.success(state.plain(state.text("duel.saved", name=found.result)), icon=":material/check:")
        if st.button(
            state.text("cells.next", page=state.text("pages.comic")),
            key="duel_next",
            type="primary",
            icon=":material/arrow_forward:",
            icon_position="right",
        ):
            st.switch_page("pages/4_Comic.py", query_params={"comic": state.comic_id()})
        return
    if lines := duel_report.yaml_lines(found):
        st.code(lines, language="yaml", wrap_lines=True)
    key = f"duel_name_{found.id}_{len(found.choices)}"
    st.session_state.setdefault(key, file_stem(f"{found.comic.preset_name} duel"))
    st.text_input(state.text("render.preset_name"), key=key, max_chars=80)
    st.button(
        state.text("duel.save"),
        key="duel_save",
        type="primary",
        icon=":material/save:",
        width="stretch",
        on_click=errors.callback(_save),
        args=(found, key),
    )


def _save(found: Duel, key: str) -> None:
    """Write the preset, tune the open comic with it and give it the pictures that won."""
    from pipeline.errors import InputError
    from pipeline.tuning import adopting, duel

    name = (st.session_state.get(key) or "").strip()
    if not name:
        raise InputError("files.bad_name", name=name)
    duel.save(found, name)
    adopting.use(state.comic_id(), duel.tried(found, duel.best(found)), name)
    state.saw()


def _tools(found: Duel) -> None:
    from pipeline.tuning import duel

    with st.container(horizontal=True, gap="small"):
        st.download_button(
            state.text("duel.report"),
            data=lambda: _report(found),
            file_name=f"{file_stem(found.comic.title)} duel.html",
            mime="text/html",
            key="duel_report",
            icon=":material/download:",
            on_click="ignore",
        )
        st.button(
            state.text("duel.undo"),
            key="duel_undo_end",
            icon=":material/undo:",
            type="tertiary",
            on_click=errors.callback(duel.undo),
            args=(found.id,),
        )


def _report(found: Duel) -> bytes:
    from pipeline.tuning import duel_report

    return duel_report.html(found, state.language()).encode()


def _ranking(found: Duel) -> None:
    """The best few pictured, with a chart of what each is worth and how uncertain that is."""
    from pipeline.tuning import duel, duel_report

    ranks = duel.ranking(found)
    _chart(found, ranks)
    space = duel.space(found)
    for first in range(0, min(len(ranks), _SHOWN), _ACROSS):
        numbered = list(enumerate(ranks, 1))[first : first + _ACROSS]
        for (number, rank), column in zip(numbered, st.columns(_ACROSS), strict=False):
            with column:
                place = space.digits(rank.point)
                if (data := painted(found, place)) is not None:
                    st.image(data, width="stretch", alt=duel_report.title(found, place, state.language()))
                st.caption(state.plain(f"{number} · {duel_report.title(found, place, state.language())}"))


def _chart(found: Duel, ranks: list[Rank]) -> None:
    """A dot for each preset seen, a line for how far it may be off."""
    import altair

    from pipeline.tuning import duel, duel_report

    space = duel.space(found)
    rows = [
        {
            "name": f"{number} · {duel_report.title(found, space.digits(rank.point), state.language())}",
            "worth": rank.worth,
            "low": rank.worth - rank.give_or_take,
            "high": rank.worth + rank.give_or_take,
        }
        for number, rank in enumerate(ranks[: 2 * _SHOWN], 1)
    ]
    lines_of = {row["name"]: wrap(row["name"], _LETTERS, max_lines=_LINES, placeholder="…") for row in rows}
    for row in rows:
        row["label"] = "\n".join(lines_of[row["name"]])
    axis = altair.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=0, labelOverlap=False, labelLineHeight=_LINE)
    base = altair.Chart(altair.Data(values=rows)).encode(
        y=altair.Y("label:N", sort=[row["label"] for row in rows], title=None, axis=axis)
    )
    axis_title = state.text("duel.worth_axis")
    lines = base.mark_rule(color=_INK, opacity=0.45, strokeWidth=3).encode(
        x=altair.X("low:Q", title=axis_title), x2="high:Q"
    )
    dots = base.mark_circle(color=_INK, size=90).encode(x="worth:Q", tooltip=["name:N", "worth:Q"])
    row_height = 12 + _LINE * max(map(len, lines_of.values()))
    st.altair_chart((lines + dots).properties(height=altair.Step(row_height)), width="stretch")


def painted(found: Duel, place: Place) -> bytes | None:
    """A preset's page as a picture; None while nothing of it is drawn. Painted once for the takes that are there."""
    from pipeline.tuning import duel

    tried = duel.tried(found, place)
    if not tried.done:
        return None
    takes = "-".join(take.id for take in tried.takes.values())
    return _painted(f"{found.id}-{place}-{takes}", found, place)


@st.cache_data(show_spinner=False, max_entries=200)
def _painted(key: str, _found: Duel, _place: Place) -> bytes | None:
    from pipeline.tuning import duel_report

    return duel_report.picture(_found, _place, _WIDTH)
