"""The Story page's parts: the idea's fields, the two buttons, and the script with its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import (
    ask,
    beat_desk,
    cast,
    errors,
    fields,
    frames,
    jobs,
    members,
    missing,
    model_choice,
    notebook,
    state,
)
from pipeline.lexicon.ideas import ANY, FORMS, GENRES, TONES
from pipeline.words import LANGUAGES, label

if TYPE_CHECKING:
    from pipeline.comic import Comic

EXAMPLES = 3
_BESIDE = [5, 4]  # the script and the talk about it


def idea_field(comic: Comic | None) -> None:
    """The idea, and examples for who has none. What is typed stays across the pages."""
    st.session_state.setdefault("language", state.language())
    st.text_area(
        state.text("story.idea"),
        key="idea",
        height=96,
        placeholder=state.text("story.placeholder"),
        persist_state="session",
        on_change=fields.changed("idea", commit_idea),
    )
    if comic is None:  # whatever is typed: nothing may move under a hand that reaches for a button
        _example_chips()


def options(comic: Comic | None) -> None:
    """Form, genre, tone, language and seed, and who writes."""
    form, genre, tone, language, seed = st.columns(5)
    with form:
        _select("form", FORMS)
    with genre:
        _select("genre", (ANY, *GENRES))
    with tone:
        _select("tone", TONES)
    with language:
        _select("language", LANGUAGES, family="languages")
    seed.number_input(
        state.text("story.seed"),
        min_value=0,
        max_value=2**32 - 1,
        value=None,
        step=1,
        key="seed",
        placeholder=state.text("story.seed_open"),
        help=state.text("story.seed_help"),
        on_change=fields.heard("seed"),
        persist_state="session",
    )
    with st.expander(state.text("story.who_writes", writer=_writer(comic)), key="who_writes"):
        members.choose(comic, "writers", "writer")
        if st.session_state["writer"] == "chatgpt":
            model_choice.choose()


def _writer(comic: Comic | None) -> str:
    name = st.session_state.get("writer") or (comic.writer if comic else "offline")
    return label("writers", name, state.language())


def _select(key: str, options: tuple[str, ...], family: str | None = None) -> None:
    st.selectbox(
        state.text(f"story.{key}"),
        options,
        key=key,
        format_func=state.labels(family or key),
        on_change=fields.changed(key, commit_idea),
        persist_state="session",
    )


def _example_chips() -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="examples"):
        st.caption(state.text("story.examples"), width="content")
        for number in range(1, EXAMPLES + 1):
            example = state.text(f"story.example_{number}")
            st.button(example, key=f"example_{number}", type="tertiary", on_click=_take_example, args=(example,))


def _take_example(example: str) -> None:
    fields.put("idea", example)
    fields.put("language", state.language())


def buttons(comic: Comic | None) -> None:
    """Make the whole comic, or write the story alone (Ctrl+Enter).

    The first is the page's primary button until there is a script to go on with.
    """
    busy = jobs.current() is not None
    begun = comic is not None and comic.script is not None
    with st.container(horizontal=True, gap="small"):
        st.button(
            state.text("story.make_comic"),
            key="make_comic",
            type="secondary" if begun or missing.waits(state.page()) else "primary",
            icon=":material/auto_awesome:",
            disabled=busy,
            on_click=errors.callback(make_comic),
        )
        st.button(
            state.text("story.write_story"),
            key="write_story",
            icon=":material/edit_note:",
            shortcut=None if begun else "ctrl+enter",  # later it would take the keys of whoever edits a cell
            disabled=busy,
            on_click=errors.callback(write_story),
        )


def example() -> None:
    """What comes out: a comic made from the first example, so that a newcomer sees where this leads."""
    picture = f"{frames.STATIC}/example_{state.language()}.webp"
    st.image(picture, width="stretch", alt=state.text("story.example_alt"))


def commit_idea() -> None:
    """Write the fields into the open comic, if there is one. Its story turns stale; nothing is lost."""
    if state.comic_id() is not None:
        idea = _idea_of_fields()
        state.change(lambda comic: comic if comic.idea == idea else comic.with_changes(idea=idea))


def _idea_of_fields():
    from pipeline.comic import MAX_IDEA, Idea

    chosen = {key: fields.said(key) for key in ("form", "genre", "tone", "language") if key in st.session_state}
    typed = fields.cut((fields.said("idea") or "").strip(), MAX_IDEA)
    return Idea(text=typed, stars=cast.starred(), **chosen)


def make_comic() -> None:
    """Story, prompts and pictures in one go."""
    from pipeline import flow
    from pipeline.flow import missing as lacking

    _begin_or_reseed()
    jobs.start(flow.make, lacks=lacking.to_make)


def write_story() -> None:
    """The story alone."""
    from pipeline import flow

    _begin_or_reseed()
    jobs.start(
        lambda queue, comic_id, owner: flow.submit(queue, comic_id, "write", [flow.write_stage(comic_id)], owner)
    )


def _begin_or_reseed() -> None:
    """A new comic for these fields, or the open one with them; a seed of their own where none is given."""
    from pipeline import flow
    from pipeline.errors import InputError
    from pipeline.flow import edits

    idea, seed = _idea_of_fields(), fields.said("seed")
    if not idea.text:
        raise InputError("flow.empty_idea")
    if state.comic_id() is None:
        comic = flow.begin(idea, seed=seed, writer=st.session_state.get("writer") or "offline")
        state.hold(comic.id)
    else:
        state.change(lambda comic: edits.reseed(comic.with_changes(idea=idea), seed))


def script_cells(comic: Comic) -> None:
    """Title, cast and four cells, all of them editable; beside them, when it is open, the talk about the comic."""
    talking = ask.is_open(comic)
    with st.container(horizontal=True, vertical_alignment="center", key="script_head"):
        st.header(state.text("story.script"), width="stretch")
        beat_desk.undo_button(comic)
        ask.button(comic)
    desk, beside = st.columns(_BESIDE) if talking else (st.container(), None)
    with desk:
        notebook.header(notebook.cell_of(comic, "story"))
        title = comic.script.title
        fields.line(
            state.text("story.title"), "script_title", title, _commit_title, stamp=comic.id, longest=200, now=_title
        )
        cast.sheets(comic)
        beat_desk.show(comic, across=1 if talking else frames.ACROSS)
        _earlier(comic)
        fields.enter_commits()
    if beside is not None:
        with beside:
            ask.panel(comic)


def line_field(comic: Comic, panel: int, number: int, key: str) -> None:
    """One line of the script, to be rewritten in place: only letters change."""
    line = comic.script.panels[panel].lines[number]
    kind = f"kind.{line.kind}"
    fields.line(
        f"{state.plain(line.speaker)} · {state.text(kind)}" if line.speaker else state.heading(kind),
        key,
        line.said(comic.lettering.language),
        lambda text: _commit_line(panel, number, text),
        stamp=f"{comic.id}-{comic.lettering.language}",
        now=lambda newest: newest.script.panels[panel].lines[number].said(newest.lettering.language),
    )


def _commit_line(panel: int, number: int, text: str) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_line(comic, panel, number, text))


def _title(comic: Comic) -> str:
    return comic.script.title


def _commit_title(text: str) -> None:
    from pipeline.flow import edits

    if text.strip():
        state.change(lambda comic: edits.with_script(comic, comic.script.with_changes(title=text)))


def _earlier(comic: Comic) -> None:
    """Earlier scripts, to be looked at and brought back."""
    if not comic.earlier_stories:
        return
    with st.expander(state.text("cells.earlier", count=len(comic.earlier_stories))):
        for number, output in reversed(list(enumerate(comic.earlier_stories))):
            words, button = st.columns([5, 1], vertical_alignment="center")
            words.markdown(f"**{state.plain(output.script.title)}**  \n{state.plain(output.script.logline)}")
            button.button(
                state.text("cells.bring_back"),
                key=f"story_back_{number}",
                on_click=errors.callback(_bring_back),
                args=(number,),
            )


def _bring_back(number: int) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.bring_back_story(comic, number))
    state.fill_widgets(state.comic())
