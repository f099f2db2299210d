"""What the first page costs: user + system CPU of a cold server process until its first script run has
ended, against a Streamlit app of one line, both in turn."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_RUNS = 5
_LONGEST = 60.0

_VISIT = """
import asyncio, sys
import websockets
async def visit(port):
    # a new session runs the script as soon as the page's socket says it is there
    from streamlit.proto.BackMsg_pb2 import BackMsg
    async with websockets.connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None) as page:
        message = BackMsg()
        message.rerun_script.query_string = ""
        await page.send(message.SerializeToString())
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
        while True:
            answer = ForwardMsg.FromString(await asyncio.wait_for(page.recv(), 40))
            if answer.WhichOneof("type") == "script_finished":
                print(answer.script_finished)
                return
asyncio.run(visit(int(sys.argv[1])))
"""


def figures() -> Iterator[str]:
    """The median ratio of paired runs, and both medians in seconds."""
    with tempfile.TemporaryDirectory() as scratch:
        one_line = Path(scratch) / "one_line.py"
        one_line.write_text('import streamlit as st\nst.write("hello")\n', encoding="utf-8")
        _cpu_seconds(ROOT / "streamlit_app.py", scratch)  # warm the disk for both
        _cpu_seconds(one_line, scratch)
        pairs = [
            (_cpu_seconds(ROOT / "streamlit_app.py", scratch), _cpu_seconds(one_line, scratch)) for _ in range(_RUNS)
        ]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield f"first page {ours:.2f} s of CPU, a one-line app {theirs:.2f} s, ratio {ratio:.2f} (at most 1.30)"


def _cpu_seconds(script: Path, scratch: str) -> float:
    """CPU of a cold server from its start to the end of its first script run."""
    port = _free_port()
    environment = {**os.environ, "NECUT_HOME": scratch}
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            "--server.port",
            str(port),
            "--server.headless",
            "true",
        ],
        cwd=script.parent,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        subprocess.run([sys.executable, "-c", _VISIT, str(port)], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        return _process_cpu(server.pid)
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the server did not start")


def _process_cpu(pid: int) -> float:
    """User and system seconds of a running process, as the kernel counts them (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
