"""LoRAs, embeddings, VAEs: they act when asked for, leave nothing behind, and are named when they cannot be had."""

from __future__ import annotations

import hashlib

import pytest
import torch
from safetensors.torch import save_file

from pipeline import infotext, words
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


def test_an_embedding_may_be_called_by_a_word_that_clip_knows(fresh_engines, shelf):
    vectors = torch.randn((2, WIDTH), generator=torch.Generator().manual_seed(5))
    save_file({"emb_params": vectors}, str(shelf / "embeddings" / "old.safetensors"))
    try:
        found = drawn(recipe("an Old cat, golden, (old:1.2)"))[0]
        engine = loading.get(find("tiny"), "cpu")
        assert keys(found) == [] and "embedding_hashes" in found.recipe.extra
        assert engine.called == {"old": "<old>"}
        assert len(engine.pipe.tokenizer("<old> <old>_1", add_special_tokens=False).input_ids) == 2
    finally:
        (shelf / "embeddings" / "old.safetensors").unlink()
    assert distance(found.picture, drawn(recipe("an Oldish cat, golden, (oldish:1.2)"))[0].picture) > 0


def test_another_vae_paints_other_colours_and_a_missing_one_is_named():
    plain, warm, missing = (drawn(recipe(**changes))[0] for changes in ({}, {"vae": "warm"}, {"vae": "cold"}))
    assert distance(plain.picture, warm.picture) > 0
    assert keys(warm) == [] and keys(missing) == ["diffusion.no_vae"]
    assert missing.picture.tobytes() == plain.picture.tobytes()


def test_every_file_that_acts_is_recorded_by_the_hash_that_a1111_shows(shelf):
    found = drawn(
        recipe(loras=(Lora(name="inkline"), Lora(name="nowhere")), negative_prompt="EasyNegative", vae="warm")
    )
    told = found[0].recipe.extra
    data = (shelf / "Lora" / "inkline.safetensors").read_bytes()
    tensors = data[8 + int.from_bytes(data[:8], "little") :]
    assert told["lora_hashes"] == f"inkline: {hashlib.sha256(tensors).hexdigest()[:12]}"
    whole = hashlib.sha256((shelf / "embeddings" / "EasyNegative.safetensors").read_bytes()).hexdigest()
    assert told["embedding_hashes"] == f"easynegative: {whole[:12]}"
    assert told["vae_hash"] == hashlib.sha256((shelf / "VAE" / "warm.safetensors").read_bytes()).hexdigest()[:10]
    text = infotext.write(found[0].recipe)
    assert f'Lora hashes: "{told["lora_hashes"]}"' in text and "TI hashes: " in text and "VAE hash: " in text
    assert "lora_hashes" not in drawn(found[0].recipe.with_changes(loras=()))[0].recipe.extra


def test_a_checkpoint_of_the_same_name_but_other_weights_is_told():
    asked = recipe().with_changes(checkpoint_hash="0123456789")
    assert keys(drawn(asked)[0]) == ["diffusion.another_file"]


def test_a_kohya_lora_acts_on_both_parts_by_their_weights_and_leaves_nothing_behind(fresh_engines, shelf):
    """As most LoRAs are found: kohya's names, an alpha, U-Net and text encoder in one file."""
    save_file(kohya_lora(), str(shelf / "Lora" / "kohya.safetensors"))
    engine = loading.get(find("tiny"), "cpu")
    before = drawn(recipe())[0].picture
    pictures = [drawn(recipe(f"cat running, street, night<lora:kohya:{tag}>"))[0] for tag in ("1:0", "0:1", "1", "0")]
    assert [keys(each) for each in pictures] == [[]] * 4
    *acting, idle = (each.picture for each in pictures)
    assert all(distance(before, each) > 0 for each in acting)
    assert len({each.tobytes() for each in acting}) == 3
    assert distance(before, idle) == 0
    name = engine.adapters[str(shelf / "Lora" / "kohya.safetensors")]
    for part in (engine.pipe.unet, engine.pipe.text_encoder):
        assert part.peft_config[name].lora_alpha / part.peft_config[name].r == 0.5, "alpha is divided by the rank"
    engine.forget_adapters()
    assert drawn(recipe())[0].picture.tobytes() == before.tobytes()


def kohya_lora() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(9)
    ends = {
        "unet": ("attn2.to_q.weight", "attn2.to_out.0.weight"),
        "text_encoder": ("q_proj.weight", "out_proj.weight", "mlp.fc1.weight"),
    }
    tensors = {}
    for (part, endings), head in zip(ends.items(), ("lora_unet_", "lora_te_text_model_"), strict=True):
        for name, weight in tiny_parts()[part].state_dict().items():
            if name.endswith(endings):
                layer = head + name.removeprefix("text_model.").removesuffix(".weight").replace(".", "_")
                tensors[f"{layer}.lora_down.weight"] = torch.randn((4, weight.shape[1]), generator=generator)
                tensors[f"{layer}.lora_up.weight"] = torch.randn((weight.shape[0], 4), generator=generator)
                tensors[f"{layer}.alpha"] = torch.tensor(2.0)
    return tensors
