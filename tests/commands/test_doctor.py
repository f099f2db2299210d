"""`doctor`: findings with their repairs on stdout, and an exit status that scripts can trust."""

from __future__ import annotations

import json

from tests.commands.test_commands import necut, refused


def test_what_would_fail_is_told_with_its_repair_and_status_1(tmp_path):
    path = tmp_path / "odd.yaml"
    path.write_text("sampler: Euler a\nschedule_type: Karras\nwidth: 500\n")
    result = necut("doctor", path, "--artist", "diffusion", "--lang", "en", NECUT_MODELS=str(tmp_path))
    assert result.returncode == 1
    assert "“Euler a” cannot follow the Karras schedule" in result.stdout
    assert "Repair: Schedule type → Uniform" in result.stdout
    assert "500" in result.stdout


def test_what_is_well_ends_with_status_0(tmp_path):
    path = tmp_path / "plain.yaml"
    path.write_text("style: ink\n")
    result = necut("doctor", path, "--lang", "ko")
    assert result.returncode == 0
    assert "아무 문제가 없어요" in result.stdout


def test_json_holds_the_repaired_preset(tmp_path):
    path = tmp_path / "plain.yaml"
    path.write_text("style: ink\nsteps: 20\n")
    result = necut("doctor", path, "--artist", "sketch", "--json")
    (finding,) = json.loads(result.stdout)
    assert finding["key"] == "doctor.not_obeyed"
    assert finding["repaired"] == {"style": "ink"}


def test_a_preset_that_is_none_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("stepps: 20\n")
    assert "stepps" in refused(necut("doctor", path))
