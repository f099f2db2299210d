"""The artist `openai` against a real server on this machine: what it sends, what it keeps, how it fails."""

from __future__ import annotations

import time

import pytest

from pipeline import artists, infotext, remote, settings, words
from pipeline.artists import Drawn, Step, openai
from pipeline.artists.openai.request import nearest_size, sizes
from pipeline.comic import PanelPrompt, Piece, Room
from pipeline.errors import NecutError, NeedsSetup, RemoteError, RenderError
from pipeline.presets.preset import Preset
from tests.servers.images import REFUSALS, ImageServer

KEY = "sk-secret-of-the-owner"
OWNER = "somebody"
PROMPT = PanelPrompt(
    text="orange cat, red scarf, cat running, street",
    pieces=(
        Piece(text="orange cat", origin="character", character="Nabi"),
        Piece(text="red scarf", origin="character", character="Nabi"),
        Piece(text="cat running", origin="scene", character="Nabi"),
        Piece(text="street", origin="scene"),
    ),
    room=Room(edge="top", share=0.3),
)


@pytest.fixture
def server():
    with ImageServer() as running:
        yield running


def recipes(count: int = 1, preset: Preset = Preset(seed=5, style="webtoon"), region=(560, 420)):  # noqa: B008
    prompts = [PROMPT.with_changes(text=f"{PROMPT.text}, {index}") for index in range(count)]
    return [artists.get("openai").resolve(preset, prompt, region) for prompt in prompts]


def connected(server: ImageServer, **changes) -> None:
    remote.set_key(OWNER, KEY)
    settings.save(settings.Settings(openai_base_url=f"{server.url}/v1", **changes))


def draw(server: ImageServer, count: int = 1, **changes) -> list[Step | Drawn]:
    connected(server, **changes)
    with remote.acting_for(OWNER):
        return list(artists.get("openai").draw(recipes(count)))


def pictures(events) -> list[Drawn]:
    return [event for event in events if isinstance(event, Drawn)]


def told(error: NecutError) -> str:
    sentences = {language: words.tell(error, language) for language in words.LANGUAGES}
    assert all(sentence and KEY not in sentence for sentence in sentences.values())
    return sentences["en"]


def test_one_request_a_panel_with_the_words_as_prose(server):
    drawn = pictures(draw(server, count=4))
    assert [each.index for each in drawn] == [0, 1, 2, 3]
    assert len(server.asked) == 4
    sent = server.asked[0]
    assert sent.keys() == {"model", "prompt", "n", "size"}
    assert (sent["model"], sent["n"], sent["size"]) == ("gpt-image-1", 1, "1536x1024")
    for sentence in ("An orange cat wearing a red scarf.", "The cat is running.", "on a street", "webtoon", "top 30 %"):
        assert sentence in sent["prompt"]
    assert set(server.keys) == {f"Bearer {KEY}"}
    assert drawn[0].picture.size == (1536, 1024)


OTHER_KEY = "sk-of-the-painting-server"


@pytest.fixture
def painting_key():
    remote.set_key(OWNER, OTHER_KEY, "pictures")
    yield OTHER_KEY
    remote.set_key(OWNER, "", "pictures")


def test_pictures_may_come_from_another_server_with_a_key_of_its_own(server, painting_key):
    with ImageServer() as writes:
        drawn = pictures(draw(writes, openai_image_base_url=f"{server.url}/v1/"))
    assert len(drawn) == len(server.asked) == 1
    assert not writes.asked
    assert set(server.keys) == {f"Bearer {painting_key}"}


def test_the_key_of_the_server_that_writes_is_sent_to_no_other(server):
    with ImageServer() as writes:
        draw(writes, openai_image_base_url=f"{server.url}/v1")
    assert len(server.asked) == 1
    assert not any(KEY in (key or "") for key in server.keys)


def test_a_key_for_pictures_also_goes_to_the_server_that_writes(server, painting_key):
    draw(server)
    assert set(server.keys) == {f"Bearer {painting_key}"}


def test_openai_itself_is_not_asked_with_the_key_of_another_server():
    remote.set_key(OWNER, KEY)
    settings.save(
        settings.Settings(openai_base_url="http://127.0.0.1:11434/v1", openai_image_base_url=remote.OPENAI_URL)
    )
    with remote.acting_for(OWNER):
        assert openai.readiness().key == "openai.no_key"
        remote.set_key(OWNER, OTHER_KEY, "pictures")
        assert openai.readiness().ready
    remote.set_key(OWNER, "", "pictures")


@pytest.mark.parametrize("way", ["b64_json", "url", "data"])
def test_pictures_come_in_three_ways_and_the_key_goes_to_none_of_them(way):
    with ImageServer(answers_by=way) as server:
        (drawn,) = pictures(draw(server))
        assert drawn.picture.size == (1536, 1024)
        assert not any(server.fetch_keys)


@pytest.mark.parametrize(
    ("model", "region", "size"),
    [
        ("gpt-image-1", (560, 560), (1024, 1024)),
        ("gpt-image-1", (560, 420), (1536, 1024)),
        ("gpt-image-1-mini", (400, 900), (1024, 1536)),
        ("dall-e-3", (1600, 400), (1792, 1024)),
        ("dall-e-2", (1600, 400), (1024, 1024)),
        ("somebody/flux", (420, 560), (1024, 1536)),
    ],
)
def test_the_size_nearest_to_the_panel(model, region, size):
    assert nearest_size(model, region) == size
    assert size in sizes(model)


def test_a_server_with_sizes_of_its_own_chooses_one():
    with ImageServer("other sizes") as server:
        (drawn,) = pictures(draw(server))
        assert [("size" in body) for body in server.asked] == [True, False]
        assert drawn.picture.size == (drawn.recipe.width, drawn.recipe.height) == (512, 512)


