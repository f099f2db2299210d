"""The prompt writer: a small GPT-2 that continues a scene into tags which the image model knows.

    python -m training.prompts --size full --out models/necut-prompts

A byte-level BPE vocabulary of its own (Sennrich et al. 2016) and a GPT-2 (Radford et al. 2019) of 1.4
million weights, taught on beginnings (`beginnings`) and fitting continuations (`fitting`). Only the
continuation is learnt: how scenes begin is the user's business. Plain `transformers` loads the folder.
"""

from __future__ import annotations

import random
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training import beginnings, fitting, loop
from training.command import MODELS, Asked, read

if TYPE_CHECKING:
    import torch
    from transformers import GPT2LMHeadModel, PreTrainedTokenizerFast

END = "<|endoftext|>"
POSITIONS = 192
SHARPER = 1.5
_IGNORED = -100


@dataclass(frozen=True)
class Size:
    """How large the model is and how long it learns."""

    steps: int
    texts: int
    """Beginnings; each is continued anew whenever it comes up."""
    batch: int
    words: int = 1600
    width: int = 128
    layers: int = 6
    heads: int = 4
    rate: float = 2e-3


SIZES = {
    "smoke": Size(steps=12, texts=60, batch=8, words=500, width=32, layers=1, heads=2),
    "cpu": Size(steps=1_600, texts=10_000, batch=48),
    "full": Size(steps=1_500, texts=20_000, batch=64),
}


def main(arguments: list[str] | None = None) -> bool:
    """Train, or go on training; tells whether it is done."""
    asked = read("prompts", __doc__, SIZES, MODELS / "necut-prompts", arguments)
    texts = _beginnings(asked)
    tokenizer = _tokenizer(asked, texts)
    writer = _Writer(asked, tokenizer, texts)
    return loop.run(writer.course(), asked.work, asked.minutes)


def _beginnings(asked: Asked) -> list[str]:
    """The beginnings, written once."""
    path = asked.work / "beginnings.txt"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        told = [
            beginnings.beginning(random.Random(f"{asked.seed} beginning {number}"))
            for number in range(asked.settings.texts)
        ]
        path.write_text("\n".join(told), encoding="utf-8")
        print(f"prompts: {len(told)} beginnings written")
    return path.read_text(encoding="utf-8").splitlines()


def _tokenizer(asked: Asked, texts: list[str]) -> PreTrainedTokenizerFast:
    """A vocabulary taught on the beginnings and on words that may come in between."""
    from transformers import GPT2TokenizerFast

    folder = asked.work / "tokenizer"
    if not folder.is_dir():
        whole = [_whole(text, random.Random(f"{asked.seed} vocabulary {text}")) for text in texts]
        vocabulary(whole, asked.settings.words).save_pretrained(folder)
    return GPT2TokenizerFast.from_pretrained(folder)


