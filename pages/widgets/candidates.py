"""The candidates of a panel's prompt: take a whole one, or single words of each, with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import drawers, errors, fields, state, xray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.comic import Candidate, Comic, PanelPrompt, Piece

_GROUPS = {"shot": "scene", "mood": "scene"}


def box(comic: Comic, panel: int) -> None:
    """What the prompter offers. The words that a candidate adds are chips: a click takes one or strikes it."""
    prompt = comic.slots[panel].prompt.prompt
    if not prompt.candidates:
        return
    label = state.text("prompt.candidates", count=len(prompt.candidates))
    with drawers.drawer(f"candidates_{panel}", label, ":material/list:", type="tertiary") as is_open:
        st.caption(state.text("prompt.candidates_how"))
        if not is_open:
            return
        shared = _shared(prompt.candidates)
        for number, candidate in enumerate(prompt.candidates):
            _candidate(prompt, panel, number, candidate, shared)


def _shared(candidates: Sequence[Candidate]) -> set[str]:
    """The panel's own phrases that every candidate says: what GPT-2 added is a chip even then."""
    said = [{piece.text for piece in candidate.pieces if piece.origin != "gpt2"} for candidate in candidates]
    return set.intersection(*said)


def _candidate(prompt: PanelPrompt, panel: int, number: int, candidate: Candidate, shared: set[str]) -> None:
    taken = candidate.text == prompt.text
    with st.container(border=True, gap="xsmall", key=f"candidate_box_{panel}_{number}"):
        st.button(
            state.text("prompt.taken" if taken else "prompt.take", number=number + 1),
            key=f"candidate_{panel}_{number}",
            type="tertiary",
            icon=":material/radio_button_checked:" if taken else ":material/radio_button_unchecked:",
            disabled=taken,
            on_click=errors.callback(_take),
            args=(panel, number),
        )
        if told := _in_short(prompt, candidate, shared):
            st.caption(told)
        added = list({piece.text: piece for piece in candidate.pieces if piece.text not in shared}.values())
        if added:
            _added(prompt, panel, number, added)


def _in_short(prompt: PanelPrompt, candidate: Candidate, shared: set[str]) -> str:
    """The whole wording; nothing where it begins as the first candidate does and its chips say the rest."""
    begins = [piece.text for piece in candidate.pieces if piece.text in shared]
    alike = [[piece.text for piece in each.pieces[: len(begins)]] for each in (candidate, prompt.candidates[0])]
    if begins and alike == [begins, begins]:
        return ""
    return state.plain(candidate.text)


def _added(prompt: PanelPrompt, panel: int, number: int, added: list[Piece]) -> None:
    """The words that not all candidates say, as chips; those that the prompt holds are marked."""
    from pipeline.flow.wording import same_words

    there = [piece.text for piece in prompt.pieces]
    held = [place for place, piece in enumerate(added) if any(same_words(piece.text, text) for text in there)]
    key = f"candidate_words_{panel}_{number}"
    labels = tuple(_chip(piece) for piece in added)
    fields.stored(key, held, prompt.text)
    st.pills(
        state.text("prompt.added_words", number=number + 1),
        range(len(added)),
        selection_mode="multi",
        key=key,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        on_change=fields.changed(key, _toggle),
        args=(panel, key, tuple(added), tuple(held)),
    )


def _chip(piece: Piece) -> str:
    icon = xray.LOOKS[_GROUPS.get(piece.origin, piece.origin)][1]
    return f"{icon} {state.plain(piece.text)}"


def _take(panel: int, number: int) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_candidate(comic, panel, number))


def _toggle(panel: int, key: str, added: tuple[Piece, ...], held: tuple[int, ...]) -> None:
    """Take the words that were marked, strike those that no longer are."""
    from pipeline.flow import wording

    marked = set(st.session_state[key])
    for place in sorted(marked ^ set(held)):
        piece, taken = added[place], place in marked
        state.change(lambda comic, piece=piece, taken=taken: wording.with_candidate_word(comic, panel, piece, taken))