def test_the_recipe_says_what_was_sent_and_claims_no_seed():
    with ImageServer("rewrites") as server:
        (drawn,) = pictures(draw(server, openai_image_model="gpt-image-1"))
        text = infotext.write(drawn.recipe)
        assert text.startswith(server.asked[0]["prompt"])
        assert "Model: gpt-image-1" in text and "Size: 1536x1024" in text
        assert not any(name in text for name in ("Seed:", "Steps:", "Sampler:", "CFG", "RNG"))
        assert infotext.read(text)["checkpoint"] == "gpt-image-1"
        (notice,) = drawn.notices
        assert "oil" in words.say(notice.key, "ko", **notice.values)


def test_words_are_all_sent_and_tags_are_not(server):
    connected(server)
    prompt = PanelPrompt(text="<lora:ink:0.8> ((shiny)) dragon, (gold:1.4), 용, cave")
    recipe = artists.get("openai").resolve(Preset(seed=1), prompt, (1, 1))
    sent = recipe.extra["sent_text"]
    assert all(word in sent for word in ("shiny dragon", "gold", "용", "cave"))
    assert not any(mark in sent for mark in ("<", "(", "1.4", "lora"))


SENTENCES = {
    "wrong key": (NeedsSetup, "key"),
    "unverified": (NeedsSetup, "verified"),
    "unsafe": (RenderError, "rules"),
    "no credit": (RemoteError, "credit"),
    "limit": (RemoteError, "credit"),
    "busy": (RemoteError, "busy"),
    "no model": (NeedsSetup, "no image model"),
    "no endpoint": (NeedsSetup, "no image model"),
    "broken": (RemoteError, "500"),
    "overloaded": (RemoteError, "503"),
    "no data": (RemoteError, "no picture"),
    "empty entry": (RemoteError, "no picture"),
    "a list": (RemoteError, "no picture"),
    "no json": (RemoteError, "cannot be read"),
    "cut json": (RemoteError, "cannot be read"),
    "no picture": (RemoteError, "cannot be read"),
    "bad base64": (RemoteError, "cannot be read"),
    "one colour": (RenderError, "shade"),
    "redirects": (RemoteError, "address"),
    "hangs up": (RemoteError, "broke"),
    "silent": (RemoteError, "within"),
    "drips": (RemoteError, "within"),
}


def test_every_refusal_is_among_them():
    assert SENTENCES.keys() >= REFUSALS.keys()


@pytest.mark.parametrize("does", SENTENCES)
def test_what_goes_wrong_is_one_sentence_and_is_not_sent_again(does):
    kind, says = SENTENCES[does]
    with ImageServer(does) as server:
        started = time.monotonic()
        with pytest.raises(kind) as failure:
            draw(server, picture_seconds=0.5 if does in ("silent", "drips") else 20.0)
        assert time.monotonic() - started < 2.5
        assert says in told(failure.value)
        assert len(server.asked) == 1


@pytest.mark.parametrize("does", ["broken", "hangs up", "silent", "cut json", "drips"])
def test_a_sentence_says_that_money_may_be_gone(does):
    with ImageServer(does) as server, pytest.raises(RemoteError) as failure:
        draw(server, picture_seconds=0.5 if does in ("silent", "drips") else 20.0)
    assert "charged" in told(failure.value)


@pytest.mark.parametrize("does", ["fetch fails", "fetch is gone", "fetch leads on"])
def test_a_picture_that_cannot_be_fetched_is_not_painted_anew(does):
    with ImageServer(does, answers_by="url") as server:
        with pytest.raises(RemoteError) as failure:
            draw(server)
        assert "could not be fetched" in told(failure.value)
        assert len(server.asked) == 1


def test_fetching_is_tried_twice():
    with ImageServer("fetch fails once", answers_by="url") as server:
        assert pictures(draw(server))
        assert len(server.fetch_keys) == 2 and len(server.asked) == 1


@pytest.mark.parametrize("url", ["http://169.254.169.254/latest", "http://192.168.0.1/a.png", "file:///etc/passwd"])
def test_a_servers_word_opens_no_other_door(url):
    with ImageServer(answers_by="url") as server:
        server.elsewhere = url
        with pytest.raises(RemoteError) as failure:
            draw(server)
        assert failure.value.key == "openai.not_fetched"
        told(failure.value)


def test_what_was_paid_for_is_kept_when_a_later_picture_fails():
    with ImageServer("broken", at=3) as server:
        connected(server)
        kept = []
        with remote.acting_for(OWNER), pytest.raises(RemoteError):
            for event in artists.get("openai").draw(recipes(4)):
                kept += [drawn.index for drawn in pictures([event])]
        assert kept == [0, 1]
        assert len(server.asked) == 3


def test_a_cancel_hands_over_what_is_paid_for_and_asks_for_no_more(server):
    connected(server)
    with remote.acting_for(OWNER):
        work = artists.get("openai").draw(recipes(4))
        assert isinstance(next(work), Step) and not server.asked, "nothing is sent before the first report"
        assert isinstance(next(work), Drawn)
        work.close()
    assert len(server.asked) == 1


def test_without_a_key_it_says_what_it_needs(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    settings.save(settings.Settings())
    assert not openai.readiness().ready
    with pytest.raises(NeedsSetup) as failure:
        list(artists.get("openai").draw(recipes()))
    assert "Connect" in told(failure.value)


def test_nobody_at_home_is_said_at_once():
    with ImageServer() as server:
        url = server.url
    settings.save(settings.Settings(openai_base_url=f"{url}/v1"))
    with pytest.raises(RemoteError) as failure:
        list(artists.get("openai").draw(recipes()))
    assert failure.value.key == "remote.unreachable"
