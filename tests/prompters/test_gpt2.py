"""The GPT-2 prompter, with a tiny GPT-2 that is made and taught a few phrases here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import flow, prompters, settings, words
from pipeline.comic import Character, Idea, Panel, Piece, Script, join_pieces
from pipeline.errors import InputError, NecutError, NeedsSetup
from pipeline.prompters import CANDIDATES, gpt2
from pipeline.prompters.gpt2 import model
from pipeline.prompters.gpt2.continuing import added_phrases, continued
from pipeline.prompters.gpt2.model import load, where
from pipeline.queue import Queue

ROOT = Path(__file__).parent.parent.parent
SPOKEN = (
    "cat",
    "street",
    "rain",
    "night",
    "soft light",
    "highly detailed",
    "sharp focus",
    "warm colors",
    "digital art",
)


def script(scene: str = "cat searching, umbrella, street, night, rain") -> Script:
    cat = Character(name="Nabi", look=("orange cat", "red scarf"))
    beats = ("setup", "development", "turn", "close")
    return Script(
        title="Rain",
        characters=(cat,),
        panels=tuple(
            Panel(beat=beat, scene=scene, characters=("Nabi",), shot="full shot", mood="calm") for beat in beats
        ),
    )


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Path:
    """A GPT-2 folder: two small layers that have learnt to say some phrases in any order, parted by commas."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import GPT2TokenizerFast

    folder = tmp_path_factory.getbasetemp() / "gpt2" / "tiny-gpt2"
    if folder.is_dir():  # other modules' tests use it too
        return folder
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["<|endoftext|>"], initial_alphabet=alphabet)
    trained.train_from_iterator([", ".join(SPOKEN)] * 50, trainer)
    kept = json.loads(trained.to_str())["model"]
    tokenizer = GPT2TokenizerFast(vocab=kept["vocab"], merges=[tuple(merge) for merge in kept["merges"]])
    tokenizer.save_pretrained(folder)
    taught(tokenizer, kept["vocab"]["<|endoftext|>"]).save_pretrained(folder, safe_serialization=True)
    return folder


def taught(tokenizer, end: int):
    """A GPT-2 after a second of school."""
    import random

    import torch
    from transformers import GPT2Config, GPT2LMHeadModel

    chance = random.Random(0)
    with torch.random.fork_rng():
        torch.manual_seed(3)
        model = GPT2LMHeadModel(
            GPT2Config(
                vocab_size=len(tokenizer),
                n_positions=96,
                n_embd=32,
                n_layer=2,
                n_head=2,
                bos_token_id=end,
                eos_token_id=end,
            )
        )
        learning = torch.optim.AdamW(model.parameters(), lr=1e-2)
        for _ in range(80):
            texts = [", ".join(chance.choices(SPOKEN, k=30)) for _ in range(8)]
            ids = torch.tensor([tokenizer(text).input_ids[:48] for text in texts])
            model(ids, labels=ids).loss.backward()
            learning.step()
            learning.zero_grad()
    return model


@pytest.fixture
def chosen(tiny):
    """Connect names the tiny model."""
    settings.save(settings.Settings(gpt2_model=str(tiny)))
    return tiny


class Says:
    """A model that says these texts, each time it is asked."""

    name = "says"

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.read: list[str] = []

    def continuations(self, beginning: str, seed: int, count: int):
        self.read.append(beginning)
        return iter([self.texts[(seed + place) % len(self.texts)] for place in range(count)])


def told(error: NecutError) -> str:
    assert words.tell(error, "ko")
    return words.tell(error, "en")


def test_five_different_candidates_begin_with_the_panels_own_words(chosen):
    prompt = prompters.get("gpt2").propose(script(), 1, 7)
    plain = prompters.get("cast").propose(script(), 1, 7)
    texts = [candidate.text for candidate in prompt.candidates]
    assert len(set(texts)) == CANDIDATES
    assert all(text.startswith(plain.text) for text in texts)
    assert (prompt.text, prompt.pieces) == (texts[0], prompt.candidates[0].pieces)
    assert prompt.room == plain.room
    first = prompt.candidates[0].pieces
    assert first[: len(plain.pieces)] == plain.pieces, "who is whose stays known"
    assert {piece.origin for piece in first[len(plain.pieces) :]} == {"gpt2"}


def test_the_same_seed_proposes_the_same_and_another_seed_something_else(chosen):
    one, again, other = (prompters.get("gpt2").propose(script(), 0, seed) for seed in (7, 7, 8))
    assert one == again
    assert one.candidates != other.candidates
    assert one.candidates != prompters.get("gpt2").propose(script(), 1, 7).candidates


