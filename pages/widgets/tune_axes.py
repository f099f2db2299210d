"""The axes of a grid: what changes along each, with pickers for names, A1111's notation for numbers, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.widgets import errors, fields, members, state
from pipeline import words
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.tuning.axes import Axis

LETTERS = ("x", "y", "z")
_NOTHING = "–"
_PICKED = ("style", "sampler", "schedule_type", "checkpoint", "artist")
"""Fields whose values are names to be picked; more may be typed."""
_EXAMPLES = {
    "cfg_scale": "3-9 (+2)",
    "steps": "10-30 [3]",
    "seed": "1-4",
    "width": "384-640 (+128)",
    "height": "384-640 (+128)",
    "clip_skip": "1-2",
    "variation_seed": "1-4",
    "variation_strength": "0-0.6 [4]",
    "negative_prompt": '"", "text, watermark", "blurry, dark"',
    "vae": "",
    "loras": "",
    "cfg_interval": "0-1, 0-0.8, 0.2-0.9",
    "prompt": "",
}
"""What a field's values look like, filled in when it is chosen."""
_SUGGESTED: dict[str, dict[str, tuple[str, str]]] = {
    "styles": {"x": ("style", "ink, watercolour, noir, pixel art, crayon, webtoon")},
    "styles_seeds": {"x": ("style", "ink, watercolour, noir, crayon"), "y": ("seed", "1-3")},
    "seeds": {"x": ("seed", "1-4")},
    "cfg_sampler": {"x": ("cfg_scale", "3-9 (+2)"), "y": ("sampler", "Euler, DPM++ 2M Karras, UniPC")},
    "steps": {"x": ("steps", "8, 16, 24, 32")},
}
"""Grids worth a first click; those that the artist obeys are offered."""


def begin(comic: Comic) -> None:
    """Put a first suggestion into the fields: a grid that can be started at once."""
    fill(_axes_of("styles_seeds"))


def fill(axes: dict[str, Axis | None]) -> None:
    """Put axes into the fields."""
    for letter, axis in axes.items():
        fields.put(f"tune_field_{letter}", axis.field if axis else _NOTHING)
        _put_values(letter, axis)


def _put_values(letter: str, axis: Axis | None) -> None:
    from pipeline.tuning import ranges

    values = list(axis.values) if axis else []
    fields.put(f"tune_pick_{letter}", values)
    fields.put(f"tune_values_{letter}", ranges.quoted(values))


def _axes_of(name: str) -> dict[str, Axis | None]:
    from pipeline.tuning import axes

    given = _SUGGESTED[name]
    return {letter: axes.make(*given[letter]) if letter in given else None for letter in LETTERS}


def suggestions(comic: Comic) -> None:
    """A row of grids to begin with."""
    obeys = _obeys(comic)
    offered = [name for name, given in _SUGGESTED.items() if {field for field, _ in given.values()} <= obeys]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="tune_suggestions"):
        st.caption(state.text("tune.try"), width="content")
        for name in offered:
            st.button(
                state.text(f"tune.try_{name}"),
                key=f"tune_try_{name}",
                type="tertiary",
                on_click=errors.callback(lambda name=name: fill(_axes_of(name))),
            )


def _obeys(comic: Comic) -> frozenset[str]:
    from pipeline.tuning import plan

    return plan.obeyed(members.chosen(comic, "artist"))


def axes(comic: Comic) -> list[Axis] | None:
    """The axes in use, x first; None while one of them cannot be read."""
    found = []
    for letter in LETTERS:
        what, values = st.columns([1, 2], gap="small")
        with what:
            field = _field(comic, letter)
        if field != _NOTHING:
            with values:
                found.append(_values(comic, letter, field))
    return None if None in found else found


def _field(comic: Comic, letter: str) -> str:
    """What changes along an axis. A field that another artist obeyed gives way to the first that this one does."""
    spoken = state.language()
    options = _options(comic, letter)
    key = f"tune_field_{letter}"
    if st.session_state.get(key) not in options:
        fields.put(key, options[0])
        _example_values(comic, letter)
    return st.selectbox(
        state.text(f"tune.axis_{letter}"),
        options,
        key=key,
        format_func=lambda name: _field_name(name, spoken),
        on_change=fields.changed(key, _example_values),
        args=(comic, letter),
        persist_state="session",
    )


def _options(comic: Comic, letter: str) -> list[str]:
    """The fields that the artist obeys, the prompts' words, and each LoRA that is there."""
    from pipeline.presets.preset import FIELDS
    from pipeline.tuning import axes

    obeys = _obeys(comic)
    found = [field for field in ("style", "seed", axes.PROMPT, *FIELDS) if field in obeys or field == axes.PROMPT]
    found += [f"{axes.LORA}{name}" for name in _loras(members.chosen(comic, "artist"))]
    return ([] if letter == "x" else [_NOTHING]) + list(dict.fromkeys(found))


def _loras(artist: str) -> tuple[str, ...]:
    if artist != "diffusion":
        return ()
    from pipeline.artists.diffusion import on_disk

    return tuple(sorted(on_disk.loras()))


