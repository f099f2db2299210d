"""The cast sheet as a dialog: pickers for the look, free words, voice, colour, LoRA; a portrait that follows along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import delivery, errors, state
from pipeline.words import label

if TYPE_CHECKING:
    from pipeline.comic import Character, Comic

_ASKED = "necut.sheet_asked"
_EDITED = "necut.sheet_of"
_DONE = "necut.sheet_done"
_SIDE = 220  # pixels of the portrait beside the fields
_DRAWN = 440  # pixels of a portrait enlarged
_DEFAULT_COLOUR = "#7a6a58"
_NOBODY = "nobody"


def ask_for(name: str, sheet: Character | None) -> None:
    """Open the sheet in the next run: of the character called `name` in the open comic, or ("") of the library."""
    st.session_state[_ASKED] = (name, None if sheet is None else sheet.model_dump(mode="json"))


def open_asked(comic: Comic | None) -> None:
    """Open the sheet that the last run asked for."""
    if _ASKED in st.session_state:
        name, values = st.session_state.pop(_ASKED)
        from pipeline.comic import Character

        sheet = Character(name="", look=("cat",)) if values is None else Character.model_validate(values)
        open_now(name if comic else "", sheet)


def open_now(name: str, sheet: Character) -> None:
    """Open the sheet in this run. The page behind it shows what was applied once the sheet is closed."""
    st.session_state[_EDITED] = (name, sheet.look)
    st.session_state.pop(_DONE, None)
    _fill(sheet)
    title = state.text("cast.sheet", name=sheet.name) if sheet.name else state.text("cast.new")
    st.dialog(title, width="large", icon=":material/badge:", on_dismiss="rerun")(_show)()


def _fill(sheet: Character) -> None:
    """Put a sheet into the dialog's fields."""
    from pipeline.cast.looks import take_apart

    parts = take_apart(sheet.look)
    values = {
        "name": sheet.name,
        "kind": parts.kind,
        "body_colour": parts.colour,
        "hair": parts.hair.name,
        "hair_colour": parts.hair.colour,
        "skin": parts.skin,
        "clothes": parts.clothes.name,
        "clothes_colour": parts.clothes.colour,
        "accessories": [worn.name for worn in parts.accessories],
        "free_words": ", ".join(parts.others),
        "voice": sheet.voice,
        "speech_level": sheet.speech_level,
        "colour": sheet.colour or _DEFAULT_COLOUR,
        "trigger": sheet.trigger,
        "lora": sheet.lora.name if sheet.lora else "",
        "lora_weight": sheet.lora.weight if sheet.lora else 0.8,
    }
    values |= {f"wears_{worn.name}": worn.colour for worn in parts.accessories}
    for field, value in values.items():
        st.session_state[f"sheet_{field}"] = value


def _value(field: str, otherwise=""):
    return st.session_state.get(f"sheet_{field}", otherwise)


def _show() -> None:
    with errors.told():
        _bring_in()
        portrait_column, fields_column = st.columns([1, 2], gap="medium")
        with fields_column:
            _fields()
        with portrait_column:
            _seen()
        _buttons()


def _bring_in() -> None:
    """A sheet of the library into the fields: another character takes this one's part."""
    from pipeline.cast import library

    st.selectbox(
        state.text("cast.replace"),
        library.names(state.language()),
        index=None,
        key="sheet_replace",
        placeholder=state.text("cast.replace_choose"),
        on_change=errors.callback(_brought_in),
    )


def _brought_in() -> None:
    from pipeline.cast import library

    if name := _value("replace"):
        _fill(library.read(name))
        st.session_state["sheet_replace"] = None


