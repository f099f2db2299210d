"""Every format, found by itself, opened by a program that is not ours."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from pipeline import export, flow, infotext, layout, store, words
from pipeline.comic import Exchange, Idea
from pipeline.errors import DamagedFile, InputError
from pipeline.export import necut, webtoon
from pipeline.flow import edits
from pipeline.queue import Queue


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A Korean comic, and the data folder it stands in."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("NECUT_HOME", str(home))
        comic = flow.begin(Idea(text="비 오는 날 우산을 잃어버린 고양이", language="ko"), seed=7)
        queue = Queue()
        assert queue.wait(flow.make(queue, comic.id, "test"), 60).state == "done"
        yield store.read(comic.id), home


@pytest.fixture
def publication(made, monkeypatch):
    comic, home = made
    monkeypatch.setenv("NECUT_HOME", str(home))
    return export.Publication(comic, flow.arts(comic))


def _lines(publication):
    return [line.text for panel in publication.comic.script.panels for line in panel.lines]


@pytest.mark.parametrize("name", export.names())
def test_every_format_writes_a_file_by_its_suffix(name, publication, tmp_path):
    module = export.get(name)
    path = tmp_path / f"comic{module.SUFFIXES[0]}"
    export.save(publication, path)
    assert export.for_path(path) is module
    assert path.stat().st_size > 10_000 and module.MIME.count("/") == 1
    assert words.has(f"formats.{name}", "ko") and words.has(f"formats.{name}", "en")


@pytest.mark.parametrize("name", ["png", "jpeg", "webp"])
def test_pictures_show_the_page_and_say_what_they_are(name, publication):
    data = export.get(name).publish(publication)
    with Image.open(BytesIO(data)) as picture:
        assert picture.size == publication.composed.picture.size
        if name == "png":
            notes = picture.text
            assert notes["Source"] == export.AI_MARK and _lines(publication)[0] in notes["Description"]
            assert picture.convert("RGB").tobytes() == publication.composed.picture.tobytes()
        else:
            tags = picture.getexif()
            assert tags[0x010E] == export.AI_MARK
            comment = tags.get_ifd(0x8769)[0x9286]
            assert _lines(publication)[0] in comment[8:].decode("utf-16-be")


def test_pdf_art_is_lossless_and_its_text_can_be_selected(publication):
    reader = PdfReader(BytesIO(export.get("pdf").publish(publication)))
    page = reader.pages[0]
    text = "".join(page.extract_text().split())
    for line in _lines(publication):
        assert "".join(line.split()) in text, line
    picture = page.images[0].image.convert("RGB")
    assert picture.tobytes() == publication.composed.picture.tobytes()
    assert reader.metadata.title == publication.comic.title
    assert export.AI_MARK in reader.metadata["/Keywords"]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_reads_the_pdf(publication, tmp_path):
    path = tmp_path / "comic.pdf"
    export.save(publication, path)
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    assert "".join(_lines(publication)[0].split()) in "".join(text.split())


def test_cbz_is_stored_and_its_comic_info_keeps_the_schemas_order(publication):
    with zipfile.ZipFile(BytesIO(export.get("cbz").publish(publication))) as archive:
        assert archive.testzip() is None
        assert all(member.compress_type == zipfile.ZIP_STORED for member in archive.infolist())
        info = ElementTree.fromstring(archive.read("ComicInfo.xml"))
        with Image.open(archive.open("0001.png")) as picture:
            page = info.find("Pages/Page").attrib
            assert (int(page["ImageWidth"]), int(page["ImageHeight"])) == picture.size
    order = ["Title", "Series", "Number", "Count", "Summary", "Notes", "Year", "Month", "Day", "Writer", "Penciller"]
    order += ["Genre", "PageCount", "LanguageISO", "Manga", "Characters", "Pages"]
    tags = [child.tag for child in info]
    assert tags == [tag for tag in order if tag in tags]
    assert info.findtext("LanguageISO") == "ko" and info.findtext("Title") == publication.comic.title


def test_a_comic_archive_library_opens_the_cbz_and_its_info_fits_the_schema(publication, tmp_path):
    from darkseid.comic import Comic as Archive
    from darkseid.comic import MetadataFormat

    path = tmp_path / "comic.cbz"
    export.save(publication, path)
    archive = Archive(path)
    assert archive.is_valid_comic() and archive.get_number_of_pages() == 1
    assert archive.get_page(0) == export.get("png").publish(publication)
    assert str(archive.validate_metadata(MetadataFormat.COMIC_INFO)).endswith("V2")
    info = archive.read_metadata(MetadataFormat.COMIC_INFO)
    assert info.series.name == publication.comic.title and info.series.language == "ko"
    assert [each.name for each in info.characters] == [each.name for each in publication.comic.script.characters]


def test_webtoon_slices_keep_the_limits_and_lose_no_row(publication):
    comic = publication.comic.with_changes(layout="yonkoma")
    tall = export.Publication(comic, publication.arts)
    with zipfile.ZipFile(BytesIO(webtoon.publish(tall))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".jpg")]
        sizes = [Image.open(archive.open(name)).size for name in names]
        assert all(archive.getinfo(name).file_size <= webtoon.HEAVIEST for name in names)
    assert names == sorted(names) and len(names) >= 2
    assert all(width == webtoon.WIDTH and height <= webtoon.TALLEST for width, height in sizes)
    whole = export.Publication(comic, publication.arts, webtoon.WIDTH).composed.page
    assert sum(height for _, height in sizes) == whole.height
    cuts = webtoon.cut_lines(whole.height, whole.panels)
    assert not any(panel.y0 < cut < panel.y1 for cut in cuts for panel in whole.panels)


def test_a_panel_taller_than_a_slice_is_cut_beside_its_balloons():
    panels = (layout.Region(0, 0, 800, 3000),)
    balloons = ((100, 1100, 300, 1290), (100, 2200, 300, 2500))
    cuts = webtoon.cut_lines(3000, panels, balloons)
    assert cuts[0] == 0 and cuts[-1] == 3000
    assert all(0 < b - a <= webtoon.TALLEST for a, b in zip(cuts, cuts[1:], strict=False))
    assert not any(box[1] < cut < box[3] for cut in cuts for box in balloons)


def test_html_is_one_file_that_escapes_what_the_user_wrote(publication):
    script = publication.comic.script.with_changes(title="<script>alert(1)</script>")
    comic = edits.with_script(publication.comic, script)
    html = export.get("html").publish(export.Publication(comic, publication.arts)).decode()
    assert "<script" not in html and "http:" not in html and "https:" not in html
    assert 'alt="' in html and "data:image/webp;base64," in html


def test_html_switches_between_the_languages_of_the_letters(publication):
    comic = publication.comic.with_changes(lettering=publication.comic.lettering.with_changes(language="en"))
    for panel, told in enumerate(comic.script.panels):
        for number in range(len(told.lines)):
            comic = edits.with_line(comic, panel, number, f"line {number}")
    page = export.Publication(comic, publication.arts)
    assert export.get("html").languages(page) == ("en", "ko")
    html = export.get("html").publish(page).decode()
    assert html.count("<article") == 2 and html.count("<input") == 2


def test_necut_holds_the_whole_comic_and_opens_again(publication):
    data = export.get("necut").publish(publication)
    again = necut.open_again(data)
    assert again.id != publication.comic.id
    assert again.script == publication.comic.script and again.slots == publication.comic.slots
    for slot, art in zip(again.slots, publication.arts, strict=True):
        assert store.open_take(again.id, slot.take).tobytes() == art.picture.tobytes()


def test_necut_leaves_the_chat_at_home(publication):
    desk = publication.comic.desk.with_changes(chat=(Exchange(id="1", asked="secret?", answer="hush"),))
    shared = export.Publication(publication.comic.with_changes(desk=desk), publication.arts)
    assert not necut.open_again(export.get("necut").publish(shared)).desk.chat


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all"])
def test_what_is_no_necut_file_is_one_error(data, necut_home):
    with pytest.raises(DamagedFile):
        necut.open_again(data)


def test_hostile_necut_files_change_nothing(publication):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        document = publication.comic.model_dump_json().replace(publication.comic.slots[0].chosen, "../../x")
        archive.writestr("comic.json", document)
        archive.writestr("takes/../../x.png", b"evil")
    before = set(store.ids())
    opened = necut.open_again(buffer.getvalue())
    assert all(not slot.takes for slot in opened.slots)
    assert set(store.ids()) == before | {opened.id}


def test_an_unknown_suffix_names_the_known_ones(tmp_path):
    with pytest.raises(InputError) as caught:
        export.for_path(tmp_path / "comic.docx")
    assert ".pdf" in words.tell(caught.value, "en")


@pytest.mark.parametrize("name", ["png", "jpeg", "webp"])
def test_a_page_given_back_is_told_from_a_picture_without_settings(name, publication):
    with pytest.raises(InputError) as caught:
        infotext.read_picture(BytesIO(export.get(name).publish(publication)))
    assert caught.value.key == "infotext.a_page"
