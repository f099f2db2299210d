"""The house has an order: a module may import those to its left, none to its right."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = (
    "errors words files settings families grammar samplers tokens layout presets lexicon comic wildcards cast "
    "infotext typeset balloons compose remote writers prompters artists cells xray store queue export doctor flow "
    "tuning commands __main__"
).split()


def _room(path: Path) -> str:
    part = path.relative_to(ROOT / "pipeline").parts[0]
    return part.removesuffix(".py")


def _imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "pipeline":
                rooms |= {alias.name for alias in node.names if not alias.name.startswith("__")}
            elif module.startswith("pipeline."):
                rooms.add(module.split(".")[1])
        elif isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("pipeline.")}
    return rooms


def _modules() -> list[Path]:
    return [path for path in sorted((ROOT / "pipeline").rglob("*.py")) if path != ROOT / "pipeline" / "__init__.py"]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_before_it(path):
    place = ORDER.index(_room(path))
    for room in _imported_rooms(path):
        assert ORDER.index(room) <= place, f"{path} imports pipeline.{room}, which stands to its right"


def test_every_room_of_the_order_and_no_other_exists():
    rooms = {_room(path) for path in _modules()}
    assert rooms <= set(ORDER)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_pipeline_knows_neither_streamlit_nor_the_pages(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else names
        assert not any(name.split(".")[0] in {"streamlit", "pages", "training"} for name in names), path
