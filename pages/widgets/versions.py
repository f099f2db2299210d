"""Other ways to tell a beat, to choose from, and the check of the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import aside, errors, frames, state
from pipeline import words
from pipeline.words import label

if TYPE_CHECKING:
    from pipeline.comic import Comic, Panel
    from pipeline.queue import Snapshot

_VERDICTS = {"yes": ("green", ":material/check:"), "little": ("orange", ":material/trending_flat:"),
             "no": ("orange", ":material/lightbulb:")}  # fmt: skip
_REASONS = 3
"""How many reasons a verdict names, those that weigh most first: more would read as a report."""


def ask(index: int) -> None:
    """Have a panel told in three other ways, in the tone and with the wish of its fields."""
    from pipeline.flow import desk

    tone, note = st.session_state.get(f"retell_tone_{index}"), st.session_state.get(f"retell_note_{index}")
    aside.start(desk.retell, index, tone or "", note or "")


def show(comic: Comic, index: int, side_by_side: bool) -> None:
    """The versions of a panel as they arrive, and then to choose from."""
    from pipeline.comic import BEATS

    writer = label("writers", comic.writer, state.language())
    aside.watch(f"retell.{index}", state.text("desk.retelling", writer=writer), _arriving)
    retelling = comic.desk.retellings.get(BEATS[index])
    if retelling is None or aside.alive(f"retell.{index}"):
        return
    with st.container(key=f"versions_{index}", gap="small"):
        st.markdown(f"**{frames.beat(comic, index)}** · {state.text('desk.versions')}")
        count = len(retelling.versions)
        places = st.columns(count, gap="small") if side_by_side else [st.container() for _ in range(count)]
        for number, (place, version) in enumerate(zip(places, retelling.versions, strict=True)):
            with place:
                _version(comic, index, number, version)
        with st.container(horizontal=True, gap="small"):
            st.button(
                state.text("desk.retell_more"),
                key=f"more_{index}",
                type="tertiary",
                icon=":material/autorenew:",
                on_click=errors.callback(ask),
                args=(index,),
            )
            st.button(
                state.text("desk.put_away"),
                key=f"put_away_{index}",
                type="tertiary",
                icon=":material/close:",
                on_click=errors.callback(_put_away),
                args=(index,),
            )


def _arriving(job: Snapshot) -> None:
    for number, told in enumerate(job.progress.told):
        st.caption(f"**{state.text('desk.version', number=number + 1)}** " + "  \n".join(map(state.plain, told)))


def _version(comic: Comic, index: int, number: int, version: tuple[Panel, ...]) -> None:
    with st.container(border=True, gap="small", key=f"version_{index}_{number}"):
        st.markdown(f"**{state.text('desk.version', number=number + 1)}** · {state.plain(version[0].description)}")
        st.caption(_lines(version[0]))
        if len(version) > 1:
            st.caption(f"→ {_lines(version[1])}")
        taken = comic.script.panels[index] == version[0]
        with st.container(horizontal=True, gap="small"):
            _take_button(f"take_{index}_{number}", "desk.take", taken, (index, number, False))
            if len(version) > 1:
                both = taken and comic.script.panels[index + 1] == version[1]
                _take_button(f"take_close_{index}_{number}", "desk.take_with_close", both, (index, number, True))


def _take_button(key: str, sentence: str, taken: bool, args: tuple) -> None:
    st.button(
        state.text(sentence),
        key=key,
        icon=":material/check:" if taken else None,
        disabled=taken,
        on_click=errors.callback(_take),
        args=args,
    )


def _lines(panel: Panel) -> str:
    return "  \n".join(
        state.plain(f"{line.speaker}: {line.text}" if line.speaker else line.text) for line in panel.lines
    )


def _take(index: int, number: int, with_close: bool) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.with_version(comic, index, number, with_close))


def _put_away(index: int) -> None:
    from pipeline.flow import beats

    state.change(lambda comic: beats.without_versions(comic, index))


# Does the turn turn? -------------------------------------------------------------------------------


def judge_button() -> None:
    """Have the turn judged."""
    st.button(
        state.text("desk.judge"),
        key="judge",
        type="tertiary",
        icon=":material/question_mark:",
        disabled=aside.alive("judge"),
        on_click=errors.callback(_judge),
    )


def _judge() -> None:
    from pipeline.flow import desk

    aside.start(desk.judge)


def verdict(comic: Comic) -> None:
    """What the check found, and what it cannot find."""
    aside.watch("judge", state.text("desk.judging"))
    found = comic.desk.verdict
    if found is None or aside.alive("judge"):
        return
    from pipeline.flow import desk

    colour, icon = _VERDICTS[found.changes]
    with st.container(key="verdict", gap="small"):
        st.markdown(f":{colour}[{icon} {state.text(f'desk.verdict_{found.changes}')}]")
        noticed = [words.say(each.key, state.language(), **each.values) for each in found.found[:_REASONS]]
        told = [state.plain(found.said), state.plain(" ".join(noticed))]
        told.append("" if found.said else state.text("desk.verdict_measured"))
        told.append(state.text("desk.verdict_old") if desk.verdict_is_old(comic) else "")
        st.caption("  \n".join(line for line in told if line))
