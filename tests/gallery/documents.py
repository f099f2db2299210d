"""The pictures of docs/ and static/: example comics, and every page in both languages, light and dark.

`python -m tests.gallery.documents` draws them all anew with the program as it stands.
"""

from __future__ import annotations

import os
import tempfile
from io import BytesIO
from pathlib import Path
from unittest import mock

from PIL import Image

from pipeline import flow, presets
from pipeline.files import write_atomic
from pipeline.flow import thumbnails as flow_thumbnails
from pipeline.presets import thumbnails
from tests.browser import steps
from tests.browser.conftest import PATIENCE, Workbench, browser_path
from tests.gallery.sheet_comics import made

ROOT = Path(__file__).parents[2]
DOCS, STATIC = ROOT / "docs", ROOT / "static"
# Language → the idea and the story's seed of the comic that is shown.
EXAMPLES = {
    "ko": ("비 오는 날 우산을 잃어버린 고양이", 4),
    "en": ("a cat who lost its umbrella on a rainy day", 5),
}
PAGES = {"story": "", "prompt": "Prompt", "render": "Render", "comic": "Comic", "tune": "Tune", "library": "Library"}
_LOCALES = {"ko": "ko-KR", "en": "en-US"}
_COLOURS = 160  # of a picture in docs/: flat colours need no more


def main() -> None:
    """Draw everything."""
    preset_thumbnails()
    examples()
    screenshots()


def preset_thumbnails() -> None:
    """One cat in the rain under every shipped preset, as the sketch artist draws it."""
    for path in sorted(presets.SHIPPED.glob("*.yaml")):
        drawn = flow_thumbnails.drawn(presets.read(path))
        write_atomic(thumbnails.shipped_folder() / f"{path.stem}.webp", drawn)


def examples() -> None:
    """The comic of the README (grid) and of the first page (strip), in both languages."""
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"NECUT_HOME": home}):
        for language, (idea, seed) in EXAMPLES.items():
            page = flow.letter(made(idea, language, "grid", seed)).picture
            _save(page, DOCS / f"comic_{language}.png")
            strip = flow.letter(made(idea, language, "strip", seed), 1180).picture
            strip.save(STATIC / f"example_{language}.webp", quality=88)


def screenshots() -> None:
    """Every page of a workbench with a few comics in it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Workbench(Path(home))
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        try:
            for language, (idea, seed) in EXAMPLES.items():
                comic_id = None
                for scheme in ("light", "dark"):
                    page = steps.new_page(
                        browser,
                        locale=_LOCALES[language],
                        color_scheme=scheme,
                        viewport={"width": 1280, "height": 860},
                    )
                    page.set_default_timeout(PATIENCE)
                    page.goto(server.url)
                    if comic_id is None:
                        comic_id = _make(page, idea, seed)
                        _draw_grid(page, f"{server.url}/Tune?comic={comic_id}")
                    for name, path in PAGES.items():
                        _shoot(page, f"{server.url}/{path}?comic={comic_id}", DOCS / f"{name}_{language}_{scheme}.png")
                    page.context.close()
        finally:
            browser.close()
            server.stop()


def _make(page, idea: str, seed: int) -> str:
    steps.type_idea(page, idea)
    steps.field(page, "seed").fill(str(seed))
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    return steps.comic_id(page)


def _draw_grid(page, url: str) -> None:
    """The grid that the Tune page proposes, for its picture."""
    page.goto(url)
    steps.press(page, "tune_start")
    page.wait_for_selector(".st-key-tune_sheet button", timeout=4 * PATIENCE)


def _shoot(page, url: str, path: Path) -> None:
    page.goto(url)
    page.wait_for_selector("[data-testid='stMain'] h1")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # fonts and pictures have come
    if page.locator(".st-key-tune_cells").count():
        steps.settled(page)  # every cell is composed
        page.locator(".st-key-tune_cells").scroll_into_view_if_needed()
        page.wait_for_timeout(1500)
    _save(Image.open(BytesIO(page.screenshot())), path)


def _save(picture: Image.Image, path: Path) -> None:
    picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
