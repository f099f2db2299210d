"""Necut's pipeline: everything between a sentence and a lettered four-panel comic.

    Idea ─writer→ Script ─prompter→ PanelPrompts ─artist→ Takes ─letterer→ page ─publisher→ files

Read it in this order:

1. `comic`      the nouns: frozen values that flow through the house
2. `flow`       the verbs write, prompt, render, letter, make: a recipe in five steps
3. `writers/`, `prompters/`, `artists/`   one family each: a protocol, and a file per member
4. `typeset`, `balloons`, `compose`       text first, balloons next, painting last
5. `store`, `queue`, `cells`              who owns a comic, who works on it, what is stale

A module may import the ones that `tests/test_import_order.py` lists before it and none after.
Nothing in here imports Streamlit; torch and its friends are imported only inside the member that
needs them, when it is first used.
"""

__version__ = "0.1.0"
