"""One model, learnt by several processes: each takes its share of every batch, and their gradients are averaged.

On a CPU two processes of one thread each get through a third more pictures than one process of two threads.
The gradients travel through `torch.distributed` (Li et al., "PyTorch Distributed", VLDB 2020).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Share:
    """Which part of every batch is this process's own: the `mine`-th of `of` equal ones."""

    mine: int = 0
    of: int = 1

    def part(self, batch: int) -> slice:
        """Where this process's part of a batch lies."""
        return slice(batch * self.mine // self.of, batch * (self.mine + 1) // self.of)

    def average(self, model: torch.nn.Module) -> None:
        """Give the gradients of all processes their mean. Waits for every process. Alone there is nothing to do."""
        if self.of == 1:
            return
        import torch

        gradients = [each.grad for each in model.parameters() if each.grad is not None]
        flat = torch.cat([each.flatten() for each in gradients])
        torch.distributed.all_reduce(flat)
        flat /= self.of
        for gradient, mean in zip(gradients, flat.split([each.numel() for each in gradients]), strict=True):
            gradient.copy_(mean.view_as(gradient))


@contextmanager
def shared(count: int, work: Callable[..., Any], *given: Any) -> Iterator[Share]:
    """This process's share, while `count - 1` others do `work(share, *given)`; they end when this one does.

    `work` and `given` must travel to another process (a function of a module, plain data).
    """
    if count == 1:
        yield Share()
        return
    from torch import multiprocessing

    with TemporaryDirectory() as folder:
        meeting = Path(folder) / "meeting"
        start = multiprocessing.get_context("spawn").Process
        others = [
            start(target=_join, args=(Share(mine, count), meeting, work, given), daemon=True)
            for mine in range(1, count)
        ]
        for each in others:
            each.start()
        _meet(Share(0, count), meeting)
        try:
            yield Share(0, count)
        finally:
            for each in others:
                each.terminate()
                each.join()
            _part()


def _join(share: Share, meeting: Path, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    _meet(share, meeting)
    work(share, *given)


def _meet(share: Share, meeting: Path) -> None:
    import torch

    torch.set_num_threads(max(1, len(os.sched_getaffinity(0)) // share.of))
    torch.distributed.init_process_group("gloo", f"file://{meeting}", rank=share.mine, world_size=share.of)


def _part() -> None:
    import torch

    torch.distributed.destroy_process_group()
