"""The network that looks: at the whole picture, then closer, at the face and the figure that it found there.

A face is a twentieth of a picture, and its expression a few strokes: a network that sees the whole learns
those strokes anew for every place and size that a head can have. This one learns first where the head is,
as the point detectors do (Zhou et al., "Objects as Points", 2019), and then looks at it cut out and brought
to one size, a glimpse (Mnih et al., "Recurrent Models of Visual Attention", NeurIPS 2014), cut by bilinear
sampling (Jaderberg et al., "Spatial Transformer Networks", NeurIPS 2015). The whole it sees at half its size,
the glimpses in every pixel there is: the hair of a small figure is a handful of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from training.visible import ATTRIBUTES

OF_FIGURES = ("kind", "colour", "hair", "hair colour", "expression", "pose")
"""What is told of somebody who is alone; the rest is told of the picture."""
GRID = 16
"""Cells along a side among which the head is found."""
_WHOLE = 2
"""How many times smaller than the picture the whole is looked at."""
_GLIMPSE = 56
"""A glimpse's side, in pixels."""
_FINER = 2
"""How many times finer a glimpse is cut before it is averaged to its size: nothing thin falls between its pixels."""
_FACE = (0.0, 0.0, 1.5)
_FIGURE = (0.0, 0.9, 3.5)
"""What a glimpse holds, in head radii: its middle beside and below the head's, and half its side."""
_GRAINS = 3
"""Cells along a side into which a glimpse is summed up."""
_SMALLEST, _LARGEST = 0.03, 0.5


