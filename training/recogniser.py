"""The recogniser: looks at a picture and tells who, which colours, which face, where, when and how it is drawn.

    python -m training.recogniser --size full --out models/necut-recogniser

It is what the painter is measured with, so it is taught on what the sketch artist itself says can be seen
(`visible`), and where the artist has put the head (`looking`). Its weights are kept in float16.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training import loop
from training.command import MODELS, Asked, read
from training.pictures import Pictures, side_by_side
from training.scenes import UNSEEN, numbered
from training.together import Share, shared
from training.visible import ATTRIBUTES, CLEAR, PLAIN, head, visible

if TYPE_CHECKING:
    import numpy
    import torch
    from PIL import Image

SIDE = 256
"""What it looks at, in pixels: the painter's size. Larger pictures are reduced by averaging."""
FOLDER = MODELS / "necut-recogniser"
WEIGHTS = "model.safetensors"
_UNKNOWN = -1
_SHIFT = 12
"""Pixels by which pictures are moved about while it learns."""
_ASIDE = ((0, 0), (-7, -4), (4, 7), (7, -7), (-4, 4))
"""Pixels, across and down, by which it looks aside when it is asked; within those that it has learnt with."""
_MOST_ASIDE = 7
_BESIDE, _LARGER = 0.1, 0.07
"""How far from a head's place, in radii, and from its size it looks while it learns (one standard deviation)."""


_SELDOM = 2.5
"""How many times as often as others it learns from pictures of a weather or a style, each of which is seldom."""


@dataclass(frozen=True)
class Size:
    """How many pictures, how many steps, and how wide the network is."""

    pictures: int
    steps: int
    batch: int = 64
    width: int = 32
    rate: float = 3e-3
    processes: int = 1
    """Among how many processes a batch is divided."""
    judged: int = 2_000
    """Unseen pictures that it is asked about once it is done."""


SIZES = {
    "smoke": Size(pictures=64, steps=6, batch=16, width=8, judged=16),
    "cpu": Size(pictures=80_000, steps=20_000, processes=2),
    "full": Size(pictures=100_000, steps=12_000, batch=128),
}


def main(arguments: list[str] | None = None) -> bool:
    """Draw the pictures, train, or go on with either; tells whether it is done."""
    asked = read("recogniser", __doc__, SIZES, FOLDER, arguments)
    pictures = Pictures(asked.data, SIDE, 0, asked.settings.pictures)
    for drawn in pictures.draw():
        print(f"recogniser: {drawn} of {pictures.count} pictures drawn")
    known = truths(range(len(pictures.open())))
    with shared(asked.settings.processes, _help, asked, pictures, known) as share:
        learner = _Learner(asked, pictures, known, share)
        done = loop.run(learner.course(), asked.work, asked.minutes)
    if done:
        found = accuracy(Recogniser.load(asked.out), asked.settings.judged)
        print(f"recogniser: {summary(found)} in {asked.settings.judged} unseen sketches")
    return done


def _help(share: Share, asked: Asked, pictures: Pictures, known: tuple[Any, Any]) -> None:
    """Take a share of every batch; the first process tells of it and keeps what was learnt."""
    loop.follow(_Learner(asked, pictures, known, share).course(), asked.work)


