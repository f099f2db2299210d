"""What a press of the button will ask of a server that may charge: how many pictures, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import state

if TYPE_CHECKING:
    from pipeline.comic import Comic

_CHARGES = "openai"


def note(comic: Comic | None, pictures: int | None = None) -> None:
    """Beside a button that draws: the number of pictures and, where Connect has a price, the cost. Nothing is said
    of artists that cost nothing, nor before there is a comic whose artist could be one."""
    if comic is None or pictures == 0:
        return
    from pipeline import cells

    if cells.artist_name(comic) == _CHARGES:
        st.caption(
            f":material/payments: {sentence(len(comic.slots) if pictures is None else pictures)}", width="content"
        )


def sentence(pictures: int) -> str:
    """How many pictures by which model, and for how much."""
    from pipeline import remote, settings
    from pipeline.artists import openai

    found = settings.load()
    model = state.plain(openai.model())
    if not found.price_picture:
        return state.text("openai.unpriced", count=pictures, model=model)
    return state.text(
        "openai.cost",
        count=pictures,
        model=model,
        cost=_amount(remote.cost(found, pictures=pictures)),
        price=_amount(found.price_picture),
    )


def _amount(value: float) -> str:
    """A price in whatever currency Connect was given, without needless zeros: 0.16, 3.2, 1200."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")
