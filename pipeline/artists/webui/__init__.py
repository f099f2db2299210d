"""The artist that paints through a running Stable Diffusion WebUI (AUTOMATIC1111, Forge and their kin).

The server must be started with `--api`. What it understands is asked once (`server`), what it is
sent stands in `request`; one POST a panel, watched through the server's progress.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from pipeline import remote, settings
from pipeline.artists import Drawn, Readiness, Step, native_size
from pipeline.artists._checkpoint import Checkpoint
from pipeline.errors import InputError, NeedsSetup, RemoteError, RenderError

if TYPE_CHECKING:
    from pipeline.artists.webui.server import Job, Known, Server
    from pipeline.comic import Notice, PanelPrompt, Recipe
    from pipeline.presets.preset import Preset

ADDRESS = "http://127.0.0.1:7860"
"""Where a WebUI listens unless told otherwise."""
POLL_SECONDS = 0.5
SD_AREA, XL_AREA = 512 * 512, 1024 * 1024
"""The area that SD 1 and SDXL checkpoints were trained at, in pixels."""


def create() -> WebUI:
    """The member, as the family makes it."""
    return WebUI()


def address() -> str:
    """The server's address: Connect's, else the usual one on this machine."""
    return settings.load().webui_url or ADDRESS


def readiness() -> Readiness:
    """Whether something listens at the server's address; waits half a second at most."""
    from pipeline.artists.webui.server import listens

    return _ready(listens(address()))


def test(url: str = "") -> Readiness:
    """What Connect's Test button says: whether a WebUI with its API answers, and with which checkpoint."""
    from pipeline.artists.webui.server import greet

    return _ready(greet(url or address()))


test.__test__ = False  # the name is Connect's: pytest must not take it for a test


def _ready(found: remote.Readiness) -> Readiness:
    return Readiness(found.ready, found.key, found.values)


def checkpoints(url: str = "") -> list[Checkpoint]:
    """The checkpoints that the server holds; RemoteError or NeedsSetup when it cannot be asked."""
    from pipeline.artists.webui.server import Server

    with Server(url or address()) as server:
        return [Checkpoint(model.name, model.path, "webui") for model in server.models()]


