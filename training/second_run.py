"""The second run on a GPU machine: what is built upon the painter. About 20 minutes on an H200 with 16 cores.

    python -m training.second_run --base models/necut-tiny --out OUT

Few-step LoRA, style LoRA and the embedding `easynegative`, one after the other, into OUT/lora and
OUT/embeddings. May be cut off at any moment: the same command goes on.
"""

from __future__ import annotations

from training import few_step, negative, style
from training.command import MODELS, read

PARTS = ((few_step, "lora"), (style, "lora"), (negative, "embeddings"))


def main(arguments: list[str] | None = None) -> bool:
    """Run what is not done yet; tells whether all is."""
    asked = read("second_run", __doc__, few_step.SIZES, MODELS, arguments)
    for recipe, folder in PARTS:
        done = recipe.main([
            "--size", asked.size, "--work", str(asked.work.parents[1]), "--base", str(asked.base),
            "--minutes", str(asked.minutes), "--seed", str(asked.seed), "--out", str(asked.out / folder),
        ])  # fmt: skip
        if not done:
            return False
    return True


if __name__ == "__main__":
    main()
