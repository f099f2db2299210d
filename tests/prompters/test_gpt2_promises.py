"""What the GPT-2 prompter promises beyond the forerunner's, one by one."""

from __future__ import annotations

import json
import threading

import pytest

from pipeline import prompters, settings, words
from pipeline.comic import Piece, join_pieces
from pipeline.errors import InputError
from pipeline.prompters import CANDIDATES, gpt2
from pipeline.prompters.gpt2 import blocking
from pipeline.prompters.gpt2.continuing import continued
from pipeline.prompters.gpt2.model import MAX_LENGTH, MIN_ADDED, load
from tests.prompters.test_gpt2 import Says, chosen, script, tiny  # noqa: F401  fixtures


class Counts:
    """A model's tokenizer that remembers how many tokens it was given and gave back."""

    def __init__(self, tokenizer) -> None:
        self._tokenizer, self.read, self.said = tokenizer, 0, []

    def __call__(self, text, **options):
        found = self._tokenizer(text, **options)
        self.read = found.input_ids.shape[1]
        return found

    def decode(self, row, **options):
        self.said.append(len(row))
        return self._tokenizer.decode(row, **options)


@pytest.fixture
def counted(chosen, monkeypatch):  # noqa: F811
    writer = load(str(chosen))
    counts = Counts(writer.tokenizer)
    monkeypatch.setattr(writer, "tokenizer", counts)
    return writer, counts


def test_80_tokens_are_the_beginning_and_what_is_added_together(counted):
    writer, counts = counted
    list(writer.continuations("cat, street,", 1, CANDIDATES))
    assert counts.read < MAX_LENGTH - MIN_ADDED
    assert len(counts.said) == CANDIDATES
    assert max(counts.said) == MAX_LENGTH - counts.read


def test_a_long_beginning_is_still_continued_and_a_longer_one_than_the_model_reads_as_well(counted):
    writer, counts = counted
    for times in (12, 60, 400):
        counts.said.clear()
        list(writer.continuations("cat, street, " * times, 1, 2))
        assert counts.read > MAX_LENGTH - MIN_ADDED
        assert max(counts.said) == MIN_ADDED


def test_two_sessions_at_once_get_what_each_would_get_alone(chosen):  # noqa: F811
    member = prompters.get("gpt2")
    alone = {seed: member.propose(script(), 0, seed) for seed in range(6)}
    together: dict[int, object] = {}

    def session(seeds) -> None:
        for seed in seeds:
            together[seed] = prompters.get("gpt2").propose(script(), 0, seed)

    threads = [threading.Thread(target=session, args=(seeds,)) for seeds in ((0, 2, 4), (1, 3, 5))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == alone


def test_nobody_who_draws_meanwhile_feels_it(chosen):  # noqa: F811
    """The global random state is not even borrowed: another thread may be painting from it."""
    import torch

    writer = load(str(chosen))
    torch.manual_seed(5)
    plain = torch.rand(20)
    torch.manual_seed(5)
    felt = []
    for _ in range(4):
        stream = writer.continuations("cat, street,", 1, 2)
        next(stream)
        felt.append(torch.rand(5))
    assert torch.equal(torch.cat(felt), plain)


def test_a_blocked_word_is_never_added_and_the_user_edits_the_list():
    says = Says("soft light, trending on artstation, bloody knife, warm colors, watermark, end")
    pieces = (Piece(text="cat", origin="scene"),)
    added = {piece.text for found in continued(says, pieces, "1", 1, blocking.words()) for piece in found}
    assert added == {"cat", "soft light", "warm colors"}
    blocking.save("Soft*, warm colors\n\n , *")
    assert blocking.words() == ("Soft*", "warm colors")
    added = {piece.text for found in continued(says, pieces, "1", 1, blocking.words()) for piece in found}
    assert added == {"cat", "trending on artstation", "bloody knife", "watermark"}
    blocking.save("")
    assert blocking.words() == ()
    blocking.restore()
    assert blocking.words() == blocking.DEFAULT


def test_a_blocked_word_is_a_word_and_no_part_of_one():
    assert blocking.is_blocked("oil painting with text", ("text",))
    assert not blocking.is_blocked("rough texture", ("text",))
    assert blocking.is_blocked("watermarks", ("watermark*",))
    assert not blocking.is_blocked("anything", ())


def test_a_block_list_too_long_is_refused_in_one_sentence():
    with pytest.raises(InputError) as caught:
        blocking.save("x" * (blocking.LONGEST + 1))
    assert all(words.tell(caught.value, language) for language in words.LANGUAGES)


def test_the_member_obeys_the_block_list(chosen):  # noqa: F811
    blocking.save("soft light, sharp focus, warm colors, digital art, highly detailed")
    prompt = prompters.get("gpt2").propose(script(), 0, 7)
    added = {piece.text for candidate in prompt.candidates for piece in candidate.pieces if piece.origin == "gpt2"}
    assert not added & {"soft light", "sharp focus", "warm colors", "digital art", "highly detailed"}


def test_tags_stand_behind_the_added_words_as_they_were():
    pieces = (Piece(text="cat", origin="scene"), Piece(text="<lora:ink:0.8>", origin="user"))
    for found in continued(Says("soft light, end", "warm colors, end"), pieces, "1", 2):
        assert found[0] == pieces[0] and found[-1].text.startswith("<lora:ink:0.8")
        assert join_pieces(found).count("<lora") == 1


def test_the_models_to_choose_from(tmp_path, monkeypatch):
    assert gpt2.MODEL in gpt2.models()
    folder = tmp_path / "models" / "my-prompts"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"model_type": "gpt2"}))
    (tmp_path / "models" / "painter").mkdir()
    (tmp_path / "models" / "broken").mkdir()
    (tmp_path / "models" / "broken" / "config.json").write_text("{")
    monkeypatch.setattr(gpt2, "SHIPPED", tmp_path / "models")
    assert gpt2.models() == ("my-prompts", gpt2.MODEL)
    assert gpt2.chosen() == "my-prompts", "a shipped model needs no network"
    gpt2.choose(gpt2.MODEL)
    assert gpt2.chosen() == settings.load().gpt2_model == gpt2.MODEL
    assert gpt2.short_name(gpt2.MODEL) == "distilgpt2-stable-diffusion-v2"
