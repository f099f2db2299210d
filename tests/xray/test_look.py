"""The X-ray: origins, weights, tokens and their borders."""

from __future__ import annotations

import json

import pytest

from pipeline import settings, tokens
from pipeline.comic import Comic, Idea, Made, PanelPrompt, Piece, PromptOutput, Slot
from pipeline.xray import GROUPS, dialect, look


def comic(*pieces: Piece, text: str = "", artist: str = "sketch", **preset) -> Comic:
    prompt = PanelPrompt(text="").with_text(text) if text else PanelPrompt(text="").with_pieces(pieces)
    slot = Slot(prompt=PromptOutput(prompt=prompt, made=Made(by="cast")))
    return Comic(
        id="c", idea=Idea(text="a cat"), slots=(slot, *(Slot(),) * 3), artist=artist, preset={"seed": 3, **preset}
    )


def test_every_word_has_one_of_five_origins_and_the_presets_style_stands_last():
    seen = look(
        comic(
            Piece(text="orange cat", origin="character", character="Nabi"),
            Piece(text="street", origin="scene"),
            Piece(text="full shot", origin="shot"),
            Piece(text="calm", origin="mood"),
            Piece(text="soft light", origin="gpt2"),
            Piece(text="(kite:1.3)", origin="user"),
            style="ink, lineart",
        ),
        0,
    )
    assert [word.group for word in seen.words] == ["character", *["scene"] * 3, "gpt2", "user", "style", "style"]
    assert {word.group for word in seen.words} == set(GROUPS)
    assert [word.index for word in seen.words] == [0, 1, 2, 3, 4, 5, None, None]
    assert (seen.words[0].character, seen.words[5].weight) == ("Nabi", 1.3)


@pytest.mark.parametrize(
    "text",
    [
        "orange cat, red scarf, street",
        ", ".join(f"orange cat number {number}" for number in range(20)),
        ", ".join(["a"] * 90),
        "cat BREAK dog, night",
        "(cat:1.2), [dog], ((very long word)), [a:b:0.5], street",
        "<lora:ink:0.8>, cat",
    ],
)
def test_the_tokens_are_those_that_the_painter_counts(text):
    from pipeline import grammar

    seen = look(comic(text=text), 0)
    fragments = grammar.parse(text).schedule[-1].parts[0].fragments
    told = tokens.chunks(fragments)
    assert len(seen.chunk_tokens) == len(told) == tokens.chunk_count(text)
    if "[a:b" not in text and "<lora" not in text:
        assert seen.chunk_tokens == tuple(len(chunk.ids) for chunk in told)
    assert seen.words[-1].chunk == len(told) - 1


def test_words_behind_the_border_are_named():
    seen = look(comic(text=", ".join(f"orange cat number {number}" for number in range(20))), 0)
    assert seen.behind and seen.behind[0].text not in (seen.words[0].text, seen.words[5].text)
    first = [word for word in seen.words if not word.chunk]
    assert sum(word.tokens for word in first) <= tokens.CHUNK + max(word.tokens for word in first)
    assert not look(comic(text="cat"), 0).behind


def test_what_the_seed_draws_is_shown_and_counted():
    seen = look(comic(text="{red|red} scarf, night"), 0)
    assert (seen.words[0].text, seen.words[0].drawn) == ("{red|red} scarf", "red scarf")
    assert [choice.drawn for choice in seen.choices] == ["red"]
    assert seen.words[0].tokens == len(tokens.ids("red scarf,"))


def test_a_style_is_shown_as_the_seed_draws_it():
    seen = look(comic(text="{red|blue} scarf", style="{ink|ink}, __nobody__"), 0)
    assert [(word.text, word.drawn, word.group) for word in seen.words[1:]] == [
        ("{ink|ink}", "ink", "style"),
        ("__nobody__", "", "style"),
    ]
    assert [choice.written for choice in seen.choices] == ["{red|blue}", "{ink|ink}"]
    assert [notice.key for notice in seen.notices] == ["wildcards.missing"]


def test_what_cannot_be_obeyed_is_told_once():
    seen = look(comic(text="word++, __nobody__, <hypernet:x:1>"), 0)
    assert [notice.key for notice in seen.notices] == ["wildcards.missing", "grammar.tag", "grammar.compel"]


def test_a_bracket_left_open_is_told_and_changes_nothing():
    seen = look(comic(text="orange cat, (rain, night"), 0)
    assert [(notice.key, notice.values) for notice in seen.notices] == [("grammar.unclosed", {"text": "(rain"})]
    assert [word.text for word in seen.words[:3]] == ["orange cat", "(rain", "night"]
    open_choice = look(comic(text="{red|blue, rain"), 0)
    assert [notice.key for notice in open_choice.notices] == ["grammar.unclosed_sent"]


def test_a_cell_without_a_prompt_has_no_xray():
    assert look(Comic(id="c", idea=Idea(text="a cat")), 0) is None


@pytest.fixture
def checkpoint(tmp_path):
    """A diffusers folder with two tokenizers of its own: one splits into letters, one into words."""
    from tokenizers import Tokenizer, models, pre_tokenizers

    folder = tmp_path / "models" / "own-words"
    for part, splitting in (("tokenizer", r"\S"), ("tokenizer_2", r"\S+")):
        from tokenizers import Regex

        tokenizer = Tokenizer(models.WordLevel({"x": 0, ",": 1}, unk_token="x"))
        tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(splitting), behavior="removed", invert=True)
        (folder / part).mkdir(parents=True)
        tokenizer.save(str(folder / part / "tokenizer.json"))
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusionXLPipeline"}))
    settings.save(settings.Settings(models=str(tmp_path / "models")))
    return folder


def test_the_chosen_checkpoints_own_tokenizers_count_and_the_one_that_counts_more_decides(checkpoint):
    seen = look(comic(text="cat, dogs", artist="diffusion", checkpoint="own-words"), 0)
    assert seen.counted_by == "own-words"
    assert seen.tokens == len("cat,dogs")
    plain = look(comic(text="cat, dogs"), 0)
    assert (plain.counted_by, plain.tokens) == ("", tokens.count("cat, dogs"))


def test_a_broken_tokenizer_file_leaves_clips(checkpoint):
    for part in ("tokenizer", "tokenizer_2"):
        (checkpoint / part / "tokenizer.json").write_text("{")
    seen = look(comic(text="cat, dogs", artist="diffusion", checkpoint="own-words"), 0)
    assert seen.tokens == tokens.count("cat, dogs")


def test_an_unknown_checkpoint_is_counted_by_clip():
    assert look(comic(text="cat", artist="diffusion", checkpoint="nobody"), 0).counted_by == ""


@pytest.mark.parametrize(
    ("artist", "name", "wanted"),
    [
        ("sketch", "sdxl base", "tags"),
        ("webui", "", "tags"),
        ("webui", "animagine-xl", "tags"),
        ("webui", "juggernautXL", "prose"),
        ("webui", "realisticVision51", "prose"),
        ("webui", "ponyDiffusionV6XL", "tags"),
    ],
)
def test_a_checkpoints_name_says_whether_it_reads_tags_or_sentences(artist, name, wanted):
    assert dialect.wanted(comic(text="cat", artist=artist, checkpoint=name)) == wanted


def test_an_xl_folder_without_a_word_in_its_name_reads_sentences(checkpoint):
    document = comic(text="cat", artist="diffusion", checkpoint="own-words")
    assert dialect.wanted(document) == "tags"
    (checkpoint / "text_encoder_2").mkdir()
    assert dialect.wanted(document) == "prose"
