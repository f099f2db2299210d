"""From recipes to pictures: prepare, group, denoise, decode; and what is done when memory runs out."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import metadata
from typing import TYPE_CHECKING, Any

from pipeline.artists import Drawn, Step
from pipeline.artists.diffusion import conditions, device, extras, latents, loading, on_disk, prompts, sampling
from pipeline.errors import RenderError

if TYPE_CHECKING:
    from pipeline.artists._checkpoint import Checkpoint
    from pipeline.artists.diffusion.loading import Adapters, Engine
    from pipeline.comic import Notice, Recipe

FREE, SINGLE, SLICES, OFFLOAD = "free", "single", "slices", "offload"
"""The memory ladder, as recipes record it; `latents` adds "tiles"."""
_OF_ONE_TIME = ("memory", "lora_hashes", "embedding_hashes", "vae_hash")
"""What a recipe that is carried out again must not keep from the time before."""
SMALL = 100_000_000
"""U-Nets with fewer parameters are batched on a CPU too; a big one goes one by one, its first picture sooner."""


@dataclass(frozen=True)
class Prepared:
    """A recipe with its texts encoded and its LoRAs loaded."""

    index: int
    recipe: Recipe
    prompt: conditions.Condition
    negative: conditions.Condition
    adapters: Adapters
    vae: Any
    notices: tuple[Notice, ...]
    hashes: dict[str, str]
    """Of the LoRAs, embeddings and VAE that act, under the recipe's names for them."""

    @property
    def batch_key(self) -> tuple:
        """Recipes with the same key may share a batch."""
        r = self.recipe
        interval = (r.extra.get("cfg_start"), r.extra.get("cfg_end"))
        look = (r.width, r.height, r.sampler, r.schedule_type, r.steps, r.cfg_scale, interval, self.adapters)
        return (*look, self.prompt.shape, self.negative.shape)


def paint(recipes: Sequence[Recipe]) -> Generator[Step | Drawn, None, None]:
    """Yield a Step after every step and a Drawn for each recipe; recipes of one checkpoint follow one another."""
    if not recipes:
        return
    everything = tuple(range(len(recipes)))
    if "torch" not in sys.modules:  # its import alone takes seconds: say what is being waited for
        yield Step(0, 100, everything, loading=recipes[0].checkpoint)
    on = device.pick()
    yield Step(0, recipes[0].steps, everything)
    for name in dict.fromkeys(recipe.checkpoint for recipe in recipes):
        engine = yield from _loaded(on_disk.find(name), on, everything)
        mine = [_prepare(engine, index, recipe) for index, recipe in enumerate(recipes) if recipe.checkpoint == name]
        for group in _groups(engine, mine):
            yield from _paint_finite(engine, group)


def _loaded(checkpoint: Checkpoint, on: str, indices: tuple[int, ...]) -> Generator[Step, None, Engine]:
    """The engine of a checkpoint, reporting while it is being loaded; closing it in between leaves all as it was."""
    work = loading.getting(checkpoint, on)
    while True:
        try:
            yield Step(round(100 * next(work)), 100, indices, loading=checkpoint.name)
        except StopIteration as finished:
            return finished.value


def _paint_finite(engine: Engine, group: Sequence[Prepared]) -> Generator[Step | Drawn, None, None]:
    """A group; where half precision breaks the numbers, what is not yet painted is painted in float32."""
    done: set[int] = set()
    try:
        with closing(_paint_group(engine, group)) as events:
            for event in events:
                done |= {event.index} if isinstance(event, Drawn) else set()
                yield event
        return
    except RenderError as error:
        if error.key != "diffusion.not_finite" or engine.precision == "float32":
            raise
    full = loading.get(engine.checkpoint, engine.device, "float32")
    full.hash = full.hash or engine.hash
    left = [_prepare(full, each.index, each.recipe) for each in group if each.index not in done]
    for again in _groups(full, left):
        yield from _paint_group(full, again)


def _prepare(engine: Engine, index: int, recipe: Recipe) -> Prepared:
    """Load what the recipe names, encode its words."""
    positive, told = conditions.read(recipe.sent_text, recipe.steps)
    negative, told_negative = conditions.read(recipe.negative_prompt, recipe.steps, negative=True)
    words = extras.embeddings(engine, f"{recipe.sent_text} {recipe.negative_prompt}")
    adapters, loras = extras.loras(engine, recipe.loras, positive.loras)
    vae, decoder = extras.vae(engine, str(recipe.extra.get("vae") or ""))
    skip, skip_notices = _clip_skip(engine, recipe)
    reading = prompts.Reading(skip, str(recipe.extra.get("emphasis") or ""))
    with engine.painting_with(adapters):
        prompt = conditions.encode(positive, partial(prompts.encode, engine, reading=reading))
        against = conditions.encode(negative, partial(prompts.encode, engine, reading=replace(reading, negative=True)))
    told_of_files = (*words.notices, *loras.notices, *decoder.notices)
    notices = (*told, *told_negative, *told_of_files, *skip_notices, *_another_file(engine, recipe))
    found = extras.hashes_of(words, loras, decoder)
    return Prepared(index, recipe, prompt, against, adapters, vae, _once(notices), found)