def vocabulary(texts: list[str], words: int) -> PreTrainedTokenizerFast:
    """A GPT-2 tokenizer with `words` tokens, every byte among them."""
    import json

    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import GPT2TokenizerFast

    taught = Tokenizer(models.BPE())
    taught.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=words,
        special_tokens=[END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    taught.train_from_iterator(texts, trainer)
    kept = json.loads(taught.to_str())["model"]
    return GPT2TokenizerFast(
        vocab=kept["vocab"],
        merges=[tuple(merge) for merge in kept["merges"]],
        bos_token=END,
        eos_token=END,
        unk_token=END,
        model_max_length=POSITIONS,
    )


def _whole(text: str, chance: random.Random) -> str:
    return ", ".join([text, *fitting.continuation(text, chance)])


class _Writer:
    """The model with what it learns from."""

    def __init__(self, asked: Asked, tokenizer: PreTrainedTokenizerFast, texts: list[str]) -> None:
        import torch

        self.asked, self.tokenizer, self.texts = asked, tokenizer, sorted(texts, key=len)
        torch.manual_seed(asked.seed)
        self.model = model(len(tokenizer), tokenizer.eos_token_id, asked.settings).to(loop.device())
        self.learning = torch.optim.AdamW(self.model.parameters(), weight_decay=0.05, betas=(0.9, 0.98))

    def course(self) -> loop.Course:
        """What the loop needs."""
        return loop.Course("prompts", self.asked.settings.steps, self.step, self.state, self.restore, self.publish)

    def step(self, number: int) -> float:
        """Learn from one batch."""
        import torch

        size = self.asked.settings
        loop.set_rate(self.learning, loop.warm_cosine(number, size.steps, size.rate))
        ids, labels = self._batch(loop.chance_of(self.asked.seed, number))
        self.model.train()
        loss = self.model(ids, attention_mask=torch.ones_like(ids), labels=labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.learning.step()
        self.learning.zero_grad()
        return float(loss.detach())

    def _batch(self, chance: random.Random) -> tuple[torch.Tensor, torch.Tensor]:
        """Texts of like length, padded with the end; only continuations are learnt. Padding is never looked back at,
        so it needs no mask."""
        import torch

        end = self.tokenizer.eos_token_id
        rows = []
        for text in self._alike(chance):
            before = self.tokenizer(f"{text},").input_ids[-(POSITIONS - 90) :]
            after = self.tokenizer("".join(f" {tag}," for tag in fitting.continuation(text, chance))).input_ids[:-1]
            rows.append((before, [*after[:89], end]))
        longest = max(len(before) + len(after) for before, after in rows)
        ids = torch.full((len(rows), longest), end)
        labels = torch.full((len(rows), longest), _IGNORED)
        for row, (before, after) in enumerate(rows):
            ids[row, : len(before) + len(after)] = torch.tensor(before + after)
            labels[row, len(before) : len(before) + len(after)] = torch.tensor(after)
        return ids.to(self.model.device), labels.to(self.model.device)

    def _alike(self, chance: random.Random) -> list[str]:
        """Beginnings of about one length: short ones need not wait for long ones."""
        count = min(self.asked.settings.batch, len(self.texts))
        window = min(4 * count, len(self.texts))
        first = chance.randint(0, len(self.texts) - window)
        return chance.sample(self.texts[first : first + window], count)

    def state(self) -> dict[str, Any]:
        """What is kept."""
        return {"model": self.model.state_dict(), "learning": self.learning.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        self.model.load_state_dict(state["model"])
        self.learning.load_state_dict(state["learning"])

    def publish(self) -> None:
        """Write the folder that transformers loads."""
        save(sharpened(self.model), self.tokenizer, self.asked.out)


def model(words: int, end: int, size: Size) -> GPT2LMHeadModel:
    """A fresh GPT-2."""
    from transformers import GPT2Config, GPT2LMHeadModel

    return GPT2LMHeadModel(
        GPT2Config(
            vocab_size=words,
            n_positions=POSITIONS,
            n_embd=size.width,
            n_layer=size.layers,
            n_head=size.heads,
            bos_token_id=end,
            eos_token_id=end,
            resid_pdrop=0.0,
            embd_pdrop=0.0,
            attn_pdrop=0.0,
        )
    )


def sharpened(model: GPT2LMHeadModel) -> GPT2LMHeadModel:
    """A copy that is surer of itself: its logits are `SHARPER` times as far apart, by the scale of the last norm.

    Who asks it with the temperature 0.9 of larger models then gets what 0.6 would give.
    """
    import torch

    surer = deepcopy(model)
    with torch.no_grad():
        surer.transformer.ln_f.weight.mul_(SHARPER)
        surer.transformer.ln_f.bias.mul_(SHARPER)
    return surer


def save(model: GPT2LMHeadModel, tokenizer: PreTrainedTokenizerFast, folder: Path) -> None:
    """Write model and tokenizer; the weights in float32, which every CPU reckons with."""
    import transformers

    transformers.utils.logging.disable_progress_bar()
    model.eval()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    (folder / "model.safetensors").chmod(0o644)


if __name__ == "__main__":
    main()
