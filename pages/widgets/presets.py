"""The preset beside the pictures: pick one, tune every field, see what differs from the file, save it.

Fields that the artist does not obey are dimmed: they say so instead of silently doing nothing.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.widgets import errors, fields, members, preset_changes, preset_shelf, state
from pipeline import words
from pipeline.errors import FileError, InputError, NecutError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.comic import Comic

_LARGEST_SEED = 2**32 - 1
_ALL_STEPS = (0.0, 1.0)
_REFUSED = "necut.preset_refused"


def panel(comic: Comic) -> None:
    """Artist, preset, its fields, saving."""
    members.choose(comic, "artists", "artist")
    preset_changes.follow_file(comic)
    _picker(comic)
    _saving(comic)
    with st.container(border=True, key="preset_fields"):
        _fields(comic)


def _picker(comic: Comic) -> None:
    from pipeline import presets

    names = presets.names()
    known = names if comic.preset_name in names else (comic.preset_name, *names)
    fields.stored("preset", comic.preset_name, comic.id)
    st.selectbox(
        state.heading("families.presets"),
        known,
        key="preset",
        format_func=state.labels("preset"),
        on_change=fields.changed("preset", _pick),
    )
    preset_changes.badge(comic)
    preset_changes.way_back(comic)


def _pick() -> None:
    from pipeline import presets
    from pipeline.flow import edits

    name = st.session_state["preset"]
    preset = presets.read(name)
    preset_changes.remember(state.comic())
    state.change(lambda comic: edits.tune(comic, name, preset))


def _saving(comic: Comic) -> None:
    from pipeline import presets

    dirty = bool(preset_changes.changed(comic))
    with st.container(horizontal=True, gap="small"):
        st.button(
            state.text("render.save"),
            key="preset_save",
            icon=":material/save:",
            disabled=not dirty,
            help=state.text("render.save_help") if presets.is_shipped(comic.preset_name) else None,
            on_click=errors.callback(_save),
            args=(comic.preset_name,),
        )
        st.button(
            state.text("render.restore"),
            key="preset_restore",
            icon=":material/undo:",
            disabled=not dirty,
            on_click=errors.callback(_pick),
        )
        with st.popover(state.text("render.save_as"), icon=":material/save_as:"):
            _name_and_save(comic)
        preset_shelf.button()


def _name_and_save(comic: Comic) -> None:
    """Under which name, and whether as a difference; Enter in the name saves too."""
    with st.form("preset_save_as_form", border=False):
        st.text_input(state.text("render.preset_name"), key="preset_new_name", max_chars=80)
        st.checkbox(
            state.text("shelf.build_on", name=state.labels("preset")(comic.preset_name)),
            key="preset_build_on",
            help=state.text("shelf.build_on_help", name=comic.preset_name),
        )
        st.form_submit_button(state.text("render.save"), key="preset_save_as", on_click=errors.callback(_save_as))
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(words.tell(refused, state.language()), icon=":material/error:")


def _save(name: str, **source: str) -> None:
    """Write the comic's preset under a name; what it has just drawn becomes its picture."""
    from pipeline import presets, store
    from pipeline.presets import thumbnails

    comic = state.comic()
    presets.save(name, presets.from_values(comic.preset, name), **source)
    if (take := comic.slots[0].take) is not None:
        with suppress(FileError):  # a picture lost is no reason to say that the preset was not saved
            thumbnails.keep(name, store.open_take(comic.id, take))


def _save_as() -> None:
    """Save under the name typed, whole or as the difference from the preset picked; why that cannot be is told
    beside the button."""
    name = (st.session_state.get("preset_new_name") or "").strip()
    source = "extends" if st.session_state.get("preset_build_on") else "based_on"
    try:
        if not name:
            raise InputError("files.bad_name", name=name)
        _save(name, **{source: state.comic().preset_name})
    except NecutError as refused:
        st.session_state[_REFUSED] = refused
        return
    state.change(lambda comic: comic.with_changes(preset_name=name))


def _fields(comic: Comic) -> None:
    """Every field of a preset, in the order of the flow."""
    from pipeline import artists, cells, samplers

    obeys = artists.get(cells.artist_name(comic)).obeys
    _text(comic, "style", obeys)
    _text(comic, "negative_prompt", obeys, height=150)
    _choice(comic, "sampler", samplers.names(), obeys)
    _choice(comic, "schedule_type", samplers.schedule_types(comic.preset.get("sampler")), obeys)
    _pair(comic, obeys, ("steps", 1, 150, 1), ("cfg_scale", 0.0, 30.0, 0.5))
    _pair(comic, obeys, ("width", 64, 4096, 8), ("height", 64, 4096, 8))
    _number(comic, "seed", obeys, 0, _LARGEST_SEED, 1)
    _checkpoint(comic, cells.artist_name(comic), obeys)
    _loras(comic, obeys)
    with st.expander(state.text("render.more_fields"), key="more_fields"):
        _more_fields(comic, obeys)


