"""The real `transformers serve` with a tiny random GPT-2: transport, streaming and cancelling over a server that
nobody here has written. It keeps to no schema, so a story of it ends in one sentence and a question in its words."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from pipeline import remote, settings, writers
from pipeline.comic import Idea
from pipeline.errors import RemoteError
from pipeline.writers import Answered, Writing
from tests.writers.test_answers import SCRIPT

SERVE = shutil.which("transformers", path=str(Path(sys.executable).parent))
_NEEDED = [
    name for name in ("fastapi", "uvicorn", "openai", "accelerate", "torch") if not importlib.util.find_spec(name)
]
_PATIENCE = 90.0
pytestmark = pytest.mark.skipif(
    SERVE is None or bool(_NEEDED), reason=f"transformers[serving] is not whole: {', '.join(_NEEDED) or 'no command'}"
)


def tiny_gpt2(folder: Path) -> str:
    """A GPT-2 of a few thousand random weights that speaks bytes, with a chat template; the folder."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

    letters = {letter: number for number, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    end = "<|endoftext|>"
    tokenizer = Tokenizer(models.BPE(vocab={**letters, end: len(letters)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token=end, pad_token=end)
    fast.chat_template = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}"
    torch.manual_seed(1)
    config = GPT2Config(vocab_size=len(letters) + 1, n_positions=16384, n_embd=16, n_layer=1, n_head=2)
    config.eos_token_id = config.bos_token_id = len(letters)
    model = GPT2LMHeadModel(config)
    model.generation_config.do_sample = True
    model.generation_config.eos_token_id = list(range(0, len(letters), 24))  # random letters end at last, too
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return str(folder)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A running server: its base URL and the model's name."""
    model = tiny_gpt2(tmp_path_factory.mktemp("tiny-gpt2"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hub = tmp_path_factory.mktemp("hub")
    (hub / "hub").mkdir()  # it lists the models of this folder
    surroundings = {**os.environ, "HF_HOME": str(hub), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [SERVE, "serve", model, "--device", "cpu", "--port", str(port)],
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1", model
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("transformers serve did not start")


@pytest.fixture
def connected(served):
    address, model = served
    settings.save(settings.Settings(openai_base_url=address, openai_model=model, reply_seconds=60.0))
    return address


def test_the_server_answers_the_test_of_connect(connected):
    assert remote.test_openai(connected).ready
    assert isinstance(remote.models(connected), tuple)


def test_a_question_streams_and_its_tokens_are_counted(connected):
    *steps, last = writers.get("chatgpt").ask(Idea(text="x", language="ko"), SCRIPT, (), "제목은?")
    assert isinstance(last, Answered) and last.answer and not last.changes
    assert last.bill.tokens_sent > 100 and last.bill.tokens_received > 0
    assert all(isinstance(step, Writing) for step in steps) and any(step.text for step in steps)


def test_a_story_of_a_model_that_cannot_write_is_one_sentence(connected):
    with pytest.raises(RemoteError) as caught:
        list(writers.get("chatgpt").write(Idea(text="비 오는 날의 고양이", language="ko"), 1))
    assert caught.value.key in ("chatgpt.bad_reply", "chatgpt.cut_off")


def test_a_reply_is_left_in_the_middle(connected):
    story = writers.get("chatgpt").write(Idea(text="a cat"), 1)
    next(story)
    started = time.monotonic()
    story.close()
    assert time.monotonic() - started < 2.0
