"""Work of the U-Net that changes nothing, left out.

diffusers' residual and attention blocks end by dividing by a scale that is 1 in every Stable Diffusion
checkpoint: a pass over all activations, 25 times a step of a small U-Net. Left out it saves about 4 % of a
step on a CPU in bfloat16, and every bit of the result stays what it was.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache


def without_divisions_by_one() -> AbstractContextManager:
    """Within this block a tensor divided by the number 1 is that tensor."""
    return _mode()()


@cache
def _mode() -> type[AbstractContextManager]:
    import torch
    from torch.overrides import TorchFunctionMode

    divisions = (torch.Tensor.div, torch.Tensor.__truediv__)

    class WithoutDivisionsByOne(TorchFunctionMode):
        def __torch_function__(self, function, types, args=(), kwargs=None):
            if function in divisions and len(args) == 2 and isinstance(args[1], int | float) and args[1] == 1:
                return args[0]
            return function(*args, **(kwargs or {}))

    return WithoutDivisionsByOne
