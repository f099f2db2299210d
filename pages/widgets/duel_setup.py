"""What a duel chooses among: which fields may change, and the values they may take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, jobs, members, missing, state
from pipeline import words
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.axes import Axis
    from pipeline.tuning.duel import Duel

_VALUES = {
    "style": "ink, watercolour, noir, pixel art, crayon, webtoon",
    "seed": "1-6",
    "cfg_scale": "3-12 (+1)",
    "steps": "12-40 (+4)",
    "sampler": "Euler a, Euler, DPM++ 2M Karras, DPM++ SDE Karras, UniPC, DDIM",
    "clip_skip": "1-2",
    "variation_strength": "0-0.4 [5]",
    "negative_prompt": '"", "text, watermark", "blurry, dark, text"',
}
"""The fields that a duel offers, and values to begin with; those that the artist obeys are shown."""
_ASKED_IN = "duel"
_CHOSEN = {"style", "cfg_scale", "steps", "sampler"}
_CHOSEN_WITHOUT_MODEL = {"style", "seed"}


def show(comic: Comic, begun: Callable[[str], None]) -> None:
    """The fields with their values, how many presets that makes, and the button that begins."""
    from pipeline import artists

    artist = members.chosen(comic, "artist")
    obeys = artists.get(artist).obeys
    offered = [name for name in _VALUES if name in obeys]
    with st.container(border=True, key="duel_setup"):
        members.explain("artists", artist)
        wanted = _CHOSEN if "cfg_scale" in obeys else _CHOSEN_WITHOUT_MODEL
        chosen = st.pills(
            state.text("duel.what"),
            offered,
            selection_mode="multi",
            default=[name for name in offered if name in wanted],
            key=f"duel_fields_{artist}",
            format_func=state.labels("preset_fields"),
        )
        axes = [_axis(name) for name in offered if name in chosen]
        _start(axes, begun, able=not members.lack("artists", artist))
        if jobs.current() is None:
            missing.show(_ASKED_IN)


def _axis(name: str) -> Axis | None:
    """One field's values; None while they cannot be read."""
    from pipeline.tuning import axes

    key = f"duel_values_{name}"
    st.session_state.setdefault(key, _VALUES[name])
    text = st.text_input(
        state.text(f"preset_fields.{name}"), key=key, help=state.text("tune.notation"), persist_state="session"
    )
    try:
        found = axes.make(name, text)
    except NecutError as error:
        st.caption(f":red[{state.plain(words.tell(error, state.language()))}]")
        return None
    if "(" in text or "-" in text:
        st.caption(state.plain(" · ".join(found.values)))
    return found


def _start(axes: list[Axis | None], begun: Callable[[str], None], able: bool) -> None:
    from pipeline.tuning import duel_asking

    count = 1
    for axis in axes:
        count *= len(axis) if axis else 0
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(
            state.text("duel.begin"),
            key="duel_begin",
            type="secondary" if missing.waits(_ASKED_IN) else "primary",
            icon=":material/swords:",
            disabled=count < 2 or not able,
            on_click=errors.callback(_begin),
            args=(tuple(axes), begun),
        )
        if count > 1:
            st.markdown(state.text("duel.size", count=f"{count:,}", most=duel_asking.MOST), width="content")


def _begin(axes: tuple[Axis, ...], begun: Callable[[str], None]) -> None:
    """Begin over the comic as it is; what it asks for and cannot have is asked about first."""
    from pipeline.tuning import duel, lacking

    jobs.start(
        lambda queue, comic_id, owner: begun(duel.begin(state.comic(), axes).id),
        lacks=lambda comic: lacking.found(comic, axes),
        place=_ASKED_IN,
    )


def name_of(found: Duel) -> str:
    """A duel by its fields and how far it is: "Style words, Seed · 7 choices"."""
    from pipeline.tuning import axes

    fields = ", ".join(axes.field_label(axis.field, state.language()) for axis in found.axes)
    return state.text("duel.called", fields=fields, count=len(found.choices))