def _field_name(name: str, language: str) -> str:
    from pipeline.tuning import axes

    return words.say("tune.no_axis", language) if name == _NOTHING else axes.field_label(name, language)


def _example_values(comic: Comic, letter: str) -> None:
    """Another field: an example of its values, so that nobody starts before an empty line."""
    from pipeline.tuning import axes

    field = st.session_state[f"tune_field_{letter}"]
    if field in _PICKED:
        fields.put(f"tune_pick_{letter}", list(_names(comic, field)[:3]))
    elif field == axes.PROMPT:
        fields.put(f"tune_values_{letter}", _words(comic))
    else:
        fields.put(f"tune_values_{letter}", "0-1 [5]" if field.startswith(axes.LORA) else _EXAMPLES.get(field, ""))


def _names(comic: Comic, field: str) -> tuple[str, ...]:
    """What can be picked for a field."""
    from pipeline import artists, samplers
    from pipeline.lexicon import looks

    known: dict[str, Any] = {
        "style": lambda: looks.STYLES,
        "sampler": samplers.names,
        "schedule_type": lambda: samplers.schedule_types(comic.preset.get("sampler")),
        "checkpoint": lambda: members.checkpoint_names(members.chosen(comic, "artist")),
        "artist": artists.names,
    }
    return tuple(known[field]())


def _words(comic: Comic) -> str:
    """An example of search and replace that these prompts know: their place or time, and two others."""
    from pipeline.comic import split_phrases
    from pipeline.lexicon import looks

    prompt = comic.slots[0].prompt
    said = split_phrases(prompt.prompt.text) if prompt else []
    for family in (looks.PLACES, looks.TIMES):
        if found := next((phrase for phrase in said if phrase in family), None):
            return ", ".join([found, *[other for other in family if other != found][:2]])
    return ", ".join(said[:1])


def _values(comic: Comic, letter: str, field: str) -> Axis | None:
    """The values' own field, and below it what it is read as."""
    from pipeline.tuning import axes, ranges

    if field in _PICKED:
        text = ranges.quoted(_picker(comic, letter, field))
    else:
        key = f"tune_values_{letter}"
        text = st.text_input(
            state.text("tune.values"),
            key=key,
            placeholder=_EXAMPLES.get(field) or state.text("tune.values_open"),
            help=state.text("tune.notation"),
            on_change=fields.changed(key, _fix_seeds),
            args=(letter,),
            persist_state="session",
        )
    if not text.strip():
        return None
    try:
        read = axes.make(field, text)
    except NecutError as error:
        st.caption(f":red[{state.plain(_why_not(field, text, error))}]")
        return None
    _read_as(read, text)
    return read


def _why_not(field: str, text: str, error: NecutError) -> str:
    """Why values cannot be used: the first one's reason, and which others cannot either."""
    from pipeline.tuning import ranges

    told = words.tell(error, state.language())
    bad = [entry for entry in dict.fromkeys(ranges.listed(text)) if entry and not _can_be(field, entry)]
    if len(bad) < 2:
        return told
    return f"{told} {state.text('tune.bad_too', values=', '.join(bad[1:]))}"


def _can_be(field: str, entry: str) -> bool:
    """Whether one entry of a list of values can be used by itself; words to be replaced stand for each other."""
    from pipeline.tuning import axes, ranges

    try:
        axes.make(field, ranges.quoted([entry]))
    except NecutError:
        return field == axes.PROMPT
    return True


def _picker(comic: Comic, letter: str, field: str) -> list[str]:
    key = f"tune_pick_{letter}"
    names = _names(comic, field)
    chosen = st.session_state.get(key) or []
    spoken = state.language()
    return st.multiselect(
        state.text("tune.values"),
        list(dict.fromkeys([*names, *chosen])),
        key=key,
        on_change=fields.heard(key),
        accept_new_options=field != "artist",
        placeholder=state.text("tune.pick"),
        format_func=lambda name: words.label("artists", name, spoken) if field == "artist" else name or "–",
        help=state.text("tune.pick_help") if field == "style" else None,
        persist_state="session",
    )


def _read_as(axis: Axis, text: str) -> None:
    """What the notation means, when it is not what was typed."""
    from pipeline.tuning import axes, ranges

    if axis.field == axes.PROMPT:
        others = ", ".join(value or "–" for value in axis.values[1:])
        st.caption(state.plain(state.text("tune.replaces", searched=axis.values[0], others=others)))
    elif list(axis.values) != ranges.listed(text):
        st.caption(" · ".join(axis.values))


def _fix_seeds(letter: str) -> None:
    """A seed of -1 is drawn once, and then stands in the field: the same grid can be asked for again."""
    from pipeline.tuning import axes

    field, key = st.session_state[f"tune_field_{letter}"], f"tune_values_{letter}"
    if field in ("seed", "variation_seed") and "-1" in [part.strip() for part in st.session_state[key].split(",")]:
        _put_values(letter, axes.make(field, st.session_state[key]))
