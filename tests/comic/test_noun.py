"""What every noun is: frozen, checked, known by its fingerprint, and importable from one place."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from pydantic import ValidationError

from pipeline import comic
from pipeline.comic import Comic, Idea, Noun, Recipe, fingerprint, replaced
from tests.values import a_recipe, a_script


def test_every_public_noun_is_named_by_the_package():
    for each in pkgutil.iter_modules(comic.__path__):
        module = importlib.import_module(f"pipeline.comic.{each.name}")
        own = {name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__}
        assert own <= set(comic.__all__), each.name
    assert all(hasattr(comic, name) for name in comic.__all__)


def test_a_noun_is_never_changed_in_place_and_a_copy_is_checked():
    idea = Idea(text="a cat")
    with pytest.raises(ValidationError):
        idea.text = "a dog"
    assert idea.with_changes(text="a dog").text == "a dog"
    assert idea.text == "a cat"
    with pytest.raises(ValidationError):
        idea.with_changes(text="x" * (comic.MAX_IDEA + 1))
    with pytest.raises(ValidationError):
        idea.with_changes(colour="red")


def test_fingerprints_are_the_same_in_every_process_and_version():
    """Comics on disk remember these: another fingerprint would call every one of them stale."""
    assert fingerprint({"나": [1, 2.5, None], "a": True}) == "e339ca3b27eb"
    assert Idea(text="a cat finds an umbrella").fingerprint() == "048cf8f8a33d"
    assert a_script("ko").fingerprint() == "18e7d2ad3cfa"
    assert a_recipe().fingerprint() == "aafcc5989088"


def test_a_document_comes_back_from_its_json_as_it_was():
    told = Comic(id="a", idea=Idea(text="a cat"), preset={"steps": 12})
    assert Comic.model_validate_json(told.model_dump_json()) == told
    recipe = a_recipe()
    assert Recipe.model_validate_json(recipe.model_dump_json()) == recipe
    assert all(isinstance(value, Noun) for value in (told, told.idea, *told.slots, told.desk, told.lettering))


def test_one_place_of_a_tuple_is_replaced():
    assert replaced((1, 2, 3), 1, 9) == (1, 9, 3)
