"""What a picture of a prompt must show, whatever its seed."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.artists.sketch.sample import describe
from pipeline.artists.sketch.scene import Scene
from training.scenes import held_out
from training.visible import visible

SEEDS = 6
"""What the sketch artist shows under so many seeds, a painter must show too."""


@dataclass(frozen=True)
class Question:
    """A prompt, and what has to be seen in its picture."""

    prompt: str
    scene: Scene
    wanted: dict[str, str]


def questions(count: int) -> list[Question]:
    """`count` prompts about one figure, none of whose combinations was ever trained on."""
    return [question(each.scene) for each in held_out(count)]


def question(scene: Scene) -> Question:
    """The scene in tags, and its attributes that are visible under every seed."""
    seen = [visible(scene, seed) for seed in range(SEEDS)]
    wanted = {name: word for name, word in seen[0].items() if all(other.get(name) == word for other in seen)}
    return Question(describe(scene), scene, wanted)


def right(wanted: dict[str, str], told: dict[str, str]) -> dict[str, bool]:
    """Attribute by attribute, whether it is there."""
    return {name: told[name] == word for name, word in wanted.items()}


def share(answers: list[dict[str, bool]]) -> float:
    """The share of attributes that are right, over all pictures."""
    flat = [value for each in answers for value in each.values()]
    return sum(flat) / max(1, len(flat))
