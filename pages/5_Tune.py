"""Tune: one comic under many settings, to find the preset by looking instead of guessing."""

import streamlit as st

from pages.widgets import duel, frame, jobs, state, tune, tune_log


def show() -> None:
    """What is wrong with the preset, then the ways to a better one: Grid, Duel, Log."""
    st.title(state.text("tune.heading"))
    comic = state.comic()
    jobs.show()
    grid, two, log = tune.tabs()
    if grid.open:
        with grid:
            tune.show(comic)
    if two.open:
        with two:
            duel.show(comic)
    if log.open:
        with log:
            tune_log.show(comic)


frame.show(show)