class _Learner:
    """The network with its pictures and their truths, and the part of every batch that it learns from."""

    def __init__(self, asked: Asked, pictures: Pictures, known: tuple[Any, Any], share: Share) -> None:
        import torch

        from training.looking import Looking

        self.asked, self.size, self.share = asked, asked.settings, share
        self.pixels = pictures.open()
        self.truths, self.heads = known
        self.often = how_often(self.truths).cumsum()
        self.device = loop.device()
        torch.manual_seed(asked.seed)
        self.model = Looking(self.size.width).to(self.device, memory_format=torch.channels_last)
        self.learning = torch.optim.AdamW(self.model.parameters(), weight_decay=0.02)

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("recogniser", self.size.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch."""
        import torch

        from training.looking import misplaced

        loop.set_rate(self.learning, loop.warm_cosine(number, self.size.steps, self.size.rate))
        pixels, truth, heads = self._batch(number)
        self.model.train()
        with torch.autocast(self.device, torch.bfloat16):
            told = self.model(pixels, _about(heads, loop.generator_of(self.asked.seed, number, self.device)))
        loss = misses(told.words.float(), truth)
        (loss + misplaced(told, heads)).backward()
        self.share.average(self.model)
        self.learning.step()
        self.learning.zero_grad()
        return float(loss.detach())

    def _batch(self, number: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Pictures, moved and mirrored, their truths, and where heads are in them."""
        import numpy
        import torch

        chance, mine = numpy.random.default_rng([self.asked.seed, number]), self.share.part(self.size.batch)
        drawn = chance.random(self.size.batch) * self.often[-1]
        rows = numpy.sort(numpy.searchsorted(self.often, drawn, "right")[mine])
        aside = chance.integers(-_SHIFT, _SHIFT + 1, (self.size.batch, 2))[mine]
        mirrored = (chance.random(self.size.batch) < 0.5)[mine]
        pixels = torch.from_numpy(self.pixels[rows]).to(self.device)
        heads = torch.from_numpy(self.heads[rows]).to(self.device)
        aside, mirrored = (torch.from_numpy(each).to(self.device) for each in (aside, mirrored))
        pixels, heads = moved(pixels, heads, aside, mirrored)
        # movedim leaves the channels last in memory, which is how convolutions are quickest
        shown = pixels.movedim(-1, 1).float().div_(255)
        return shown, torch.from_numpy(self.truths[rows]).to(self.device), heads

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {"model": self.model.state_dict(), "learning": self.learning.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        self.model.load_state_dict(state["model"])
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the weights."""
        save(self.model, self.asked.out)


def moved(
    pixels: torch.Tensor, heads: torch.Tensor, aside: torch.Tensor, mirrored: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures, (n, side, side, 3), each moved so many pixels across and down, (n, 2), its edge repeated, and mirrored
    where `mirrored`, (n,), says so; and where their heads, (n, 3), are then. −1 stays −1."""
    import torch

    number, side = pixels.shape[:2]
    places = torch.arange(side, device=pixels.device)
    across, down = ((places - aside[:, [axis]]).clamp(0, side - 1) for axis in (0, 1))
    across = torch.where(mirrored[:, None], across.flip(1), across)
    picture = torch.arange(number, device=pixels.device)[:, None, None]
    shown = pixels[picture, down[:, :, None], across[:, None, :]]
    beside = heads + torch.nn.functional.pad(aside, (0, 1)) / side
    beside[:, 0] = torch.where(mirrored, 1 - beside[:, 0], beside[:, 0])
    return shown, torch.where(heads[:, 2:] > 0, beside, heads)


def _about(heads: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """The heads, each a little beside its place and size: what the network finds by itself will not be exact either."""
    import torch

    chance = torch.randn(heads.shape, generator=generator, device=heads.device)
    radius = heads[:, 2:]
    near = torch.cat([heads[:, :2] + _BESIDE * radius * chance[:, :2], radius * torch.exp(_LARGER * chance[:, 2:])], 1)
    return torch.where(radius > 0, near, heads)


def truths(numbers: range) -> tuple[numpy.ndarray, numpy.ndarray]:
    """What can be seen in these pictures: (n, attributes), the place of the word, −1 where nothing can be told; and
    where the head of somebody alone is, (n, 3), −1 where there is none."""
    import numpy

    with side_by_side() as in_turn:
        told, heads = zip(*in_turn(_truth, numbers), strict=True)
    return numpy.array(told, numpy.int64), numpy.array(heads, numpy.float32)


def how_often(known: numpy.ndarray) -> numpy.ndarray:
    """How often to learn from each of the pictures with these truths, (n,), beside one without weather or style."""
    import numpy

    names = list(ATTRIBUTES)
    weather, style = (known[:, names.index(name)] for name in ("weather", "style"))
    plain = ATTRIBUTES["weather"].index(CLEAR), ATTRIBUTES["style"].index(PLAIN)
    seldom = ((weather != _UNKNOWN) & (weather != plain[0])) | ((style != _UNKNOWN) & (style != plain[1]))
    return numpy.where(seldom, _SELDOM, 1.0)


def _truth(number: int) -> tuple[list[int], tuple[float, float, float]]:
    each = numbered(number)
    seen = visible(each.scene, each.seed)
    places = [words.index(seen[name]) if name in seen else _UNKNOWN for name, words in ATTRIBUTES.items()]
    return places, head(each.scene, each.seed) or (_UNKNOWN, _UNKNOWN, _UNKNOWN)


def misses(logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """The mean over attributes of the cross entropy over those pictures in which they can be seen."""
    import torch.nn.functional as F

    parts = logits.split([len(words) for words in ATTRIBUTES.values()], dim=1)
    found = [
        F.cross_entropy(part, truth[:, place], ignore_index=_UNKNOWN)
        for place, part in enumerate(parts)
        if (truth[:, place] != _UNKNOWN).any()
    ]
    return sum(found) / len(found)


def save(model: torch.nn.Module, folder: Path) -> None:
    """Write the weights in float16, and how wide the network is."""
    import torch
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        name: value.detach().to("cpu", torch.float16 if value.is_floating_point() else value.dtype).contiguous()
        for name, value in model.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    fresh = folder / f"{WEIGHTS}.new"
    save_file(tensors, str(fresh))
    fresh.replace(folder / WEIGHTS)


@dataclass
class Recogniser:
    """A trained network that is asked about pictures."""

    model: Any

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Recogniser:
        """The network in a folder, the shipped one unless told otherwise. Raises FileNotFoundError."""
        from safetensors.torch import load_file

        from training.looking import Looking

        if not (folder / WEIGHTS).is_file():
            raise FileNotFoundError(f"{folder} holds no recogniser: run training.recogniser first")
        tensors = {name: value.float() for name, value in load_file(str(folder / WEIGHTS)).items()}
        model = Looking(tensors["fine.0.norm.weight"].shape[0])
        model.load_state_dict(tensors, strict=False)  # batch norm's counts are of no use any more
        return cls(model.eval())

    def told(self, pictures: list[Image.Image], batch: int = 32) -> list[dict[str, str]]:
        """Attribute → word for each picture, as far as it could be in any picture.

        Each picture is looked at from several sides (`_looks`), and what is said of all together counts: a third of the
        errors of a single look goes with it.
        """
        import torch

        found: list[dict[str, str]] = []
        for first in range(0, len(pictures), batch):
            with torch.no_grad():
                looks = _looks(_tensor(pictures[first : first + batch]))
                logits = sum(self.model(each).words for each in looks)
            parts = logits.split([len(words) for words in ATTRIBUTES.values()], dim=1)
            best = torch.stack([part.argmax(1) for part in parts], dim=1).tolist()
            found += [
                {name: words[place] for (name, words), place in zip(ATTRIBUTES.items(), row, strict=True)}
                for row in best
            ]
        return found


def _looks(pictures: torch.Tensor) -> Iterator[torch.Tensor]:
    """The pictures as they are and a few pixels aside, their edges repeated, and all of that mirrored: no attribute has
    a side."""
    import torch.nn.functional as F

    wide = F.pad(pictures, (_MOST_ASIDE,) * 4, mode="replicate")
    for across, down in _ASIDE:
        x, y = _MOST_ASIDE + across, _MOST_ASIDE + down
        moved = wide[:, :, y : y + SIDE, x : x + SIDE]
        yield moved
        yield moved.flip(-1)


def _tensor(pictures: list[Image.Image]) -> torch.Tensor:
    import numpy
    import torch
    from PIL import Image

    small = [picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX) for picture in pictures]
    return torch.from_numpy(numpy.stack([numpy.asarray(each) for each in small])).movedim(-1, 1).float() / 255


def accuracy(recogniser: Recogniser, count: int, first: int = UNSEEN) -> dict[str, tuple[int, int]]:
    """Attribute → (right, asked) over `count` sketches from number `first` on, none of them trained on."""
    from PIL import Image

    from training.pictures import DRAWN_AT, picture

    found = {name: (0, 0) for name in ATTRIBUTES}
    for start in range(first, first + count, 32):
        numbers = range(start, min(start + 32, first + count))
        drawn = [Image.frombytes("RGB", (DRAWN_AT, DRAWN_AT), picture(number)) for number in numbers]
        for number, told in zip(numbers, recogniser.told(drawn), strict=True):
            each = numbered(number)
            for name, word in visible(each.scene, each.seed).items():
                right, asked = found[name]
                found[name] = right + (told[name] == word), asked + 1
    return found


def share_right(found: dict[str, tuple[int, int]]) -> float:
    """The share of all that was asked that was told rightly."""
    right, asked = (sum(each) for each in zip(*found.values(), strict=True))
    return right / asked


def summary(found: dict[str, tuple[int, int]]) -> str:
    """What `accuracy` found, in all and by attribute."""
    by_attribute = ", ".join(f"{name} {right / asked:.1%}" for name, (right, asked) in found.items() if asked)
    asked = sum(asked for _, asked in found.values())
    return f"{share_right(found):.2%} of {asked} visible attributes ({by_attribute})"


if __name__ == "__main__":
    main()
