"""A fiftieth of every judge's count."""

import pytest

from tests import judge
from tests._found import modules


@pytest.mark.parametrize(
    "module", list(modules(judge, "judge_")), ids=lambda module: module.__name__.rpartition(".")[2]
)
def test_a_fiftieth_of_the_judge(module):
    figures = list(module.figures(share=0.02))
    assert figures, "a judge says what it has counted"
