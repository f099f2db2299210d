"""Words → conditions: weights, chunks, parts and changes act as the grammar says."""

from __future__ import annotations

import pytest
import torch

from pipeline.artists.diffusion import loading, prompts
from pipeline.artists.diffusion.on_disk import find
from pipeline.grammar import fragments
from tests.artists.diffusion.making import distance, drawn, recipe


@pytest.fixture
def engine():
    return loading.get(find("tiny"), "cpu")


def encode(engine, text: str, **more) -> torch.Tensor:
    with engine.painting_with(()):
        return prompts.encode(engine, fragments(text), prompts.Reading(**more)).vectors


def test_what_is_encoded_is_what_the_text_encoder_says(engine):
    tokenizer, encoder = engine.pipe.tokenizer, engine.pipe.text_encoder
    ids = tokenizer("a cat, street", padding="max_length", max_length=77, return_tensors="pt").input_ids
    with torch.no_grad():
        meant = encoder(ids).last_hidden_state
    assert torch.equal(encode(engine, "a cat, street"), meant)


def test_weighted_chunks_are_a_straightforward_float32_reference_within_a_ten_thousandth(engine):
    words = [("a", 1.0), ("cat", 1.3), ("street", 1 / 1.1), ("umbrella", 1.21)] * 25
    text = " ".join(f"({word}:{weight})" if weight != 1 else word for word, weight in words)
    tokenizer, encoder = engine.pipe.tokenizer, engine.pipe.text_encoder
    parted = []
    for begin in range(0, len(words), 75):
        part = words[begin : begin + 75]
        ids = [tokenizer(word, add_special_tokens=False).input_ids for word, _ in part]
        assert all(len(each) == 1 for each in ids), "one word, one token: nothing to go back for"
        padding = 75 - len(part)
        row = [tokenizer.bos_token_id, *(each[0] for each in ids), *[tokenizer.eos_token_id] * (padding + 1)]
        weights = torch.tensor([1.0, *(weight for _, weight in part), *[1.0] * (padding + 1)])
        with torch.no_grad():
            plain = encoder(torch.tensor([row])).last_hidden_state
        weighted = plain * weights[None, :, None]
        parted.append(weighted * (plain.mean() / weighted.mean()))
    assert torch.allclose(encode(engine, text), torch.cat(parted, dim=1), atol=1e-4)


def test_clip_skip_reads_an_earlier_layer_through_the_final_norm(engine):
    encoder = engine.pipe.text_encoder
    ids = engine.pipe.tokenizer("a cat", padding="max_length", max_length=77, return_tensors="pt").input_ids
    with torch.no_grad():
        earlier = encoder(ids, output_hidden_states=True).hidden_states
        meant = encoder.final_layer_norm(earlier[-2])
    assert torch.equal(encode(engine, "a cat", clip_skip=2), meant)
    assert torch.allclose(encode(engine, "a cat", clip_skip=1), encoder.final_layer_norm(earlier[-1]))


def test_a_weight_multiplies_its_word_and_the_mean_comes_back(engine):
    plain, weighted = encode(engine, "a cat street"), encode(engine, "a (cat:1.5) street")
    assert float(weighted.mean()) == pytest.approx(float(plain.mean()), rel=1e-3)
    ratio = (weighted / plain).median(dim=2).values[0]
    others = torch.cat([ratio[:2], ratio[3:]])
    assert torch.allclose(others, others[0].expand_as(others), rtol=1e-3)
    assert float(ratio[2] / ratio[1]) == pytest.approx(1.5, rel=1e-3)


def test_a_long_prompt_is_read_to_its_end_and_a_break_begins_a_chunk(engine):
    long = ", ".join(["a very small cat"] * 30)
    assert encode(engine, long).shape[1] == 77 * 2
    assert encode(engine, "a cat BREAK a dog").shape[1] == 77 * 2
    assert not torch.equal(encode(engine, f"{long}, night"), encode(engine, f"{long}, day"))


