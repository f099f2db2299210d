"""What the pictures ask for and this machine cannot give: asked about before anything is drawn, not told afterwards.

The question stands where the request was made: in the `place` of that name, by default the page's place for jobs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, errors, state, troubles

if TYPE_CHECKING:
    from pipeline.artists import Missing
    from pipeline.comic import Comic

Submit = Callable[..., str | None]
Lacks = Callable[["Comic"], "tuple[Missing, ...]"]
"""What a request would ask for and not get, if the comic were drawn as it is."""
_HELD = "necut.held"
_WITHOUT, _CONVERT = "without", "convert"
_ICONS = {"absent": ":material/search_off:", "unfit": ":material/block:", "unsafe": ":material/gpp_maybe:"}


@dataclass(frozen=True)
class _Held:
    """A request that waits for an answer; `without` are the things, by kind and name, that it shall do without."""

    comic_id: str
    page: str
    place: str
    submit: Submit
    lacks: Lacks
    without: frozenset[tuple[str, str]] = frozenset()
    answered: bool = False

    def things(self, comic: Comic) -> tuple[Missing, ...]:
        """What is missing and not settled yet."""
        return tuple(each for each in self.lacks(comic) if (each.kind, each.name) not in self.without)


def asks(submit: Submit, lacks: Lacks, place: str | None = None) -> bool:
    """Whether a request lacks something of the open comic; it then waits for an answer."""
    comic = state.comic()
    if comic is None or not lacks(comic):
        return False
    page = state.page()
    st.session_state[_HELD] = _Held(comic.id, page, page if place is None else place, submit, lacks)
    return True


def waits(place: str) -> bool:
    """Whether a request waits for an answer in this place: the answer is then the page's one primary button."""
    held = _held()
    return held is not None and held.place == place


def asked() -> set[tuple[str, str]]:
    """The things, by kind and name, that this page asks about."""
    held = _held()
    if held is None or held.page != state.page():
        return set()
    return {(each.kind, each.name) for each in held.things(state.comic())}


def show(place: str | None = None) -> None:
    """The question, in its place, while a request waits; once nothing is missing any more, the request goes on."""
    held, here = _held(), state.page() if place is None else place
    if held is None:
        return
    things = held.things(state.comic())
    if not things and (held.answered or held.place == here):
        st.session_state.pop(_HELD)
        troubles.tried(held.submit)
        delivery.rerun()
    if things and held.place == here:
        _question(things)


def _held() -> _Held | None:
    """The request of the open comic that waits."""
    held = st.session_state.get(_HELD)
    return held if held is not None and held.comic_id == state.comic_id() else None


def _question(things: tuple[Missing, ...]) -> None:
    with st.container(border=True, key="missing"):
        st.markdown(f"**{state.text('render.missing')}**")
        for each in things:
            _choice(each)
        with st.container(horizontal=True, gap="small"):
            st.button(
                state.text("render.missing_draw"),
                key="missing_draw",
                type="primary",
                icon=":material/brush:",
                on_click=errors.callback(_answer),
                args=(things,),
            )
            st.button(state.text("render.missing_stop"), key="missing_stop", on_click=_stop)


def _choice(each: Missing) -> None:
    """One thing, why it cannot be had, and what could be done about it."""
    convert = [_CONVERT] if each.why == "unsafe" else []
    told = {other: state.text("render.instead", name=other) for other in each.others}
    told |= {_WITHOUT: state.text(f"render.without_{each.kind}"), _CONVERT: state.text("render.convert")}
    sentence = state.text(f"render.{each.why}", kind=state.text(f"render.kind_{each.kind}"), name=each.name)
    st.selectbox(
        f"{_ICONS[each.why]} {state.plain(sentence)}",
        [_WITHOUT, *convert, *each.others],
        key=_key(each),
        format_func=told.get,
    )


def _key(each: Missing) -> str:
    return f"missing_{each.kind}_{each.name}"


def _answer(things: tuple[Missing, ...]) -> None:
    """Settle each thing as chosen, then let the waiting request go on; files to be converted come first."""
    from pipeline.flow import missing

    chosen = {each: st.session_state.get(_key(each), _WITHOUT) for each in things}
    for each, choice in chosen.items():
        if choice != _CONVERT:
            instead = "" if choice == _WITHOUT else choice
            state.change(lambda comic, each=each, instead=instead: missing.settled(comic, each, instead))
    held = st.session_state[_HELD]
    without = held.without | {(each.kind, each.name) for each, choice in chosen.items() if choice == _WITHOUT}
    st.session_state[_HELD] = replace(held, without=without, answered=True)
    stages = tuple(missing.convert_stage(each) for each, choice in chosen.items() if choice == _CONVERT)
    if stages:  # the request waits on: `show` finds nothing missing once they are converted
        troubles.tried(
            lambda queue, comic_id, owner: queue.submit(stages, owner=owner, comic_id=comic_id, what="convert")
        )


def _stop() -> None:
    st.session_state.pop(_HELD, None)
