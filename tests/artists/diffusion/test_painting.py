"""The pictures: the right ones, at the right time, and never broken."""

from __future__ import annotations

import threading

import pytest
import torch

from pipeline import artists, words
from pipeline.artists import Drawn, Step
from pipeline.artists.diffusion import loading, on_disk, painting
from pipeline.artists.diffusion.on_disk import find
from pipeline.errors import RenderError
from pipeline.samplers import SAMPLERS
from tests.artists.diffusion.making import PRESET, distance, drawn, events, recipe
from tests.checkpoints import save_single_file, tiny_parts


def test_the_picture_is_the_one_that_the_diffusers_pipeline_paints():
    from pipeline import samplers

    ours = drawn(recipe())[0].picture
    engine = loading.get(find("tiny"), "cpu")
    pipe = engine.pipe
    kept = pipe.scheduler
    pipe.scheduler = samplers.scheduler("DPM++ 2M", "Karras", engine.scheduler_config)
    theirs = pipe(
        "cat running, street, night", negative_prompt="text, watermark", num_inference_steps=4, guidance_scale=6.0,
        width=64, height=64, generator=torch.Generator("cpu").manual_seed(564404008),
    ).images[0]  # fmt: skip
    pipe.scheduler = kept
    assert distance(ours, theirs) <= 1


@pytest.mark.parametrize(("sampler", "schedule_type"), [("Euler", "Uniform"), ("DPM++ 2M", "Karras"), ("DDIM", None)])
def test_latents_are_those_of_plain_diffusers_within_a_ten_thousandth(monkeypatch, sampler, schedule_type):
    from pipeline import samplers
    from pipeline.artists.diffusion import latents, prompts
    from pipeline.grammar import fragments

    kept, decode = [], latents.decode
    monkeypatch.setattr(
        latents, "decode", lambda engine, found, vae=None: (kept.append(found), decode(engine, found))[1]
    )
    drawn(recipe(sampler=sampler, schedule_type=schedule_type or "Automatic"))
    engine = loading.get(find("tiny"), "cpu")
    with engine.painting_with(()):
        told = {
            name: prompts.encode(engine, fragments(text)).vectors
            for name, text in (
                ("prompt_embeds", "cat running, street, night"),
                ("negative_prompt_embeds", "text, watermark"),
            )
        }
    monkeypatch.setattr(engine.pipe, "scheduler", samplers.scheduler(sampler, schedule_type, engine.scheduler_config))
    theirs = engine.pipe(
        **told, num_inference_steps=4, guidance_scale=6.0, width=64, height=64, output_type="latent",
        generator=torch.Generator("cpu").manual_seed(564404008),
    ).images  # fmt: skip
    assert torch.allclose(kept[0], theirs, atol=1e-4, rtol=1e-4)


def test_an_xl_picture_is_the_one_that_the_diffusers_pipeline_paints():
    from pipeline import samplers

    ours = drawn(recipe(checkpoint="large"))[0].picture
    engine = loading.get(find("large"), "cpu")
    pipe = engine.pipe
    kept = pipe.scheduler
    pipe.scheduler = samplers.scheduler("DPM++ 2M", "Karras", engine.scheduler_config)
    theirs = pipe(
        "cat running, street, night", negative_prompt="text, watermark", num_inference_steps=4, guidance_scale=6.0,
        width=64, height=64, generator=torch.Generator("cpu").manual_seed(564404008),
    ).images[0]  # fmt: skip
    pipe.scheduler = kept
    assert distance(ours, theirs) <= 1


def test_a_single_file_paints_what_its_folder_paints():
    assert distance(drawn(recipe())[0].picture, drawn(recipe(checkpoint="single"))[0].picture) == 0


def test_a_single_xl_file_paints_what_its_folder_paints(tmp_path):
    path = save_single_file(tmp_path / "grand.safetensors", family="sdxl")
    assert on_disk.family(path) == "sdxl"
    assert distance(drawn(recipe(checkpoint="large"))[0].picture, drawn(recipe(checkpoint=str(path)))[0].picture) == 0