class WebUI:
    """Paints with whatever the server has loaded, or the checkpoint that the preset names."""

    name = "webui"
    lane = "network"
    obeys = frozenset(
        "negative_prompt sampler schedule_type steps cfg_scale seed width height style checkpoint loras "
        "clip_skip variation_seed variation_strength".split()
    )

    def resolve(self, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]) -> Recipe:
        """Close what is open with A1111's own defaults. An open checkpoint is whatever the server has loaded."""
        from pipeline.comic import Recipe

        checkpoint = preset.checkpoint or ""
        width, height = native_size(region, XL_AREA if "xl" in checkpoint.lower() else SD_AREA)
        names = ("clip_skip", "variation_seed", "variation_strength")
        extra = {name: getattr(preset, name) for name in names if getattr(preset, name) is not None}
        return Recipe(
            artist=self.name,
            prompt=prompt,
            negative_prompt=preset.negative_prompt or "",
            style=preset.style or "",
            sampler=preset.sampler or "DPM++ 2M",
            schedule_type=preset.schedule_type or "Automatic",
            steps=preset.steps or 20,
            cfg_scale=7.0 if preset.cfg_scale is None else preset.cfg_scale,
            seed=preset.seed,
            width=preset.width or width,
            height=preset.height or height,
            checkpoint=checkpoint,
            loras=preset.loras or (),
            extra=extra,
        )

    def draw(self, recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
        """Paint one recipe after another. Closing the generator interrupts the server's job.

        Raises NeedsSetup when no WebUI answers, RemoteError when it is lost on the way or answers
        badly, InputError for a checkpoint or sampler that it does not have.
        """
        from pipeline.artists.webui.server import Server

        with Server(address()) as server:
            server.meet()
            for index, recipe in enumerate(recipes):
                try:
                    yield from _paint(server, recipe, index)
                except RemoteError as error:
                    if error.key == "remote.unreachable":
                        raise RemoteError("webui.lost", address=server.url, panel=index + 1) from error
                    raise


def _paint(server: Server, recipe: Recipe, index: int) -> Generator[Step | Drawn, None, None]:
    """One picture: send, watch, check what came back against what was asked."""
    from pipeline.artists._pictures import decode, refuse_flat
    from pipeline.artists.webui.request import notices

    yield Step(0, recipe.steps, (index,))
    known = server.what_it_has(recipe)
    answer = yield from _answered(server, recipe, known, index)
    picture = decode(_first_picture(answer, server.url), server.url)
    refuse_flat(picture)
    done, told = _as_done(recipe, answer, known)
    yield Step(recipe.steps, recipe.steps, (index,))
    yield Drawn(index, picture, notices=(*notices(recipe, known), *told), recipe=done)


def _answered(server: Server, recipe: Recipe, known: Known, index: int) -> Generator[Step, None, object]:
    """Send the recipe in the form that the server takes, the other one where it finds no such sampler; its answer."""
    from pipeline.artists.webui.request import body

    for form in server.forms(recipe):
        job = server.start(body(recipe, known, form))
        try:
            yield from _watched(server, job, recipe.steps, index)
            answer = job.result()
        except remote.Refused as error:
            if error.status == 404 and server.has_another_form(form):
                continue
            raise _refused(error, server, recipe) from error
        finally:
            if not job.done(0):
                server.interrupt(job)
        server.remember(form)
        return answer
    raise NeedsSetup("webui.no_api", address=server.url)


def _watched(server: Server, job: Job, steps: int, index: int) -> Generator[Step, None, None]:
    """The server's progress until the job is done. At the end it counts from 0 again; we do not."""
    from pipeline.artists._pictures import decode, preview

    at = 0
    while not job.done(POLL_SECONDS):
        seen = server.progress(job)
        previews: tuple = ()
        if seen.picture:
            with suppress(RemoteError):  # a broken preview is no reason to lose the picture
                previews = (preview(decode(seen.picture, server.url)),)
        at = max(at, min(seen.step, steps))
        yield Step(at, steps, (index,), previews)


def _refused(error: remote.Refused, server: Server, recipe: Recipe) -> Exception:
    """The server's refusal as a sentence that says what to change."""
    if "memory" in error.reason.lower():
        return RenderError("webui.out_of_memory", width=recipe.width, height=recipe.height)
    if "sampler" in error.reason.lower():
        return InputError("webui.no_sampler", name=recipe.sampler, known=server.sampler_names())
    return NeedsSetup("webui.no_api", address=server.url) if error.status == 404 else error


def _first_picture(answer: object, url: str) -> str:
    pictures = answer.get("images") if isinstance(answer, dict) else None
    if not pictures or not isinstance(pictures[0], str):
        raise RemoteError("webui.no_picture", address=url)
    return pictures[0]


def _as_done(recipe: Recipe, answer: dict, known: Known) -> tuple[Recipe, tuple[Notice, ...]]:
    """The recipe as the server says it carried it out; a notice when that was another checkpoint than asked."""
    from pipeline.comic import Notice

    try:
        info = json.loads(answer.get("info") or "{}")
    except ValueError:
        info = {}
    info = info if isinstance(info, dict) else {}
    used_hash, used_name = (str(info.get(key) or "") for key in ("sd_model_hash", "sd_model_name"))
    version = str(info.get("version") or "")
    asked = known.model
    done = recipe.with_changes(
        checkpoint=used_name or (asked.name if asked else recipe.checkpoint),
        checkpoint_hash=used_hash,
        versions={**recipe.versions, "webui": version} if version else recipe.versions,
    )
    if asked and not asked.is_called(used_name, used_hash):
        return done, (Notice(key="webui.other_checkpoint", values={"asked": asked.name, "used": used_name or "?"}),)
    return done, ()
