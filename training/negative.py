"""The embedding `easynegative`: a few vectors that mean all that is wrong with a bad drawing.

    python -m training.negative --size full

Textual inversion (Gal et al. 2022): painter and text encoder stay as they are, and only the vectors of a new
word learn, until the word describes the spoilt pictures (`bad`). In a negative prompt it then leads away
from them, as the embedding of that name does for big checkpoints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from training import bad, loop, painter, upon
from training.command import MODELS, Asked, read

if TYPE_CHECKING:
    import torch

NAME = "easynegative"
VECTORS = 3
_BEGINS_AS = ("worst", "low", "bad")
"""The words whose vectors the new ones begin with."""


@dataclass(frozen=True)
class Size:
    """How many pictures (one in 25 of them bad) and steps."""

    pictures: int
    steps: int
    batch: int
    rate: float = 5e-3


SIZES = {
    "smoke": Size(pictures=64, steps=3, batch=2),
    "cpu": Size(pictures=4_000, steps=800, batch=8),
    "full": Size(pictures=40_000, steps=800, batch=64),
}


def main(arguments: list[str] | None = None) -> bool:
    """Train, or go on training; tells whether it is done."""
    asked = read("negative", __doc__, SIZES, MODELS / "embeddings", arguments)
    return loop.run(_Learner(asked).course(), asked.work, asked.minutes)


class _Learner:
    """The painter with a new word."""

    def __init__(self, asked: Asked) -> None:
        import torch

        self.asked, self.size = asked, asked.settings
        self.base = upon.base(asked, self.size.pictures, only=bad.is_bad)
        tokenizer, text = self.base.tokenizer, self.base.text
        beginnings = [tokenizer(word, add_special_tokens=False).input_ids[0] for word in _BEGINS_AS]
        tokenizer.add_tokens([f"<{NAME}{place}>" for place in range(VECTORS)])
        text.resize_token_embeddings(len(tokenizer), mean_resizing=False)
        self.table = text.get_input_embeddings().weight.requires_grad_(True)
        with torch.no_grad():
            self.table[-VECTORS:] = self.table[torch.tensor(beginnings)]
        self.word = " ".join(f"<{NAME}{place}>" for place in range(VECTORS))
        self.before = self.table.detach().clone()
        self.learning = torch.optim.AdamW([self.table], weight_decay=0.0)

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("negative", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch of bad drawings: the new word alone, or beside what is shown."""
        import torch

        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate, warm=20))
        torch.manual_seed(loop.chance_of(self.asked.seed, number).getrandbits(60))
        rows = upon.rows(self.asked.seed, number, self.size.batch, len(self.base.numbers))
        clean = self.base.shown(torch.tensor(rows, device=self.base.device))
        with torch.autocast(self.base.device, torch.bfloat16):
            words = self.base.read([self.word] * len(rows))
            loss = painter.noise_loss(self.base.unet, words, clean, self.base.signal)
        loss.backward()
        self.learning.step()
        self.learning.zero_grad()
        with torch.no_grad():
            self.table[:-VECTORS] = self.before[:-VECTORS]  # every other word stays what it was
        return float(loss.detach())

    @property
    def vectors(self) -> torch.Tensor:
        """What was learnt, (VECTORS, width)."""
        return self.table.detach()[-VECTORS:].cpu()

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {"vectors": self.vectors.clone(), "learning": self.learning.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        import torch

        with torch.no_grad():
            self.table[-VECTORS:] = state["vectors"].to(self.table)
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the embedding as A1111 and diffusers read it."""
        import torch
        from safetensors.torch import save_file

        self.asked.out.mkdir(parents=True, exist_ok=True)
        path = self.asked.out / f"{NAME}.safetensors"
        fresh = path.with_suffix(".new")
        save_file({"emb_params": self.vectors.to(torch.float16).contiguous()}, str(fresh))
        fresh.replace(path)


if __name__ == "__main__":
    main()
