"""The JSON Schema that editors check presets by."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from pipeline import presets
from pipeline.presets import schema
from pipeline.presets.preset import FIELDS

FILE = presets.SHIPPED / schema.FILE
VALIDATOR = jsonschema.Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))


def test_the_shipped_schema_is_what_the_shape_says():
    assert FILE.read_text(encoding="utf-8") == schema.text(), "write it anew: python -m pipeline schema"
    assert set(schema.schema()["properties"]) == {*FIELDS, "extends"}


@pytest.mark.parametrize("path", sorted(presets.SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_preset_fits_it(path):
    VALIDATOR.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("wrong", [{"stepz": 3}, {"steps": 0}, {"loras": [{"weight": 1}]}, {"extends": 3}])
def test_what_is_wrong_with_a_preset_is_seen_by_an_editor(wrong):
    assert not VALIDATOR.is_valid(wrong)
