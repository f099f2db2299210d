"""What must not be lost: a refresh, a closed tab, a killed server, another user beside."""

from __future__ import annotations

import json

from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import steps


def _made(page, idea: str) -> str:
    steps.type_idea(page, idea)
    steps.press(page, "make_comic")
    steps.comic_ready(page)
    return steps.comic_id(page)


def _document(workbench, comic_id: str) -> dict:
    return json.loads((workbench.home / "comics" / comic_id / "comic.json").read_text(encoding="utf-8"))


def test_a_refresh_in_the_middle_loses_neither_job_nor_comic(new_user, workbench):
    page = new_user("en-US")
    steps.type_idea(page, "a ghost who is afraid of the dark")
    steps.press(page, "make_comic")
    page.wait_for_url("**comic=*")
    page.reload()
    steps.comic_ready(page)
    comic_id = steps.comic_id(page)
    assert [len(slot["takes"]) for slot in _document(workbench, comic_id)["slots"]] == [1, 1, 1, 1]


def test_a_closed_tab_does_not_stop_the_work(new_user, workbench):
    page = new_user("en-US")
    steps.type_idea(page, "a dog at the beach")
    steps.press(page, "make_comic")
    page.wait_for_url("**comic=*")
    url = page.url
    page.close()
    again = new_user("en-US", path=url.removeprefix(workbench.url))
    steps.comic_ready(again)


def test_two_users_at_once_never_see_each_others_work(new_user, workbench):
    one, two = new_user("en-US"), new_user("ko-KR")
    steps.type_idea(one, "a bear who bakes bread")
    steps.type_idea(two, "시험 보는 날 늦잠 잔 학생")
    steps.press(one, "make_comic")
    steps.press(two, "make_comic")
    steps.comic_ready(one)
    steps.comic_ready(two)
    ids = steps.comic_id(one), steps.comic_id(two)
    assert ids[0] != ids[1]
    first, second = (_document(workbench, comic_id) for comic_id in ids)
    assert first["idea"]["language"] == "en" and second["idea"]["language"] == "ko"
    expect(steps.field(one, "idea")).to_have_value("a bear who bakes bread")


def test_two_tabs_on_one_comic_lose_nothing(new_user, workbench):
    one = new_user("en-US")
    comic_id = _made(one, "a penguin at the office")
    two = new_user("en-US", path=f"/Comic?comic={comic_id}")
    expect(two.locator(".st-key-line_0_0")).to_be_visible()
    steps.field(two, "line_0_0").fill("From the second tab")
    steps.field(two, "line_0_0").press("Enter")
    steps.field(one, "script_line_1_0").fill("From the first tab")
    steps.field(one, "script_line_1_0").press("Enter")

    def lines() -> list[str]:
        panels = _document(workbench, comic_id)["story"]["script"]["panels"]
        return [panel["lines"][0]["text"] for panel in panels[:2]]

    steps.stored(one, lines, ["From the second tab", "From the first tab"])


def test_an_idle_page_causes_no_reruns(new_user):
    page = new_user("en-US")
    _made(page, "a fox and a rabbit in the snow")
    page.wait_for_timeout(1500)
    frames = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
    page.reload()
    steps.comic_ready(page)
    page.wait_for_timeout(1500)
    settled = len(frames)
    page.wait_for_timeout(3000)
    assert len(frames) - settled <= 1  # at most a keep-alive


def test_no_message_refers_to_one_that_the_browser_may_have_dropped(new_user, workbench):
    """Over a slow network such a reference ended the page with an error of Streamlit's."""
    page = new_user("en-US")
    comic_id = _made(page, "a penguin at the office")
    heard = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(frame)))
    page.goto(f"{workbench.url}/Prompt?comic={comic_id}")
    expect(page.locator(".chip").first).to_be_visible()
    steps.settled(page)
    steps.press(page, "wildcards")  # the page runs again, and its chips say what they said
    expect(steps.field(page, "wildcard_lines")).to_be_visible()
    steps.settled(page)
    messages = [ForwardMsg.FromString(frame) for frame in heard]
    assert sum(len(frame) > 10_000 for frame in heard) >= 8  # the chips of four panels, twice
    assert not any(message.WhichOneof("type") == "ref_hash" for message in messages)


def test_kill_9_loses_nothing_that_was_finished(new_user, workbench):
    page = new_user("ko-KR")
    comic_id = _made(page, "어둠이 무서운 유령")
    before = _document(workbench, comic_id)
    workbench.kill()
    workbench.start()
    again = new_user("ko-KR", path=f"/?comic={comic_id}")
    steps.comic_ready(again)
    assert _document(workbench, comic_id)["slots"] == before["slots"]


def test_what_a_kill_cut_off_is_shown_as_stopped_and_goes_on(new_user, workbench):
    page = new_user("ko-KR")
    comic_id = _made(page, "라면 끓이는 법을 배우는 로봇")
    workbench.kill()
    path = workbench.home / "comics" / comic_id / "comic.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["job"] = "make"  # as it stands while a job is at work
    document["slots"][3] |= {"takes": [], "chosen": None}
    path.write_text(json.dumps(document), encoding="utf-8")
    workbench.start()
    again = new_user("ko-KR", path=f"/?comic={comic_id}")
    steps.press(again, "go_on")
    steps.comic_ready(again)
    after = _document(workbench, comic_id)
    assert [len(slot["takes"]) for slot in after["slots"]] == [1, 1, 1, 1] and after["job"] == ""


def test_a_deep_link_to_a_server_just_started_opens_in_its_frame(new_user, workbench):
    workbench.kill()
    workbench.start()
    page = new_user("ko-KR", path="/Library")
    expect(page.get_by_role("link", name="이야기")).to_be_visible()
    expect(page.locator(".st-key-interface_language")).to_be_visible()
    expect(page.get_by_text("streamlit app")).to_have_count(0)


def test_short_jobs_in_a_row_leave_no_field_behind(new_user, workbench):
    page = new_user("en-US")
    comic_id = _made(page, "a bear who bakes bread")
    for scene in ("The bear runs on the beach.", "The bear sleeps in the bedroom.", "The bear waves in the park."):
        field = steps.field(page, "script_picture_1")
        field.fill(scene)
        field.press("Control+Enter")
        expect(steps.button(page, "run_stale")).to_contain_text("(2)")
        steps.press(page, "run_stale")
        expect(steps.button(page, "run_stale")).to_contain_text("All is fresh")
    steps.field(page, "idea").fill("a frog at the library")
    steps.field(page, "idea").press("Control+Enter")
    steps.press(page, "make_comic")
    expect(steps.button(page, "run_stale")).to_contain_text("All is fresh")
    page.wait_for_timeout(2000)
    document = _document(workbench, comic_id)
    assert not document["story"]["made"]["edited"]
    assert not any(slot["prompt"]["made"]["edited"] for slot in document["slots"])
    title = document["story"]["script"]["title"]
    expect(steps.field(page, "script_title")).to_have_value(title)
    description = document["story"]["script"]["panels"][1]["description"]
    expect(steps.field(page, "script_picture_1")).to_have_value(description)
