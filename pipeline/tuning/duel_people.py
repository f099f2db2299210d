"""Simulated people: does a duel find what somebody likes, and would mere chance have found it as well?

A person is a taste drawn from a seed, over CFG, steps, six samplers and six styles: a peak, somewhere, and
the further from it the less is liked. A favourite style and sampler, others drawn below them; a CFG that
depends on the style and a number of steps that depends on the sampler, each with its own tolerance; how
much each of the four matters; and whatever is liked pleases more beside other things that are liked. They
are asked for nothing but which of two presets is better, and answer wrongly once in ten times. The duel
gets the answers alone, and its own seed. It expects a peak somewhere, as these people have one; so beside
them, in the same run, stand people who have none: their taste rises and falls in waves. And beside the duel
stand the same people with pairs that are drawn by lot.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from pipeline.tuning import duel_asking
from pipeline.tuning.duel_model import Judged
from pipeline.tuning.duel_space import Dimension, Space

CFG = tuple(range(1, 16, 2))
STEPS = tuple(range(10, 51, 5))
SAMPLERS, STYLES = 6, 6
WRONG = 0.1
"""How often a person names the worse one."""
_NUDGE = 0.1
"""How far another style moves the liked CFG, and another sampler the liked steps, as a share of their range (one
standard deviation)."""
_SECOND = 0.5
"""How much another sampler or style than the favourite is liked at most."""
_WIDTHS = (0.2, 0.5)
"""How far from the liked CFG or steps is still good, as a share of their range."""
_WAVE = 0.4
"""How far waves hold on, as a share of the range: a curve has two or three rises and falls."""
_WORTH_A_PROCESS = 8
"""People enough that starting a process for them pays."""
_TOGETHER = 0.5
"""How much two things that are both liked please beyond each by itself, at most."""


@dataclass(frozen=True)
class Outcome:
    """One person's duel: the share of all presets that they like better than the one found (0 is the best there is),
    how many choices they made, whether it stopped by itself, and the processor's seconds for each proposal."""

    better: float
    choices: int
    stopped: bool
    seconds: tuple[float, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the preset belongs to the best twentieth."""
        return self.better < duel_asking.TOP


def space() -> Space:
    """The presets that the simulated people choose among."""
    return Space([Dimension.numbers(CFG), Dimension.numbers(STEPS), Dimension.names(SAMPLERS), Dimension.names(STYLES)])


def taste(seed: int) -> np.ndarray:
    """What one person thinks of every preset, (size of the space,): the nearer to their favourite, the better."""
    chance = np.random.default_rng((seed, 1))
    sampler, style = chance.integers(SAMPLERS), chance.integers(STYLES)
    samplers, styles = _liking(SAMPLERS, sampler, chance), _liking(STYLES, style, chance)
    cfg = chance.uniform(0, 1) + chance.normal(0, _NUDGE, STYLES)
    steps = chance.uniform(0, 1) + chance.normal(0, _NUDGE, SAMPLERS)
    near = (
        _bell(CFG, cfg, chance)[:, None, None, :],
        _bell(STEPS, steps, chance)[None, :, :, None],
        samplers[None, None, :, None],
        styles[None, None, None, :],
    )
    likes = sum(weight * part for weight, part in zip(chance.uniform(0.5, 1.5, len(near)), near, strict=True))
    for one, other in itertools.combinations(near, 2):
        likes = likes + chance.uniform(0, _TOGETHER) * one * other
    return likes.reshape(-1)


def wavy_taste(seed: int) -> np.ndarray:
    """What somebody of another make thinks of every preset: no peak, but a random curve along every dimension, any
    value for any name, and a product of two more for every pair."""
    chance = np.random.default_rng((seed, 1))
    dimensions = space().dimensions
    likes = np.zeros([each.count for each in dimensions])
    for axis, each in enumerate(dimensions):
        likes += chance.uniform(0.5, 1.5) * _along(axis, _curve(each, chance))
    for one, other in itertools.combinations(range(len(dimensions)), 2):
        both = _along(one, _curve(dimensions[one], chance)) * _along(other, _curve(dimensions[other], chance))
        likes += chance.uniform(0, _TOGETHER) * both
    return likes.reshape(-1)


def _curve(dimension: Dimension, chance: np.random.Generator) -> np.ndarray:
    """Any value for each name; along numbers a smooth curve, (count,)."""
    values = chance.standard_normal(dimension.count)
    if dimension.places is None:
        return values
    places = _from_0_to_1(dimension.places)
    alike = np.exp(-0.5 * ((places[:, None] - places[None, :]) / _WAVE) ** 2)
    return np.linalg.cholesky(alike + 1e-6 * np.eye(dimension.count)) @ values


def _along(axis: int, values: np.ndarray) -> np.ndarray:
    """Values of one dimension, shaped to be added to those of all."""
    shape = [1] * len(space().dimensions)
    shape[axis] = len(values)
    return values.reshape(shape)


def _liking(count: int, favourite: int, chance: np.random.Generator) -> np.ndarray:
    """How much each of some names is liked, 0–1; the favourite is 1."""
    liking = chance.uniform(0, _SECOND, count)
    liking[favourite] = 1
    return liking


def _bell(values: tuple[int, ...], liked: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """How much each number is liked, 0–1, under each name, (values, names); how far off is bearable is drawn."""
    width = chance.uniform(*_WIDTHS)
    return np.exp(-0.5 * ((_from_0_to_1(values)[:, None] - np.clip(liked, 0, 1)[None]) / width) ** 2)


def _from_0_to_1(values: Sequence[float]) -> np.ndarray:
    return (np.array(values, float) - values[0]) / (values[-1] - values[0])


def person(likes: np.ndarray, seed: int) -> Callable[[int, int], Judged]:
    """Somebody who answers by their taste, and wrongly once in ten times."""
    chance = np.random.default_rng((seed, 2))

    def answer(left: int, right: int) -> Judged:
        says_left = (likes[left] > likes[right]) != (chance.random() < WRONG)
        return Judged(left, right, "left" if says_left else "right")

    return answer


def duel(seed: int, drawn: Callable[[int], np.ndarray] = taste) -> Outcome:
    """One person's duel from the first pair to the preset; `drawn` is how their taste is made."""
    presets, likes = space(), drawn(seed)
    answer = person(likes, seed)
    judged: list[Judged] = []
    seconds = []
    while True:
        started = time.thread_time()
        standing = duel_asking.stand(presets, judged, seed)
        if standing.pair is None:
            break
        seconds.append(time.thread_time() - started)
        judged.append(answer(*standing.pair))
    stopped = len(judged) < duel_asking.MOST
    return Outcome(_better(likes, standing.best), len(judged), stopped, tuple(seconds))


def by_lot(seed: int) -> Outcome:
    """The same person, as many choices as a duel has at most, pairs drawn by lot; the same model names the best."""
    presets, likes = space(), taste(seed)
    answer = person(likes, seed)
    chance = np.random.default_rng((seed, 3))
    judged = [answer(*map(int, chance.choice(presets.size, 2, replace=False))) for _ in range(duel_asking.MOST)]
    best = duel_asking.stand(presets, judged, seed).best
    return Outcome(_better(likes, best), len(judged), False)


def winner_stays(seed: int) -> Outcome:
    """The same person without any model: each new preset is drawn by lot, and whichever wins stays."""
    presets, likes = space(), taste(seed)
    answer = person(likes, seed)
    chance = np.random.default_rng((seed, 4))
    champion = int(chance.integers(presets.size))
    for _ in range(duel_asking.MOST):
        said = answer(champion, int(chance.integers(presets.size)))
        champion = said.left if said.verdict == "left" else said.right
    return Outcome(_better(likes, champion), duel_asking.MOST, False)


def _better(likes: np.ndarray, point: int) -> float:
    return float((likes > likes[point]).mean())


def simulate(people: int, seed: int = 1) -> dict[str, object]:
    """The bench over so many people: the duel, and beside it two ways of leaving the choice of pairs to chance."""
    seeds = [seed * 1_000_003 + number for number in range(people)]
    with _playing(people) as play:
        outcomes = play(duel, seeds)
        wavy = play(_wavy_duel, seeds[: max(1, people // 4)])
        lots, winners = play(by_lot, seeds), play(winner_stays, seeds)
    seconds = sorted(one for each in outcomes for one in each.seconds)
    return {
        "people": people,
        "presets": space().size,
        "wrong_answers": WRONG,
        "top": duel_asking.TOP,
        "most_choices": duel_asking.MOST,
        "duel": {
            **_summary(outcomes),
            "stopped_by_itself": sum(each.stopped for each in outcomes) / people,
            "proposal_cpu_ms_median": round(1000 * seconds[len(seconds) // 2], 1),
            "proposal_cpu_ms_slowest_of_100": round(1000 * seconds[int(len(seconds) * 0.99)], 1),
        },
        "duel_with_wavy_tastes": _summary(wavy),
        "random_pairs_same_model": _summary(lots),
        "random_winner_stays": _summary(winners),
        "random_preset": {"found": duel_asking.TOP},
    }


def _wavy_duel(seed: int) -> Outcome:
    return duel(seed, wavy_taste)


@contextmanager
def _playing(people: int) -> Iterator[Callable[[Callable[[int], Outcome], list[int]], list[Outcome]]]:
    """How the people of a list play: one after the other, and where they are many, on every core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    processes = min(cores, people // _WORTH_A_PROCESS)
    if processes < 2:
        yield lambda play, seeds: [play(each) for each in seeds]
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield lambda play, seeds: list(pool.map(play, seeds))


def _summary(outcomes: list[Outcome]) -> dict[str, float]:
    better = sorted(each.better for each in outcomes)
    return {
        "found": round(sum(each.found for each in outcomes) / len(outcomes), 4),
        "better_presets_median": round(better[len(better) // 2], 4),
        "choices_mean": round(sum(each.choices for each in outcomes) / len(outcomes), 2),
        "choices_most": max(each.choices for each in outcomes),
    }


def lines(told: dict[str, object]) -> Iterator[str]:
    """The bench in sentences for people who read English figures."""
    duel_told = told["duel"]
    yield f"duel: top {told['top']:.0%} found in {duel_told['found']:.1%} of {told['people']} runs"
    yield f"choices: {duel_told['choices_mean']} on average, {duel_told['choices_most']} at most"
    for name in ("duel_with_wavy_tastes", "random_pairs_same_model", "random_winner_stays", "random_preset"):
        yield f"{name}: {told[name]['found']:.1%}"
    yield f"a proposal: {duel_told['proposal_cpu_ms_median']} ms, one in a hundred above " + (
        f"{duel_told['proposal_cpu_ms_slowest_of_100']} ms"
    )
