"""`duel --simulate`: figures as JSON, the same for the same seed, and chance beside them."""

from __future__ import annotations

import json

from tests.commands.test_commands import necut, refused


def test_the_bench_is_told_as_json_with_chance_beside_it():
    first, second = (necut("duel", "--simulate", "1", "--seed", "5", "--json") for _ in range(2))
    told, again = json.loads(first.stdout), json.loads(second.stdout)
    assert told["people"] == 1
    assert told["duel"]["choices_most"] <= told["most_choices"] == 25
    assert {"random_pairs_same_model", "random_winner_stays", "random_preset"} <= told.keys()
    assert told["duel"]["better_presets_median"] == again["duel"]["better_presets_median"]


def test_nobody_to_simulate_is_refused_in_a_sentence():
    assert "--simulate" in refused(necut("duel", "--simulate", "0"))
