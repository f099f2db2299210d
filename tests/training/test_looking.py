"""The network that looks closer: where heads are, what is cut out around them, and what is left unsaid."""

from __future__ import annotations

import pytest
import torch

from pipeline.artists.sketch.picture import draw_scene
from training import looking, recogniser, scenes
from training.looking import GRID, Looking, Told
from training.pictures import DRAWN_AT
from training.visible import ATTRIBUTES, head

HEADS = torch.tensor([[0.3, 0.4, 0.1], [0.71, 0.22, 0.2], [-1.0, -1.0, -1.0]])


def test_a_head_is_told_where_the_sketch_draws_it():
    alone = [each for each in map(scenes.numbered, range(40)) if len(each.scene.actors) == 1]
    for each in alone[:8]:
        drawn = draw_scene(each.scene, DRAWN_AT, DRAWN_AT, each.seed).placed[0].head
        across, down, radius = head(each.scene, each.seed)
        assert across * DRAWN_AT == pytest.approx((drawn[0] + drawn[2]) / 2)
        assert down * DRAWN_AT == pytest.approx((drawn[1] + drawn[3]) / 2)
        assert drawn[3] - drawn[1] > radius * DRAWN_AT
    nobody = next(each for each in map(scenes.numbered, range(99)) if len(each.scene.actors) != 1)
    assert head(nobody.scene, nobody.seed) is None


def finding(heads: torch.Tensor) -> Told:
    """What a network would say that finds these heads exactly."""
    cells = (heads[:, :2] * GRID).long()
    where = torch.nn.functional.one_hot(cells[:, 1] * GRID + cells[:, 0], GRID**2) * 40.0
    inside = torch.logit(heads[:, :2] * GRID - cells)
    spot = torch.cat([inside, heads[:, 2:].log()], dim=1)[:, :, None].expand(-1, -1, GRID**2)
    return Told(torch.empty(0), where, spot)


def test_what_is_found_exactly_costs_nothing_and_is_found_again():
    told = finding(HEADS[:2])
    assert torch.allclose(looking.found(told), HEADS[:2], atol=1e-5)
    assert float(looking.misplaced(told, HEADS[:2])) < 1e-6
    elsewhere = HEADS[:2] + torch.tensor([0.2, 0.0, 0.0])
    assert float(looking.misplaced(told, elsewhere)) > 1
    assert float(looking.misplaced(told, HEADS[2:].expand(2, 3))) == 0, "nothing is asked where nobody knows"


def test_a_glimpse_shows_what_is_around_the_head_at_one_size():
    side = 256
    across = (torch.arange(side) + 0.5) / side
    shown = []
    for x, y, radius in HEADS[:2].tolist():
        disc = ((across[None] - x) ** 2 + (across[:, None] - y) ** 2 <= radius**2).float()
        shown.append(disc.expand(3, side, side))
    cut = looking.glimpses(torch.stack(shown), HEADS[:2], (0.0, 0.0, 2.0))
    bright = (cut > 0).float().mean((1, 2, 3))
    assert torch.allclose(bright, torch.full((2,), torch.pi / 16), atol=0.02), "a disc of half the frame's side"
    middle = cut.shape[-1] // 2
    assert cut[:, :, middle, middle].min() > 0.9 and cut[:, :, 0, 0].max() < -0.9


def test_of_pictures_whose_head_nobody_knows_nothing_is_said_of_a_figure():
    model = Looking(8).eval()
    pictures = torch.rand(3, 3, 256, 256)
    with torch.no_grad():
        told = model(pictures, HEADS)
        alone = model(pictures, HEADS[2:].expand(3, 3))
        by_itself = model(pictures)
    parts = dict(zip(ATTRIBUTES, told.words.split([len(words) for words in ATTRIBUTES.values()], dim=1), strict=True))
    assert all(float(parts[name][2].abs().sum()) == 0 for name in looking.OF_FIGURES)
    assert all(float(parts[name][0].abs().sum()) > 0 for name in ATTRIBUTES)
    assert alone.words.shape == by_itself.words.shape == told.words.shape
    assert torch.equal(looking.found(told), looking.found(by_itself))


def test_heads_move_with_their_pictures():
    side, radius = 64, 0.08
    heads = torch.tensor([[0.3, 0.4, radius]] * 4 + [[-1.0, -1.0, -1.0]])
    across = (torch.arange(side) + 0.5) / side
    disc = ((across[None] - 0.3) ** 2 + (across[:, None] - 0.4) ** 2 <= radius**2).to(torch.uint8) * 255
    pictures = disc[None, :, :, None].expand(5, side, side, 3)
    aside = torch.tensor([[0, 0], [9, -7], [0, 0], [9, -7], [3, 3]])
    mirrored = torch.tensor([False, False, True, True, True])
    shown, found = recogniser.moved(pictures, heads, aside, mirrored)
    assert shown.shape == pictures.shape and (shown[0] == pictures[0]).all()
    for picture, (x, y, _) in zip(shown[:4], found[:4].tolist(), strict=True):
        down, beside = (picture[:, :, 0] > 0).nonzero().float().add(0.5).div(side).mean(0).tolist()
        assert (beside, down) == pytest.approx((x, y), abs=0.5 / side)
    assert (found[4] == -1).all(), "nobody knows where it is, before and after"


def test_a_picture_that_is_moved_repeats_its_edge():
    picture = torch.arange(5, dtype=torch.uint8)[None, None, :, None].expand(1, 5, 5, 3)
    shown, _ = recogniser.moved(picture, torch.full((1, 3), -1.0), torch.tensor([[2, 0]]), torch.tensor([False]))
    assert shown[0, 0, :, 0].tolist() == [0, 0, 0, 1, 2]
