"""A training that is stopped and resumed makes the same model as one that runs through."""

from __future__ import annotations

import torch

from training import loop


class Learner:
    """Two weights that follow chance."""

    def __init__(self) -> None:
        self.weights = torch.zeros(2)
        self.published = 0

    def step(self, number: int) -> float:
        self.weights = 0.9 * self.weights + torch.randn(2, generator=loop.generator_of(1, number))
        return float(self.weights.norm())

    def course(self, steps: int) -> loop.Course:
        return loop.Course("test", steps, self.step, lambda: {"weights": self.weights}, self.restore, self.publish)

    def restore(self, state) -> None:
        self.weights = state["weights"]

    def publish(self) -> None:
        self.published += 1


def test_stopped_and_resumed_is_the_same(tmp_path):
    through, first, second = Learner(), Learner(), Learner()
    assert loop.run(through.course(8), tmp_path / "through", say=lambda line: None)
    assert not loop.run(first.course(8), tmp_path / "cut", minutes=1e-9, say=lambda line: None)
    assert loop.run(second.course(8), tmp_path / "cut", say=lambda line: None)
    assert torch.equal(through.weights, second.weights)
    assert first.published and second.published


def test_progress_is_told_and_a_finished_training_is_left_alone(tmp_path):
    said: list[str] = []
    assert loop.run(Learner().course(3), tmp_path, say=said.append)
    assert "step 3 of 3" in said[-1] and "min left" in said[-1]
    again = Learner()
    assert loop.run(again.course(3), tmp_path, say=said.append)
    assert "done before" in said[-1] and not again.published


def test_the_rate_rises_and_falls():
    rates = [loop.warm_cosine(step, 1000, 1.0) for step in range(1000)]
    assert rates[0] < 0.02 and max(rates) == rates[100] or abs(max(rates) - 1) < 0.01
    assert rates[-1] < 0.03
