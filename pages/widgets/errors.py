"""Errors reach the user as sentences, wherever they happen."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from pages.widgets import state
from pipeline import words
from pipeline.errors import NecutError

_log = logging.getLogger(__name__)


@contextmanager
def told() -> Iterator[None]:
    """Within this block an error becomes a sentence on the page."""
    try:
        yield
    except NecutError as error:
        _show(error)
    except Exception as fault:  # a fault of ours: the reader gets a sentence, the log the traceback
        _log.exception("page failed")
        _show(NecutError("errors.unexpected", kind=type(fault).__name__))


def tell_notice() -> None:
    """Say what a callback of the run before has left."""
    if (notice := state.take_notice()) is not None:
        _show(notice)


def callback(function: Callable) -> Callable:
    """A widget callback whose errors are told at the top of the run that follows."""

    @functools.wraps(function)
    def guarded(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except NecutError as error:
            state.notify(error)
        except Exception as fault:
            _log.exception("callback failed")
            state.notify(NecutError("errors.unexpected", kind=type(fault).__name__))

    return guarded


def _show(notice: NecutError | tuple[str, dict]) -> None:
    if isinstance(notice, NecutError):
        st.error(words.tell(notice, state.language()), icon=":material/error:")
    else:
        key, values = notice
        st.info(state.plain(state.text(key, **values)), icon=":material/info:")
