"""The settings inside a picture: written as A1111 writes them, read back by three readers."""

from __future__ import annotations

import io
import json
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from sd_parsers import ParserManager

from pipeline import infotext, words
from pipeline.comic import Candidate, PanelPrompt, Piece, Recipe
from pipeline.errors import FileError, InputError
from pipeline.presets.preset import Lora

PIECES = (Piece(text="orange cat", origin="character", character="나비"), Piece(text="street", origin="scene"))
RECIPE = Recipe(
    artist="diffusion",
    prompt=PanelPrompt(text='고양이, a "quoted" (word:1.2)', pieces=PIECES, candidates=(Candidate(pieces=PIECES),)),
    negative_prompt="(worst quality:1.2), 흐림: text",
    style="ink, lineart",
    sampler="DPM++ 2M",
    schedule_type="Karras",
    steps=30,
    cfg_scale=6.5,
    seed=564404008,
    width=512,
    height=768,
    checkpoint="/home/somebody/models/counter, feit.safetensors",
    checkpoint_hash="6ce0161689",
    loras=(Lora(name="ink", weight=0.8),),
    versions={"necut": "0.1.0"},
    extra={"clip_skip": 2, "lora_hashes": "ink: 01ab, other: 33cd", "vae": "~/vae/kl.safetensors"},
)
WRITTEN = """\
고양이, a "quoted" (word:1.2), ink, lineart <lora:ink:0.8>
Negative prompt: (worst quality:1.2), 흐림: text
Steps: 30, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 564404008, Size: 512x768, \
Model hash: 6ce0161689, Model: "counter, feit", VAE: kl.safetensors, Clip skip: 2, \
Lora hashes: "ink: 01ab, other: 33cd", RNG: CPU, Version: Necut 0.1.0"""

# A picture of the WebUI's, as its users post them.
POSTED = """\
masterpiece, (cat:1.2), <lora:ink:0.7>,
second line
Negative prompt: easynegative, lowres,
blurry
Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 12, Size: 512x512, Model hash: 0123456789, Model: anything, \
Denoising strength: 0.5, Hires upscale: 2, Lora hashes: "ink: abc, b: d", Version: v1.6.0"""


def theirs(text: str) -> tuple[str, str, dict[str, str]]:
    """A1111's documented way to take a text apart: its pattern, and its rule of three pairs."""
    pattern = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
    prompt = negative = ""
    done_with_prompt = False
    *lines, last = text.strip().split("\n")
    if len(pattern.findall(last)) < 3:
        lines.append(last)
        last = ""
    for line in lines:
        line = line.strip()
        if line.startswith("Negative prompt:"):
            done_with_prompt = True
            line = line[16:].strip()
        if done_with_prompt:
            negative += ("" if negative == "" else "\n") + line
        else:
            prompt += ("" if prompt == "" else "\n") + line
    pairs = {}
    for name, value in pattern.findall(last):
        quoted = len(value) > 1 and value[0] == '"' and value[-1] == '"'
        pairs[name] = json.loads(value) if quoted else value
    return prompt, negative, pairs


def picture(**options) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (16, 24), "white").save(file, "PNG", **options)
    file.seek(0)
    return file


def test_a_recipe_is_written_as_the_webui_writes_it():
    assert infotext.write(RECIPE) == WRITTEN


def test_what_is_written_is_read_back():
    found = infotext.read(WRITTEN)
    assert found["prompt"] == WRITTEN.split("\n")[0]
    assert found["negative_prompt"] == RECIPE.negative_prompt
    for name in ("sampler", "schedule_type", "steps", "cfg_scale", "seed", "width", "height", "checkpoint_hash"):
        assert found[name] == getattr(RECIPE, name), name
    assert found["checkpoint"] == "counter, feit"
    assert (found["clip_skip"], found["rng"]) == (2, "CPU")
    assert found["lora_hashes"] == RECIPE.extra["lora_hashes"]
    assert found["loras"] == [{"name": "ink", "weight": 0.8}]
    assert found["other"] == {}


def test_a_posted_text_is_read():
    found = infotext.read(POSTED)
    assert found["prompt"] == "masterpiece, (cat:1.2), <lora:ink:0.7>,\nsecond line"
    assert found["negative_prompt"] == "easynegative, lowres,\nblurry"
    assert (found["sampler"], found["schedule_type"]) == ("DPM++ 2M", "Karras")
    assert (found["clip_skip"], found["rng"]) == (1, "GPU"), "what a missing pair means"
    assert found["other"] == {"Denoising strength": "0.5", "Hires upscale": "2"}


