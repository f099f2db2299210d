"""A picture dropped on the page tells its settings, fills the preset, or is made again.

Pictures of Necut, AUTOMATIC1111, ComfyUI, InvokeAI and others are read; one of ours carries its whole
recipe, so that it can be made again exactly.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.widgets import errors, frames, jobs, members, state
from pipeline import words
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic, Recipe
    from pipeline.presets.preset import Preset

_KINDS = ("png", "jpg", "jpeg", "webp")
_LARGEST = 32  # MB
_SHOWN = (
    "sampler", "schedule_type", "steps", "cfg_scale", "seed", "size", "checkpoint", "checkpoint_hash", "vae", "loras",
    "clip_skip", "variation_seed", "variation_strength", "emphasis", "rng", "template", "negative_template", "version",
)  # fmt: skip
"""In the order in which they are told; what a picture does not say is left out."""


def panel(comic: Comic) -> None:
    """Where a picture is dropped, and what it says of itself."""
    with st.expander(state.text("render.picture_settings"), icon=":material/image_search:", key="picture_settings"):
        dropped = st.file_uploader(
            state.text("render.drop_picture"),
            type=_KINDS,
            key="dropped_picture",
            max_upload_size=_LARGEST,
            help=state.text("render.drop_picture_help"),
        )
        if dropped is None:
            return
        try:
            found = _read(dropped.getvalue(), dropped.name)
        except NecutError as error:
            st.warning(words.tell(error, state.language()), icon=":material/image_not_supported:")
            return
        _tell(found)
        _actions(comic, found)


@st.cache_data(show_spinner=False, max_entries=8)
def _read(data: bytes, name: str) -> dict[str, Any]:
    from pipeline import infotext

    file = io.BytesIO(data)
    file.name = name
    return infotext.read_picture(file)


def _tell(found: dict[str, Any]) -> None:
    """Who made it, its words, its settings: readable, and ready to be copied."""
    st.badge(state.text("render.made_by", name=found["made_by"]), icon=":material/brush:", color="gray")
    for name in ("prompt", "negative_prompt"):
        if found.get(name):
            st.caption(state.heading("inputs.prompt") if name == "prompt" else state.text(f"preset_fields.{name}"))
            with st.container(border=True):
                st.markdown(state.plain(found[name]))
    rows = [f"{_label(name)} **{state.plain(value)}**" for name, value in settings(found).items()]
    st.markdown("  \n".join(rows))
    if found.get("other"):
        others = ", ".join(f"{name}: {value}" for name, value in found["other"].items())
        st.caption(state.plain(state.text("render.also_says", settings=others)))


def settings(found: dict[str, Any]) -> dict[str, str]:
    """A picture's settings as words, by name, in the order in which they are told."""
    told = dict(found)
    if found.get("width") and found.get("height"):
        told["size"] = f"{found['width']} × {found['height']}"
    told["loras"] = ", ".join(f"{lora['name']} {lora['weight']:g}" for lora in found.get("loras") or ())
    if told.get("clip_skip") == 1:
        told["clip_skip"] = None  # as every picture has it that does not say so
    return {name: _plain(told[name]) for name in _SHOWN if told.get(name) not in (None, "")}


def _plain(value: Any) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return " ".join(text.split())


def _label(name: str) -> str:
    own = {"size", "checkpoint_hash", "rng", "template", "negative_template", "version"}
    return state.text(f"render.picture_{name}" if name in own else f"preset_fields.{name}")


def _actions(comic: Comic, found: dict[str, Any]) -> None:
    recipe: Recipe | None = found.get("recipe")
    st.button(
        state.text("render.fill_preset"),
        key="fill_preset",
        icon=":material/tune:",
        width="stretch",
        on_click=errors.callback(_fill),
        args=(found,),
    )
    names = [frames.beat(comic, number) for number in range(len(comic.slots))]
    chosen = st.selectbox(
        state.text("render.for_panel"), range(len(names)), key="picture_panel", format_func=names.__getitem__
    )
    st.button(
        state.text("render.use_words"),
        key="use_words",
        icon=":material/notes:",
        width="stretch",
        disabled=not found.get("prompt") or comic.slots[chosen].prompt is None,
        on_click=errors.callback(_use_words),
        args=(chosen, recipe.prompt.text if recipe else found.get("prompt", "")),
    )
    if recipe is None:
        st.caption(state.text("render.no_recipe"))
        return
    artist = words.label("artists", recipe.artist, state.language())
    st.button(
        state.text("render.make_again"),
        key="make_again",
        icon=":material/replay:",
        width="stretch",
        help=state.text("render.make_again_help", artist=artist),
        disabled=jobs.current() is not None,
        on_click=errors.callback(_make_again),
        args=(chosen, recipe),
    )


def _fill(found: dict[str, Any]) -> None:
    """The comic's preset by the picture's settings; what no preset here can hold is told by name."""
    from pipeline.flow import edits

    comic = state.comic()
    preset, left_out = filled(comic, found)
    state.change(lambda newest: edits.tune(_unseeded(newest, preset), newest.preset_name, preset))
    if left_out:
        names = ", ".join(_label("size" if name in ("width", "height") else name) for name in left_out)
        state.notify("infotext.left_out", names=names)


def filled(comic: Comic, found: dict[str, Any]) -> tuple[Preset, tuple[str, ...]]:
    """The preset that a picture's settings make in this comic, and the settings that it cannot hold.

    The artist stays the comic's, and so does its style unless the picture is one of ours. A checkpoint is a
    name that a stranger wrote: it is taken only when this machine has one that is called so.
    """
    from pipeline import cells, infotext, presets

    preset, left_out = infotext.as_preset(found)
    values = preset.closed()
    known = {_stem(name): name for name in _checkpoints(cells.artist_name(comic))}
    if "checkpoint" in values:
        here = known.get(_stem(values.pop("checkpoint")))
        if here:
            values["checkpoint"] = here
        else:
            left_out = (*left_out, "checkpoint")
    kept = {name: comic.preset[name] for name in ("artist", "style") if name in comic.preset}
    if recipe := found.get("recipe"):
        kept["style"] = recipe.style
    return presets.from_values({**kept, **values}), tuple(dict.fromkeys(left_out))


def _checkpoints(artist: str) -> tuple[str, ...]:
    """The checkpoints of the artist at work, or of the one that paints here when it needs none."""
    return members.checkpoint_names(artist) or members.checkpoint_names("diffusion")


def _stem(name: str) -> str:
    return name.lower().removesuffix(".safetensors").removesuffix(".ckpt")


def _unseeded(comic: Comic, preset: Preset) -> Comic:
    """The comic without the seeds that re-rolls drew, where the picture brings its own."""
    if preset.seed is None:
        return comic
    return comic.with_changes(slots=tuple(slot.with_changes(seed=None) for slot in comic.slots))


def _use_words(panel: int, text: str) -> None:
    from pipeline.flow import edits

    state.change(lambda comic: edits.with_prompt_text(comic, panel, text))


def _make_again(panel: int, recipe: Recipe) -> None:
    from pipeline import flow
    from pipeline.flow.again import again_stage

    jobs.start(
        lambda queue, comic_id, owner: flow.submit(
            queue, comic_id, "render", [again_stage(comic_id, panel, recipe)], owner
        )
    )
