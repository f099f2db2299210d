"""The Comic page's parts: layout, lettering, and the lines of all four panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import drawers, errors, fields, frames, resources, spot, state, story
from pipeline import words
from pipeline.words import LANGUAGES

if TYPE_CHECKING:
    from pipeline.comic import Comic

_SIDE_BY_SIDE = "necut.side_by_side"


def layout_picker(comic: Comic) -> None:
    """How the four panels stand on the page. No picture turns stale by it."""
    from pipeline import layout

    fields.stored("layout", comic.layout, comic.id)
    st.selectbox(
        state.text("comic.layout"),
        layout.names(),
        key="layout",
        format_func=state.labels("layout"),
        on_change=fields.changed("layout", _commit_layout),
    )


def _commit_layout() -> None:
    name = st.session_state["layout"]
    state.change(lambda comic: comic.with_changes(layout=name))


def lettering_options(comic: Comic) -> None:
    """The language of the letters, whether the title stands above the panels, and whose balloons have a colour."""
    fields.stored("track", comic.lettering.language or comic.idea.language, comic.id)
    st.segmented_control(
        state.text("comic.track"),
        LANGUAGES,
        key="track",
        required=True,
        format_func=state.labels("languages"),
        help=state.text("comic.track_help"),
        on_change=fields.changed("track", _commit_track),
    )
    shown = st.session_state["track"]
    if shown != comic.script.language and not any(shown in line.other for line in _all_lines(comic)):
        st.caption(state.text("comic.no_track"))
    fields.stored("show_title", comic.lettering.show_title, comic.id)
    st.toggle(
        state.text("comic.show_title"), key="show_title", on_change=fields.changed("show_title", _commit_title_bar)
    )
    _tell_tints(comic)


def _tell_tints(comic: Comic) -> None:
    """Whose balloons have a colour, and where it comes from."""
    speakers = {line.speaker for line in _all_lines(comic)}
    tinted = [each.name for each in comic.script.characters if each.colour and each.name in speakers]
    if tinted:
        st.caption(state.plain(state.text("lettering.tinted", names=", ".join(tinted))))


def _all_lines(comic: Comic) -> list:
    return [line for panel in comic.script.panels for line in panel.lines]


def _commit_track() -> None:
    language = st.session_state["track"]
    _letter(language=language)


def _commit_title_bar() -> None:
    shown = st.session_state["show_title"]
    _letter(show_title=shown)


def _letter(**changes: object) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_lettering(comic, comic.lettering.with_changes(**changes)))


def undo(comic: Comic) -> None:
    """Take back the last edit of the letters; what a layout file of the user's has to say."""
    from pipeline import layout
    from pipeline.flow import edits

    st.button(
        state.text("comic.undo"),
        key="undo_page",
        icon=":material/undo:",
        disabled=not comic.page_history,
        on_click=errors.callback(state.change),
        args=(edits.undo_page,),
    )
    for problem in layout.problems():
        st.warning(words.tell(problem, state.language()))


def lines(comic: Comic) -> None:
    """Every line, editable in place (in one language or in both), with the balloon's kind and place beside it."""
    side_by_side = _side_by_side(comic)
    for panel, told in enumerate(comic.script.panels):
        with st.container(border=True, key=f"letters_{panel}"):
            st.markdown(f"**{frames.beat(comic, panel)}**")
            for number in range(len(told.lines)):
                with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
                    with st.container(gap="small"):
                        _tracks(comic, panel, number) if side_by_side else story.line_field(
                            comic, panel, number, f"line_{panel}_{number}"
                        )
                    _balloon(comic, panel, number)
    fields.enter_commits()


def _side_by_side(comic: Comic) -> bool:
    """Whether both languages of every line are to be edited; remembered while the session lasts."""
    fields.stored("side_by_side", st.session_state.get(_SIDE_BY_SIDE, False), comic.id)
    st.toggle(
        state.text("comic.side_by_side"),
        key="side_by_side",
        help=state.text("comic.side_by_side_help"),
        on_change=fields.changed("side_by_side", _remember_side_by_side),
    )
    return st.session_state["side_by_side"]


def _remember_side_by_side() -> None:
    st.session_state[_SIDE_BY_SIDE] = st.session_state["side_by_side"]


def _tracks(comic: Comic, panel: int, number: int) -> None:
    """A line in each language, the one that it was written in first."""
    line, own = comic.script.panels[panel].lines[number], comic.script.language

    def said(newest: Comic, language: str) -> str:
        told = newest.script.panels[panel].lines[number]
        return told.text if language == newest.script.language else told.other.get(language, "")

    for language in sorted(LANGUAGES, key=lambda each: each != own):
        name = words.label("languages", language, state.language())
        fields.line(
            f"{state.plain(line.speaker)} · {name}" if line.speaker else name,
            f"line_{panel}_{number}_{language}",
            said(comic, language),
            lambda text, language=language: _commit_in(panel, number, text, language),
            stamp=f"{comic.id}-{language}",
            now=lambda newest, language=language: said(newest, language),
        )


def _commit_in(panel: int, number: int, text: str, language: str) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_line(comic, panel, number, text, language))


def _balloon(comic: Comic, panel: int, number: int) -> None:
    """A line's balloon: its kind, and where its centre stands; "place again" hands it back to the rules."""
    with drawers.drawer(
        f"balloon_{panel}_{number}", "", ":material/chat_bubble:", help=state.text("comic.balloon")
    ) as is_open:
        if is_open:
            _balloon_fields(comic, panel, number)


def _balloon_fields(comic: Comic, panel: int, number: int) -> None:
    from pipeline.comic import BALLOON_KINDS

    decided = comic.lettering.balloon(panel, number)
    line = comic.script.panels[panel].lines[number]
    kind_key, across_key, down_key = (f"balloon_{what}_{panel}_{number}" for what in ("kind", "across", "down"))
    fields.stored(kind_key, decided.kind or line.kind, comic.id)
    st.selectbox(
        state.text("comic.kind"),
        BALLOON_KINDS,
        key=kind_key,
        format_func=state.labels("kind"),
        on_change=fields.changed(kind_key, _commit_kind),
        args=(panel, number, kind_key),
    )
    at = decided.at or spot.stands(resources.composed(comic), panel, number)
    for key, value, name in ((across_key, at[0], "comic.across"), (down_key, at[1], "comic.down")):
        fields.stored(key, round(value * 100), comic.id)
        st.slider(
            state.text(name),
            0,
            100,
            key=key,
            format="%d%%",
            on_change=fields.changed(key, _commit_place),
            args=(panel, number, across_key, down_key),
        )
    st.button(
        state.text("comic.place_again"),
        key=f"place_again_{panel}_{number}",
        icon=":material/auto_fix_high:",
        disabled=decided.at is None,
        on_click=errors.callback(_place_again),
        args=(panel, number),
    )


def _commit_kind(panel: int, number: int, key: str) -> None:
    _decide(panel, number, kind=st.session_state[key])


def _commit_place(panel: int, number: int, across: str, down: str) -> None:
    _decide(panel, number, at=(st.session_state[across] / 100, st.session_state[down] / 100))


def _place_again(panel: int, number: int) -> None:
    _decide(panel, number, at=None)


def _decide(panel: int, number: int, **decisions: object) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_balloon(comic, panel, number, **decisions))
