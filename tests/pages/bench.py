"""The workbench under AppTest: what a page shows and does, without a browser."""

from __future__ import annotations

import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted((ROOT / "pages").glob("[0-9]*.py")))
PATIENCE = 30.0


def opened(locale: str = "en-US", comic_id: str | None = None) -> AppTest:
    """The first page as a new user opens it, or with a comic in its URL."""
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.context = {"locale": locale}
    if comic_id:
        app.query_params["comic"] = comic_id
    return healthy(app.run())


def healthy(app: AppTest) -> AppTest:
    """The app, after making sure that no page failed."""
    assert not app.exception, app.exception
    return app


def goto(app: AppTest, page: str) -> AppTest:
    """Switch to a page and run it twice: the first run still sees what the next one has lost."""
    healthy(app.switch_page(f"pages/{page}.py").run())
    return healthy(app.run())


def drawer(app: AppTest, key: str) -> AppTest:
    """Open a popover that is filled once it is open."""
    app.session_state[key] = True
    return healthy(app.run())


def wait_for_job(app: AppTest) -> AppTest:
    """Run the page until the open comic's job is over (AppTest has no timers)."""
    from pages.widgets import resources

    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        jobs = resources.queue().jobs(comic_id=comic_id(app))
        if jobs and jobs[-1].over:
            return healthy(app.run())
        time.sleep(0.05)
    raise TimeoutError("the job did not end")


def comic_id(app: AppTest) -> str:
    """The open comic's id, from the URL."""
    found = app.query_params["comic"]
    return found if isinstance(found, str) else found[0]


def made(idea: str = "a cat who lost its umbrella on a rainy day", locale: str = "en-US") -> AppTest:
    """The first page after "Make the whole comic"."""
    app = opened(locale)
    app.text_area(key="idea").set_value(idea)
    app.button(key="make_comic").click()
    healthy(app.run())
    return wait_for_job(app)
