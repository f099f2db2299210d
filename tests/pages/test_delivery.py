"""The number of the run that the browser has received whole."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from pages.widgets import delivery

    delivery.begin()
    st.session_state.told = (delivery.number(), delivery.received())
    if st.session_state.pop("in_the_middle", False):
        delivery.rerun()
    delivery.end()
    if st.session_state.pop("at_the_end", False):
        delivery.rerun()


def test_each_message_brings_back_the_last_run():
    app = AppTest.from_function(_page)
    assert app.run().session_state.told == (1, 0)
    assert app.run().session_state.told == (2, 1)


def test_a_run_that_was_broken_off_has_not_arrived():
    app = AppTest.from_function(_page).run()
    app.session_state.in_the_middle = True
    assert app.run().session_state.told == (3, 1)
    assert app.run().session_state.told == (4, 3)


def test_one_that_had_ended_has():
    app = AppTest.from_function(_page).run()
    app.session_state.at_the_end = True
    assert app.run().session_state.told == (3, 2)
