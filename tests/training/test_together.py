"""Processes that learn together take the step that one alone would take with the whole batch."""

from __future__ import annotations

import pytest

from training import loop
from training.together import Share, shared

BATCH = 7


def gradient(share: Share):
    """What a share of one batch teaches a small model, averaged over all shares."""
    import torch

    torch.manual_seed(3)
    model = torch.nn.Linear(4, 2)
    given = torch.randn(BATCH, 4)[share.part(BATCH)]
    (model(given).square().sum() / BATCH * share.of).backward()
    share.average(model)
    return torch.cat([each.grad.flatten() for each in model.parameters()])


@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_shares_are_the_whole_batch_and_nothing_twice(of):
    parts = [Share(mine, of).part(BATCH) for mine in range(of)]
    assert [number for part in parts for number in range(BATCH)[part]] == list(range(BATCH))


def test_two_processes_come_to_the_gradient_of_one():
    import torch

    alone = gradient(Share())
    with shared(2, gradient) as share:
        assert share == Share(0, 2)
        assert torch.allclose(gradient(share), alone, atol=1e-6)


def test_one_process_asks_for_no_other():
    with shared(1, pytest.fail) as share:
        assert share == Share()


def test_who_follows_takes_every_step_and_keeps_nothing(tmp_path):
    taken = []

    def step(number):
        taken.append(number)
        return 0.0

    loop.follow(loop.Course("test", 4, step, dict, taken.append), tmp_path)
    assert taken == [0, 1, 2, 3]
    assert not list(tmp_path.iterdir())
