"""The painter: text encoder and U-Net, taught together to turn captions into latents of sketches.

    python -m training.painter --size full --out models/necut-tiny

Needs the decoder. Pictures are encoded once, captions written ahead in several wordings; a step takes
pictures with one wording each, one in eight with none at all (classifier-free guidance, Ho & Salimans
2022), adds noise and learns to tell it (v-prediction; weights after Hang et al. 2023). What is published
is the running mean of the weights. The folder is written anew at every saving: a machine that is taken
away leaves the newest.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training import bad, captions, decoder, loop, parts
from training.command import MODELS, Asked, read
from training.pictures import Pictures, side_by_side
from training.scenes import numbered

if TYPE_CHECKING:
    import numpy
    import torch
    from diffusers import AutoencoderTiny

DROPPED = 0.125
"""The share of captions that are left out."""
WORDINGS = 4
"""How many wordings each picture has."""
_GAMMA = 5.0
"""Where the weight of a noise level stops growing with its signal."""


@dataclass(frozen=True)
class Size:
    """How much is learnt from, how long, and how fast."""

    widths: parts.Widths
    pictures: int
    steps: int
    batch: int
    rate: float = 6e-4
    mean: float = 0.9995
    """How slowly the published weights follow."""


SIZES = {
    "smoke": Size(parts.SMOKE, pictures=64, steps=4, batch=4, mean=0.5),
    "cpu": Size(parts.FULL, pictures=6_000, steps=40_000, batch=16, rate=3e-4),
    "full": Size(parts.FULL, pictures=250_000, steps=9_000, batch=384),
}


def main(arguments: list[str] | None = None) -> bool:
    """Encode and write ahead, train, or go on with either; tells whether it is done."""
    asked = read("painter", __doc__, SIZES, MODELS / "necut-tiny", arguments)
    drawn = decoder.pictures(asked)
    for count in drawn.draw():
        print(f"painter: {count} of {drawn.count} pictures drawn")
    return learn(asked, drawn)


def learn(asked: Asked, drawn: Pictures) -> bool:
    """Train on the pictures that are drawn."""
    return loop.run(_Learner(asked, drawn).course(), asked.work, asked.minutes)


def encoded(asked: Asked, drawn: Pictures, vae: AutoencoderTiny, finish: Any = None) -> torch.Tensor:
    """The latents of all pictures, (n, channels, h, w) in float16 and scaled; made once and kept.

    `finish(picture, chance)` changes a picture before; without one, every 25th is spoilt.
    """
    import torch

    kept = asked.work / "latents.pt"
    if not kept.is_file():
        device = loop.device()
        vae = vae.to(device).eval()
        pixels, found = drawn.open(), []
        for first in range(0, len(pixels), 256):
            part = _finished(pixels[first : first + 256], first, finish or _spoil_some)
            shown = torch.from_numpy(part).to(device).movedim(-1, 1).float() / 127.5 - 1
            with torch.no_grad():
                found.append((vae.encode(shown).latents * vae.config.scaling_factor).half().cpu())
        kept.parent.mkdir(parents=True, exist_ok=True)
        torch.save(torch.cat(found), kept)
        print(f"painter: {len(pixels)} pictures encoded")
    return torch.load(kept, map_location="cpu", weights_only=True)


def _finished(pixels: numpy.ndarray, first: int, finish: Any) -> numpy.ndarray:
    """The pictures as they are shown to the encoder."""
    import numpy
    from PIL import Image

    shown = numpy.array(pixels)
    for place in range(len(shown)):
        if changed := finish(first + place, lambda place=place: Image.fromarray(shown[place])):
            shown[place] = numpy.asarray(changed)
    return shown


def _spoil_some(number: int, picture: Any) -> Any:
    """The spoilt version of those that are to be bad; None leaves a picture alone."""
    return bad.spoilt(picture(), random.Random(f"bad {number}"))[0] if bad.is_bad(number) else None


def wording(number: int, place: int) -> str:
    """One of the wordings of a numbered picture; a spoilt one says what is wrong with it."""
    from PIL import Image

    text = captions.caption(numbered(number).scene, random.Random(f"wording {number} {place}"))
    if bad.is_bad(number):
        words = bad.spoilt(Image.new("RGB", (16, 16)), random.Random(f"bad {number}"))[1]
        return ", ".join([*words, text]) if place % 2 else ", ".join(words)
    return text


def written(asked: Asked, count: int) -> tuple[Any, numpy.ndarray]:
    """The tokenizer, and the tokens of all wordings, (n, WORDINGS, 77); written once and kept."""
    import numpy
    from transformers import CLIPTokenizer

    kept, words = asked.work / "captions.npy", asked.work / "tokenizer"
    if not kept.is_file():
        with side_by_side() as in_turn:
            columns = [in_turn(partial(wording, place=place), range(count)) for place in range(WORDINGS)]
            texts = list(zip(*columns, strict=True))
        if not words.is_dir():
            learnt_from = [text for each in texts[:40_000] for text in each]
            parts.tokenizer(learnt_from, asked.settings.widths.words).save_pretrained(words)
        tokenizer = CLIPTokenizer.from_pretrained(words)
        rows = [tokens(tokenizer, list(each)).numpy().astype(numpy.int16) for each in texts]
        numpy.save(kept, numpy.stack(rows))
        print(f"painter: {count} × {WORDINGS} captions written")
    return CLIPTokenizer.from_pretrained(words), numpy.load(kept)


def tokens(tokenizer: Any, texts: list[str]) -> torch.Tensor:
    """Texts as the text encoder reads them, (n, 77); longer ones are cut."""
    return tokenizer(
        texts, padding="max_length", max_length=parts.LENGTH, truncation=True, return_tensors="pt"
    ).input_ids


class _Learner:
    """U-Net and text encoder with what they learn from."""

    def __init__(self, asked: Asked, drawn: Pictures) -> None:
        import torch

        self.asked, self.size, self.device = asked, asked.settings, loop.device()
        self.vae = decoder.load(asked)
        self.latents = encoded(asked, drawn, self.vae).to(self.device)
        self.tokenizer, wordings = written(asked, len(self.latents))
        self.wordings = torch.from_numpy(wordings).to(self.device)
        self.nothing = tokens(self.tokenizer, [""])[0].to(self.device)
        torch.manual_seed(asked.seed)
        self.unet = parts.unet(self.size.widths).to(self.device, memory_format=torch.channels_last)
        self.text = parts.text_encoder(self.size.widths, self.tokenizer).to(self.device)
        self.weights = [*self.unet.parameters(), *self.text.parameters()]
        self.means = [weight.detach().clone() for weight in self.weights]
        self.learning = torch.optim.AdamW(self.weights, weight_decay=0.01, betas=(0.9, 0.99))
        self.signal = parts.scheduler().alphas_cumprod.to(self.device)
        self.before: torch.Tensor | None = None

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("painter", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch."""
        import torch

        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate, warm=400))
        clean, ids = self._batch(number)
        with torch.autocast(self.device, torch.bfloat16):
            loss = noise_loss(self.unet, self.text(ids).last_hidden_state, clean, self.signal)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.learning.step()
        self.learning.zero_grad()
        follow = min(self.size.mean, (1 + number) / (10 + number))
        torch._foreach_lerp_(self.means, [weight.detach() for weight in self.weights], 1 - follow)
        return self._last(loss)

    def _last(self, loss: torch.Tensor) -> float:
        """The loss of the step before: the newest is not waited for."""
        before, self.before = self.before if self.before is not None else loss, loss
        return float(before.detach())

    def _batch(self, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents and the tokens of one wording each, some of them nothing."""
        import torch

        chance = loop.generator_of(self.asked.seed, number, self.device)
        torch.manual_seed(loop.chance_of(self.asked.seed, number).getrandbits(60))
        count = min(self.size.batch, len(self.latents))
        rows = torch.randint(len(self.latents), (count,), generator=chance, device=self.device)
        which = torch.randint(WORDINGS, (count,), generator=chance, device=self.device)
        ids = self.wordings[rows, which].long()
        ids[torch.rand(count, generator=chance, device=self.device) < DROPPED] = self.nothing
        return self.latents[rows].float(), ids

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {
            "unet": self.unet.state_dict(),
            "text": self.text.state_dict(),
            "means": self.means,
            "learning": self.learning.state_dict(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        self.unet.load_state_dict(state["unet"])
        self.text.load_state_dict(state["text"])
        self.means = [mean.to(self.device) for mean in state["means"]]
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the folder, with the mean weights in place of the newest for as long as that takes."""
        newest = [weight.detach().clone() for weight in self.weights]
        self._put(self.means)
        parts.save(
            {"vae": self.vae, "text_encoder": self.text, "tokenizer": self.tokenizer, "unet": self.unet},
            Path(self.asked.out),
        )
        self._put(newest)

    def _put(self, values: list[torch.Tensor]) -> None:
        import torch

        with torch.no_grad():
            for weight, value in zip(self.weights, values, strict=True):
                weight.copy_(value)


def noise_loss(unet: Any, words: torch.Tensor, clean: torch.Tensor, signal: torch.Tensor) -> torch.Tensor:
    """How badly the U-Net tells v for latents at noise levels of chance, weighed by min(SNR, γ) / (SNR + 1)."""
    import torch

    times = torch.randint(len(signal), (len(clean),), device=clean.device)
    noise = torch.randn_like(clean)
    alpha = signal[times].sqrt().view(-1, 1, 1, 1)
    sigma = (1 - signal[times]).sqrt().view(-1, 1, 1, 1)
    told = unet(alpha * clean + sigma * noise, times, encoder_hidden_states=words, return_dict=False)[0].float()
    each = (told - (alpha * noise - sigma * clean)).square().mean((1, 2, 3))
    ratio = signal[times] / (1 - signal[times])
    return (each * ratio.clamp(max=_GAMMA) / (ratio + 1)).mean()


if __name__ == "__main__":
    main()
