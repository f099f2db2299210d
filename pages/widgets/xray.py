"""Prompt X-ray: a prompt's words as chips in the colour of where they came from, over a bar of the tokens they take.

The chips are an inline component (`xray.js`): words are dragged, weighed and struck in the browser at once, and the
new arrangement is carried out in the store. Each edit has a number, so that an answer that is late never takes back
what the hand has done since.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import errors, frames, jobs, state

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.xray import Word, XRay

_HERE = Path(__file__).parent
_DONE = "necut.xray."
# Colour and icon of each origin: never told by colour alone. The colours are those of `xray.css`.
LOOKS = {
    "character": ("violet", ":material/person:"),
    "scene": ("blue", ":material/landscape:"),
    "style": ("green", ":material/palette:"),
    "gpt2": ("orange", ":material/auto_awesome:"),
    "user": ("red", ":material/edit:"),
}


@st.cache_resource(show_spinner=False)
def _chips():
    return st.components.v2.component(
        "necut_xray",
        html='<div class="xray"></div>',
        css=(_HERE / "xray.css").read_text(encoding="utf-8"),
        js=(_HERE / "xray.js").read_text(encoding="utf-8"),
    )


@st.cache_resource(show_spinner=False)
def _weigher():
    return st.components.v2.component("necut_weigh", js=(_HERE / "weigh.js").read_text(encoding="utf-8"))


def legend() -> None:
    """What the colours and icons of the words mean."""
    told = "&emsp;".join(coloured(group, f"{icon} {_origin(group)}") for group, (_, icon) in LOOKS.items())
    st.markdown(f":small[{told}]")
    st.caption(state.text("xray.how"))


def weigh_by_keys() -> None:
    """Ctrl+Up and Ctrl+Down weigh words in the prompts' text fields. Once a page."""
    _weigher()(key="weigh_keys")


def coloured(group: str, markdown: str) -> str:
    """Markdown in the colour of an origin."""
    return f":{LOOKS[group][0]}[{markdown}]"


def chips(comic: Comic, panel: int, xray: XRay) -> None:
    """The words of a panel's prompt, to be moved, weighed and struck."""
    key = f"xray_{panel}"
    done = st.session_state.get(_DONE + key, 0)
    _chips()(
        key=key,
        data={
            "comic": comic.id,
            "panel": panel,
            "seq": done,
            "size": _chunk_size(),
            "chunks": list(xray.chunk_tokens),
            "words": [_told(word, frames.alt_text(comic, panel)) for word in xray.words],
            "labels": _labels(xray),
            "disabled": jobs.current() is not None,
        },
        on_edit_change=errors.callback(lambda: _edited(panel, key)),
    )


def _told(word: Word, sentence: str) -> dict:
    from pipeline import grammar

    shown = grammar.bare(word.text)
    return {
        "index": word.index,
        "text": word.text,
        "bare": shown,
        "shown": shown,
        "lora": shown.startswith("<"),
        "weight": round(word.weight, 2),
        "drawn": grammar.bare(word.drawn),
        "group": word.group,
        "tokens": word.tokens,
        "chunk": word.chunk,
        "title": _title(word, shown, sentence),
    }


def _title(word: Word, shown: str, sentence: str) -> str:
    """What a word is, in one line: "orange cat · character (Nabi) · tokens: 2"; of the scene, with the story's own
    sentence, so that who reads no English sees what it is about."""
    origin = f"{_origin(word.group)} ({word.character})" if word.character else _origin(word.group)
    parts = [shown, origin, state.text("xray.word_tokens", count=word.tokens)]
    if word.group == "scene" and sentence:
        parts.insert(2, f"“{sentence}”")
    if word.index is None:
        parts.append(state.text("xray.of_the_preset"))
    if word.chunk:
        parts.append(state.text("xray.behind", border=word.chunk * _chunk_size()))
    return " · ".join(parts)


def _origin(group: str) -> str:
    return state.text(f"origin.{group}")


def _labels(xray: XRay) -> dict[str, str]:
    room = len(xray.chunk_tokens) * _chunk_size()
    counted = state.text("xray.counted_by", name=xray.counted_by) if xray.counted_by else state.text("xray.counted")
    tools = {name: state.text(f"xray.{name}") for name in ("earlier", "later", "lighter", "heavier", "strike")}
    return tools | {
        "tokens": state.text("xray.tokens", count=xray.tokens, room=room),
        "counted": counted,
        "border": state.text("xray.border", size=_chunk_size()),
    }


def _chunk_size() -> int:
    from pipeline import tokens

    return tokens.CHUNK


def _edited(panel: int, key: str) -> None:
    """Carry out what the chips say; what a browser sends is checked like any other input."""
    from pipeline.flow import wording

    said = st.session_state[key].get("edit") or {}
    if int(said.get("seq", 0)) <= st.session_state.get(_DONE + key, 0):
        return  # overtaken by a later one
    st.session_state[_DONE + key] = int(said["seq"])
    wanted = [(int(word["index"]), str(word["bare"]), float(word["weight"])) for word in said.get("words", ())]
    state.change(lambda comic: wording.with_arrangement(comic, panel, wanted))
