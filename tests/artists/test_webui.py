"""The WebUI artist against servers on this machine that behave like 1.6 and like 1.10."""

from __future__ import annotations

import time

import pytest

from pipeline import artists, settings, words
from pipeline.artists import Drawn, Step, webui
from pipeline.artists.webui import server as server_module
from pipeline.comic import PanelPrompt
from pipeline.errors import InputError, NeedsSetup, RemoteError, RenderError
from pipeline.presets.preset import Lora, Preset
from tests.servers import LocalServer
from tests.servers.webui import CHECKPOINTS, WebUIServer, short_hash, wait_until

PRESET = Preset(sampler="DPM++ 2M", schedule_type="Karras", steps=6, cfg_scale=6, seed=564404008,
                negative_prompt="(worst quality:1.2), text")  # fmt: skip


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(server_module, "_forms", {})
    monkeypatch.setattr(webui, "POLL_SECONDS", 0.02)


@pytest.fixture(params=["1.6", "1.10"])
def server(request):
    with WebUIServer(request.param) as running:
        settings.save(settings.Settings(webui_url=running.url))
        yield running


def recipes(preset: Preset = PRESET, count: int = 1):
    artist = artists.get("webui")
    prompts = [PanelPrompt(text=f"cat running, street, panel {index}") for index in range(count)]
    return [artist.resolve(preset, prompt, (560, 560)) for prompt in prompts]


def draw(preset: Preset = PRESET, count: int = 1) -> list[Step | Drawn]:
    return list(artists.get("webui").draw(recipes(preset, count)))


def pictures(events) -> list[Drawn]:
    return [event for event in events if isinstance(event, Drawn)]


def test_one_post_a_panel_with_the_presets_fields(server):
    drawn = pictures(draw(count=4))
    assert [each.index for each in drawn] == [0, 1, 2, 3]
    assert len(server.asked) == 4
    sent = server.asked[0]
    assert sent["prompt"] == "cat running, street, panel 0"
    assert {name: sent[name] for name in ("negative_prompt", "steps", "cfg_scale", "seed", "width", "height")} == {
        "negative_prompt": PRESET.negative_prompt, "steps": 6, "cfg_scale": 6, "seed": 564404008, "width": 512,
        "height": 512,
    }  # fmt: skip
    assert drawn[0].picture.size == (512, 512)
    assert drawn[0].recipe.checkpoint == CHECKPOINTS[0]
    assert drawn[0].recipe.checkpoint_hash == short_hash(CHECKPOINTS[0])
    assert drawn[0].recipe.versions["webui"].startswith("v1.")


def test_the_sampler_is_named_as_the_server_understands_it(server):
    draw()
    sent = server.asked[0]
    if server.build == "1.6":
        assert sent["sampler_name"] == "DPM++ 2M Karras"
    else:
        assert (sent["sampler_name"], sent["scheduler"]) == ("DPM++ 2M", "Karras")


def test_the_schedule_changes_the_picture_on_both(server):
    karras, uniform = (
        pictures(draw(PRESET.with_changes(schedule_type=schedule)))[0].picture.tobytes()
        for schedule in ("Karras", "Uniform")
    )
    assert karras != uniform


def test_a_server_that_hides_its_schedulers_still_gets_the_schedule():
    with WebUIServer("1.10") as server:
        server.lies_about_schedulers = True
        settings.save(settings.Settings(webui_url=server.url))
        draw(PRESET.with_changes(schedule_type="Uniform"))
    assert server.asked[0]["scheduler"] == "Uniform"


def test_a_sampler_that_is_not_found_is_tried_in_the_other_form_and_remembered():
    with WebUIServer("1.10") as server:
        server.wants_joint = True
        settings.save(settings.Settings(webui_url=server.url))
        draw(count=2)
        draw()
    assert [sent["sampler_name"] for sent in server.asked] == ["DPM++ 2M", *["DPM++ 2M Karras"] * 3]
    assert len(server.painted) == 3


@pytest.mark.parametrize("schedule", ["Beta", "Exponential"])
def test_an_old_server_never_ignores_a_schedule_in_silence(schedule):
    with WebUIServer("1.6") as server:
        settings.save(settings.Settings(webui_url=server.url))
        with pytest.raises(InputError) as caught:
            draw(PRESET.with_changes(schedule_type=schedule))
    assert caught.value.key == "webui.no_pair"
    assert not server.asked


def test_steps_are_reported_with_previews_and_never_run_backwards():
    with WebUIServer("1.10", step_seconds=0.05) as server:
        settings.save(settings.Settings(webui_url=server.url))
        steps = [event for event in draw() if isinstance(event, Step)]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[0].done == 0 and steps[-1].done == steps[-1].total == 6
    assert any(step.previews for step in steps)