class Block(nn.Module):
    """Convolution, batch norm, ReLU; where the shape stays, added to what came in (He et al. 2016)."""

    def __init__(self, come: int, go: int, stride: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(come, go, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(go)
        self.adds = come == go and stride == 1

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, come, height, width) → (n, go, height / stride, width / stride)."""
        made = F.relu(self.norm(self.conv(x)))
        return x + made if self.adds else made


@dataclass
class Told:
    """What the network says of n pictures."""

    words: torch.Tensor
    """Logits of all words of `ATTRIBUTES`, one attribute after the other, (n, words)."""
    where: torch.Tensor
    """Logits of the cells that the head may be in, (n, GRID²)."""
    spot: torch.Tensor
    """For each cell the head's place in it, across and down, and the logarithm of its radius, (n, 3, GRID²)."""


class Looking(nn.Module):
    """Pictures (n, 3, side, side) from 0 to 1 → `Told`. The side is 8 × `GRID` × `_WHOLE`, 256 pixels."""

    def __init__(self, width: int) -> None:
        super().__init__()
        w, small = width, max(8, round(width * 0.75))
        self.fine = nn.Sequential(
            Block(3, w, 2), Block(w, 2 * w, 2), Block(2 * w, 2 * w, 1), Block(2 * w, 3 * w, 2),
            Block(3 * w, 3 * w, 1), Block(3 * w, 3 * w, 1),
        )  # fmt: skip
        self.coarse = nn.Sequential(Block(3 * w, 4 * w, 2), Block(4 * w, 4 * w, 1))
        self.look = nn.Conv2d(7 * w, len(ATTRIBUTES), 1)
        self.head = nn.Sequential(nn.Conv2d(7 * w, 2 * w, 1), nn.ReLU(), nn.Conv2d(2 * w, 4, 1))
        self.face, self.figure = _closer(small), _closer(small)
        seen, self.closer = 3 * 7 * w, 2 * 4 * small * _GRAINS**2
        self.tell = nn.ModuleList(
            nn.Linear(seen + self.closer * (name in OF_FIGURES), len(words)) for name, words in ATTRIBUTES.items()
        )

    def forward(self, pictures: torch.Tensor, heads: torch.Tensor | None = None) -> Told:
        """`heads`, (n, 3), says where heads are (`found`), −1 where nobody knows: what is told of a figure is then
        nothing, and takes no time. Without it the network looks where it finds them itself."""
        fine = self.fine(F.avg_pool2d(pictures, _WHOLE) * 2 - 1)
        coarse = F.interpolate(self.coarse(fine), scale_factor=2.0)
        seen = torch.cat([fine, coarse], dim=1)
        spots = self.head(seen).flatten(2).float()
        told = Told(torch.empty(0), spots[:, 0], spots[:, 1:])
        heads = found(told) if heads is None else heads
        known = (heads[:, 2] > 0).nonzero()[:, 0]
        near = self._closer_by(pictures[known], heads[known])
        told.words = self._words(seen, near, known)
        return told

    def _closer_by(self, pictures: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """What the glimpses at the face and the figure show, (n, closer)."""
        if not len(heads):
            return pictures.new_zeros((0, self.closer))
        parts = [
            net(glimpses(pictures, heads, frame)).flatten(1)
            for net, frame in ((self.face, _FACE), (self.figure, _FIGURE))
        ]
        return torch.cat(parts, dim=1)

    def _words(self, seen: torch.Tensor, near: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
        places = self.look(seen).flatten(2).softmax(-1)
        flat = seen.flatten(2)
        attended = torch.einsum("nap,ncp->nac", places, flat)
        whole = torch.cat([flat.mean(-1), flat.amax(-1)], dim=1)
        logits = []
        for place, (name, tell) in enumerate(zip(ATTRIBUTES, self.tell, strict=True)):
            mine = torch.cat([attended[:, place].to(whole.dtype), whole], dim=1)
            if name in OF_FIGURES:
                said = tell(torch.cat([mine[known], near], dim=1))
                told = said.new_zeros((len(seen), tell.out_features))
                logits.append(told.index_copy(0, known, said))
            else:
                logits.append(tell(mine))
        return torch.cat(logits, dim=1)


def _closer(width: int) -> nn.Sequential:
    """A small network for glimpses: (n, 3, side, side) → (n, 4 · width, _GRAINS, _GRAINS)."""
    w = width
    return nn.Sequential(
        Block(3, w, 1), Block(w, 2 * w, 2), Block(2 * w, 2 * w, 1), Block(2 * w, 3 * w, 2), Block(3 * w, 3 * w, 1),
        Block(3 * w, 4 * w, 2), nn.AdaptiveAvgPool2d(_GRAINS),
    )  # fmt: skip


def found(told: Told) -> torch.Tensor:
    """Where the head most likely is, (n, 3): across, down and radius, in shares of the side."""
    cell = told.where.argmax(1)
    spot = told.spot.gather(2, cell[:, None, None].expand(-1, 3, 1))[:, :, 0]
    across = (cell % GRID + spot[:, 0].sigmoid()) / GRID
    down = (cell // GRID + spot[:, 1].sigmoid()) / GRID
    return torch.stack([across, down, spot[:, 2].exp().clamp(_SMALLEST, _LARGEST)], dim=1)


def misplaced(told: Told, heads: torch.Tensor) -> torch.Tensor:
    """How far the network is from finding these heads, (n, 3): one number, 0 when it finds all. −1 asks nothing."""
    known = heads[:, 2] > 0
    heads = heads[known]
    if not len(heads):
        return told.where.sum() * 0
    cells = (heads[:, :2].clamp(0, 0.9999) * GRID).long()
    cell = cells[:, 1] * GRID + cells[:, 0]
    spot = told.spot[known].gather(2, cell[:, None, None].expand(-1, 3, 1))[:, :, 0]
    inside = heads[:, :2] * GRID - cells
    off = F.smooth_l1_loss(spot[:, :2].sigmoid(), inside, beta=0.1)
    size = F.smooth_l1_loss(spot[:, 2], heads[:, 2].log(), beta=0.1)
    return F.cross_entropy(told.where[known], cell) + off + size


def glimpses(pictures: torch.Tensor, heads: torch.Tensor, frame: tuple[float, float, float]) -> torch.Tensor:
    """Squares around heads, (n, 3, _GLIMPSE, _GLIMPSE): the frame's middle and half side are in head radii."""
    beside, below, half = frame
    radius = heads[:, 2]
    middle = torch.stack([heads[:, 0] + beside * radius, heads[:, 1] + below * radius], dim=1) * 2 - 1
    scale = half * radius * 2
    turn = torch.zeros((len(heads), 2, 3), device=pictures.device)
    turn[:, 0, 0] = turn[:, 1, 1] = scale
    turn[:, :, 2] = middle
    side = _GLIMPSE * _FINER
    with torch.autocast(pictures.device.type, enabled=False):
        grid = F.affine_grid(turn, (len(heads), 3, side, side), align_corners=False)
        cut = F.grid_sample(pictures.float(), grid, padding_mode="border", align_corners=False)
        cut = F.avg_pool2d(cut, _FINER)
    return (cut * 2 - 1).contiguous(memory_format=torch.channels_last)
