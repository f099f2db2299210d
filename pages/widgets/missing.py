"""What the pictures ask for and this machine cannot give: asked about before anything is drawn, not told afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, resources, state

if TYPE_CHECKING:
    from pipeline.artists import Missing

Submit = Callable[..., str | None]
_HELD = "necut.held"
_WITHOUT, _CONVERT = "without", "convert"
_ICONS = {"absent": ":material/search_off:", "unfit": ":material/block:", "unsafe": ":material/gpp_maybe:"}


def asks(submit: Submit) -> bool:
    """Whether the open comic's pictures need something that is missing; the request then waits for an answer."""
    from pipeline.flow import missing

    comic = state.comic()
    if comic is None or not missing.found(comic):
        return False
    st.session_state[_HELD] = (comic.id, submit)
    return True


def show() -> None:
    """The question, while a request waits; once nothing is missing any more, the request goes on."""
    comic = state.comic()
    held_for, submit = st.session_state.get(_HELD, ("", None))
    if comic is None or held_for != comic.id:
        return
    from pipeline.flow import missing

    things = missing.found(comic)
    if not things:
        _go_on(submit)
        st.rerun()
    with st.container(border=True, key="missing"):
        st.markdown(f"**{state.text('render.missing')}**")
        for each in things:
            _question(each)
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


def _question(each: Missing) -> None:
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
    stages = tuple(missing.convert_stage(each) for each, choice in chosen.items() if choice == _CONVERT)
    if stages:  # the request waits on: `show` finds nothing missing once they are converted
        resources.queue().submit(stages, owner=state.owner(), comic_id=state.comic_id(), what="convert")


def _go_on(submit: Submit) -> None:
    st.session_state.pop(_HELD, None)
    submit(resources.queue(), state.comic_id(), owner=state.owner())


def _stop() -> None:
    st.session_state.pop(_HELD, None)
