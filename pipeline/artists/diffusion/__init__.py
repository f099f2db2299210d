"""The artist that paints with Stable Diffusion in this process, through diffusers.

Reading order: `on_disk` finds checkpoints, `loading` holds them in memory, `prompts` encodes words,
`sampling` is the denoising loop, `latents` begins and ends a picture, `extras` adds LoRAs and
embeddings, `needs` says before what cannot be had, `converting` makes safe files of unsafe ones,
`device` knows the machine. torch is imported when the first picture is asked for.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from pipeline.artists import Drawn, Missing, Readiness, Step, native_size
from pipeline.artists._checkpoint import Checkpoint
from pipeline.errors import NecutError, NeedsSetup

if TYPE_CHECKING:
    from pipeline.comic import PanelPrompt, Recipe
    from pipeline.presets.preset import Preset


def create() -> Diffusion:
    """The member, as the family makes it."""
    return Diffusion()


def checkpoints() -> list[Checkpoint]:
    """The checkpoints on this machine: diffusers folders and single .safetensors files. Imports nothing heavy."""
    from pipeline.artists.diffusion.on_disk import checkpoints as found

    return found()


def readiness() -> Readiness:
    """Whether torch is installed and a checkpoint is there. Imports nothing heavy."""
    from importlib.util import find_spec

    from pipeline.artists.diffusion.on_disk import find

    if find_spec("torch") is None or find_spec("diffusers") is None:
        return Readiness(False, "diffusion.not_installed")
    try:
        return Readiness(True, "diffusion.ready", {"name": find("").name})
    except NecutError as error:
        return Readiness(False, error.key, error.values)


def missing(preset: Preset, texts: Sequence[str]) -> tuple[Missing, ...]:
    """What the preset and the prompts name that this machine cannot give. Imports nothing heavy."""
    from pipeline.artists.diffusion.needs import missing as found

    return found(preset, texts)


def test_device(name: str = "") -> Readiness:
    """What Connect's Test button says about a device; "" asks for the one that would be picked. Imports torch."""
    from pipeline.artists.diffusion.device import test_device as tested

    ready = readiness()
    return ready if ready.key == "diffusion.not_installed" else tested(name)


test_device.__test__ = False  # the name is Connect's: pytest must not take it for a test


class Diffusion:
    """Paints with a checkpoint on this machine."""

    name = "diffusion"
    lane = "torch"
    obeys = frozenset(
        "negative_prompt sampler schedule_type steps cfg_scale seed width height style checkpoint loras "
        "clip_skip vae variation_seed variation_strength cfg_interval emphasis".split()
    )

    def resolve(self, preset: Preset, prompt: PanelPrompt, region: tuple[int, int]) -> Recipe:
        """Close what the preset leaves open, with the checkpoint's own area. Raises NeedsSetup without a checkpoint."""
        from pipeline.artists.diffusion import hashes
        from pipeline.artists.diffusion.on_disk import find, native_area
        from pipeline.comic import Recipe

        checkpoint = find(preset.checkpoint or "")
        width, height = native_size(region, native_area(checkpoint))
        extra = {
            name: getattr(preset, name)
            for name in ("clip_skip", "vae", "variation_seed", "variation_strength", "emphasis")
            if getattr(preset, name) is not None
        }
        if preset.cfg_interval:
            extra["cfg_start"], extra["cfg_end"] = preset.cfg_interval
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
            width=_in_eights(preset.width or width),
            height=_in_eights(preset.height or height),
            checkpoint=checkpoint.name,
            checkpoint_hash=hashes.known(checkpoint),
            loras=preset.loras or (),
            extra=extra,
        )

    def draw(self, recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
        """Paint, in batches where that pays. Close the generator to stop within one step.

        Raises NeedsSetup, InputError or DamagedFile for a checkpoint that cannot be had, RenderError
        when memory runs out for good or the numbers break.
        """
        if readiness().key == "diffusion.not_installed":
            raise NeedsSetup("diffusion.not_installed")
        from pipeline.artists.diffusion.painting import paint

        yield from paint(recipes)


def _in_eights(side: int) -> int:
    """The nearest side that a VAE can halve three times."""
    return max(64, round(side / 8) * 8)