@pytest.mark.parametrize(("name", "predicts"), [("second-768-v", "v_prediction"), ("second-base", "epsilon")])
def test_a_single_sd2_file_is_read_weight_by_weight_and_predicts_what_its_kind_does(tmp_path, name, predicts):
    path = save_single_file(tmp_path / f"{name}.safetensors", family="sd2")
    (path.with_suffix(".config") / "scheduler" / "scheduler_config.json").write_text(
        (loading.CONFIGS / "sd2" / "scheduler" / "scheduler_config.json").read_text()
    )
    assert on_disk.family(path) == "sd2"
    assert drawn(recipe(checkpoint=str(path)))[0].picture.size == (64, 64)
    engine = loading.get(find(name), "cpu")
    meant = tiny_parts()["text_encoder"].state_dict()
    assert all(torch.equal(value, meant[key]) for key, value in engine.pipe.text_encoder.state_dict().items())
    assert engine.scheduler_config["prediction_type"] == predicts
    assert engine.pipe.tokenizer.pad_token_id == 0


@pytest.mark.parametrize("precision", ["float32", ""])
def test_a_recipe_read_back_from_its_picture_paints_it_again_to_the_last_bit(tmp_path, monkeypatch, precision):
    from pipeline import infotext

    monkeypatch.setenv("NECUT_PRECISION", precision)
    first = drawn(recipe("(고양이:1.2), [street|night]", sampler="Euler a", schedule_type="Automatic", clip_skip=2))[0]
    infotext.embed(first.picture, tmp_path / "take.png", first.recipe)
    again = drawn(infotext.read_picture(tmp_path / "take.png")["recipe"])[0]
    assert again.picture.tobytes() == first.picture.tobytes()
    assert again.recipe == first.recipe and again.notices == first.notices


def test_the_same_recipe_paints_the_same_picture_again():
    again = drawn(recipe())[0].recipe
    assert drawn(again)[0].picture.tobytes() == drawn(recipe())[0].picture.tobytes()


