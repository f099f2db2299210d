"""What a browser session carries across the pages.

Under keys of our own: the comic's id (also in the URL), and which version the input fields were
filled from. The comic itself is never copied here: the store is read anew at each run.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import streamlit as st

from pipeline import words
from pipeline.errors import InputError, NecutError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.comic import Comic, Script

_COMIC = "necut.comic"
_OWNER = "necut.owner"
_NOTICE = "necut.notice"
_PAGE = "necut.page"
_SEEN = "necut.seen"
_LANGUAGE = "interface_language"
_IDEA_WIDGETS = ("idea", "form", "genre", "tone", "language", "seed")


def begin() -> None:
    """Give a new session its owner's token and its first guess of the language."""
    if _OWNER not in st.session_state:
        st.session_state[_OWNER] = secrets.token_hex(8)
    if _LANGUAGE not in st.session_state:
        st.session_state[_LANGUAGE] = words.guess_language(st.context.locale)


def enter(page: str) -> None:
    """Note which page is shown, by its file's name ("1_Story")."""
    st.session_state[_PAGE] = page


def page() -> str:
    """The page that is shown; "" for a widget on a bare page of its own."""
    return st.session_state.get(_PAGE, "")


def owner() -> str:
    """Who this session is to the queue and to the holder of keys."""
    return st.session_state[_OWNER]


def language() -> str:
    """The language of the interface."""
    return st.session_state.get(_LANGUAGE) or words.guess_language(st.context.locale)


def text(key: str, **values: object) -> str:
    """A sentence of the catalogue in the language of the interface."""
    return words.say(key, language(), **values)


def heading(key: str) -> str:
    """A sentence of the catalogue with a capital letter, as a field's label."""
    words_of_key = text(key)
    return words_of_key[:1].upper() + words_of_key[1:]


def labels(family: str) -> Callable[[str], str]:
    """What to call the members of a family: a function that holds the language of this run.

    (Widgets call it after the run as well, when the session's language can no longer be asked.)
    """
    spoken = language()
    return lambda member: words.label(family, member, spoken)


def restore_comic() -> None:
    """Open the comic that the URL names, or write the open comic into the URL again.

    (Going to another page clears the URL's query.)
    """
    asked = st.query_params.get("comic")
    held = st.session_state.get(_COMIC)
    if asked and asked != held:
        _open_from_url(asked)
    elif held and not asked:
        st.query_params["comic"] = held


def _open_from_url(comic_id: str) -> None:
    from pipeline import store

    try:
        fill_widgets(store.read(comic_id))
    except NecutError as error:
        del st.query_params["comic"]
        notify(error)
    else:
        st.session_state[_COMIC] = comic_id


def comic_id() -> str | None:
    """The open comic's id."""
    return st.session_state.get(_COMIC)


def comic() -> Comic | None:
    """The open comic as it stands in the store now; None when none is open. Raises FileError."""
    if comic_id() is None:
        return None
    from pipeline import store

    if not store.exists(comic_id()):
        close_comic()
        return None
    return store.read(comic_id())


def hold(comic_id: str) -> None:
    """Make this the open comic, leaving the input fields as they are. The run that follows writes the URL:
    by then its job has been handed to the queue, and a refresh finds both."""
    st.session_state[_COMIC] = comic_id


def close_comic() -> None:
    """Begin afresh: no open comic, empty fields."""
    st.session_state.pop(_COMIC, None)
    st.query_params.pop("comic", None)
    for key in _IDEA_WIDGETS:
        st.session_state.pop(key, None)


def fill_widgets(comic: Comic) -> None:
    """Put the comic's idea into the fields of the Story page."""
    from pages.widgets import fields

    for key in ("form", "genre", "tone", "language"):
        fields.put(key, getattr(comic.idea, key))
    fields.put("idea", comic.idea.text)
    fields.put("seed", None)


def change(verb: Callable[[Comic], Comic], script: Script | None = None) -> None:
    """Apply a pure verb to the open comic; where its panels or lines are counted, only while `script`, which the page
    showed, is still the script. Raises InputError when that was changed elsewhere."""
    from pipeline import store

    found = []

    def checked(comic: Comic) -> Comic:
        found.append(comic.revision)
        if script is not None and comic.script != script:
            raise InputError("tabs.script_changed")
        return verb(comic)

    after = store.change(comic_id(), checked)
    if st.session_state.get(_SEEN) == (after.id, found[0]):
        st.session_state[_SEEN] = (after.id, after.revision)


def has_changed_elsewhere(comic: Comic) -> bool:
    """Whether the comic is newer than this session has last seen it and `change` has made it; from now on it has."""
    seen, st.session_state[_SEEN] = st.session_state.get(_SEEN), (comic.id, comic.revision)
    return seen is not None and seen[0] == comic.id and seen[1] != comic.revision


def saw() -> None:
    """Take the open comic as it stands for seen: what this session has just written past `change`."""
    if (newest := comic()) is not None:
        has_changed_elsewhere(newest)


def notify(message: NecutError | str, **values: object) -> None:
    """Say something at the top of the next run: an error, or a key of the catalogue with its values."""
    st.session_state[_NOTICE] = message if isinstance(message, NecutError) else (message, values)


def take_notice() -> NecutError | tuple[str, dict] | None:
    """What `notify` left, once."""
    return st.session_state.pop(_NOTICE, None)


def plain(words: str) -> str:
    """Somebody's words as Markdown shows them, letter for letter: no links, no formatting, no icons."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()#+-.!|~<>$:" else letter for letter in words)