def _fields() -> None:
    """Who, looks, voice, and what only models need."""
    from pipeline.lexicon.looks import CLOTHES, HAIR, KINDS, PEOPLE, SKIN

    st.text_input(state.text("cast.name"), key="sheet_name", max_chars=40)
    who, colour = st.columns(2)
    kind = _value("kind")
    kinds = KINDS if kind in KINDS else (kind, *KINDS)
    with who:
        st.selectbox(
            state.text("cast.kind"),
            kinds,
            key="sheet_kind",
            format_func=state.labels("look"),
            accept_new_options=True,
            help=state.text("cast.kind_help"),
        )
    person = _value("kind") in PEOPLE
    with colour:
        _colour("body_colour", state.text("cast.person_colour" if person else "cast.body_colour"))
    if person or _value("hair"):
        left, right = st.columns(2)
        with left:
            _choice("hair", HAIR)
        with right:
            _colour("hair_colour", state.text("cast.hair_colour"))
        _choice("skin", SKIN, empty="any_colour")
    left, right = st.columns(2)
    with left:
        _choice("clothes", CLOTHES)
    with right:
        _colour("clothes_colour", state.text("cast.clothes_colour"))
    _accessories()
    st.text_input(
        state.text("cast.free_words"),
        key="sheet_free_words",
        max_chars=200,
        help=state.text("cast.free_words_help"),
        placeholder=state.text("cast.free_words_example"),
    )
    _voice()
    _for_models()


def _choice(field: str, options: tuple[str, ...], empty: str = "none") -> None:
    """A picker of visual words, named in the user's language."""
    named, nothing = state.labels("look"), state.text(f"cast.{empty}")
    st.selectbox(
        state.text(f"cast.{field}"),
        ("", *options),
        key=f"sheet_{field}",
        format_func=lambda word: named(word) if word else nothing,
    )


def _colour(field: str, title: str) -> None:
    from pipeline.lexicon.looks import COLOURS

    named, nothing = state.labels("look"), state.text("cast.any_colour")
    st.selectbox(title, ("", *COLOURS), key=f"sheet_{field}", format_func=lambda word: named(word) if word else nothing)


def _accessories() -> None:
    from pipeline.lexicon.looks import ACCESSORIES

    named = state.labels("look")
    st.multiselect(
        state.text("cast.accessories"),
        ACCESSORIES,
        key="sheet_accessories",
        max_selections=3,
        format_func=named,
        placeholder=state.text("cast.none"),
    )
    worn = _value("accessories", [])
    for name, column in zip(worn, st.columns(len(worn)) if worn else (), strict=True):
        st.session_state.setdefault(f"sheet_wears_{name}", "")
        with column:
            _colour(f"wears_{name}", state.text("cast.accessory_colour", name=named(name)))


def _voice() -> None:
    st.text_area(
        state.text("cast.voice"),
        key="sheet_voice",
        max_chars=200,
        height=80,
        placeholder=state.text("cast.voice_example"),
    )
    level, colour = st.columns([3, 1])
    names = {each: state.text(f"cast.level_{each}") for each in ("", "casual", "polite")}
    level.segmented_control(
        state.text("cast.speech_level"), tuple(names), key="sheet_speech_level", format_func=names.get, required=True
    )
    colour.color_picker(state.text("cast.colour"), key="sheet_colour")


def _for_models() -> None:
    with st.expander(state.text("cast.for_models")):
        trigger, lora, weight = st.columns([2, 2, 1])
        trigger.text_input(state.text("cast.trigger"), key="sheet_trigger", max_chars=80)
        lora.text_input(state.text("cast.lora"), key="sheet_lora", max_chars=120)
        weight.number_input(state.text("cast.lora_weight"), -4.0, 4.0, step=0.1, key="sheet_lora_weight")


def _seen() -> None:
    """The portrait, the words that are sent, and what was not understood."""
    sheet, unknown = _read()
    show_portrait(sheet, _SIDE, ", ".join(sheet.look))
    st.caption(state.text("cast.look_sent"))
    st.code(
        ", ".join((*sheet.look[:1], *filter(None, (sheet.trigger,)), *sheet.look[1:])), language=None, wrap_lines=True
    )
    if unknown:
        st.warning(state.text("cast.look_unknown", words=", ".join(unknown)), icon=":material/translate:")


