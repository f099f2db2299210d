"""The doctor asks a WebUI server what it has; nothing is painted."""

from __future__ import annotations

import pytest

from pipeline import doctor
from tests.doctor.test_doctor import holds, keys
from tests.servers.webui import CHECKPOINTS, WebUIServer


@pytest.fixture(params=["1.6", "1.10"])
def server(request, monkeypatch):
    """A server of either age, and Connect pointing at it."""
    with WebUIServer(request.param) as server:
        monkeypatch.setenv("NECUT_WEBUI_URL", server.url)
        yield server
        assert not server.asked, "looking paints nothing"


def test_nobody_answers(monkeypatch):
    monkeypatch.setenv("NECUT_WEBUI_URL", "http://127.0.0.1:9")
    finding = holds("webui.absent", {"steps": 20}, "webui")
    assert finding.repair.changes == {"artist": "sketch"}


def test_a_preset_in_good_order_has_no_findings(server):
    fine = {"sampler": "DPM++ 2M", "schedule_type": "Karras", "checkpoint": CHECKPOINTS[0], "steps": 20,
            "loras": [{"name": "inkline", "weight": 0.5}], "negative_prompt": "easynegative"}  # fmt: skip
    assert doctor.examine(fine, "webui") == ()


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("webui.no_checkpoint", {"checkpoint": "nowhere"}),
        ("doctor.server_lora_absent", {"loras": [{"name": "gone", "weight": 1.0}]}),
        ("doctor.server_embedding_absent", {"negative_prompt": "badhandv4, text"}),
        ("doctor.server_embedding_unfit", {"negative_prompt": "unaestheticXLv31"}),
        ("doctor.not_in_eights", {"width": 500}),
    ],
)
def test_what_the_server_lacks_is_found_and_repaired(server, key, values):
    holds(key, values, "webui")


def test_a_sampler_or_schedule_that_it_does_not_know(server):
    beta = {"artist": "webui", "sampler": "Euler", "schedule_type": "Beta"}
    if server.build == "1.6":
        holds("webui.no_pair", beta, "webui")
    else:
        holds("webui.no_schedule", beta, "webui")
        holds("webui.no_sampler", {"sampler": "UniPC"}, "webui")


def test_a_server_without_its_api(server, monkeypatch):
    monkeypatch.setattr(server, "answer", lambda request, *_: _nothing(request))
    assert "webui.no_api" in keys(doctor.examine({}, "webui"))


def _nothing(request):
    from tests.servers import send

    send(request, {"detail": "Not Found"}, 404)