def test_a_checkpoint_is_switched_once_for_four_panels_and_verified(server):
    drawn = pictures(draw(PRESET.with_changes(checkpoint="ink-v2"), count=4))
    assert server.loads == 1
    assert {each.recipe.checkpoint_hash for each in drawn} == {short_hash("ink-v2")}
    assert not any(each.notices for each in drawn)


def test_another_checkpoint_than_asked_is_told_and_recorded(server):
    server.stubborn = True
    (drawn,) = pictures(draw(PRESET.with_changes(checkpoint="ink-v2")))
    assert [notice.key for notice in drawn.notices] == ["webui.other_checkpoint"]
    assert drawn.recipe.checkpoint == "toon-v1"


def test_an_unknown_checkpoint_is_refused_before_painting(server):
    with pytest.raises(InputError) as caught:
        draw(PRESET.with_changes(checkpoint="no-such"))
    assert "ink-v2" in words.tell(caught.value, "en")
    assert not server.asked


def test_loras_and_embeddings_that_are_missing_are_named(server):
    preset = PRESET.with_changes(
        loras=(Lora(name="inkline", weight=0.8), Lora(name="gone")),
        negative_prompt="easynegative, badhandv4, unaestheticXLv31",
    )
    (drawn,) = pictures(draw(preset))
    assert server.asked[0]["prompt"].endswith("<lora:inkline:0.8>"), "a missing LoRA can switch off the others"
    told = {(notice.key, notice.values["name"]) for notice in drawn.notices}
    assert told == {
        ("webui.no_lora", "gone"),
        ("webui.no_embedding", "badhandv4"),
        ("webui.embedding_skipped", "unaestheticxlv31"),
    }


def test_closing_interrupts_the_servers_job():
    with WebUIServer("1.10", step_seconds=0.2) as server:
        settings.save(settings.Settings(webui_url=server.url))
        work = artists.get("webui").draw(recipes(count=4))
        next(work)
        assert wait_until(lambda: next(work) and server._task)
        started = time.monotonic()
        work.close()
        assert time.monotonic() - started < 1.0
        assert server.interrupted == 1
        assert wait_until(lambda: len(server.painted) == 1)
        assert len(server.asked) == 1


def test_somebody_elses_job_is_not_interrupted():
    with WebUIServer("1.10", step_seconds=0.2) as server:
        settings.save(settings.Settings(webui_url=server.url))
        work = artists.get("webui").draw(recipes())
        next(work)
        assert wait_until(lambda: next(work) and server._task)
        server._task = "somebody else's"
        work.close()
        assert server.interrupted == 0


def test_a_loss_in_the_middle_keeps_what_was_finished(server):
    server.dies_at = 3
    finished = []
    with pytest.raises(RemoteError) as caught:
        for event in artists.get("webui").draw(recipes(count=4)):
            finished += [event] if isinstance(event, Drawn) else []
    assert len(finished) == 2
    assert caught.value.key == "webui.lost" and caught.value.values["panel"] == 3


def test_a_black_picture_is_never_passed_on(server):
    server.blank = True
    with pytest.raises(RenderError):
        draw()


def test_a_full_card_is_one_sentence(server):
    server.full = True
    with pytest.raises(RenderError) as caught:
        draw()
    assert all("512" in words.tell(caught.value, language) for language in words.LANGUAGES)


def test_a_broken_preview_costs_no_picture():
    with WebUIServer("1.10", step_seconds=0.05) as server:
        server.garbles_previews = True
        settings.save(settings.Settings(webui_url=server.url))
        assert len(pictures(draw())) == 1


def test_an_absent_server_is_one_sentence():
    settings.save(settings.Settings(webui_url="http://127.0.0.1:9"))
    assert webui.readiness().key == "webui.absent"
    assert webui.test().key == "webui.absent"
    with pytest.raises(NeedsSetup) as caught:
        draw()
    assert all("--api" in words.tell(caught.value, language) for language in words.LANGUAGES)


def test_a_server_without_the_api_is_told_apart():
    with LocalServer() as server:
        settings.save(settings.Settings(webui_url=server.url))
        assert webui.test().key == "webui.no_api"
        with pytest.raises(NeedsSetup) as caught:
            draw()
    assert caught.value.key == "webui.no_api"


def test_connect_learns_what_the_server_has(server):
    assert webui.readiness().ready
    found = webui.test(server.url)
    assert (found.ready, found.key, found.values["count"]) == (True, "webui.ok", 2)
    assert [checkpoint.name for checkpoint in webui.checkpoints()] == list(CHECKPOINTS)
