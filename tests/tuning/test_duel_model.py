"""The space, the posterior and the questions: what they must be whatever the taste."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.tuning import duel_asking, duel_chains, duel_people
from pipeline.tuning.duel_model import Judged, believe, chance_of_left
from pipeline.tuning.duel_space import Dimension, Space

SMALL = Space([Dimension.numbers([1, 2, 4, 8]), Dimension.names(3), Dimension.names(1)])


def chance(seed=0):
    return np.random.default_rng(seed)


def test_points_and_digits_are_one():
    assert SMALL.size == 12
    assert {SMALL.point(SMALL.digits(point)) for point in range(SMALL.size)} == set(range(SMALL.size))


ALIKE = np.ones((1, len(SMALL.dimensions)))
"""Every dimension matters as much as the next."""


def test_the_covariance_is_one_whichever_way_it_is_asked_for():
    weights = np.array([[1.0, 1.0, 1.0], [0.3, 2.0, 1.0]])
    points = np.arange(SMALL.size)
    whole = SMALL.covariance(points, points, weights)
    assert np.linalg.eigvalsh(whole).min() > -1e-9
    amounts = chance().standard_normal((2, 5))
    some = np.array([3, 0, 7, 7, 11])
    assert np.allclose(SMALL.spread(some, amounts, weights), np.einsum("cpa,ca->cp", whole[:, :, some], amounts))


@pytest.mark.parametrize("dimensions", [[Dimension.names(3)], [Dimension.names(2), Dimension.names(3)]])
def test_few_dimensions_are_spread_alike(dimensions):
    space = Space(dimensions)
    weights = np.full((1, len(dimensions)), 0.5)
    points = np.arange(space.size)
    whole = space.covariance(points, points, weights)
    assert np.allclose(space.spread(points, np.ones((1, space.size)), weights), whole.sum(axis=2))


@pytest.mark.parametrize("weights", [(1.0, 1.0, 1.0), (0.2, 3.0, 1.0)])
def test_tastes_drawn_from_the_prior_have_that_covariance(weights):
    drawn = SMALL.draw(np.tile(weights, (40_000, 1)), chance())
    points = np.arange(SMALL.size)
    assert np.abs(np.cov(drawn.T) - SMALL.covariance(points, points, np.array([weights]))[0]).max() < 0.08


def test_near_numbers_are_more_alike_than_far_ones():
    first = SMALL.covariance(np.array([SMALL.point((0, 0, 0))]), np.arange(SMALL.size), ALIKE)[0, 0]
    assert first[SMALL.point((1, 0, 0))] > first[SMALL.point((3, 0, 0))]


def test_a_dimension_that_decides_every_answer_is_given_more_weight():
    """Thirty answers in which the names alone decide: they come to matter more than the numbers."""
    better, worse = (np.array([SMALL.point((number % 4, name, 0)) for number in range(30)]) for name in (0, 1))
    begin = duel_chains.weights(SMALL, 400, chance(3))
    answers = duel_chains.Answers(better, worse, lambda d: (-((d - 1.5) ** 2) / 0.01).sum(axis=1))
    found = duel_chains.draw(SMALL, answers, chance(2), begin)
    logarithms = np.log(found.weights).mean(axis=0)
    assert logarithms[1] > logarithms[0] + 0.3


def test_the_posterior_agrees_with_the_posterior_weighed_by_hand():
    """Importance sampling from the prior, with the likelihood written out anew, is the judge."""
    from scipy.special import ndtr

    from pipeline.tuning import duel_model as model

    judged = [Judged(0, 5, "left"), Judged(3, 5, "right"), Judged(0, 7, "tie"), Judged(7, 2, "left")]
    drawn = SMALL.draw(duel_chains.weights(SMALL, 150_000, chance(9)), chance(1))
    weight = np.ones(len(drawn))
    blur = model.NOISE * 2**0.5
    for left, right, verdict in judged:
        difference = drawn[:, left] - drawn[:, right]
        wins = {"left": ndtr((difference - model.TIE) / blur), "right": ndtr((-difference - model.TIE) / blur)}
        chances = wins.get(verdict, 1 - wins["left"] - wins["right"])
        weight *= model.SLIP + (1 - 2 * model.SLIP) * chances
    expected = (weight[:, None] * drawn).sum(0) / weight.sum()
    found = np.mean([believe(SMALL, judged, seed).mean for seed in range(40)], axis=0)
    assert np.abs(found - expected).max() < 0.08
    spread = np.concatenate([believe(SMALL, judged, seed).tastes for seed in range(40)]).std(0)
    variance = (weight[:, None] * (drawn - expected) ** 2).sum(0) / weight.sum()
    assert np.abs(spread - variance**0.5).max() < 0.08


def test_a_contradiction_leaves_doubt_and_the_majority_wins():
    answers = [Judged(0, 5, "left")] * 3 + [Judged(0, 5, "right")]
    belief = believe(SMALL, answers, 0)
    assert belief.mean[0] > belief.mean[5]


def test_a_side_does_not_matter_to_what_is_believed():
    one = np.mean([believe(SMALL, [Judged(1, 8, "left")], seed).mean for seed in range(30)], axis=0)
    two = np.mean([believe(SMALL, [Judged(8, 1, "right")], seed).mean for seed in range(30)], axis=0)
    assert np.abs(one - two).max() < 0.1


def test_the_same_answers_lead_to_the_same_question():
    judged = [Judged(0, 5, "left"), Judged(3, 5, "right")]
    assert duel_asking.stand(SMALL, judged, 7) == duel_asking.stand(SMALL, judged, 7)


def test_a_question_is_about_two_different_presets_and_comes_to_an_end():
    judged: list[Judged] = []
    while (pair := duel_asking.stand(SMALL, judged, 3, first=4).pair) is not None:
        assert pair[0] != pair[1]
        judged.append(Judged(*pair, "left" if min(pair) == pair[0] else "right"))
    assert duel_asking.FEWEST <= len(judged) <= duel_asking.MOST


def test_the_smallest_duel_of_two_presets():
    two = Space([Dimension.names(2)])
    judged = []
    while (pair := duel_asking.stand(two, judged, 0).pair) is not None:
        judged.append(Judged(*pair, "left" if pair[0] == 1 else "right"))
    assert duel_asking.stand(two, judged, 0).best == 1


def test_a_question_that_every_taste_answers_alike_promises_nothing():
    values = np.array([[0.0, 9.0], [0.0, 8.0], [0.0, 10.0]])
    gain = duel_asking.promise(values)[0, 1] - values.mean(0).max()
    split = np.array([[9.0, 0.0], [0.0, 9.0], [9.0, 0.0], [0.0, 9.0]])
    assert duel_asking.promise(split)[0, 1] - split.mean(0).max() > gain + 1


def test_the_ranking_puts_the_winner_first_and_doubts_what_is_rarely_seen():
    judged = [Judged(0, 5, "left"), Judged(0, 7, "left"), Judged(5, 7, "left"), Judged(0, 11, "left")]
    ranks = duel_asking.ranking(SMALL, judged, 0, best=0)
    assert ranks[0].point == 0
    assert {rank.point for rank in ranks} == {0, 5, 7, 11}
    assert sum(rank.best_chance for rank in ranks) == pytest.approx(1)
    assert all(rank.give_or_take > 0 for rank in ranks)


def test_people_answer_wrongly_once_in_ten_times():
    likes = duel_people.taste(5)
    answer = duel_people.person(likes, 5)
    best, worst = int(likes.argmax()), int(likes.argmin())
    wrong = sum(answer(best, worst).verdict == "right" for _ in range(5_000))
    assert 0.08 < wrong / 5_000 < 0.12


def test_people_differ_and_the_same_seed_is_the_same_person():
    assert np.array_equal(duel_people.taste(1), duel_people.taste(1))
    peaks = {int(duel_people.taste(seed).argmax()) for seed in range(40)}
    assert len(peaks) > 30


def test_the_duel_is_given_nothing_but_the_answers(monkeypatch):
    """With answers that have nothing to do with the taste, what is found is no better than chance."""
    monkeypatch.setattr(duel_people, "WRONG", 0.5)
    monkeypatch.setattr(duel_asking, "MOST", 12)
    better = [duel_people.duel(seed).better for seed in range(3)]
    assert np.mean(better) > 0.05


def test_chances_never_reach_certainty():
    assert 0 < chance_of_left(np.array([-50.0]))[0] < chance_of_left(np.array([50.0]))[0] < 1
