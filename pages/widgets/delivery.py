"""What the browser has received of what the server has put into its fields.

A message of the browser says what stands in each of its fields, also in those that the server has filled anew while
the message was on its way: an old text then comes back as if somebody had typed it. And what a run has put into a
field is lost when a click interrupts that run. So each run ends with its number in a field that nobody sees, and every
message brings back the number of the last run that arrived whole: `received`.
"""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

_FIELD = "delivered"
_NUMBER, _ENDED, _RECEIVED, _OWN = "necut.run", "necut.run_ended", "necut.received", "necut.own_run"


def begin() -> None:
    """Count a run of the page's script. Call before any field is drawn."""
    st.session_state[_RECEIVED] = received()
    st.session_state[_OWN] = st.session_state[_ENDED] = False
    st.session_state[_NUMBER] = number() + 1


def end() -> None:
    """Send this run's number along, behind everything else that the run has drawn."""
    st.session_state[_FIELD] = str(number())
    st.text_input(_FIELD, key=_FIELD, label_visibility="collapsed")  # hidden by the style
    st.session_state[_ENDED] = True


def number() -> int:
    """The number of this run, from 1; in a callback and in a fragment, that of the last whole run."""
    return st.session_state.get(_NUMBER, 0)


def next_to_come() -> int:
    """The number of the run that will bring what is put into a field now: this run, or the next once it has ended."""
    return number() + bool(st.session_state.get(_ENDED))


def received() -> int:
    """The number of the last run that the browser has received whole, as far as is known."""
    if st.session_state.get(_OWN):  # then the browser was not asked, and the field says what the server has put there
        return st.session_state[_RECEIVED]
    told = st.session_state.get(_FIELD, "")
    return int(told) if told.isdecimal() else 0


def rerun() -> NoReturn:
    """Run the page's script again at once, knowing that the browser has no say in it.

    A run that has ended is with the browser by the time that a fragment or a dialog asks for the next one.
    """
    st.session_state[_RECEIVED] = number() if st.session_state.get(_ENDED) else received()
    st.session_state[_OWN] = True
    st.rerun()
