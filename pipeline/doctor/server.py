"""What a WebUI server cannot do: it is asked as the artist `webui` would ask it, and nothing is painted."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import artists, samplers
from pipeline.comic import Notice, PanelPrompt, Recipe
from pipeline.doctor.finding import Case, Finding, Repair, drawn_by, opened, set_to
from pipeline.doctor.machine import without
from pipeline.errors import InputError, NecutError

ARTIST = "webui"
_SQUARE = (1, 1)
_NOTICES = {"webui.no_lora": "lora", "webui.no_embedding": "embedding", "webui.embedding_skipped": "embedding"}


def examine_server(case: Case) -> Iterator[Finding]:
    """Whether it answers, and has the sampler, schedule type, checkpoint, LoRAs and embeddings that the preset
    names."""
    if case.artist != ARTIST or case.preset is None:
        return
    from pipeline.artists import webui

    ready = webui.readiness()
    if not ready.ready:
        yield Finding(ready.key, "fails", drawn_by(artists.DEFAULT), ready.values, "artist")
        return
    try:
        yield from _asked(case, webui.address())
    except NecutError as error:
        yield Finding(error.key, "fails", drawn_by(artists.DEFAULT), error.values, "artist")


def _asked(case: Case, address: str) -> Iterator[Finding]:
    from pipeline.artists.webui.request import body, notices
    from pipeline.artists.webui.server import Server

    recipe = _recipe(case)
    with Server(address) as server:
        server.meet()
        try:
            known = server.what_it_has(recipe)
        except InputError as error:
            yield Finding(error.key, "fails", opened("checkpoint"), error.values, "checkpoint")
            known = server.what_it_has(recipe.with_changes(checkpoint=""))
        try:
            body(recipe, known, server.forms(recipe)[0])
        except InputError as error:
            repair = _other_sampler(error, known.samplers, known.schedulers)
            yield Finding(error.key, "fails", repair, error.values, next(iter(repair.changes)))
        for notice in notices(recipe, known):
            yield _lacking(case, notice)


def _recipe(case: Case) -> Recipe:
    preset = case.preset if case.preset.seed is not None else case.preset.with_changes(seed=0)
    return artists.get(ARTIST).resolve(preset, PanelPrompt(text=""), _SQUARE)


def _other_sampler(error: InputError, known: frozenset[str], schedulers: dict[str, str]) -> Repair:
    """What the server has instead: any schedule type for one it lacks, the first sampler of ours that it knows."""
    if error.key == "webui.no_sampler":
        there = (name for name in samplers.SAMPLERS if name.lower() in known or _joint(name).lower() in known)
        return set_to(sampler=next(there, "Euler a"), schedule_type=samplers.AUTOMATIC)
    return set_to(schedule_type=samplers.AUTOMATIC)


def _joint(name: str) -> str:
    return samplers.joint_name(name, None)


def _lacking(case: Case, notice: Notice) -> Finding:
    kind, name = _NOTICES[notice.key], str(notice.values["name"])
    said = {"webui.embedding_skipped": "unfit"}.get(notice.key, "absent")
    return Finding(f"doctor.server_{kind}_{said}", "differs", without(case, kind, name), {"name": name}, kind)


CHECKS = (examine_server,)