def _another_file(engine: Engine, recipe: Recipe) -> tuple[Notice, ...]:
    """A notice when the recipe was carried out before with another checkpoint of the same name."""
    from pipeline.comic import Notice

    if not recipe.checkpoint_hash or not engine.hash or recipe.checkpoint_hash == engine.hash:
        return ()
    return (Notice(key="diffusion.another_file", values={"name": engine.checkpoint.name}),)


def _once(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    kept: list[Notice] = []
    for notice in notices:
        if notice not in kept:
            kept.append(notice)
    return tuple(kept)


def _clip_skip(engine: Engine, recipe: Recipe) -> tuple[int, tuple[Notice, ...]]:
    """The text encoder's layer to read, from its end. SDXL always reads the last but one, as it was trained."""
    from pipeline.comic import Notice

    wanted = int(recipe.extra.get("clip_skip") or 1)
    if engine.is_xl:
        told = (Notice(key="diffusion.clip_skip_ignored", values={"name": engine.checkpoint.name}),)
        return 2, told if wanted > 1 else ()
    layers = engine.pipe.text_encoder.config.num_hidden_layers
    return min(wanted, layers), ()


def _groups(engine: Engine, prepared: Sequence[Prepared]) -> Iterator[list[Prepared]]:
    """The recipes in batches: those that agree together, where a batch pays on this device."""
    if engine.device == "cpu" and engine.parameters >= SMALL:
        yield from ([each] for each in prepared)
        return
    groups: dict[tuple, list[Prepared]] = {}
    for each in prepared:
        groups.setdefault(each.batch_key, []).append(each)
    yield from groups.values()


def _paint_group(engine: Engine, group: Sequence[Prepared]) -> Generator[Step | Drawn, None, None]:
    """One batch; when memory runs out, down the ladder: other checkpoints go first, then one by one, then attention in
    slices, last only the part at work on the device."""
    rungs = [FREE, *([SINGLE] if len(group) > 1 else []), SLICES, OFFLOAD]
    batches, taken = [list(group)], [OFFLOAD] if engine.offloaded else []
    always = engine.offloaded
    try:
        while batches:
            if (yield from _fits(engine, batches[0], taken)):
                batches.pop(0)
            elif rungs:
                taken.append(rungs.pop(0))
                _step_down(engine, taken[-1])
                batches = [[each] for batch in batches for each in batch] if SINGLE in taken else batches
            else:
                raise _out_of_memory(engine, batches[0])
    finally:
        if SLICES in taken:
            engine.pipe.unet.set_attention_slice(None)
        if OFFLOAD in taken and not always:
            engine.bring_back()


def _fits(engine: Engine, batch: Sequence[Prepared], taken: Sequence[str]) -> Generator[Step | Drawn, None, bool]:
    """Paint a batch; False when memory ran out. By then the exception, which holds on to the memory, is gone."""
    try:
        yield from _paint_batch(engine, batch, taken)
    except RuntimeError as exc:
        if not device.is_out_of_memory(exc):
            raise
        return False
    return True


def _step_down(engine: Engine, rung: str) -> None:
    device.give_back(engine.device)
    loading.release(keep=engine)
    if rung == SLICES:
        engine.pipe.unet.set_attention_slice("max")
    elif rung == OFFLOAD:
        engine.offload()


def _out_of_memory(engine: Engine, batch: Sequence[Prepared]) -> RenderError:
    first = batch[0].recipe
    return RenderError("diffusion.out_of_memory", device=engine.device, width=first.width, height=first.height)


def _paint_batch(
    engine: Engine, batch: Sequence[Prepared], taken: Sequence[str]
) -> Generator[Step | Drawn, None, None]:
    work = sampling.Work(
        tuple(each.recipe for each in batch),
        tuple(each.prompt for each in batch),
        tuple(each.negative for each in batch),
        batch[0].adapters,
    )
    indices = tuple(each.index for each in batch)
    steps = sampling.denoise(engine, work)
    while True:
        try:
            at = next(steps)
        except StopIteration as finished:
            painted = finished.value
            break
        yield Step(at.done, at.total, indices, at.previews)
    for place, each in enumerate(batch):
        with engine.painting_with(each.adapters):
            picture, more = latents.decode(engine, painted[place : place + 1], each.vae)
        done = _as_done(engine, each, len(batch), dict.fromkeys((*taken, *more)))
        yield Drawn(each.index, picture, notices=each.notices, recipe=done)


def _as_done(engine: Engine, prepared: Prepared, batch: int, rungs: Iterable[str]) -> Recipe:
    """The recipe with what else decided the picture: hashes, versions, precision, threads, batch, the rungs of the
    ladders that were needed."""
    import torch

    recipe = prepared.recipe
    asked = {name: value for name, value in recipe.extra.items() if name not in _OF_ONE_TIME}
    how = {"device": engine.device, "precision": engine.precision, "batch": batch, "RNG": "CPU"}
    how |= {"threads": torch.get_num_threads()} if engine.device == "cpu" else {}
    how |= {**prepared.hashes, **({"memory": ", ".join(rungs)} if rungs else {})}
    return recipe.with_changes(
        checkpoint_hash=engine.hash, versions={**recipe.versions, **_versions()}, extra={**asked, **how}
    )


@cache
def _versions() -> dict[str, str]:
    return {name: metadata.version(name) for name in ("torch", "diffusers", "transformers")}
