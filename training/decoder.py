"""The decoder: an autoencoder that makes 32 × 32 latents of a picture of 256 × 256, and pictures of latents again.

    python -m training.decoder --size full

An `AutoencoderTiny` (TAESD's shape), taught on crops: colours and edges must come out as they went in, and
what the recogniser sees in them too, which keeps faces sharp at little cost (perceptual loss, Johnson et
al. 2016). A little noise on the latents makes neighbouring latents mean neighbouring pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training import loop, parts
from training.command import MODELS, Asked, read
from training.pictures import Pictures

if TYPE_CHECKING:
    import torch
    from diffusers import AutoencoderTiny

NOISE = 0.06
"""Standard deviation of the noise on latents, whose own is held near 1."""
_EDGES, _SEEN, _SPREAD = 1.0, 0.25, 0.01
"""How much edges, the recogniser's features and the spread of the latents weigh beside the colours."""


@dataclass(frozen=True)
class Size:
    """How many pictures, steps and crops a step."""

    widths: parts.Widths
    pictures: int
    steps: int
    batch: int
    crop: int
    rate: float = 1e-3


SIZES = {
    "smoke": Size(parts.SMOKE, pictures=64, steps=6, batch=4, crop=32),
    "cpu": Size(parts.FULL, pictures=6_000, steps=12_000, batch=16, crop=96),
    "full": Size(parts.FULL, pictures=250_000, steps=9_000, batch=96, crop=128),
}


def main(arguments: list[str] | None = None) -> bool:
    """Draw the pictures, train, or go on with either; tells whether it is done."""
    asked = read("decoder", __doc__, SIZES, MODELS / "necut-tiny", arguments)
    drawn = pictures(asked)
    for count in drawn.draw():
        print(f"decoder: {count} of {drawn.count} pictures drawn")
    return learn(asked, drawn)


def pictures(asked: Asked) -> Pictures:
    """The pictures that decoder and painter share."""
    return Pictures(asked.data, asked.settings.widths.side, 0, asked.settings.pictures)


def learn(asked: Asked, drawn: Pictures) -> bool:
    """Train on those pictures that are drawn by now; more may come meanwhile."""
    return loop.run(_Learner(asked, drawn).course(), asked.work, asked.minutes)


class _Learner:
    """The autoencoder with what it learns from."""

    def __init__(self, asked: Asked, drawn: Pictures) -> None:
        import torch

        self.asked, self.size, self.drawn = asked, asked.settings, drawn
        self.device = loop.device()
        torch.manual_seed(asked.seed)
        self.model = parts.autoencoder(self.size.widths).to(self.device, memory_format=torch.channels_last)
        self.learning = torch.optim.AdamW(self.model.parameters(), weight_decay=0.0, betas=(0.9, 0.99))
        self.eyes = _eyes(self.device)
        self.pixels = drawn.open()

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("decoder", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch of crops."""
        import torch

        if number % 200 == 0:
            self.pixels = self.drawn.open()
        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate))
        wanted = self._crops(number)
        torch.manual_seed(loop.chance_of(self.asked.seed, number).getrandbits(60))
        with torch.autocast(self.device, torch.bfloat16):
            latents = self.model.encode(wanted).latents
            made = self.model.decode(latents + NOISE * torch.randn_like(latents)).sample
        loss = self._loss(made.float(), wanted, latents.float())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.learning.step()
        self.learning.zero_grad()
        return float(loss.detach())

    def _loss(self, made: torch.Tensor, wanted: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
        import torch.nn.functional as F

        loss = F.l1_loss(made, wanted)
        for axis in (2, 3):
            loss = loss + _EDGES * F.l1_loss(made.diff(dim=axis), wanted.diff(dim=axis))
        if self.eyes is not None:
            seen, there = (self.eyes(each * 0.5 + 0.5) for each in (made, wanted))
            loss = loss + _SEEN * sum(F.l1_loss(a, b) for a, b in zip(seen, there, strict=True)) / len(seen)
        mean, spread = latents.mean((0, 2, 3)), latents.std((0, 2, 3))
        return loss + _SPREAD * (mean.square().mean() + (spread - 1).square().mean())

    def _crops(self, number: int) -> torch.Tensor:
        """Crops in the range from −1 to 1, (batch, 3, crop, crop)."""
        import numpy
        import torch

        chance, side = numpy.random.default_rng([self.asked.seed, number]), self.size.crop
        rows = numpy.sort(chance.integers(0, len(self.pixels), self.size.batch))
        corners = chance.integers(0, self.drawn.side - side + 1, (len(rows), 2))
        crops = numpy.stack(
            [self.pixels[row, y : y + side, x : x + side] for row, (y, x) in zip(rows, corners, strict=True)]
        )
        shown = torch.from_numpy(crops).to(self.device).movedim(-1, 1).float() / 127.5 - 1
        return shown.contiguous(memory_format=torch.channels_last)

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {"model": self.model.state_dict(), "learning": self.learning.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        self.model.load_state_dict(state["model"])
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the autoencoder where the painter looks for it, its latents of unit spread."""
        self.model.register_to_config(scaling_factor=1.0 / self._spread())
        self.model.save_pretrained(folder(self.asked), safe_serialization=True)

    def _spread(self) -> float:
        """The standard deviation of latents over some crops."""
        import torch

        with torch.no_grad():
            return float(self.model.encode(self._crops(-1 % 2**31)).latents.float().std())


def folder(asked: Asked) -> Path:
    """Where the trained autoencoder of this size lies."""
    return asked.work.parent / "decoder" / "vae"


def load(asked: Asked) -> AutoencoderTiny:
    """The trained autoencoder. Raises FileNotFoundError when there is none yet."""
    from diffusers import AutoencoderTiny

    found = folder(asked)
    if not (found / "config.json").is_file():
        raise FileNotFoundError("there is no decoder of this size yet: run training.decoder first")
    return AutoencoderTiny.from_pretrained(found, local_files_only=True)


def _eyes(device: str) -> Any:
    """The first layers of the shipped recogniser; None where it is not there."""
    from training.recogniser import FOLDER, WEIGHTS, Recogniser

    if not (FOLDER / WEIGHTS).is_file():
        return None
    fine = Recogniser.load().model.fine.to(device).requires_grad_(False)

    def features(pictures: Any) -> list[Any]:
        found, x = [], pictures * 2 - 1
        for block in fine[:4]:
            x = block(x)
            found.append(x)
        return found

    return features


if __name__ == "__main__":
    main()
