"""The lists: by name, below their folders and nowhere else."""

from __future__ import annotations

import pytest

from pipeline import wildcards
from pipeline.errors import InputError
from tests.wildcards import drawn, prompt


def test_the_users_file_comes_before_the_shipped_one():
    wildcards.save("colour", "ultraviolet")
    assert drawn("__colour__") == "ultraviolet"
    assert "colour" in wildcards.names()


@pytest.mark.parametrize(
    "name", ["../secret", "..", "a/../../b", "/etc/passwd", "C:con", "a__b", "", "x" * 300, ".hidden"]
)
def test_names_lead_nowhere_else(name, necut_home):
    (necut_home / "secret.txt").parent.mkdir(parents=True, exist_ok=True)
    (necut_home / "secret.txt").write_text("key")
    assert wildcards.values(name) == ()
    with pytest.raises(InputError):
        wildcards.save(name, "x")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("key")
    wildcards.folder().mkdir(parents=True)
    (wildcards.folder() / "inside.txt").symlink_to(outside)
    assert wildcards.values("inside") == ()


def test_every_shipped_list_has_values_that_can_be_drawn():
    for name in wildcards.names():
        assert wildcards.values(name)
        assert not wildcards.draw(prompt(f"__{name}__"), 1).notices
