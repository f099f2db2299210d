"""The few-step sibling: a LoRA with which the painter needs four to eight steps and no guidance.

    python -m training.few_step --size full

Latent consistency distillation (Luo et al. 2023, "Latent Consistency Models" and "LCM-LoRA"): from any noise
level the student must tell the same finished picture as from the next lower one, to which the frozen
painter steps with guidance. So guidance is distilled in, and one call a step is enough. Paint with the
sampler LCM, 4 to 8 steps, CFG 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from training import loop, painter, upon
from training.command import MODELS, Asked, read

if TYPE_CHECKING:
    import torch

NAME = "necut-few-steps"
GUIDANCE = 5.0
"""The CFG scale that is distilled in."""
STRIDE = 20
"""Noise levels between a pair: the teacher's steps, fifty from one end to the other."""
_DATA = 0.5
_SCALING = 10.0
"""The consistency function's constants, as diffusers' LCMScheduler has them."""
_HUBER = 0.001


@dataclass(frozen=True)
class Size:
    """How many pictures and steps."""

    pictures: int
    steps: int
    batch: int
    rank: int = 12
    rate: float = 4e-4


SIZES = {
    "smoke": Size(pictures=64, steps=2, batch=2, rank=2),
    "cpu": Size(pictures=4_000, steps=4_000, batch=8),
    "full": Size(pictures=40_000, steps=3_000, batch=128),
}


def main(arguments: list[str] | None = None) -> bool:
    """Distil, or go on with it; tells whether it is done."""
    asked = read("few_step", __doc__, SIZES, MODELS / "lora", arguments)
    return loop.run(_Learner(asked).course(), asked.work, asked.minutes)


class _Learner:
    """The painter with a LoRA: the student with it, the teacher without."""

    def __init__(self, asked: Asked) -> None:
        import torch

        self.asked, self.size = asked, asked.settings
        self.base = upon.base(asked, self.size.pictures)
        torch.manual_seed(asked.seed)
        self.weights = upon.with_lora(self.base.unet, self.size.rank, upon.EVERYTHING)
        self.learning = torch.optim.AdamW(self.weights, weight_decay=0.0)
        self.nothing = self.base.read([""]).detach()

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("few_step", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch."""
        import torch

        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate, warm=50))
        torch.manual_seed(loop.chance_of(self.asked.seed, number).getrandbits(60))
        rows = upon.rows(self.asked.seed, number, self.size.batch, len(self.base.numbers))
        clean = self.base.shown(torch.tensor(rows, device=self.base.device))
        words = self.base.read([painter.wording(self.base.numbers[row], number % painter.WORDINGS) for row in rows])
        with torch.autocast(self.base.device, torch.bfloat16):
            loss = self._loss(clean, words.detach())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.learning.step()
        self.learning.zero_grad()
        return float(loss.detach())

    def _loss(self, clean: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """How far apart the finished pictures are that the student tells from two neighbouring noise levels."""
        import torch

        signal, unet = self.base.signal, self.base.unet
        high = (torch.randint(1, len(signal) // STRIDE, (len(clean),), device=clean.device) + 1) * STRIDE - 1
        low = high - STRIDE
        noise = torch.randn_like(clean)
        noisy = _mixed(clean, noise, signal[high])
        told = self._finished(noisy, high, words)
        with torch.no_grad():
            unet.disable_adapters()
            nothing = self.nothing.expand(len(words), -1, -1)
            both = unet(noisy.repeat(2, 1, 1, 1), high.repeat(2), torch.cat([nothing, words]), return_dict=False)[0]
            unet.enable_adapters()
            away, led = both.float().chunk(2)
            picture, left = _apart(noisy, away + GUIDANCE * (led - away), signal[high])
            wanted = self._finished(_mixed(picture, left, signal[low]), low, words)
        return ((told - wanted).square() + _HUBER**2).sqrt().sub(_HUBER).mean()

    def _finished(self, noisy: torch.Tensor, times: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """The consistency function: the finished latents that the student tells from noisy ones."""
        v = self.base.unet(noisy, times, encoder_hidden_states=words, return_dict=False)[0].float()
        picture, _ = _apart(noisy, v, self.base.signal[times])
        scaled = _SCALING * times.float().view(-1, 1, 1, 1)
        keep = _DATA**2 / (scaled**2 + _DATA**2)
        return keep * noisy + scaled / (scaled**2 + _DATA**2).sqrt() * picture

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


def _mixed(picture: torch.Tensor, noise: torch.Tensor, signal: torch.Tensor) -> torch.Tensor:
    """A picture with noise of that level."""
    signal = signal.view(-1, 1, 1, 1)
    return signal.sqrt() * picture + (1 - signal).sqrt() * noise


def _apart(noisy: torch.Tensor, v: torch.Tensor, signal: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Picture and noise, told apart by v."""
    signal = signal.view(-1, 1, 1, 1)
    alpha, sigma = signal.sqrt(), (1 - signal).sqrt()
    return alpha * noisy - sigma * v, sigma * noisy + alpha * v


if __name__ == "__main__":
    main()
