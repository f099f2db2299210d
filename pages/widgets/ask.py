"""Ask ChatGPT: a talk about the open comic beside its script. Answers stream; what they propose is accepted or not.

What a model says is shown letter for letter: no links, no pictures, nothing that a browser would fetch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import aside, connect, diff, errors, members, model_choice, notebook, state
from pipeline import words

if TYPE_CHECKING:
    from pipeline.comic import Comic, Exchange
    from pipeline.queue import Snapshot
    from pipeline.remote import Readiness

_OPEN = "necut.ask_open"
_EXAMPLES = 3
_HEIGHT = 460  # pixels of talk before it scrolls
_LONGEST = 2000


def is_open(comic: Comic) -> bool:
    """Whether the talk stands beside the script: as the user left it, else where there is one."""
    return st.session_state.get(_OPEN, bool(comic.desk.chat))


def button(comic: Comic) -> None:
    """Open the talk, or close it."""
    opened = is_open(comic)
    st.button(
        state.text("desk.ask_close" if opened else "desk.ask"),
        key="ask_open",
        icon=":material/close:" if opened else ":material/forum:",
        on_click=_toggle,
        args=(not opened,),
    )


def _toggle(opened: bool) -> None:
    st.session_state[_OPEN] = opened


def panel(comic: Comic) -> None:
    """The talk: who answers, what was said, and the question box. Without a model: how to get one."""
    with st.container(border=True, key="ask"):
        st.subheader(state.text("desk.ask"))
        ready = members.readiness("writers", "chatgpt")
        if ready is not None and not ready.ready and not comic.desk.chat:
            _invite(ready)
            return
        if ready is not None and ready.ready:
            model_choice.warm()
            st.caption(state.text("desk.ask_by", model=state.plain(str(ready.values["model"]))))
        _talk(comic)
        _question()
        if comic.desk.chat:
            st.button(
                state.text("desk.ask_clear"),
                key="ask_clear",
                type="tertiary",
                icon=":material/delete_sweep:",
                on_click=errors.callback(_clear),
            )


def _invite(ready: Readiness) -> None:
    st.markdown(state.text("desk.ask_invite"))
    if st.button(state.text("desk.ask_connect"), key="ask_connect", icon=":material/cable:"):
        connect.dialog()
    st.caption(state.text("desk.ask_offline"))


def _talk(comic: Comic) -> None:
    if not comic.desk.chat:
        st.caption(state.text("desk.ask_about"))
        for number in range(1, _EXAMPLES + 1):
            example = state.text(f"desk.ask_{number}")
            st.button(
                example, key=f"ask_example_{number}", type="tertiary", on_click=errors.callback(_ask), args=(example,)
            )
        return
    with st.container(height=_HEIGHT, border=False, key="talk", autoscroll=True):
        for exchange in comic.desk.chat:
            _exchange(comic, exchange)


def _exchange(comic: Comic, exchange: Exchange) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(_plain(exchange.asked))
    with st.chat_message("assistant", avatar=":material/forum:"):
        if exchange.made is not None:
            _answer(comic, exchange)
        else:
            _unanswered(exchange)


def _answer(comic: Comic, exchange: Exchange) -> None:
    if exchange.answer:
        st.markdown(_plain(exchange.answer))
    for number in range(len(exchange.changes)):
        diff.proposal(comic, exchange, number)
    if told := notebook.bill(exchange.made):
        st.caption(told)


def _unanswered(exchange: Exchange) -> None:
    """A question that is being answered, could not be, or was cut off by a restart."""
    what = f"ask.{exchange.id}"
    if aside.alive(what):
        aside.watch(what, state.text("desk.ask_thinking"), _arriving)
        return
    job = aside.latest(what)
    if job is not None and job.error:
        st.warning(words.tell(job.error, state.language()), icon=":material/error:")
    else:
        st.caption(state.text("desk.ask_unanswered"))
    st.button(
        state.text("desk.ask_again"),
        key=f"ask_again_{exchange.id}",
        icon=":material/refresh:",
        on_click=errors.callback(_ask_again),
        args=(exchange.id,),
    )


def _arriving(job: Snapshot) -> None:
    if job.progress.text:
        st.markdown(_plain(job.progress.text))


def _plain(text: str) -> str:
    return "  \n".join(state.plain(row) for row in text.splitlines())


def _question() -> None:
    with st.form("ask_form", border=False, clear_on_submit=True):
        st.text_area(
            state.text("desk.ask"),
            key="ask_text",
            height=80,
            max_chars=_LONGEST,
            placeholder=state.text("desk.ask_placeholder"),
            label_visibility="collapsed",
        )
        st.form_submit_button(
            state.text("desk.ask_send"),
            key="ask_send",
            icon=":material/send:",
            width="stretch",
            on_click=errors.callback(_ask_typed),
        )


def _ask_typed() -> None:
    _ask(st.session_state.get("ask_text") or "")


def _ask(question: str) -> None:
    from pipeline.flow import desk

    st.session_state[_OPEN] = True
    aside.start(desk.ask, question)


def _ask_again(exchange_id: str) -> None:
    from pipeline.flow import desk

    aside.start(desk.ask_again, exchange_id)


def _clear() -> None:
    from pipeline.flow import beats

    state.change(beats.without_chat)