def _read() -> tuple[Character, tuple[str, ...]]:
    """The character that the fields describe, and the free words that nobody understood."""
    from pipeline.cast.looks import Parts, Worn, in_english, put_together, take_apart
    from pipeline.comic import Character
    from pipeline.lexicon.looks import PEOPLE
    from pipeline.presets.preset import Lora

    said = in_english(_value("free_words"), state.language())
    typed = in_english(_value("kind") or "", state.language())
    body = take_apart(typed.phrases[:1])
    person = body.kind in PEOPLE
    parts = Parts(
        kind=body.kind,
        colour=_value("body_colour") or body.colour,
        hair=Worn(_value("hair"), _value("hair_colour")),
        skin=_value("skin") if person else "",
        clothes=Worn(_value("clothes"), _value("clothes_colour")),
        accessories=tuple(Worn(name, _value(f"wears_{name}")) for name in _value("accessories", [])),
        others=said.phrases,
    )
    lora, look, before = _value("lora").strip(), put_together(parts), st.session_state[_EDITED][1]
    sheet = Character(
        name=_value("name"),
        look=before if sorted(look) == sorted(before) else look,  # the same words in another order are another prompt
        voice=_value("voice"),
        speech_level=_value("speech_level") or "",
        colour="" if _value("colour") == _DEFAULT_COLOUR else _value("colour").lower(),
        trigger=_value("trigger").replace(",", " "),
        lora=Lora(name=lora, weight=_value("lora_weight", 0.8)) if lora else None,
    )
    return sheet, (*typed.unknown, *said.unknown)


def _buttons() -> None:
    """Keep, apply, close; above them what became of the last press, where the eye is."""
    name, _ = st.session_state[_EDITED]
    with st.container(key="sheet_said"):
        errors.tell_notice()
    with st.container(horizontal=True, gap="small", horizontal_alignment="right"):
        if st.button(state.text("cast.close"), key="sheet_close", type="tertiary"):
            delivery.rerun()
        st.button(
            state.text("cast.keep"),
            key="sheet_keep",
            icon=":material/bookmark_add:",
            type="secondary" if name else "primary",
            on_click=errors.callback(_keep),
        )
        if name:
            st.button(state.text("cast.apply"), key="sheet_apply", type="primary", on_click=errors.callback(_apply))
    if st.session_state.pop(_DONE, False):  # what was refused stays open to be mended
        delivery.rerun()


def _keep() -> None:
    from pipeline.cast import library

    sheet, _ = _read()
    library.keep(sheet)
    state.notify("cast.kept", name=sheet.name)
    st.session_state[_DONE] = not st.session_state[_EDITED][0]


def _apply() -> None:
    """The sheet into the comic: its character becomes what the fields say, in every panel. The sheet stays open."""
    from pipeline.flow import casting

    name, _ = st.session_state[_EDITED]
    sheet, _ = _read()
    state.change(lambda comic: casting.with_character(comic, name, sheet))
    st.session_state[_EDITED] = (sheet.name, sheet.look)
    state.notify("cast.applied", name=sheet.name)


def look_labels(look: tuple[str, ...]) -> list[str]:
    """A look's words in the language of the interface, where there are names for them."""
    from pipeline.cast.looks import Worn, take_apart

    parts, language = take_apart(look), state.language()

    def named(worn: Worn) -> str:
        colour = label("look_colour", worn.colour, language) if worn.colour else ""
        return f"{colour} {label('look', worn.name, language)}".strip() if worn.name else ""

    words = (
        named(Worn(parts.kind, parts.colour)),
        named(parts.hair),
        named(Worn(parts.skin)),
        named(parts.clothes),
        *map(named, parts.accessories),
        *parts.others,
    )
    return [word for word in words if word]


def show_portrait(sheet: Character, width: int, alt: str) -> None:
    """Somebody's portrait, `width` pixels wide and large when enlarged: a width given to the picture itself would
    shrink its file."""
    with st.container(width=width):
        st.image(portrait(sheet.look, sheet.name), width="stretch", alt=alt)


@st.cache_data(show_spinner=False, max_entries=256)
def portrait(look: tuple[str, ...], name: str = _NOBODY) -> bytes:
    """A picture of somebody by the sketch artist, as PNG; the same for the same words and name."""
    from io import BytesIO

    from pipeline.artists.sketch.artist import SketchArtist, draw_recipe
    from pipeline.comic import PanelPrompt, Piece, join_pieces
    from pipeline.presets.preset import Preset

    who = tuple(Piece(text=word, origin="character", character=name or _NOBODY) for word in look)
    pieces = (*who, Piece(text="happy, bust shot", origin="scene", character=name or _NOBODY))
    prompt = PanelPrompt(text=join_pieces(pieces), pieces=pieces)
    recipe = SketchArtist().resolve(Preset(seed=1), prompt, (_DRAWN, _DRAWN))
    written = BytesIO()
    draw_recipe(recipe).picture.save(written, "PNG")
    return written.getvalue()