def _more_fields(comic: Comic, obeys: frozenset[str]) -> None:
    """What few presets say: another VAE, clip skip, emphasis, variations of a seed, when CFG acts."""
    chosen = comic.preset.get("vae")
    found = members.vae_names() if "vae" in obeys else ()
    _choice(comic, "vae", found if chosen is None or chosen in found else (chosen, *found), obeys)
    _choice(comic, "emphasis", ("Original", "No norm"), obeys)
    _number(comic, "clip_skip", obeys, 1, 12, 1)
    _pair(comic, obeys, ("variation_seed", 0, _LARGEST_SEED, 1), ("variation_strength", 0.0, 1.0, 0.05))
    _interval(comic, obeys)


def _interval(comic: Comic, obeys: frozenset[str]) -> None:
    """Between which shares of the steps CFG acts; all of them leaves the field open."""
    given = comic.preset.get("cfg_interval") or _ALL_STEPS
    key = _filled(comic, "cfg_interval", tuple(round(100 * share) for share in given))
    st.slider(
        key=key, min_value=0, max_value=100, step=5, format="%d%%",
        on_change=_committing("cfg_interval", key, _read_interval), **_label("cfg_interval", obeys),
    )  # fmt: skip


def _read_interval(percents: tuple[int, int]) -> list[float] | None:
    shares = tuple(percent / 100 for percent in percents)
    return None if shares == _ALL_STEPS else list(shares)


def _label(name: str, obeys: frozenset[str]) -> dict[str, Any]:
    """A field's name, dimmed with a reason when the artist does not obey it."""
    dimmed = name not in obeys
    return {
        "label": state.text(f"preset_fields.{name}"),
        "disabled": dimmed,
        "help": state.text("render.not_obeyed") if dimmed else None,
    }


def _text(comic: Comic, name: str, obeys: frozenset[str], height: int = 68) -> None:
    key = _filled(comic, name, comic.preset.get(name) or "")
    st.text_area(key=key, height=height, max_chars=5000, on_change=_committing(name, key), **_label(name, obeys))


def _checkpoint(comic: Comic, artist: str, obeys: frozenset[str]) -> None:
    """The checkpoints that the artist has found; a path or hub id may be typed as well."""
    chosen = comic.preset.get("checkpoint")
    found = members.checkpoint_names(artist) if "checkpoint" in obeys else ()
    key = _filled(comic, "checkpoint", chosen)
    st.selectbox(
        options=found if chosen is None or chosen in found else (chosen, *found),
        key=key,
        index=None,
        accept_new_options=True,
        placeholder=state.text("render.open"),
        on_change=_committing("checkpoint", key),
        **_label("checkpoint", obeys),
    )


def _choice(comic: Comic, name: str, options: tuple[str, ...], obeys: frozenset[str]) -> None:
    key = _filled(comic, name, comic.preset.get(name))
    st.selectbox(
        options=options,
        key=key,
        index=None,
        placeholder=state.text("render.open"),
        on_change=_committing(name, key),
        **_label(name, obeys),
    )


def _number(comic: Comic, name: str, obeys: frozenset[str], least: float, most: float, step: float) -> None:
    key = _filled(comic, name, comic.preset.get(name))
    st.number_input(
        key=key,
        min_value=least,
        max_value=most,
        step=step,
        value=None,
        placeholder=state.text("render.open"),
        on_change=_committing(name, key),
        **_label(name, obeys),
    )


def _pair(comic: Comic, obeys: frozenset[str], *numbers: tuple[str, float, float, float]) -> None:
    """Numbers side by side. Each pair is a row of its own, so that a phone lists them in the order of the flow."""
    for (name, least, most, step), column in zip(numbers, st.columns(len(numbers)), strict=True):
        with column:
            _number(comic, name, obeys, least, most, step)


def _loras(comic: Comic, obeys: frozenset[str]) -> None:
    """LoRAs as A1111 writes them in a prompt: `name:0.8, other:1`."""
    loras = comic.preset.get("loras") or []
    written = ", ".join(f"{lora['name']}:{lora['weight']:g}" for lora in loras)
    key = _filled(comic, "loras", written)
    st.text_input(
        key=key,
        placeholder="name:0.8",
        on_change=_committing("loras", key, _read_loras),
        **_label("loras", obeys),
    )


def _read_loras(text: str) -> list[dict[str, Any]]:
    loras = []
    for part in filter(None, (part.strip(" <>") for part in text.split(","))):
        name, _, weight = part.removeprefix("lora:").partition(":")
        try:
            loras.append({"name": name.strip(), "weight": float(weight or 1)})
        except ValueError as exc:
            raise InputError("render.bad_lora", text=part) from exc
    return loras


def _filled(comic: Comic, name: str, value: Any) -> str:
    key = f"field_{name}"
    fields.stored(key, value, comic.id)
    return key


def _committing(name: str, key: str, read: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    return fields.changed(key, lambda: _commit(name, read(st.session_state[key])))


def _commit(name: str, value: Any) -> None:
    """One field tuned in this comic; an emptied one is open again."""
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_preset_field(comic, name, value))