@pytest.mark.parametrize(
    "text",
    ["(cat:1.6) running, street, night", "cat running, street AND night", "cat running, [street:night:0.5]",
     "cat running, [street|night]", "cat running BREAK street, night", ", ".join(["cat running, street, night"] * 12)],
)  # fmt: skip
def test_the_grammar_changes_the_picture(text):
    assert distance(drawn(recipe("cat running, street, night"))[0].picture, drawn(recipe(text))[0].picture) > 0


def test_a_change_after_the_last_step_changes_nothing():
    plain, late = (drawn(recipe(text))[0].picture for text in ("cat, street", "cat, [street:night:40]"))
    assert distance(plain, late) == 0


def test_and_of_a_text_with_itself_by_halves_is_that_text():
    plain = drawn(recipe("cat, street"))[0].picture
    assert distance(plain, drawn(recipe("cat, street :0.5 AND cat, street :0.5"))[0].picture) <= 1


def test_what_cannot_be_obeyed_is_a_notice_and_never_a_word():
    plain, tagged = drawn(recipe("cat, street"))[0], drawn(recipe("cat, street<hypernet:gloom:0.5>"))[0]
    assert distance(plain.picture, tagged.picture) == 0
    assert [notice.key for notice in tagged.notices] == ["grammar.tag"]


def test_no_norm_leaves_the_mean_as_the_weights_make_it(engine):
    plain, weighted = encode(engine, "a cat street"), encode(engine, "a (cat:1.5) street", emphasis="No norm")
    assert torch.equal(weighted[:, 2], plain[:, 2] * 1.5)
    others = [place for place in range(77) if place != 2]
    assert torch.equal(weighted[:, others], plain[:, others])
    told = drawn(recipe("(cat running, street, night:4)", emphasis="No norm"))[0]
    assert distance(told.picture, drawn(recipe("(cat running, street, night:4)"))[0].picture) > 0
    assert told.recipe.extra["emphasis"] == "No norm"


def test_a_text_repeated_is_to_the_attention_what_it_was(engine):
    with engine.painting_with(()):
        text = prompts.encode(engine, fragments("cat, street"))
        noise = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(0))
        once, thrice, padded = (
            engine.pipe.unet(noise, torch.tensor(500), vectors).sample
            for vectors in (
                text.vectors,
                text.repeated(3 * text.chunks).vectors,
                torch.cat([text.vectors, prompts.encode(engine, fragments("")).vectors], dim=1),
            )
        )
    assert torch.allclose(once, thrice, atol=1e-5)
    assert not torch.allclose(once, padded, atol=1e-3), "an empty chunk would change the picture"


LENGTHS = [", ".join(["cat in the street"] * count) for count in (1, 30, 50)]


def test_panels_of_different_lengths_share_a_batch_and_none_changes_another():
    asked = [recipe(text, seed=seed, negative_prompt=LENGTHS[1]) for seed, text in enumerate(LENGTHS)]
    together = drawn(asked)
    assert [each.recipe.extra["batch"] for each in together] == [3, 3, 3]
    for one, alone in zip(together, map(drawn, asked), strict=True):
        assert distance(one.picture, alone[0].picture) <= 1


def test_lengths_that_have_no_short_multiple_are_painted_side_by_side(monkeypatch):
    from pipeline.artists.diffusion import sampling

    asked = [recipe(text, seed=seed) for seed, text in enumerate(LENGTHS)]
    together = drawn(asked)
    monkeypatch.setattr(sampling, "MOST_CHUNKS", 1)
    apart = drawn(asked)
    assert all(distance(one.picture, other.picture) <= 1 for one, other in zip(together, apart, strict=True))


def test_an_empty_negative_is_zeros_for_an_xl_checkpoint():
    engine = loading.get(find("large"), "cpu")
    with engine.painting_with(()):
        empty = prompts.encode(engine, fragments(""), prompts.Reading(negative=True))
        said = prompts.encode(engine, fragments("text"), prompts.Reading(negative=True))
    assert not empty.vectors.any() and not empty.whole.any()
    assert said.vectors.any() and said.whole.any()
