"""Names from outside never leave the folder, and a write is whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import FileError, InputError
from pipeline.files import read_bytes, safe_path, sweep_temporary, write_atomic


@pytest.mark.parametrize(
    "name", ["..", ".", "", " ", "a/b", "a\\b", "/etc", "C:", ".hidden", "nul", "a\x00b", "x" * 99, "dot."]
)
def test_names_that_are_more_than_names_are_refused(tmp_path, name):
    with pytest.raises(InputError):
        safe_path(tmp_path, name)


@given(st.text(max_size=100))
def test_no_name_leaves_the_folder(name):
    from pathlib import Path

    root = Path("/nowhere/at/all")
    try:
        path = safe_path(root, name)
    except InputError:
        return
    assert path.parent == root


def test_a_link_that_leads_away_is_refused(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link").symlink_to(tmp_path)
    with pytest.raises(InputError):
        safe_path(tmp_path / "inside", "link", "secret")


def test_korean_names_are_composed_alike(tmp_path):
    assert safe_path(tmp_path, "고양이") == safe_path(tmp_path, "\u1100\u1169\u110b\u1163\u11bc\u110b\u1175")


def test_an_unwritable_place_is_one_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileError):
        write_atomic(tmp_path / "file" / "below.txt", "text")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_missing_or_too_big_file_is_one_error(tmp_path):
    with pytest.raises(FileError):
        read_bytes(tmp_path / "missing")
    write_atomic(tmp_path / "big", b"x" * 100)
    with pytest.raises(FileError):
        read_bytes(tmp_path / "big", limit=10)


def test_kill_9_leaves_the_old_file_or_the_new_one(tmp_path):
    target = tmp_path / "comic.json"
    write_atomic(target, "0" * 200_000)
    script = (
        "from pathlib import Path\nfrom pipeline.files import write_atomic\n"
        f"n = 0\nwhile True:\n    n += 1\n    write_atomic(Path({str(target)!r}), str(n % 10) * 200_000)\n"
    )
    for _ in range(4):
        writer = subprocess.Popen([sys.executable, "-c", script], cwd=os.getcwd())
        time.sleep(0.35)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        text = target.read_text()
        assert len(text) == 200_000 and len(set(text)) == 1
    time.sleep(0.01)
    sweep_temporary(tmp_path, older_than=0.0)
    assert list(tmp_path.iterdir()) == [target]


def test_every_version_has_a_date_of_its_own(tmp_path, monkeypatch):
    """Whatever the tick of the system's clock: readers know a version by its date and its length."""
    dates = []
    for moment in (1_700_000_000_000_000_001, 1_700_000_000_000_000_301):
        monkeypatch.setattr(time, "time_ns", lambda moment=moment: moment)
        write_atomic(tmp_path / "a.json", "x")
        dates.append((tmp_path / "a.json").stat().st_mtime_ns)
    assert dates[0] < dates[1]
