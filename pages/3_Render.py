"""Render: four prompts become four pictures, under a preset that can be tuned."""

import streamlit as st

from pages.widgets import doctor, frame, frames, jobs, members, notebook, picture_info, presets, render, state


def show() -> None:
    """Artist and preset, the buttons, four pictures with their takes, Next."""
    st.title(state.text("render.heading"))
    comic = state.comic()
    if comic is None or not all(slot.prompt for slot in comic.slots):
        notebook.invite("render.invite")
        notebook.footer(None, "4_Comic", ready=False)
        return
    settings, pictures = st.container(key="render_board").columns([1, 2], gap="medium")
    with settings:
        presets.panel(comic)
        doctor.show(comic.preset, members.chosen(comic, "artist"))
        picture_info.panel(comic)
    with pictures:
        render.buttons(comic)
        jobs.show()
        for panel, place in enumerate(frames.four()):
            with place:
                render.cell(comic, panel)
    notebook.footer(comic, "4_Comic", ready=all(slot.take for slot in comic.slots))


frame.show(show)
