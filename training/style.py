"""The style LoRA: the painter's figures and places, printed in two inks (`riso`).

    python -m training.style --size full

Captions say nothing of the finish, so that the LoRA's weight alone decides how much of it there is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from training import loop, painter, riso, upon
from training.command import MODELS, Asked, read

NAME = "necut-riso"


@dataclass(frozen=True)
class Size:
    """How many pictures and steps."""

    pictures: int
    steps: int
    batch: int
    rank: int = 8
    rate: float = 6e-4


SIZES = {
    "smoke": Size(pictures=64, steps=3, batch=4, rank=2),
    "cpu": Size(pictures=3_000, steps=1_500, batch=8),
    "full": Size(pictures=20_000, steps=1_200, batch=128),
}


def main(arguments: list[str] | None = None) -> bool:
    """Train, or go on training; tells whether it is done."""
    asked = read("style", __doc__, SIZES, MODELS / "lora", arguments)
    return loop.run(_Learner(asked).course(), asked.work, asked.minutes)


def _finish(number: int, picture: Any) -> Any:
    return riso.printed(picture(), random.Random(f"riso {number}"))


class _Learner:
    """The painter with a LoRA on its attention."""

    def __init__(self, asked: Asked) -> None:
        import torch

        self.asked, self.size = asked, asked.settings
        self.base = upon.base(asked, self.size.pictures, _finish)
        torch.manual_seed(asked.seed)
        self.weights = upon.with_lora(self.base.unet, self.size.rank, upon.ATTENTION)
        self.learning = torch.optim.AdamW(self.weights, weight_decay=0.0)

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("style", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch."""
        import torch

        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate, warm=50))
        torch.manual_seed(loop.chance_of(self.asked.seed, number).getrandbits(60))
        rows = upon.rows(self.asked.seed, number, self.size.batch, len(self.base.numbers))
        clean = self.base.shown(torch.tensor(rows, device=self.base.device))
        words = self.base.read([painter.wording(row, number % painter.WORDINGS) for row in rows]).detach()
        with torch.autocast(self.base.device, torch.bfloat16):
            loss = painter.noise_loss(self.base.unet, words, clean, self.base.signal)
        loss.backward()
        self.learning.step()
        self.learning.zero_grad()
        return float(loss.detach())

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {"lora": upon.lora_state(self.base.unet), "learning": self.learning.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        upon.restore_lora(self.base.unet, state["lora"])
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the LoRA."""
        upon.save_lora(self.base.unet, self.asked.out / f"{NAME}.safetensors")


if __name__ == "__main__":
    main()
