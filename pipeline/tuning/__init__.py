"""Tuning: which setting makes the better comic, found by looking instead of guessing.

Read in this order:

1. `ranges`      A1111's notation for numbers: `1-11 (+2)`, `0-1 [5]`, and lists with quotes
2. `axes`        an axis: what it changes, and the values it takes
3. `grids`       a grid: one comic, tuned otherwise in every cell; kept as a file
4. `trials`      the pictures of all cells, each under its recipe's fingerprint, none drawn twice
5. `plan`        a grid looked at before it starts: refusals, count, time, an order without reloads
6. `run`         a grid as a job of the queue, cell by cell
7. `showing`     a cell as one sees it, and `sheet`, all of them on one page
8. `instruments` sharpness, contrast, difference, time
9. `adopting`    a winner becomes a preset, its pictures the comic's
10. `log`        every picture ever made, with its recipe
11. `duel`       two comics side by side, a taste learnt from few choices (`duel_space`, `duel_model`, …)

`subject` makes a comic from an idea for whoever has none to try things on.
"""
