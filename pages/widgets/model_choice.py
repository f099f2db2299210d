"""Which model of the connected server writes: listed when asked for, chosen, or typed."""

from __future__ import annotations

import os

import streamlit as st

from pages.widgets import delivery, fields, members, state
from pipeline import words
from pipeline.errors import NecutError

_LISTED = "necut.models"


@st.cache_resource(show_spinner=False)
def warm() -> None:
    """Have the language model's client imported, once, as soon as it is likely to be needed."""
    from pipeline.writers import chatgpt

    chatgpt.warm()


def choose() -> None:
    """The model's name, with the server's list to choose from. It is saved like everything in Connect but the key."""
    from pipeline import settings
    from pipeline.writers import chatgpt

    warm()
    saved = settings.load()
    model = saved.openai_model or chatgpt.MODEL
    fields.stored("openai_model", model, saved.openai_base_url)
    fixed = bool(os.environ.get("OPENAI_MODEL"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            state.text("desk.model"),
            list(dict.fromkeys((model, *st.session_state.get(_LISTED, ())))),
            key="openai_model",
            accept_new_options=True,
            disabled=fixed,
            help=state.text("desk.model_fixed" if fixed else "desk.model_other"),
            on_change=fields.changed("openai_model", _save),
        )
        pressed = st.button(state.text("desk.list_models"), key="list_models", icon=":material/list:", disabled=fixed)
    if pressed:
        _list(saved.openai_base_url)


def _list(base_url: str) -> None:
    """Ask the server which models it has, as Connect's Test does."""
    from pipeline import remote

    try:
        found = remote.models(base_url, remote.key_for(state.owner()))
    except NecutError as error:
        st.warning(words.tell(error, state.language()), icon=":material/cable:")
    else:
        st.session_state[_LISTED] = found
        delivery.rerun()


def _save() -> None:
    from pipeline import settings

    chosen = (st.session_state["openai_model"] or "").strip()
    settings.save(settings.load().with_changes(openai_model=chosen))
    members.ask_anew()
