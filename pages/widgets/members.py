"""Choosing who works: the writer, the prompter or the artist of the open comic, and what they need."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import fields, state, troubles
from pipeline import words
from pipeline.errors import NecutError
from pipeline.words import has

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.remote import Readiness

_ASK_AGAIN = 15.0  # seconds after which a member is asked again whether it can work
_ALWAYS_READY = ("offline", "cast", "sketch")  # the embedded members need nothing, not even to be asked


def choose(comic: Comic | None, family: str, field: str) -> None:
    """A select box of a family's members, labelled in the user's language, and what the chosen one needs.

    Without an open comic the choice waits in its field for the comic that is about to be made.
    """
    names = importlib.import_module(f"pipeline.{family}").names()
    if comic is not None:
        fields.stored(field, chosen(comic, field), comic.id)
    st.selectbox(
        state.heading(f"families.{family}"),
        names,
        key=field,
        format_func=state.labels(family),
        on_change=fields.changed(field, _commit),
        args=(field,),
        persist_state="session",
    )
    explain(family, st.session_state[field])


def chosen(comic: Comic, field: str) -> str:
    """Who is at work in this comic."""
    from pipeline import cells

    return cells.artist_name(comic) if field == "artist" else getattr(comic, field)


def explain(family: str, name: str) -> None:
    """One sentence on what a member does; and, when it cannot work yet, on what it needs and where to give it: unless
    the page tells already of the job that failed for it."""
    about = f"{family}.{name}_about"
    if has(about, state.language()):
        st.caption(state.text(about))
    if lack(family, name) and not troubles.concerns(family):
        answer = readiness(family, name)
        st.warning(words.say(answer.key, state.language(), **answer.values), icon=":material/cable:")


def lack(family: str, name: str) -> str:
    """The key of the sentence with which a member says what it needs before it can work; "" when it can."""
    answer = None if name in _ALWAYS_READY else readiness(family, name)
    return "" if answer is None or answer.ready else answer.key


def readiness(family: str, name: str) -> Readiness | None:
    """What a member says of itself: whether it can work, or what it needs; None when it needs nothing."""
    return _readiness(family, name, state.owner())


@st.cache_data(show_spinner=False, ttl=_ASK_AGAIN, max_entries=64)
def _readiness(family: str, name: str, owner: str):
    """What a member says of itself. Remembered for a moment: it may have to knock at a server's door."""
    from pipeline import remote

    module = importlib.import_module(f"pipeline.{family}.{name}")
    if not hasattr(module, "readiness"):
        return None
    with remote.acting_for(owner):
        return module.readiness()


def ask_anew() -> None:
    """Forget what members said of themselves: Connect has changed what they work with."""
    troubles.connected_anew()
    _readiness.clear()
    checkpoint_names.clear()
    vae_names.clear()


@st.cache_data(show_spinner=False, ttl=_ASK_AGAIN, max_entries=16)
def checkpoint_names(artist: str) -> tuple[str, ...]:
    """The checkpoints that an artist can paint with; none for one that needs none or cannot be asked."""
    module = importlib.import_module(f"pipeline.artists.{artist}")
    if not hasattr(module, "checkpoints") or not module.readiness().ready:
        return ()
    try:
        return tuple(checkpoint.name for checkpoint in module.checkpoints())
    except NecutError:
        return ()


@st.cache_data(show_spinner=False, ttl=_ASK_AGAIN, max_entries=1)
def vae_names() -> tuple[str, ...]:
    """The VAEs that can be used in the place of a checkpoint's own."""
    from pipeline.artists.diffusion import on_disk

    return tuple(path.stem for path in on_disk.vaes().values() if path.suffix.lower() not in on_disk.UNSAFE)


def _commit(field: str) -> None:
    name = st.session_state[field]
    if state.comic_id() is not None:
        state.change(lambda comic: comic.with_changes(**{field: name}))
