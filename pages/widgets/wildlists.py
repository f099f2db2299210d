"""The lists that wildcards are drawn from: look into one, change it, make a new one."""

from __future__ import annotations

import streamlit as st

from pages.widgets import drawers, errors, fields, state

_CHOSEN, _NAME, _LINES = "wildcard", "wildcard_name", "wildcard_lines"
_NEW = ""


def box() -> None:
    """A popover with every list. What is typed is one value a line."""
    from pipeline import wildcards

    label = state.text("wildcards.heading")
    with drawers.drawer("wildcards", label, ":material/casino:", type="tertiary") as is_open:
        if not is_open:
            return
        names = wildcards.names()
        st.caption(state.text("wildcards.about", name="colour"))
        new = state.text("wildcards.new")
        st.selectbox(
            state.text("wildcards.choose"),
            (*names, _NEW),
            key=_CHOSEN,
            format_func=lambda name: f"__{name}__" if name else new,
            on_change=fields.changed(_CHOSEN, _fill),
        )
        if _LINES not in st.session_state:
            _fill()
        if not st.session_state[_CHOSEN]:
            st.text_input(state.text("wildcards.name"), key=_NAME, max_chars=60, on_change=fields.heard(_NAME))
        st.text_area(state.text("wildcards.lines"), key=_LINES, height=180, on_change=fields.heard(_LINES))
        if not _is_own(st.session_state[_CHOSEN]):
            st.caption(state.text("wildcards.shipped"))
        st.button(
            state.text("wildcards.save"), key="wildcard_save", icon=":material/save:", on_click=errors.callback(_save)
        )


def _is_own(name: str) -> bool:
    from pipeline import wildcards

    return not name or name in wildcards.own_names()


def _fill() -> None:
    from pipeline import wildcards

    chosen = st.session_state.get(_CHOSEN) or ""
    fields.put(_LINES, wildcards.text(chosen) if chosen else "")
    fields.put(_NAME, "")


def _save() -> None:
    from pipeline import wildcards

    name = fields.said(_CHOSEN) or fields.said(_NAME) or ""
    saved = wildcards.save(name, fields.said(_LINES))
    fields.put(_CHOSEN, saved)
    state.notify("wildcards.saved", name=saved)
