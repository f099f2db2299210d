"""What the doctor has to say about the open comic's preset, each finding with its repair as one click."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages.widgets import errors, members, missing, state, troubles
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.doctor import Finding

_ASK_AGAIN = 10.0  # seconds after which files and servers are looked at again
_LOOKS = {"fails": ("error", "red"), "differs": ("warning", "orange"), "advice": ("lightbulb", "gray")}
_SHOWN = 20


def show(preset: Mapping[str, Any], artist: str) -> None:
    """The findings on a preset (its values) when `artist` draws, but for what the page tells already; one quiet line
    when all is well."""
    examined = _examined(preset, artist)
    found = tuple(each for each in examined if not _is_told(each, artist))
    with st.container(key="doctor"):
        if not examined:
            st.caption(f":green[:material/check_circle:] {state.text('doctor.well')}")
        if not found:
            return
        grave = any(each.severity != "advice" for each in found)
        with st.expander(_summary(found), expanded=grave, icon=":material/stethoscope:", key="doctor_findings"):
            for number, finding in enumerate(found[:_SHOWN]):
                _row(finding, number)
            _together(found)


def _is_told(finding: Finding, artist: str) -> bool:
    """Whether the page tells it already: as what the artist needs, what the last job failed with, or is asked about."""
    failed = troubles.here()
    if failed is not None and failed.error.key == finding.key:
        return True
    if "artist" in finding.repair.changes and members.lack("artists", artist):
        return True
    return (finding.field, finding.values.get("name")) in missing.asked()


def offer(error: NecutError) -> None:
    """What the doctor would do about the error that a drawing has failed with, as a button; who else could draw is
    offered elsewhere."""
    comic = state.comic()
    for number, finding in enumerate(_examined(comic.preset, members.chosen(comic, "artist"))):
        if finding.key == error.key and "artist" not in finding.repair.changes:
            _button(finding, f"doctor_offer_{number}")


def _summary(found: tuple[Finding, ...]) -> str:
    """ "1 will fail · 2 to consider" """
    parts = []
    for severity, (_, colour) in _LOOKS.items():
        if count := sum(each.severity == severity for each in found):
            parts.append(f":{colour}[{state.text(f'doctor.count_{severity}', count=count)}]")
    return " · ".join((f"**{state.text('doctor.heading')}**", *parts))


def _row(finding: Finding, number: int) -> None:
    icon, colour = _LOOKS[finding.severity]
    with st.container(horizontal=True, vertical_alignment="center", key=f"doctor_row_{number}"):
        told = state.plain(finding.told(state.language()))
        st.markdown(f":{colour}[:material/{icon}:] {told}", width="stretch")
        _button(finding, f"doctor_repair_{number}_{finding.key}")


def _button(finding: Finding, key: str) -> None:
    st.button(
        state.plain(_short(finding.repair.told(state.language()))),
        key=key,
        icon=":material/healing:",
        help=state.text(f"doctor.{finding.severity}"),
        on_click=errors.callback(_repair),
        args=((finding,),),
    )


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _together(found: tuple[Finding, ...]) -> None:
    """One click for all that would fail or come out otherwise."""
    grave = tuple(each for each in found if each.severity != "advice")
    if len(grave) > 1:
        st.button(
            state.text("doctor.repair_all"),
            key="doctor_repair_all",
            icon=":material/healing:",
            type="tertiary",
            on_click=errors.callback(_repair_all),
        )


def _repair(findings: tuple[Finding, ...]) -> None:
    comic = state.comic()
    values = dict(comic.preset)
    for finding in findings:
        values = finding.repaired(values)
    artist = next((each.repair.changes["artist"] for each in findings if "artist" in each.repair.changes), None)
    _keep(values, artist)


def _repair_all() -> None:
    """Repair what is found until nothing grave is left: one repair may uncover another fault. What the page tells
    elsewhere is left to be settled there."""
    from pipeline import cells, doctor

    comic = state.comic()
    artist = cells.artist_name(comic)
    told = {each.key for each in _examined(comic.preset, artist) if _is_told(each, artist)}
    values = doctor.repaired(comic.preset, artist, _prompts(), leave=told, torch_may_load=_torch_is_here())
    _keep(values, values.get("artist") if values.get("artist") != comic.preset.get("artist") else None)


def _keep(values: dict[str, Any], artist: str | None) -> None:
    """The open comic with the repaired preset; another artist is the comic's own choice, not the preset's."""
    from pipeline import presets

    before = state.comic().preset
    if artist is not None and "artist" not in before:
        values = {name: value for name, value in values.items() if name != "artist"}
    preset = presets.from_values(values).closed()
    changes = {"preset": preset} | ({"artist": artist} if artist is not None else {})
    state.change(lambda comic: comic.with_changes(**changes))
    state.notify("doctor.repaired")
    _found.clear()


def _examined(preset: Mapping[str, Any], artist: str) -> tuple[Finding, ...]:
    written = json.dumps(dict(preset), sort_keys=True, ensure_ascii=False)
    return _found(written, artist, _prompts(), _torch_is_here(), state.owner(), members.lack("artists", artist))


@st.cache_data(show_spinner=False, ttl=_ASK_AGAIN, max_entries=32)
def _found(
    written: str, artist: str, prompts: tuple[str, ...], torch: bool, owner: str, lack: str
) -> tuple[Finding, ...]:
    """The findings, remembered for a moment, while the artist lacks the same: files are listed and a server may have
    to be asked."""
    from pipeline import doctor, remote

    try:
        with remote.acting_for(owner):
            return doctor.examine(json.loads(written), artist, prompts, torch_may_load=torch)
    except NecutError:
        return ()  # a preset that is none is told where it is edited


def _prompts() -> tuple[str, ...]:
    comic = state.comic()
    return tuple(slot.prompt.prompt.text for slot in comic.slots if slot.prompt) if comic else ()


def _torch_is_here() -> bool:
    """Whether device and memory can be asked without a wait: torch is in memory already."""
    return "torch" in sys.modules
