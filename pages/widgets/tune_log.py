"""The log: every picture with its recipe, to be searched, starred, noted, compared and drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, drawers, errors, fields, resources, state, tune_look
from pipeline import words

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.log import Entry, Mark

SHELF = 12
"""How many pictures are shown at a time."""
_ANYONE, _ANYWHERE, _TRIALS, _HERE = "", "", "trials", "here"
_PAIR, _AGAIN = "necut.log.pair", "necut.log.again"


def show(comic: Comic | None) -> None:
    """Search and filters, what was drawn again, the comparison, a shelf of pictures."""
    from pipeline.tuning import log

    everything = log.entries()
    if not everything:
        st.caption(state.text("tune.log_empty"))
        return
    found = _filtered(everything, comic)
    _drawn_again()
    _compared({entry.id: entry for entry in everything})
    st.caption(state.text("tune.log_count", count=len(found), all=len(everything)))
    pages = max(1, -(-len(found) // SHELF))
    page = min(st.pagination(pages, key="log_page"), pages) if pages > 1 else 1
    kept = log.marks()
    for entry in found[(page - 1) * SHELF : page * SHELF]:
        with st.container(border=True, key=f"log_{entry.id}"):
            _row(entry, kept.get(entry.id, log.Mark()))


def _filtered(everything: tuple[Entry, ...], comic: Comic | None) -> tuple[Entry, ...]:
    from pipeline.tuning import log

    spoken = state.language()
    text, artist, where, starred = st.columns([3, 2, 2, 1], vertical_alignment="bottom")
    searched = text.text_input(
        state.text("tune.search"), key="log_search", placeholder=state.text("tune.search_open"), max_chars=200
    )
    artists = sorted({entry.artist for entry in everything})
    drawn_by = artist.selectbox(
        state.heading("families.artists"),
        [_ANYONE, *artists],
        key="log_artist",
        format_func=lambda name: words.label("artists", name, spoken) if name else words.say("tune.all", spoken),
    )
    places = {_ANYWHERE: state.text("tune.all"), _TRIALS: state.text("tune.in_trials")}
    if comic is not None:
        places[_HERE] = state.text("tune.in_comic")
    place = where.selectbox(state.text("tune.where"), list(places), key="log_where", format_func=places.get)
    only = starred.toggle(":material/star:", key="log_starred", help=state.text("tune.only_starred"))
    comic_id = {_ANYWHERE: None, _TRIALS: "", _HERE: comic.id if comic else None}[place]
    return log.search(everything, searched, artist=drawn_by, comic_id=comic_id, starred=only)


def _row(entry: Entry, mark: Mark) -> None:
    """One picture: thumbnail, words, settings, star, note, recipe, compare, draw again."""
    picture, told = st.columns([1, 4], gap="small")
    with picture:
        if entry.path.is_file():
            st.image(str(entry.path), width="stretch", alt=entry.text[:250])
    with told:
        st.markdown(_name(entry))
        st.caption(state.plain(entry.text[:220]))
        st.caption(state.plain(_settings(entry)))
        if mark.note:
            st.markdown(f":material/sticky_note_2: {state.plain(mark.note)}")
        _actions(entry, mark)


def _name(entry: Entry) -> str:
    """What a picture is: the comic, the panel, and whether it was a trial."""
    parts = [f"**{state.plain(entry.title)}**"] if entry.title else []
    if entry.panel is not None:
        parts.append(state.text("tune.panel", panel=entry.panel + 1))
    if not entry.comic_id:
        parts.append(state.text("tune.trial"))
    return " · ".join(parts)


def _settings(entry: Entry) -> str:
    """What matters in a recipe, in a line."""
    from pipeline import artists

    values = entry.values
    known = entry.artist in artists.names()
    obeys = artists.get(entry.artist).obeys if known else frozenset(values)
    parts = [words.label("artists", entry.artist, state.language())]
    parts += [str(values[name]) for name in ("checkpoint", "sampler") if name in obeys and values.get(name)]
    for name in ("steps", "cfg_scale", "seed"):
        if name in obeys and values.get(name) is not None:
            parts.append(f"{state.text(f'preset_fields.{name}')} {values[name]:g}")
    parts += [
        f"{values.get('width')}×{values.get('height')}",
        state.text("tune.took", seconds=f"{entry.seconds:.1f}"),
        entry.at[:16].replace("T", " "),
    ]
    return " · ".join(parts)


def _actions(entry: Entry, mark: Mark) -> None:
    from pipeline.tuning import log

    pair = st.session_state.get(_PAIR, ())
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            ":material/star:" if mark.star else ":material/star_border:",
            key=f"star_{entry.id}",
            type="tertiary",
            help=state.text("tune.unstar") if mark.star else state.text("tune.star"),
            on_click=errors.callback(log.mark),
            args=(entry.id,),
            kwargs={"star": not mark.star},
        )
        with drawers.drawer(f"noting_{entry.id}", state.text("tune.note"), ":material/edit_note:") as is_open:
            if is_open:
                _note_field(entry.id, mark.note)
        with st.popover(state.text("render.recipe"), icon=":material/receipt_long:"):
            _recipe(entry)
        st.button(
            state.text("tune.compared") if entry.id in pair else state.text("tune.compare"),
            key=f"pair_{entry.id}",
            type="tertiary",
            icon=":material/compare:",
            on_click=_pick,
            args=(entry.id,),
        )
        st.button(
            state.text("tune.again"),
            key=f"again_{entry.id}",
            type="tertiary",
            icon=":material/replay:",
            on_click=errors.callback(_again),
            args=(entry.id,),
        )


def _note_field(entry_id: str, note: str) -> None:
    from pipeline.tuning import log

    key = f"note_{entry_id}"
    fields.stored(key, note)
    st.text_area(
        state.text("tune.note"),
        key=key,
        max_chars=log.MOST_NOTE,
        on_change=fields.changed(key, _note),
        args=(entry_id, key),
    )


def _note(entry_id: str, key: str) -> None:
    from pipeline.tuning import log

    log.mark(entry_id, note=st.session_state[key])


def _recipe(entry: Entry) -> None:
    from pipeline import infotext

    st.code(infotext.write(entry.recipe()), language=None, wrap_lines=True)


def _pick(entry_id: str) -> None:
    """Two pictures to compare: a third takes the place of the first."""
    pair = tuple(each for each in st.session_state.get(_PAIR, ()) if each != entry_id)
    held = entry_id in st.session_state.get(_PAIR, ())
    st.session_state[_PAIR] = pair if held else (*pair, entry_id)[-2:]


def _compared(known: dict[str, Entry]) -> None:
    """Two pictures side by side in a dialog, wherever on the page the second was chosen; one waits for another."""
    pair = [known[each] for each in st.session_state.get(_PAIR, ()) if each in known]
    if len(pair) == 1:
        st.info(state.text("tune.pick_another"), icon=":material/compare:")
    if len(pair) != 2:
        return

    @st.dialog(state.text("tune.table"), width="large", on_dismiss=_put_away)
    def shown() -> None:
        with errors.told():
            _side_by_side(pair)

    shown()


def _side_by_side(pair: list[Entry]) -> None:
    """The pictures, and their recipes key by key."""
    from pipeline.tuning import log

    for name, entry, column in zip("AB", pair, st.columns(2), strict=True):
        with column:
            st.markdown(f"**{name}** · {_name(entry)}")
            if entry.path.is_file():
                st.image(str(entry.path), width="stretch", alt=entry.text[:250])
    differing = log.compare(pair[0].values, pair[1].values)
    if differing:
        tune_look.comparison(differing)
    else:
        st.caption(state.text("tune.same_recipe"))


def _put_away() -> None:
    st.session_state.pop(_PAIR, None)


def _again(entry_id: str) -> None:
    from pipeline.tuning import log

    entry = log.entry_of(entry_id)
    job, key = log.rerun(resources.queue(), entry, state.owner())
    st.session_state[_AGAIN] = (job, entry_id, key)


def _drawn_again() -> None:
    """What a picture's recipe gives today, beside what it gave then."""
    again = st.session_state.get(_AGAIN)
    if again is None:
        return
    job = resources.queue().snapshot(again[0])
    if job is not None and not job.over:
        st.fragment(_wait, run_every=0.5)(again[0])
        return
    st.session_state.pop(_AGAIN)
    if job is not None and job.error:
        st.error(words.tell(job.error, state.language()), icon=":material/error:")
    elif job is not None and job.state == "done":
        st.session_state[_PAIR] = (again[1], again[2])
        delivery.rerun()


def _wait(job_id: str) -> None:
    job = resources.queue().snapshot(job_id)
    if job is None or job.over:
        delivery.rerun()
    st.progress(job.share, text=state.text("tune.drawing_again"))