def test_the_global_random_state_is_untouched(chosen):
    import random

    import torch

    torch.manual_seed(5)
    before, plain = torch.get_rng_state(), random.getstate()
    prompters.get("gpt2").propose(script(), 0, 7)
    assert torch.equal(before, torch.get_rng_state())
    assert random.getstate() == plain


def test_a_panel_longer_than_the_model_reads_is_continued_all_the_same(chosen):
    scene = ", ".join(f"cat number {number} in the street" for number in range(15))
    prompt = prompters.get("gpt2").propose(script(scene), 0, 7)
    assert "cat number 14 in the street" in prompt.text
    assert len({candidate.text for candidate in prompt.candidates}) == CANDIDATES


def test_the_model_is_loaded_once(chosen):
    assert load(str(chosen)) is load(str(chosen))


def test_lora_tags_are_set_aside_while_the_model_reads():
    model = Says("soft light, sharp focus, and", "warm colors, digital art, of")
    pieces = (Piece(text="cat <lora:ink:0.8>", origin="user"), Piece(text="street", origin="scene"))
    found = continued(model, pieces, "1", 2)
    assert set(model.read) == {"cat, street,"}
    assert all(join_pieces(each).endswith("<lora:ink:0.8:0.8>") for each in found)
    assert all("<" not in piece.text for each in found for piece in each if piece.origin == "gpt2")


@pytest.mark.parametrize(
    "texts", [("",), (", , ,",), ("soft light, x",), ("soft light", "soft light, sharp focus, warm, end")]
)
def test_a_model_with_little_to_say_gives_no_empty_and_no_double_candidates(texts):
    found = continued(Says(*texts), (Piece(text="cat", origin="scene"),), "1", CANDIDATES)
    joined = [join_pieces(each) for each in found]
    assert len(set(joined)) == len(joined) >= 1
    assert all(text.startswith("cat") and not text.endswith(", ") for text in joined)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (" soft light, sharp focus, cut of", ("soft light", "sharp focus")),
        ("standing on tiptoe, artwork by Some Body and Other One, trending", ("standing on tiptoe",)),
        ("(masterpiece:1.3), <lora:x:2>, BREAK rain, end", ("masterpiece", "rain")),
        ("street, Street, NIGHT, night, end", ("night",)),
        ("비, 雨, ok yes, end", ("ok yes",)),
        ("one word after another without any end to it at all and on and on and on", None),
    ],
)
def test_added_words_are_cleaned(text, phrases):
    found = added_phrases(text, {"street"})
    assert found == phrases if phrases else (len(found) == 1 and len(found[0]) <= 60)


def test_connect_says_what_the_model_does(chosen):
    assert gpt2.readiness().key == "gpt2.ready"
    tried = gpt2.test()
    assert (tried.ready, tried.key) == (True, "gpt2.works")
    assert words.say(tried.key, "ko", **tried.values)


def test_a_model_that_cannot_be_had_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody there
    settings.save(settings.Settings(gpt2_model="nobody/no-such-model"))
    assert gpt2.readiness().key == "gpt2.not_here"
    with pytest.raises(NeedsSetup) as caught:
        prompters.get("gpt2").propose(script(), 0, 1)
    assert "Connect" in told(caught.value)
    assert not gpt2.test().ready
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError):
        where(str(empty))


def test_a_folder_with_pickled_weights_is_refused(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x02}q\x00.")
    with pytest.raises(InputError) as caught:
        where(str(tmp_path))
    assert caught.value.key == "gpt2.unsafe_format"
    assert "safetensors" in told(caught.value)


def test_asking_for_readiness_imports_nothing_heavy():
    code = (
        "import sys; from pipeline.prompters import gpt2; gpt2.readiness(); gpt2.create()\n"
        "print([name for name in ('torch', 'transformers', 'numpy') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_a_scene_keeps_one_hour_one_shot_and_one_place():
    from pipeline.prompters.gpt2.continuing import added_phrases

    told = added_phrases("night, soft light, full shot, close-up, sunrise, beach, kitchen, the end", {"cat", "at noon"})
    assert told == ("soft light", "full shot", "beach")


def test_whoever_waits_for_the_model_is_told_which_one_is_loaded_and_only_the_first_time(chosen, monkeypatch):
    monkeypatch.setattr(model, "_loaded", {})
    comic = flow.begin(Idea(text="a cat who lost its umbrella"), seed=3, prompter="gpt2")
    queue = Queue()
    queue.wait(flow.submit(queue, comic.id, "write", [flow.write_stage(comic.id)], "tests"), 20)
    for told in ([chosen.name], []):
        seen = [progress.loading for progress in flow.prompt_stage(comic.id, (0,)).work()]
        assert [name for name in seen if name] == told
        assert model.is_loaded(str(chosen))
