"""A real server and a real headless Chromium. Without a browser these tests are skipped with a reason;
under CI=true a missing browser is a failure."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import steps
from tests.browser.wire import SlowWire

ROOT = Path(__file__).parents[2]
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
PATIENCE = 30_000  # milliseconds that a slow machine may take for a step


def pytest_collection_modifyitems(items) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests: the system's own."""
    found = browser_path()
    if found is None:
        reason = "no Chromium on this machine"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield browser
        browser.close()


def browser_path() -> str | None:
    """Where this machine's Chromium is; None without one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Workbench:
    """A running server with a data folder of its own, behind a slow wire if it is asked for."""

    def __init__(self, home: Path, slow: bool = False) -> None:
        self.home = home
        self.port = _free_port()
        self.wire = SlowWire(self.port) if slow else None
        self.url = f"http://127.0.0.1:{self.wire.port if self.wire else self.port}"
        self.start()

    def start(self) -> None:
        """Start the server and wait until it listens."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "NECUT_"))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.port", str(self.port)],
            cwd=ROOT,
            env={**environment, "NECUT_HOME": str(self.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise TimeoutError("the workbench did not start")

    def kill(self) -> None:
        """As a power cut would: no time to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End the server."""
        if self.wire:
            self.wire.close()
        self.process.terminate()
        self.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def workbench(tmp_path_factory, pytestconfig) -> Iterator[Workbench]:
    """A server for the tests of one module."""
    server = Workbench(tmp_path_factory.mktemp("home"), slow=pytestconfig.getoption("slow_wire"))
    yield server
    server.stop()


@pytest.fixture
def new_user(chromium, workbench):
    """Opens pages as new users: `new_user(locale="ko-KR", path="/")`; their browsers close at the end."""
    contexts = []

    def open_page(locale: str = "ko-KR", path: str = "/", **options):
        options = {"viewport": {"width": 1280, "height": 900}} | options
        page = steps.new_page(chromium, locale=locale, **options)
        contexts.append(page.context)
        page.set_default_timeout(PATIENCE)
        page.goto(workbench.url + path)
        page.wait_for_selector("[data-testid='stMain'] h1")
        return page

    yield open_page
    for context in contexts:
        context.close()
