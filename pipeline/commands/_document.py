"""What `make --json` writes: the comic for other programs to read."""

from __future__ import annotations

from typing import Any

from pipeline import cells
from pipeline.comic import Comic, Take
from pipeline.compose import Composed

_CHARACTER = {"name", "look"}
_PANEL = {"beat", "scene", "shot", "mood", "characters"}
_LINE = {"speaker", "text", "kind"}


def document(comic: Comic, composed: Composed) -> dict[str, Any]:
    """Title, language, script, prompts, chosen takes, stages, and the page in its own pixels."""
    script = comic.script
    return {
        "id": comic.id,
        "title": comic.title,
        "language": comic.idea.language,
        "seed": comic.seed,
        "script": {
            "characters": [each.model_dump(mode="json", include=_CHARACTER) for each in script.characters],
            "panels": [_panel(panel) for panel in script.panels],
        },
        "prompts": [_prompt(slot) for slot in comic.slots],
        "takes": [_take(slot.take) for slot in comic.slots],
        "stages": [_stage(cell) for cell in cells.cells(comic)],
        "page": _page(composed),
    }


def _panel(panel) -> dict[str, Any]:
    lines = [line.model_dump(mode="json", include=_LINE) for line in panel.lines]
    return panel.model_dump(mode="json", include=_PANEL) | {"lines": lines}


def _prompt(slot) -> dict[str, Any] | None:
    if slot.prompt is None:
        return None
    prompt = slot.prompt.prompt
    return {"text": prompt.text, "pieces": [piece.model_dump(mode="json") for piece in prompt.pieces]}


def _take(take: Take | None) -> dict[str, Any] | None:
    if take is None:
        return None
    recipe = take.recipe.model_dump(mode="json")
    return take.model_dump(mode="json", exclude={"recipe"}) | {"recipe": recipe}


def _stage(cell: cells.Cell) -> dict[str, Any]:
    seconds = cell.made.seconds if cell.made else 0.0
    return {"name": cell.name, "panel": cell.panel, "state": cell.state, "seconds": seconds}


def _page(composed: Composed) -> dict[str, Any]:
    page = composed.page
    return {
        "width": page.width,
        "height": page.height,
        "panels": [list(region) for region in page.panels],
        "balloons": [
            {
                "panel": balloon.panel,
                "kind": balloon.kind,
                "speaker": balloon.speaker,
                "text": balloon.text,
                "box": list(balloon.box),
                "tail": list(balloon.tail) if balloon.tail else None,
            }
            for balloon in composed.balloons
        ],
        "faces": [
            {
                "panel": face.panel,
                "character": face.character,
                "box": list(face.box),
                "mouth": list(face.mouth) if face.mouth else None,
            }
            for face in composed.faces
        ],
    }
