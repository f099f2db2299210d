"""GPT-2 on the Prompt page: which model adds words, and which words it may not add."""

from __future__ import annotations

import streamlit as st

from pages.widgets import drawers, errors, fields, members, state

_MODEL, _BLOCKED = "gpt2_model_here", "gpt2_blocked"


def settings_box() -> None:
    """A popover with the choice of the model and the block list. Both hold for every comic."""
    from pipeline.prompters import gpt2

    label = state.text("gpt2.settings")
    with drawers.drawer("gpt2_settings", label, ":material/tune:", width="stretch") as is_open:
        if not is_open:
            return
        fields.stored(_MODEL, gpt2.chosen())
        st.selectbox(
            state.text("gpt2.model"),
            gpt2.models(),
            key=_MODEL,
            format_func=gpt2.short_name,
            help=state.text("gpt2.model_help"),
            on_change=fields.changed(_MODEL, _choose),
        )
        _block_list()


def _block_list() -> None:
    from pipeline.prompters.gpt2 import blocking

    fields.area(
        state.text("gpt2.blocked"),
        _BLOCKED,
        ", ".join(blocking.words()),
        blocking.save,
        longest=blocking.LONGEST,
    )
    st.caption(state.text("gpt2.blocked_help"))
    st.button(
        state.text("gpt2.blocked_restore"),
        key="gpt2_blocked_restore",
        type="tertiary",
        icon=":material/restart_alt:",
        disabled=blocking.words() == blocking.DEFAULT,
        on_click=errors.callback(blocking.restore),
    )


def _choose() -> None:
    from pipeline.prompters import gpt2

    gpt2.choose(st.session_state[_MODEL])
    members.ask_anew()