def test_a_text_without_settings_is_a_prompt():
    found = infotext.read("a cat, on: the street\nand a dog")
    assert found["prompt"] == "a cat, on: the street\nand a dog"
    assert "steps" not in found and "clip_skip" not in found


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Negative prompt:", "Steps: x, Seed: y, Size: 9x, CFG scale: z", "a\0b: c"]
)
def test_nothing_breaks_the_reader(text):
    assert isinstance(infotext.read(text), dict)


@pytest.mark.parametrize("text", ["a", "<lora:", 'a: "', "a:b,", " \n"])
def test_a_text_that_is_made_to_hurt_is_read_quickly(text):
    start = time.perf_counter()
    infotext.read(text * (1_000_000 // len(text)))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_three_formats_carry_the_text(format):
    file = io.BytesIO()
    infotext.embed(Image.new("RGB", (64, 96), "white"), file, RECIPE, format)
    file.seek(0)
    found = infotext.read_picture(file)
    assert (found["text"], found["made_by"]) == (WRITTEN, "Necut")
    file.seek(0)
    parsed = ParserManager().parse(file)
    assert parsed.full_prompt == WRITTEN.split("\n")[0]
    assert parsed.full_negative_prompt == RECIPE.negative_prompt
    sampler = parsed.samplers[0]
    assert (sampler.name, sampler.parameters["scheduler"]) == ("DPM++ 2M", "Karras")
    assert (sampler.parameters["seed"], sampler.parameters["steps"]) == ("564404008", "30")
    assert sampler.model.hash == RECIPE.checkpoint_hash


def test_a_recipe_read_back_is_exact_but_for_candidates_and_places():
    read = infotext.read_picture(picture(pnginfo=infotext.png_info(RECIPE)))["recipe"]
    assert read == RECIPE.with_changes(
        prompt=RECIPE.prompt.with_changes(candidates=()),
        checkpoint="counter, feit.safetensors",
        extra={**RECIPE.extra, "vae": "kl.safetensors"},
    )


def test_nothing_tells_where_things_stand_on_the_users_disk():
    places = [
        "/home/u/m.safetensors",
        "C:\\Users\\u\\m.ckpt",
        "~/m",
        "../u/m",
        "\\\\server\\u\\m",
        "http://key@host/u/m",
    ]
    for place in places:
        recipe = RECIPE.with_changes(checkpoint=place, extra={"vae": place, "path": place}, loras=(Lora(name=place),))
        for text in (infotext.write(recipe), infotext.recipe_json(recipe)):
            assert not re.search(r"home|Users|server|key@|/u/|\\u\\", text), text
    assert infotext.read(infotext.write(RECIPE.with_changes(checkpoint="stabilityai/sd-turbo")))["checkpoint"] == (
        "stabilityai/sd-turbo"
    )


def test_a_line_that_would_start_the_negative_prompt_stays_in_the_prompt():
    recipe = RECIPE.with_changes(
        prompt=PanelPrompt(text="a\n  Negative prompt: b"), negative_prompt="c\nNegative prompt: d"
    )
    found = infotext.read(infotext.write(recipe))
    assert found["prompt"].startswith("a\nnegative prompt: b")
    assert found["negative_prompt"] == "c\nnegative prompt: d"


@pytest.mark.parametrize("with_workflow", [True, False])
def test_pictures_of_comfyui_are_read(with_workflow):
    graph = {
        "3": {"class_type": "KSampler", "inputs": {"seed": 5, "steps": 20, "cfg": 8.0, "sampler_name": "dpmpp_2m",
              "scheduler": "karras", "denoise": 1.0, "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0]}},
        "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "anything.safetensors"}},
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat", "clip": ["4", 1]}},
        "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["4", 1]}},
    }  # fmt: skip
    links = [(1, 4, 0, 3, 0, "MODEL"), (2, 6, 0, 3, 1, "CONDITIONING"), (3, 7, 0, 3, 2, "CONDITIONING")]
    info = PngInfo()
    info.add_text("prompt", json.dumps(graph))
    if with_workflow:
        info.add_text("workflow", json.dumps({"links": links}))
    found = infotext.read_picture(picture(pnginfo=info))
    assert (found["made_by"], found["prompt"], found["negative_prompt"]) == ("ComfyUI", "a cat", "blurry")
    assert (found["sampler"], found["schedule_type"], int(found["steps"])) == ("DPM++ 2M", "Karras", 20)
    preset, left_out = infotext.as_preset(found)
    assert (preset.steps, preset.cfg_scale, preset.seed, preset.checkpoint) == (20, 8.0, 5, "anything.safetensors")
    assert left_out == ("width", "height"), "a picture that small"


def test_pictures_of_invokeai_are_read():
    info = PngInfo()
    said = {
        "positive_prompt": "a cat", "negative_prompt": "blurry", "seed": 7, "cfg_scale": 7.5, "steps": 30,
        "scheduler": "dpmpp_2m_k", "model": {"model_name": "sd15"}, "width": 512, "height": 512,
    }  # fmt: skip
    info.add_text("invokeai_metadata", json.dumps(said))
    found = infotext.read_picture(picture(pnginfo=info))
    assert (found["made_by"], found["prompt"], found["negative_prompt"]) == ("InvokeAI", "a cat", "blurry")
    preset, _ = infotext.as_preset(found)
    assert (preset.sampler, preset.schedule_type, preset.steps, preset.seed) == ("DPM++ 2M", "Karras", 30, 7)


@pytest.mark.parametrize("text", ["[]", "{}", '{"1": 2}', '{"1": {"inputs": [1, 2]}}', "[" * 10_000, "\x00"])
@pytest.mark.parametrize("key", ["prompt", "workflow", "invokeai_metadata", "parameters", "necut", "Comment"])
def test_a_strangers_text_breaks_nothing(key, text):
    info = PngInfo()
    info.add_text(key, text)
    try:
        infotext.read_picture(picture(pnginfo=info))
    except InputError as error:
        assert error.key == "infotext.no_settings"


def test_a_picture_fills_a_preset():
    preset, left_out = infotext.as_preset(
        infotext.read(POSTED.replace("Karras", "").replace("Steps: 28", "Steps: 900"))
    )
    assert left_out == ("steps",)
    assert preset.closed() == {
        "negative_prompt": "easynegative, lowres,\nblurry",
        "sampler": "DPM++ 2M",
        "schedule_type": "Automatic",
        "cfg_scale": 7.0,
        "seed": 12,
        "width": 512,
        "height": 512,
        "checkpoint": "anything",
        "loras": [{"name": "ink", "weight": 0.7}],
    }


def test_a_sampler_that_necut_cannot_build_is_left_out_by_name():
    _, left_out = infotext.as_preset(infotext.read(POSTED.replace("DPM++ 2M Karras", "DPM adaptive")))
    assert left_out == ("sampler", "schedule_type")


def test_a_picture_without_settings_and_a_file_that_is_none_are_one_sentence(tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(picture().getvalue()[:40])
    for file, kind in ((picture(), InputError), (broken, FileError), (tmp_path / "missing.png", FileError)):
        with pytest.raises(kind) as caught:
            infotext.read_picture(file)
        for language in words.LANGUAGES:
            assert words.tell(caught.value, language)


def test_a_damaged_recipe_leaves_the_text():
    info = PngInfo()
    info.add_text("parameters", WRITTEN)
    info.add_text("necut", '{"artist": "sketch"}')
    found = infotext.read_picture(picture(pnginfo=info))
    assert found["recipe"] is None and found["steps"] == 30


ODD = [
    'cat, "dog"',
    "a\nNegative prompt: b",
    "Steps: 1, Seed: 2, A: 1",
    "고양이, 우산: 비",
    "\\",
    "<lora:a:0.5>",
    "a:b",
]
PROMPTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80) | st.sampled_from(ODD)
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(lambda name: name.replace("/", ""))


@given(PROMPTS, PROMPTS, NAMES, st.integers(0, 2**32 - 1), st.integers(1, 150), st.floats(0, 30))
def test_any_recipe_is_read_back_by_us_and_by_the_documented_pattern(prompt, negative, name, seed, steps, cfg):
    asked = {"prompt": PanelPrompt(text=prompt), "negative_prompt": negative, "style": "", "loras": ()}
    recipe = RECIPE.with_changes(**asked, checkpoint=name, seed=seed, steps=steps, cfg_scale=cfg)
    text = infotext.write(recipe)
    found = infotext.read(text)
    assert (found["seed"], found["steps"], found["sampler"]) == (seed, steps, "DPM++ 2M")
    assert found["cfg_scale"] == pytest.approx(cfg, rel=1e-5)
    assert _words(found["prompt"]) == _words(prompt)
    assert _words(found["negative_prompt"]) == _words(negative)
    read_prompt, read_negative, pairs = theirs(text)
    assert (read_prompt.strip(), read_negative.strip()) == (found["prompt"], found["negative_prompt"])
    assert int(pairs["Seed"]) == seed
    assert infotext.read_recipe(infotext.recipe_json(recipe)).prompt.text == prompt


def _words(text: str) -> list[str]:
    """What an encoder reads: without control characters, upper and lower case alike."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", text).lower().split()


DRAWN = RECIPE.with_changes(
    prompt=PanelPrompt(text="cat, red scarf"),
    style="ink",
    negative_prompt="logo",
    extra={
        "template": "cat,\n{red|blue} scarf",
        "style_template": '{ink|"chalk"}, Seed: 5',
        "negative_template": "{text|logo}",
    },
)
TEMPLATES = (
    'Template: "cat,\\n{red|blue} scarf, {ink|\\"chalk\\"}, Seed\\u003a 5 <lora:ink:0.8>", '
    "Negative Template: {text|logo}"
)


def test_what_choices_were_drawn_from_stands_among_the_settings_as_wildcard_extensions_write_it():
    text = infotext.write(DRAWN)
    assert text.endswith(f"RNG: CPU, {TEMPLATES}, Version: Necut 0.1.0")
    found = infotext.read(text)
    assert found["template"] == 'cat,\n{red|blue} scarf, {ink|"chalk"}, Seed: 5 <lora:ink:0.8>'
    assert (found["negative_template"], found["negative_prompt"]) == ("{text|logo}", "logo")
    assert (found["prompt"], found["seed"], found["other"]) == ("cat, red scarf, ink <lora:ink:0.8>", 564404008, {})
    pairs = theirs(text)[2]
    assert (pairs["Template"], pairs["Negative Template"]) == (found["template"], "{text|logo}")
    assert (pairs["Seed"], pairs["Version"]) == ("564404008", "Necut 0.1.0")


def test_a_reader_that_parts_lines_at_commas_believes_no_template():
    parsed = ParserManager().parse(picture(pnginfo=infotext.png_info(DRAWN)))
    assert (parsed.full_prompt, parsed.full_negative_prompt) == ("cat, red scarf, ink <lora:ink:0.8>", "logo")
    assert parsed.samplers[0].parameters["seed"] == "564404008"


def test_only_what_was_drawn_in_has_a_template_and_one_too_long_for_readers_is_left_out():
    assert "Template" not in infotext.write(RECIPE)
    negative = infotext.write(DRAWN.with_changes(extra={"negative_template": "{text|logo}"}))
    assert ", Negative Template: {text|logo}, " in negative and " Template: cat" not in negative
    style = infotext.read(infotext.write(DRAWN.with_changes(extra={"style_template": "{ink|chalk}"})))
    assert style["template"] == "cat, red scarf, {ink|chalk} <lora:ink:0.8>" and "negative_template" not in style
    endless = DRAWN.with_changes(extra={"template": '"' * 4000, "negative_template": '{a|"}' * 900})
    found = infotext.read(infotext.write(endless))
    assert (found["seed"], "template" in found, "negative_template" in found) == (564404008, False, False)


def test_templates_below_the_settings_are_read_and_harm_nothing():
    """The first of the extensions wrote them there, and A1111 read no settings then."""
    found = infotext.read(f"{POSTED}\nTemplate: a {{cat|dog}},\nnight\nNegative Template: lowres")
    assert (found["template"], found["negative_template"]) == ("a {cat|dog},\nnight", "lowres")
    assert {**found, **infotext.read(POSTED)} == found
    assert infotext.read("a cat\nTemplate: of wood")["prompt"] == "a cat\nTemplate: of wood"


def test_a_recipe_keeps_its_templates_letter_for_letter():
    recipe = DRAWN.with_changes(extra={"template": r"/a \(b\), {c|d}", "sent_text": r"~ \o/", "vae": "/u/kl.pt"})
    kept = infotext.read_recipe(infotext.recipe_json(recipe))
    assert kept.extra == {**recipe.extra, "vae": "kl.pt"}


@given(PROMPTS, PROMPTS, PROMPTS)
@example("a\rb", "", "0\r0")
@example("", "", " ")
def test_no_template_changes_what_any_reader_reads(prompt, style, negative):
    templates = {"template": prompt, "style_template": style, "negative_template": negative}
    recipe = RECIPE.with_changes(loras=(), extra=templates)
    plain = infotext.write(recipe.with_changes(extra={}))
    text = infotext.write(recipe)
    found, without = infotext.read(text), infotext.read(plain)
    assert {name: found[name] for name in without} == without
    assert _words(found.get("negative_template", "")) == _words(negative)
    read = theirs(text)
    assert read[:2] == theirs(plain)[:2] and theirs(plain)[2].items() <= read[2].items()
    parsed = [ParserManager().parse(picture(pnginfo=_parameters(each))).samplers[0] for each in (text, plain)]
    assert parsed[0] == parsed[1]


def _parameters(text: str) -> PngInfo:
    info = PngInfo()
    info.add_text("parameters", text)
    return info
