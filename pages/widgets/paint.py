"""Beside each sketch: paint the same panel with the small model that ships with Necut, where it is there.

It is loaded in the background as soon as a page offers it, once for the process.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, jobs, resources, state

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.comic import Comic

NAME = "necut-tiny"
_LAST = 9
"""The priority of warming up: whatever anybody waits for goes first."""


def offer(comic: Comic, panel: int) -> None:
    """A button under a panel's sketch, a word of warning under what a first version painted; nothing where there is
    no model to paint with."""
    take = comic.slots[panel].take
    folder = _folder()
    if folder is None or take is None:
        return
    if take.recipe.checkpoint == NAME and _is_first_version(folder):
        st.caption(f":material/info: {_warning(folder)}")
    if take.recipe.artist != "sketch":
        return
    _warm(str(folder))
    first = _is_first_version(folder)
    st.button(
        state.text("paint.offer_first" if first else "paint.offer", name=NAME),
        key=f"paint_{panel}",
        icon=":material/palette:",
        type="tertiary",
        help=" ".join([state.text("paint.help"), *([_warning(folder)] if first else [])]),
        disabled=jobs.current() is not None,
        on_click=errors.callback(paint),
        args=(panel,),
    )


def paint(panel: int) -> None:
    """Paint the panel; the picture becomes its newest take."""
    from pipeline import flow
    from pipeline.flow import second

    jobs.start(
        lambda queue, comic_id, owner: flow.submit(
            queue, comic_id, "render", [second.paint_stage(comic_id, panel, NAME)], owner
        )
    )


def _folder() -> Path | None:
    """The shipped model's folder, where it is there and can be used."""
    from pipeline.artists.diffusion.on_disk import SHIPPED

    folder = SHIPPED / NAME
    able = (folder / "model_index.json").is_file() and find_spec("torch") and find_spec("diffusers")
    return folder if able else None


def _is_first_version(folder: Path) -> bool:
    from pipeline.artists.diffusion import card

    return card.is_first_version(folder)


def _warning(folder: Path) -> str:
    """How much a model that paints only part of what it is told paints of it."""
    from pipeline.artists.diffusion import card

    percent = round(100 * (card.accuracy(folder) or 0))
    return state.text("paint.first_version", name=NAME, percent=percent)


@st.cache_resource(show_spinner=False)
def _warm(folder: str) -> None:
    """Have the model loaded when nothing else is to be done. No comic's job: no page shows it."""
    from pipeline.flow import second

    resources.queue().submit((second.warm_stage(NAME),), owner="", comic_id="", what="warm", priority=_LAST)
