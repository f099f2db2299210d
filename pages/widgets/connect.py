"""Connect: where the real members are. Everything but keys is saved.

A key is handed to the process, which holds it for this session; an empty field takes the place of the one
it was typed into, so that it never stays in a widget, in the session's state or on disk.
"""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from pages.widgets import errors, members, state
from pipeline import words

_TEXTS = (
    "openai_base_url",
    "openai_model",
    "openai_image_base_url",
    "openai_image_model",
    "webui_url",
    "models",
    "webui_models",
    "gpt2_model",
    "device",
)
_PRICES = ("price_prompt", "price_reply", "price_picture")
_KEYS = {"connect_key": "words", "connect_image_key": "pictures"}
"""Field → what its key is for."""
_ROUND = "necut.connect_round"
"""How often was saved. A form's field cannot be emptied from here, only replaced: its widget is another each time."""


def dialog() -> None:
    """The dialog, titled in the user's language."""
    st.dialog(state.text("connect.title"), width="large", icon=":material/cable:")(_show)()


def _show() -> None:
    from pipeline import settings

    with errors.told():
        saved = asdict(settings.load())
        st.caption(state.text("connect.about"))
        with st.form("connect_form", border=False, clear_on_submit=False):
            _openai(saved)
            _openai_pictures(saved)
            _webui(saved)
            _local(saved)
            pressed = st.form_submit_button(state.text("connect.save"), type="primary", on_click=_save)
        if pressed:
            st.success(state.text("connect.saved"))
        _tests()


def _openai(saved: dict) -> None:
    st.subheader(state.text("connect.openai"))
    _key_field("connect_key", "connect.key", "connect.key_none")
    address, model = st.columns([2, 1])
    _field(address, "openai_base_url", saved, "https://api.openai.com/v1")
    _field(model, "openai_model", saved, "gpt-4o-mini")
    sent, received = st.columns(2)
    _price(sent, "price_prompt", saved)
    _price(received, "price_reply", saved)


def _openai_pictures(saved: dict) -> None:
    st.subheader(state.text("connect.openai_pictures"))
    _key_field("connect_image_key", "connect.image_key", "connect.same_key")
    address, model, price = st.columns([2, 1, 1])
    _field(address, "openai_image_base_url", saved, state.text("connect.same_server"))
    _field(model, "openai_image_model", saved, "gpt-image-1")
    _price(price, "price_picture", saved)


def _key_field(key: str, label: str, none_held: str) -> None:
    from pipeline import remote

    held = remote.key_for(state.owner(), _KEYS[key])
    with st.container(key=key):
        st.text_input(
            state.text(label),
            type="password",
            key=_widget(key),
            placeholder=state.text("connect.key_held" if held else none_held),
            help=state.text("connect.key_help"),
            autocomplete="off",
        )


def _widget(key: str) -> str:
    return f"{key}_{st.session_state.get(_ROUND, 0)}"


def _price(place, name: str, saved: dict) -> None:
    place.number_input(
        state.text(f"connect.{name}"), min_value=0.0, step=0.01, value=saved[name] or None, key=f"connect_{name}"
    )


def _webui(saved: dict) -> None:
    st.subheader(state.text("connect.webui"))
    _field(st, "webui_url", saved, "http://127.0.0.1:7860")


def _local(saved: dict) -> None:
    st.subheader(state.text("connect.local"))
    left, right = st.columns(2)
    _field(left, "models", saved, "")
    _field(right, "webui_models", saved, "")
    _field(left, "gpt2_model", saved, "FredZhang7/distilgpt2-stable-diffusion-v2")
    _field(right, "device", saved, "cuda, mps, cpu")


def _field(place, name: str, saved: dict, example: str) -> None:
    place.text_input(state.text(f"connect.{name}"), value=saved[name], key=f"connect_{name}", placeholder=example)


@errors.callback
def _save() -> None:
    """Save all but keys; hold each key for this session and put an empty field in the place of its own."""
    from pipeline import remote, settings

    for field, purpose in _KEYS.items():
        key = st.session_state.pop(_widget(field), "") or ""
        if key.strip():
            remote.set_key(state.owner(), key, purpose)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    changes = {name: (st.session_state.get(f"connect_{name}") or "").strip() for name in _TEXTS}
    changes |= {name: float(st.session_state.get(f"connect_{name}") or 0.0) for name in _PRICES}
    settings.save(settings.load().with_changes(**changes))
    members.ask_anew()


def _tests() -> None:
    """A Test button for each connection, and its one sentence of result."""
    st.divider()
    names = ("openai", "pictures", "webui", "gpt2", "device")
    for column, name in zip(st.columns(len(names)), names, strict=True):
        if column.button(state.text(f"connect.test_{name}"), key=f"test_{name}", width="stretch"):
            answer = _test(name)
            sentence = words.say(answer.key, state.language(), **answer.values)
            (st.success if answer.ready else st.warning)(sentence)


def _test(name: str):
    from pipeline import remote, settings

    saved = settings.load()
    if name == "openai":
        return remote.test_openai(saved.openai_base_url, remote.key_for(state.owner()), saved.openai_model)
    if name == "pictures":
        from pipeline.artists import openai

        painting = openai.server(state.owner())
        return remote.test_openai(painting.url, painting.key, saved.openai_image_model)
    if name == "webui":
        from pipeline.artists import webui

        return webui.test(saved.webui_url)
    if name == "gpt2":
        from pipeline.prompters import gpt2

        return gpt2.test(saved.gpt2_model)
    from pipeline.artists import diffusion

    return diffusion.test_device(saved.device)
