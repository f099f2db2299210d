"""LoRAs, embeddings, VAEs: they act when asked for, leave nothing behind, and are named when they cannot be had."""

from __future__ import annotations

import pytest
import torch
from safetensors.torch import save_file

from pipeline import words
from pipeline.artists.diffusion import loading
from pipeline.artists.diffusion.on_disk import find
from pipeline.presets.preset import Lora
from tests.artists.diffusion.making import distance, drawn, recipe
from tests.checkpoints import WIDTH, save_lora, tiny_parts


@pytest.fixture(scope="module", autouse=True)
def files(shelf):
    """One of each kind that works, one that does not fit, one in an unsafe format."""
    save_lora(shelf / "Lora" / "inkline.safetensors", seed=1)
    save_lora(shelf / "Lora" / "wash.safetensors", seed=2)
    save_file({"lora_unet_conv_in.lora_down.weight": torch.ones(2, 2)}, str(shelf / "Lora" / "broken.safetensors"))
    (shelf / "Lora" / "old.pt").write_bytes(b"\x80\x02}q\x00.")
    vectors = torch.randn((3, WIDTH), generator=torch.Generator().manual_seed(4))
    save_file({"emb_params": vectors}, str(shelf / "embeddings" / "EasyNegative.safetensors"))
    save_file({"emb_params": torch.ones((2, WIDTH + 1))}, str(shelf / "embeddings" / "badhandv4.safetensors"))
    (shelf / "embeddings" / "bad-artist.pt").write_bytes(b"\x80\x02}q\x00.")
    vae = tiny_parts(1)["vae"]
    save_file(
        {name: value.contiguous() for name, value in vae.state_dict().items()}, str(shelf / "VAE" / "warm.safetensors")
    )


def keys(drawing) -> list[str]:
    assert all(words.say(each.key, language, **each.values) for each in drawing.notices for language in words.LANGUAGES)
    return [notice.key for notice in drawing.notices]


def test_a_lora_acts_by_its_weight_and_leaves_nothing_behind(fresh_engines):
    before = drawn(recipe())[0].picture
    weak, strong = (drawn(recipe(loras=(Lora(name="inkline", weight=weight),)))[0] for weight in (0.2, 1.0))
    assert 0 < distance(before, weak.picture) and distance(weak.picture, strong.picture) > 0
    assert keys(strong) == []
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()
    loading.get(find("tiny"), "cpu").forget_adapters()
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()
    assert fresh_engines == ["tiny"]


def test_weights_are_bit_for_bit_what_they_were_before_loras(fresh_engines):
    engine = loading.get(find("tiny"), "cpu")
    parts = {name: getattr(engine.pipe, name) for name in ("unet", "text_encoder")}
    before = {name: {key: value.clone() for key, value in part.state_dict().items()} for name, part in parts.items()}
    drawn(recipe(loras=(Lora(name="inkline"), Lora(name="wash", weight=0.4))))
    assert engine.adapters
    engine.forget_adapters()
    for name, part in parts.items():
        after = part.state_dict()
        assert after.keys() == before[name].keys()
        assert all(torch.equal(after[key], value) for key, value in before[name].items())


def test_a_tag_in_the_prompt_is_the_same_as_a_lora_of_the_preset():
    tagged = drawn(recipe("cat running, street, night<lora:inkline:0.6>"))[0].picture
    preset = drawn(recipe(loras=(Lora(name="inkline", weight=0.6),)))[0].picture
    assert distance(tagged, preset) == 0


def test_jobs_with_different_loras_taking_turns_do_not_mix():
    from pipeline import artists
    from pipeline.artists import Drawn

    jobs = [recipe(loras=(Lora(name=name),)) for name in ("inkline", "wash")] + [recipe()]
    alone = [drawn(each)[0].picture.tobytes() for each in jobs]
    assert len(set(alone)) == 3
    works = [artists.get("diffusion").draw([each]) for each in jobs]
    got = {}
    while len(got) < len(jobs):
        for who, work in enumerate(works):
            event = next(work, None)
            if isinstance(event, Drawn):
                got[who] = event.picture.tobytes()
    assert [got[who] for who in range(3)] == alone


@pytest.mark.parametrize(
    ("name", "key"),
    [("nowhere", "diffusion.no_lora"), ("broken", "diffusion.lora_unfit"), ("old", "diffusion.lora_unsafe")],
)
def test_a_lora_that_cannot_be_had_is_named_and_the_picture_painted_without_it(name, key):
    found = drawn(recipe(loras=(Lora(name=name),)))[0]
    assert keys(found) == [key]
    assert found.picture.tobytes() == drawn(recipe())[0].picture.tobytes()


def test_an_embedding_is_called_by_its_file_name_whatever_the_case():
    plain = drawn(recipe(negative_prompt="text"))[0]
    called = drawn(recipe(negative_prompt="text, EasyNegative"))[0]
    assert keys(called) == []
    assert distance(plain.picture, called.picture) > 0
    assert distance(called.picture, drawn(recipe(negative_prompt="text, easynegative"))[0].picture) == 0
    tokenizer = loading.get(find("tiny"), "cpu").pipe.tokenizer
    assert len(tokenizer("easynegative easynegative_1 easynegative_2", add_special_tokens=False).input_ids) == 3


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("verybadimagenegative_v1.3", "diffusion.no_embedding"),
        ("badhandv4", "diffusion.embedding_unfit"),
        ("bad-artist", "diffusion.embedding_unsafe"),
    ],
)
def test_an_embedding_that_cannot_be_had_is_a_notice_not_an_error(name, key):
    assert keys(drawn(recipe(negative_prompt=f"text, {name}"))[0]) == [key]


def test_another_vae_paints_other_colours_and_a_missing_one_is_named():
    plain, warm, missing = (drawn(recipe(**changes))[0] for changes in ({}, {"vae": "warm"}, {"vae": "cold"}))
    assert distance(plain.picture, warm.picture) > 0
    assert keys(warm) == [] and keys(missing) == ["diffusion.no_vae"]
    assert missing.picture.tobytes() == plain.picture.tobytes()