@pytest.mark.parametrize(
    "changes",
    [
        {"seed": 1},
        {"sampler": "Euler a", "schedule_type": "Automatic"},
        {"schedule_type": "Uniform"},
        {"steps": 6},
        {"cfg_scale": 2},
        {"negative_prompt": "night"},
        {"style": "ink"},
        {"checkpoint": "other"},
        {"clip_skip": 2},
        {"variation_seed": 3, "variation_strength": 0.4},
        {"cfg_interval": (0.0, 0.4)},
        {"width": 128},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_preset_field_it_obeys_changes_the_picture(changes):
    assert set(changes) <= artists.get("diffusion").obeys
    before, after = drawn(recipe())[0].picture, drawn(recipe(**changes))[0].picture
    assert before.size != after.size or distance(before, after) > 0


def test_the_words_change_the_picture():
    assert distance(drawn(recipe())[0].picture, drawn(recipe("dog sleeping, beach"))[0].picture) > 0


def test_four_panels_share_a_batch_and_no_neighbour_changes_a_picture():
    four = [recipe(f"cat, panel {index}", seed=index) for index in range(4)]
    together = drawn(four)
    assert [each.recipe.extra["batch"] for each in together] == [4] * 4
    alone = [drawn(each)[0].picture for each in four]
    assert max(distance(one.picture, other) for one, other in zip(together, alone, strict=True)) <= 1


def test_a_big_model_on_a_cpu_goes_one_by_one(monkeypatch):
    monkeypatch.setattr(painting, "SMALL", 0)
    found = events([recipe(seed=1), recipe(seed=2)])
    first = next(at for at, event in enumerate(found) if isinstance(event, Drawn))
    assert found[first].index == 0
    assert any(isinstance(event, Step) and event.indices == (1,) for event in found[first:])


def test_steps_are_counted_to_the_schedulers_own_total_with_previews():
    found = [
        event
        for event in events(recipe(sampler="Heun", schedule_type="Automatic", steps=6))
        if isinstance(event, Step) and not event.loading
    ]
    total = found[-1].total
    assert total == 11, "a second-order method asks twice a step, but the last"
    assert [step.done for step in found] == list(range(total + 1))
    small = [picture for step in found for picture in step.previews]
    assert small and all(max(picture.size) <= 256 for picture in small)


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_every_sampler_paints(sampler):
    found = drawn(recipe(sampler=sampler, schedule_type="Automatic", steps=4))
    assert found[0].picture.size == (64, 64)


def test_loading_tells_its_name_and_how_far_it_is_and_may_be_closed(fresh_engines):
    work = artists.get("diffusion").draw([recipe()])
    told = []
    for event in work:
        told.append(event)
        if event.done == 1 and not event.loading:
            break
    work.close()
    loading_steps = [event for event in told if event.loading]
    assert {event.loading for event in loading_steps} == {"tiny"}
    assert [event.done for event in loading_steps] == sorted(event.done for event in loading_steps)
    assert loading_steps[-1].done == loading_steps[-1].total
    loading.release()
    stopped = artists.get("diffusion").draw([recipe()])
    next(event for event in stopped if event.loading)
    stopped.close()
    assert loading._engines == {} and drawn(recipe())


def test_closing_stops_within_a_step_and_the_next_picture_is_untouched():
    before = drawn(recipe())[0].picture
    work = artists.get("diffusion").draw([recipe(steps=40)])
    for step in work:
        if step.done == 2:
            break
    engine = loading.get(find("tiny"), "cpu")
    calls = []
    watching = engine.pipe.unet.register_forward_pre_hook(lambda *_: calls.append(1))
    work.close()
    watching.remove()
    assert not calls
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()


def test_two_sessions_taking_turns_get_the_pictures_they_would_get_alone():
    mine = recipe("cat, street", sampler="Euler a", schedule_type="Automatic", steps=5, seed=11)
    yours = recipe("dog, beach", sampler="DDIM", schedule_type="Automatic", steps=7, cfg_scale=3, seed=12)
    alone = [drawn(each)[0].picture.tobytes() for each in (mine, yours)]
    both = [artists.get("diffusion").draw([each]) for each in (mine, yours)]
    got = {}
    while len(got) < 2:
        for who, work in enumerate(both):
            event = next(work, None)
            if isinstance(event, Drawn):
                got[who] = event.picture.tobytes()
    assert [got[0], got[1]] == alone


def test_two_sessions_on_two_threads_get_the_pictures_they_would_get_alone():
    jobs = [
        recipe(f"cat {seed}", seed=seed, steps=4 + seed % 3, checkpoint=("tiny", "other")[seed % 2])
        for seed in range(6)
    ]
    alone = [drawn(each)[0].picture.tobytes() for each in jobs]
    got = [b""] * len(jobs)

    def work(which: int) -> None:
        for at in range(which, len(jobs), 2):
            got[at] = drawn(jobs[at])[0].picture.tobytes()

    threads = [threading.Thread(target=work, args=(which,)) for which in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == alone


def test_the_global_random_state_is_untouched():
    torch.manual_seed(1)
    before = torch.get_rng_state()
    drawn(recipe(sampler="Euler a", schedule_type="Automatic"))
    assert torch.equal(before, torch.get_rng_state())


class Breaking:
    """Makes one part of a checkpoint fail, as a broken file or a full memory does."""

    def __init__(self, part, change):
        self._hook = part.register_forward_hook(lambda _module, _inputs, output: change(output))

    def __enter__(self):
        return self

    def __exit__(self, *_exc):
        self._hook.remove()


def test_broken_numbers_are_told_never_painted_black():
    engine = loading.get(find("tiny"), "cpu")
    nothing = lambda output: (output[0] * float("nan"),)  # noqa: E731
    with Breaking(engine.pipe.unet, nothing), pytest.raises(RenderError) as caught:
        drawn(recipe())
    assert caught.value.key == "diffusion.not_finite"
    assert all(words.tell(caught.value, language) for language in words.LANGUAGES)


def test_a_flat_picture_is_told_never_passed_on():
    engine = loading.get(find("tiny"), "cpu")
    with Breaking(engine.pipe.vae.decoder, torch.zeros_like), pytest.raises(RenderError) as caught:
        drawn(recipe())
    assert caught.value.key == "remote.flat_picture"


def full_when_over(limit: int):
    def change(output):
        if output[0].shape[0] > limit:
            raise torch.OutOfMemoryError("out of memory, as a full card says")
        return output

    return change


def test_a_full_memory_paints_one_by_one_and_records_it():
    four = [recipe(seed=index) for index in range(3)]
    engine = loading.get(find("tiny"), "cpu")
    with Breaking(engine.pipe.unet, full_when_over(2)):
        got = drawn(four)
    assert [each.recipe.extra["batch"] for each in got] == [1, 1, 1]
    assert got[0].recipe.extra["memory"] == "free, single"
    assert all(distance(one.picture, drawn(each)[0].picture) <= 1 for one, each in zip(got, four, strict=True))


def test_the_last_rung_keeps_only_the_part_at_work_on_the_device_and_is_recorded(monkeypatch):
    engine = loading.get(find("tiny"), "cpu")
    plain = drawn(recipe())[0].picture
    moved, need = [], loading.Engine.need
    monkeypatch.setattr(loading.Engine, "need", lambda self, *names: (moved.append(names), need(self, *names))[1])

    def full_unless_offloaded(output):
        if not engine.offloaded:
            raise torch.OutOfMemoryError("out of memory, as a full card says")
        return output

    with Breaking(engine.pipe.unet, full_unless_offloaded):
        got = drawn(recipe())[0]
    assert got.recipe.extra["memory"] == "free, slices, offload"
    assert distance(plain, got.picture) <= 1
    assert ("unet",) in moved and ("vae",) in moved
    assert not engine.offloaded, "the next job finds all parts where they were"
    again = drawn(got.recipe)[0]
    assert "memory" not in again.recipe.extra


def test_an_offloaded_engine_moves_the_parts_that_rest_before_the_one_at_work(monkeypatch):
    engine = loading.get(find("large"), "cpu")
    order = []
    for name in loading.PARTS:
        part = getattr(engine.pipe, name)
        monkeypatch.setattr(part, "to", lambda where, name=name: order.append((name, str(where))))
    monkeypatch.setattr(engine, "device", "cuda")
    engine.need("unet")
    assert order == [], "with all parts on the device nothing moves"
    engine.offload()
    order.clear()
    engine.need("unet")
    monkeypatch.undo()
    engine.offloaded = False
    assert order[-1] == ("unet", "cuda") and {where for _, where in order[:-1]} == {"cpu"}


def test_a_checkpoint_that_does_not_fit_whole_paints_part_by_part(fresh_engines, monkeypatch):
    from diffusers import StableDiffusionPipeline

    plain = drawn(recipe())[0].picture
    loading.release()

    def full(self, where):
        raise torch.OutOfMemoryError("out of memory")

    monkeypatch.setattr(StableDiffusionPipeline, "to", full)
    got = drawn(recipe())[0]
    assert got.recipe.extra["memory"] == "offload"
    assert distance(plain, got.picture) == 0


def test_a_picture_that_the_vae_breaks_in_half_precision_is_decoded_in_full(monkeypatch):
    monkeypatch.delenv("NECUT_PRECISION")
    monkeypatch.setattr("pipeline.artists.diffusion.device._has_bfloat16", lambda: True)
    engine = loading.get(find("other"), "cpu")
    broken = lambda output: output * float("nan") if output.dtype == torch.bfloat16 else output  # noqa: E731
    with Breaking(engine.pipe.vae.decoder, broken):
        got = drawn(recipe(checkpoint="other"))[0]
    assert got.recipe.extra["memory"] == "full VAE"
    assert engine.pipe.vae.dtype == torch.bfloat16


def test_a_memory_that_is_too_small_for_one_is_one_sentence():
    engine = loading.get(find("tiny"), "cpu")
    with Breaking(engine.pipe.unet, full_when_over(0)), pytest.raises(RenderError) as caught:
        drawn(recipe())
    assert caught.value.key == "diffusion.out_of_memory"
    assert "64×64" in words.tell(caught.value, "en")
    assert drawn(recipe())


def test_a_full_memory_at_the_end_is_met_with_tiles_without_redoing_the_steps():
    engine = loading.get(find("tiny"), "cpu")
    plain = drawn(recipe())[0].picture
    refused = []

    def refuse_once(output):
        if not refused:
            refused.append(1)
            raise torch.OutOfMemoryError("out of memory")
        return output

    steps = []
    counting = engine.pipe.unet.register_forward_pre_hook(lambda *_: steps.append(1))
    with Breaking(engine.pipe.vae.decoder, refuse_once):
        got = drawn(recipe())[0]
    counting.remove()
    assert len(steps) == PRESET.steps
    assert distance(plain, got.picture) <= 1
    assert got.recipe.extra["memory"] == "tiles"
