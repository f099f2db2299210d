"""Run by itself, as a child process: `python -P _unpickle.py OLD NEW`. See `converting`.

Exit code 0 means that NEW holds every tensor of OLD; anything else, that OLD held something else, or
nothing.
"""

from __future__ import annotations

import sys


def tensors_of(found: object) -> dict:
    """The tensors of what a weight file holds: a state dict, one within `state_dict`, or an embedding's vectors."""
    import torch

    if isinstance(found, dict) and isinstance(found.get("string_to_param"), dict):  # A1111's textual inversions
        return {"emb_params": next(iter(found["string_to_param"].values()))}
    if isinstance(found, dict) and isinstance(found.get("state_dict"), dict):
        found = found["state_dict"]
    if not isinstance(found, dict):
        return {}
    named = {name: value for name, value in found.items() if isinstance(name, str) and isinstance(value, torch.Tensor)}
    alone = len(named) == 1 and next(iter(named.values())).ndim <= 2 and not any("." in name for name in named)
    return {"emb_params": next(iter(named.values()))} if alone else named  # diffusers' embeddings: {word: vectors}


def main(old: str, new: str) -> int:
    """Read, write, tell."""
    import torch
    from safetensors.torch import save_file

    tensors = tensors_of(torch.load(old, map_location="cpu", weights_only=True))
    if not tensors:
        return 1
    save_file({name: value.detach().clone().contiguous() for name, value in tensors.items()}, new)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
