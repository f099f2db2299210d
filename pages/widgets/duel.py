"""The duel: two comics side by side, one question, a few keys; at the end a preset.

The settings stay hidden while one chooses. All that a duel knows stands in its file: the page reads it anew
at each run, so that another tab, a restart or another day find it where it was left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, duel_result, duel_setup, errors, fields, resources, state
from pipeline import words

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.duel import Duel, Place

_EVERY = 0.7  # seconds between two looks at a pair that is being drawn
_SHOWN = "necut.duel.shown"
_TOLD = "necut.duel.told"
_KEYS = {"left": "1", "right": "2", "tie": "0"}


def show(comic: Comic | None) -> None:
    """The duel of the open comic, or the way to begin one."""
    if comic is None or not all(slot.prompt for slot in comic.slots):
        _invite(comic)
        return
    from pipeline.tuning import duel

    kept = {each.id: each for each in duel.kept(comic.id)}
    found = kept.get(_shown(comic, kept))
    if found is None:
        st.caption(state.text("duel.intro"))
        duel_setup.show(comic, _begun)
        _earlier(comic, kept, None)
        return
    with st.container(key="duel"):
        if duel.pair(found) is None:
            _settled(comic, found)
        else:
            _arena(found)
    _earlier(comic, kept, found)


def _invite(comic: Comic | None) -> None:
    with st.container(border=True, key="duel_invite", horizontal_alignment="center"):
        st.markdown(state.text("duel.invite"), text_alignment="center")
        if st.button(state.text("cells.to_story"), key="duel_to_story", icon=":material/edit_note:"):
            st.switch_page("pages/1_Story.py", query_params={"comic": comic.id} if comic else None)


def _shown(comic: Comic, kept: dict[str, Duel]) -> str:
    """Which duel is open: the one that was, else the one changed last; "" for a new one."""
    held = st.session_state.get(_SHOWN)
    if held is None or held[0] != comic.id:
        held = (comic.id, next(iter(kept), ""))
        st.session_state[_SHOWN] = held
    return held[1]


def _begun(duel_id: str) -> None:
    st.session_state[_SHOWN] = (state.comic_id(), duel_id)


def _earlier(comic: Comic, kept: dict[str, Duel], found: Duel | None) -> None:
    """The comic's other duels, and a new one."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="duel_others"):
        if found is not None:
            st.button(
                state.text("duel.other"),
                key="duel_other",
                icon=":material/add:",
                type="tertiary",
                on_click=_begun,
                args=("",),
            )
        others = {name: duel_setup.name_of(each) for name, each in kept.items()}
        if others and (found is None or len(others) > 1):
            fields.stored("duel_earlier", found.id if found else None, f"{comic.id}{len(kept)}")
            st.selectbox(
                state.text("duel.earlier", count=len(others)),
                list(others),
                key="duel_earlier",
                index=None,
                format_func=others.get,
                label_visibility="collapsed",
                placeholder=state.text("duel.earlier", count=len(others)),
                on_change=fields.changed("duel_earlier", lambda: _begun(st.session_state["duel_earlier"] or "")),
            )


def _arena(found: Duel) -> None:
    """The question, how far it is, the two pages with their buttons."""
    from pipeline.tuning import duel, duel_asking

    asked = duel.pair(found)
    number = len(found.choices)
    sureness = duel.standing(found).sureness if number else 0.0
    st.subheader(state.text("duel.question"))
    told = state.text("duel.progress", number=number + 1, most=duel_asking.MOST, share=f"{sureness:.0%}")
    st.progress(min(1.0, max(sureness / duel_asking.SURE, number / duel_asking.MOST)), text=told)
    ready = _drawn(found, asked, "duel.drawing")
    for side, place, column in zip(("left", "right"), asked, st.columns(2, gap="medium"), strict=True):
        with column:
            page(found, place, side)
            _choose(found, side, number, ready)
    _row(found, number, ready)


def _row(found: Duel, number: int, ready: bool) -> None:
    """No difference, take back, enough."""
    from pipeline.tuning import duel

    with st.container(horizontal=True, horizontal_alignment="center", vertical_alignment="center", key="duel_row"):
        _choose(found, "tie", number, ready)
        for verb, icon in (("undo", "undo"), ("stop", "flag")):
            st.button(
                state.text(f"duel.{verb}"),
                key=f"duel_{verb}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=not number,
                on_click=errors.callback(getattr(duel, verb)),
                args=(found.id,),
            )


def _choose(found: Duel, verdict: str, number: int, ready: bool) -> None:
    st.button(
        state.text(f"duel.{verdict}"),
        key=f"duel_{verdict}",
        type="secondary" if verdict == "tie" else "primary",
        width="content" if verdict == "tie" else "stretch",
        shortcut=_KEYS[verdict],
        disabled=not ready,
        on_click=errors.callback(_answer),
        args=(found.id, verdict, number),
    )


def _answer(duel_id: str, verdict: str, number: int) -> None:
    from pipeline.tuning import duel

    duel.answer(duel_id, verdict, number)


def page(found: Duel, place: Place, side: str) -> None:
    """The lettered page under one preset, or the place where it will be."""
    data = duel_result.painted(found, place)
    if data is None:
        st.skeleton(height=420)
    else:
        st.image(data, width="stretch", alt=state.text(f"duel.{side}"))


def _drawn(found: Duel, places: tuple[Place, ...], sentence: str) -> bool:
    """Whether all these are drawn; what is missing is asked for, and the pair after it is drawn ahead."""
    from pipeline.tuning import duel

    if all(duel.tried(found, place).done for place in places):
        _ahead(found)
        return True
    job = duel.live(resources.queue(), found.id)
    if job is None:
        last = next(reversed(resources.queue().jobs(comic_id=found.id)), None)
        if last is not None and last.error is not None and st.session_state.get(_TOLD) != last.id:
            st.error(words.tell(last.error, state.language()), icon=":material/error:")
            st.button(state.text("duel.again"), key="duel_again", on_click=_understood, args=(last.id,))
            return False
        duel.draw(resources.queue(), found, places, state.owner())
    st.fragment(_watch, run_every=_EVERY)(found.id, places, sentence)
    return False


def _understood(job_id: str) -> None:
    st.session_state[_TOLD] = job_id


def _watch(duel_id: str, places: tuple[Place, ...], sentence: str) -> None:
    """Look whether the pair is there or its job over; the page then runs once more."""
    from pipeline.tuning import duel

    found = duel.read(duel_id)
    if duel.live(resources.queue(), duel_id) is None or all(duel.tried(found, place).done for place in places):
        delivery.rerun()
    st.caption(f":material/brush: {state.text(sentence)}")


def _ahead(found: Duel) -> None:
    """While somebody looks, draw what either answer will ask for."""
    from pipeline.tuning import duel

    if duel.live(resources.queue(), found.id) is None and not found.stopped:
        coming = tuple(place for place in duel.ahead(found) if not duel.tried(found, place).done)
        failed = any(job.error for job in resources.queue().jobs(comic_id=found.id))
        if coming and not failed:
            duel.draw(resources.queue(), found, coming, state.owner(), duel.PRIORITY_AHEAD)


def _settled(comic: Comic, found: Duel) -> None:
    """It is over: the preset, once its pictures are there."""
    from pipeline.tuning import duel

    best = duel.best(found)
    _drawn(found, (best,), "duel.drawing_best")
    duel_result.show(comic, found)
