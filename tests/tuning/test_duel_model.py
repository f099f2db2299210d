"""The space, the tastes, the posterior and the questions: what they must be whatever somebody likes."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.tuning import duel_asking, duel_chains, duel_people
from pipeline.tuning.duel_model import Judged, believe, chance_of_left
from pipeline.tuning.duel_space import Dimension, Space
from pipeline.tuning.duel_tastes import tastes_of

SMALL = Space([Dimension.numbers([1, 2, 4, 8]), Dimension.names(3), Dimension.names(1)])
LINE = Space([Dimension.numbers(range(9)), Dimension.names(2)])


def chance(seed=0):
    return np.random.default_rng(seed)


def drawn(space, count, seed=0):
    """Tastes before any answer, (count, coordinates), and what every point is worth in them, (count, size)."""
    tastes = tastes_of(space)
    coordinates = chance(seed).standard_normal((count, tastes.count))
    return coordinates, tastes.worth(coordinates, np.arange(space.size))


def test_points_and_digits_are_one():
    assert SMALL.size == 12
    assert {SMALL.point(SMALL.digits(point)) for point in range(SMALL.size)} == set(range(SMALL.size))
    assert [tuple(row) for row in SMALL.table] == [SMALL.digits(point) for point in range(SMALL.size)]


def test_a_taste_rises_to_one_place_along_numbers_and_falls_behind_it():
    _, worth = drawn(LINE, 500)
    for name in range(2):
        along = worth.reshape(500, 9, 2)[:, :, name]
        before = np.arange(8) < along.argmax(axis=1)[:, None]
        assert (np.where(before, 1, -1) * np.diff(along, axis=1) > -1e-9).all(), "a valley between two peaks"


def test_every_place_and_every_name_is_somebodys_favourite():
    _, worth = drawn(SMALL, 2_000)
    best = np.bincount(worth.argmax(axis=1), minlength=SMALL.size) / 2_000
    assert best.min() > 0.02


def test_some_points_are_worth_what_they_are_worth_among_all():
    coordinates, worth = drawn(SMALL, 20)
    some = np.array([7, 0, 7, 11])
    assert np.allclose(tastes_of(SMALL).worth(coordinates, some), worth[:, some])


@pytest.mark.parametrize("space", [SMALL, LINE, duel_people.space()])
def test_everywhere_is_worth_what_each_point_is_worth(space):
    coordinates, worth = drawn(space, 20)
    assert tastes_of(space).everywhere(coordinates) == pytest.approx(worth, abs=1e-5)


def test_chains_that_walk_stay_in_the_distribution_they_come_from():
    """A normal prior times a normal likelihood is a normal posterior, whose mean and spread are known."""
    found = duel_chains.walked(
        chance(1).standard_normal((4_000, 2)), lambda x: -0.5 * ((x[:, 0] - 2) / 0.5) ** 2, 40, chance(2)
    )
    assert found.mean(axis=0) == pytest.approx([1.6, 0.0], abs=0.05)
    assert found.std(axis=0) == pytest.approx([0.2**0.5, 1.0], abs=0.05)


def test_sorting_out_doubles_the_fit_and_keeps_the_average():
    fitness = np.log(np.array([0.0001, 1.0, 1.0, 1.9999]))
    kept = np.concatenate([duel_chains.sorted_out(fitness, chance(seed)) for seed in range(200)])
    assert np.bincount(kept, minlength=4) / 200 == pytest.approx([0, 1, 1, 2], abs=0.05)
    alike = duel_chains.sorted_out(np.zeros(7), chance())
    assert list(alike) == list(range(7))


def test_a_chain_that_finds_nothing_stays():
    def nowhere(state):
        return np.where(state[:, 0] == 0, 0.0, -np.inf)

    stood = np.zeros((3, 1))
    assert np.array_equal(duel_chains.walked(stood, nowhere, 3, chance()), stood)


def test_the_posterior_agrees_with_the_posterior_weighed_by_hand():
    """Importance sampling from the prior, with the likelihood written out anew, is the judge."""
    from scipy.special import ndtr

    from pipeline.tuning import duel_model as model

    judged = [Judged(0, 5, "left"), Judged(3, 5, "right"), Judged(0, 7, "tie"), Judged(7, 2, "left")]
    _, worth = drawn(SMALL, 150_000, 9)
    weight = np.ones(len(worth))
    blur = model.NOISE * 2**0.5
    for left, right, verdict in judged:
        difference = worth[:, left] - worth[:, right]
        wins = {"left": ndtr((difference - model.TIE) / blur), "right": ndtr((-difference - model.TIE) / blur)}
        chances = wins.get(verdict, 1 - wins["left"] - wins["right"])
        weight *= model.SLIP + (1 - 2 * model.SLIP) * chances
    expected = (weight[:, None] * worth).sum(0) / weight.sum()
    found = np.concatenate([believe(SMALL, judged, seed).tastes for seed in range(40)])
    assert np.abs(found.mean(0) - expected).max() < 0.08
    variance = (weight[:, None] * (worth - expected) ** 2).sum(0) / weight.sum()
    assert np.abs(found.std(0) - variance**0.5).max() < 0.08


def test_over_very_many_points_fewer_tastes_are_drawn():
    from pipeline.tuning import duel_model as model

    large = Space([Dimension.numbers(range(200)), Dimension.names(10), Dimension.names(10)])
    assert believe(SMALL, [], 1).tastes.shape == (model.TASTES, SMALL.size)
    assert believe(large, [], 1).tastes.size <= model.MOST_WORTHS


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


@pytest.mark.parametrize("dimension", [Dimension.names(2), Dimension.numbers([20, 30])])
def test_the_smallest_duel_of_two_presets(dimension):
    two = Space([dimension])
    judged = []
    while (pair := duel_asking.stand(two, judged, 0).pair) is not None:
        judged.append(Judged(*pair, "left" if pair[0] == 1 else "right"))
    assert duel_asking.stand(two, judged, 0).best == 1


def test_a_question_that_every_taste_answers_alike_tells_nothing():
    values = np.array([[0.0, 9.0], [0.0, 8.0], [0.0, 10.0]])
    assert duel_asking.telling(values, np.array([0, 1, 1])) == pytest.approx(0, abs=1e-12)


def test_a_question_tells_most_when_its_answer_divides_the_regions():
    values = np.array([[9.0, 0.0, 9.0], [9.0, 0.0, 0.0], [0.0, 9.0, 9.0], [0.0, 9.0, 0.0]])
    told = duel_asking.telling(values, np.array([0, 0, 1, 1]))
    says, doubt = chance_of_left(9.0), np.log(2)
    assert told[0, 1] == pytest.approx(doubt + says * np.log(says) + (1 - says) * np.log(1 - says))
    assert told[0, 1] > told[0, 2] + 0.1, "where the answer has less to do with the region it tells less"


def test_a_question_tells_the_same_whichever_way_it_is_asked_and_never_less_than_nothing():
    told = duel_asking.telling(chance().standard_normal((30, 6)), np.arange(30) % 4)
    assert np.allclose(told, told.T)
    assert told.min() > -1e-9


def test_regions_are_names_and_thirds_of_numbers():
    region = duel_asking.regions(LINE, np.arange(LINE.size))
    assert region.tolist() == [place // 3 * 2 + name for place in range(9) for name in range(2)]
    some = duel_asking.regions(LINE, np.array([17, 0, 1, 16]))
    assert some.tolist() == [3, 0, 1, 2], "numbered without gaps"


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


@pytest.mark.parametrize("drawn", [duel_people.taste, duel_people.wavy_taste])
def test_people_differ_and_the_same_seed_is_the_same_person(drawn):
    assert np.array_equal(drawn(1), drawn(1))
    peaks = {int(drawn(seed).argmax()) for seed in range(40)}
    assert len(peaks) > 30


def test_wavy_tastes_have_valleys_that_the_model_does_not_expect():
    along = duel_people.wavy_taste(3).reshape(duel_people.space().shape)
    rises = np.sign(np.diff(along, axis=0))
    assert (np.diff(rises, axis=0) > 0).any()


def test_the_duel_is_given_nothing_but_the_answers(monkeypatch):
    """With answers that have nothing to do with the taste, what is found is no better than chance."""
    monkeypatch.setattr(duel_people, "WRONG", 0.5)
    monkeypatch.setattr(duel_asking, "MOST", 12)
    better = [duel_people.duel(seed).better for seed in range(3)]
    assert np.mean(better) > 0.05


def test_chances_never_reach_certainty():
    assert 0 < chance_of_left(np.array([-50.0]))[0] < chance_of_left(np.array([50.0]))[0] < 1
