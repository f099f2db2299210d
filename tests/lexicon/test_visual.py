# ruff: noqa: E501  (a row of a table is one line)
"""Descriptions as people type them into a panel, and the visual words they become."""

from __future__ import annotations

import pytest

from pipeline import lexicon
from pipeline.lexicon.conjugation import pattern
from pipeline.lexicon.entries import entries
from pipeline.lexicon.rows import postures
from pipeline.lexicon.visual import read_description

CAST = {"나비": "cat"}
DESCRIPTIONS = (
    ("고양이가 수영한다", "cat jumping, underwater", ()),
    ("소년이 양손에 책을 들고 웃는다", "boy holding book, boy laughing", ()),
    ("화난 얼굴이다", "cat standing, cat angry", ()),
    ("고양이의 얼굴이 슬프다", "cat standing, cat sad", ()),
    ("여자아이가 선물을 준다", "girl giving gift box", ()),
    ("남자가 아프다", "man lying down, sweat drop, medicine", ()),
    ("여자가 빵을 산다", "woman holding bread, money", ()),
    ("소년이 우유를 마신다", "boy drinking milk", ()),
    ("아이가 강아지를 껴안는다", "child hugging, dog standing", ()),
    ("화가가 그림을 그린다", "woman holding paint brush", ()),
    ("할머니가 요리한다", "grandmother cooking, steam", ()),
    ("소녀가 책을 읽는다", "girl reading book", ()),
    ("아이가 노래를 부른다", "child singing, music notes", ()),
    ("도둑이 도망간다", "man running, speed lines", ()),
    ("소년이 넘어진다", "boy falling, impact star", ()),
    ("고양이가 상자 뒤에 숨는다", "cat hiding, box", ()),
    ("여우가 버스를 기다린다", "fox standing, bus, clock", ()),
    ("남자와 여자가 뽀뽀한다", "man hugging, woman hugging, hearts", ()),
    ("두 소년이 싸운다", "boy pointing, second boy pointing, anger mark", ()),
    ("곰이 상자를 나른다", "bear holding box", ()),
    ("소년이 공을 던진다", "boy holding ball, speed lines", ()),
    ("엄마가 청소한다", "woman holding broom", ()),
    ("강아지가 잔다", "dog sleeping, sleep bubbles", ()),
    ("아이가 운다", "child crying, tears", ()),
    ("소녀가 웃는다", "girl standing, girl laughing", ()),
    ("남자가 전화한다", "man holding phone", ()),
    ("할머니가 사진을 찍는다", "grandmother holding camera", ()),
    ("소년이 자전거를 탄다", "boy sitting, bicycle", ()),
    ("여자가 쇼핑한다", "woman holding basket", ()),
    ("회사원이 일한다", "man sitting, laptop, table", ()),
    ("학생이 공부한다", "girl reading book", ()),
    ("나비가 춤을 춘다", "cat dancing, music notes", ()),
    ("소녀가 손을 흔든다", "girl waving", ()),
    ("고양이가 강아지를 안아 준다", "cat hugging, dog standing", ()),
    ("소년이 강아지에게 공을 던진다", "boy holding ball, dog standing, speed lines", ()),
    ("비 오는 밤, 나비가 창밖을 바라본다", "cat standing, night, rain", ()),
    ("두 소녀가 손을 잡고 뛰어간다", "girl running, second girl running, speed lines", ()),
    ("지친 얼굴로 침대에 눕는다", "cat lying down, cat sleepy, pillow, blanket", ()),
    ("나비가 뜨개질한다", "cat standing", ('뜨개질한다',)),
    ("곰이 통나무를 톱질한다", "bear standing, tree", ('톱질한다',)),
    ("펭귄이 빙판에서 미끄러진다", "penguin falling, snowy field, impact star", ()),
    ("소녀가 촛불을 끈다", "girl standing, candle", ('끈다',)),
    ("할아버지가 화분에 물을 준다", "grandfather holding plant pot", ()),
    ("로봇이 편지를 쓴다", "robot holding pencil, letter", ()),
    ("소년이 우산을 쓰고 걷는다", "boy walking, umbrella", ()),
    ("여우가 나비에게 꽃을 건네며 웃는다", "fox giving flower, fox laughing, cat standing", ()),
    ("유령이 하품을 한다", "ghost standing, ghost sleepy", ()),
    ("나비가 화난 얼굴로 소리친다", "cat standing, cat angry, exclamation mark", ()),
    ("나비가 눈물을 흘리며 라면을 먹는다", "cat eating ramen, cat crying", ()),
    ("나비가 깜짝 놀라 커피를 떨어뜨린다", "cat standing, cat surprised, coffee cup, impact star", ()),
    ("나비가 무릎을 꿇고 사과한다", "cat bowing", ()),
    ("선생님이 칠판 앞에서 설명한다", "teacher pointing", ()),
    ("경찰이 도둑을 쫓는다", "man running, second man running", ()),
    ("아이들이 놀이터에서 논다", "child cheering, playground", ()),
    ("엄마가 아이에게 밥을 먹인다", "woman giving rice bowl, child standing", ()),
    ("소년이 문을 두드린다", "boy standing, door", ()),
    ("소녀가 텔레비전을 본다", "girl sitting, television", ()),
    ("남자가 차를 운전한다", "man sitting, car", ()),
    ("남자가 기타를 친다", "man holding guitar, music notes", ()),
    ("여자가 양치한다", "woman holding toothbrush", ()),
    ("해 질 녘 옥상에서 나비가 하늘을 올려다본다. 멀리서 본 모습.", "cat looking up, rooftop, sunset, wide shot", ()),
    ("나비가 서 있고 그 옆에서 개구리가 춤을 춘다", "cat standing, frog dancing, music notes", ()),
    ("소년이 나무에 오른다", "boy walking, tree", ()),
    ("나비가 케이크를 훔친다", "cat holding cake", ()),
    ("나비가 당황한 표정이다", "cat standing, cat surprised", ()),
    ("비가 그치고 무지개가 뜬다", "rainbow", ()),
    ("나비는 자고 있다. 그 옆에서 강아지가 짖는다.", "cat sleeping, dog standing, sleep bubbles, exclamation mark", ()),
    ("바다에서 고양이가 헤엄친다", "cat jumping, beach", ()),
    ("소년과 소녀가 서로 껴안고 운다", "boy hugging, boy crying, girl hugging", ()),
    ("나비가 졸린 눈으로 커피를 마신다", "cat drinking coffee cup, cat sleepy", ()),
    ("나비가 침대에 누워 책을 읽는다", "cat reading book, pillow, blanket", ()),
    ("소녀가 케이크를 만든다", "girl cooking, cake, steam", ()),
    ("나비가 공원 벤치에 앉아 빵을 먹는다", "cat eating bread, bench, park", ()),
    ("비 오는 정류장에서 회사원이 우산을 들고 서 있다", "man holding umbrella, bus stop, rain", ()),
    ("나비가 춤추며 노래한다", "cat singing, music notes", ()),
    ("노을 지는 바닷가를 할머니와 강아지가 걷는다", "grandmother walking, dog walking, beach, sunset", ()),
    ("펭귄이 회사에서 꾸벅꾸벅 존다", "penguin sleeping, office, sleep bubbles", ()),
    ("외계인이 떡볶이를 맛본다", "alien eating tteokbokki", ()),
    ("로봇이 바이올린을 연주한다", "robot holding guitar, music notes", ()),
    ("소녀가 병원 침대에 누워 있다", "girl lying down, pillow, blanket, hospital", ()),
    ("나비가 상자를 열고 깜짝 놀란다", "cat standing, cat surprised, box", ()),
    ("소년이 트로피를 들고 환호한다", "boy cheering, trophy", ()),
    ("나비가 뒤를 돌아본다", "cat looking away", ()),
    ("아빠가 지갑을 잃어버렸다", "man searching, wallet, question mark", ()),
    ("소녀가 거울을 보며 수줍게 웃는다", "girl standing, girl laughing, mirror", ()),
    ("나비가 당근을 저글링한다", "cat standing, carrot", ('저글링한다',)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "scene", "unknown"), DESCRIPTIONS)
def test_a_description_becomes_what_the_sketch_artist_knows(text, scene, unknown):
    told = read_description(text, "ko", CAST)
    assert (told.scene, told.unknown) == (scene, unknown)
    assert all(lexicon.category(phrase) for phrase in told.scene.split(", ") if phrase)


def test_there_are_descriptions_enough():
    assert len({text for text, _, _ in DESCRIPTIONS}) > 60


def test_whoever_was_named_before_only_does_what_is_said():
    told = read_description("나비가 숨어 있다. 화난 얼굴이다.", "ko", CAST)
    assert told.scene == "cat hiding, cat angry"


@pytest.mark.parametrize(
    ("stem", "forms", "others"),
    [
        ("그리", "그린다 그리고 그려 그렸다 그리는 그립니다", "그릇 그림 그러다"),
        ("울", "운다 우는 울고 울었다 웁니다", "우산 울타리"),
        ("사", "산다 사고 사서 샀다 삽니다", "사과 사람 사진"),
        ("부르", "부른다 부르고 불러 불렀다", "부엌 부드럽다"),
        ("쓰", "쓴다 쓰고 써 썼다", "쓰레기"),
        ("먹", "먹는다 먹고 먹어 먹었다 먹으며", "먹구름 먹물"),
        ("공부하", "공부한다 공부하고 공부해 공부했다", "공부방"),
        ("춤을 추", "춤을 춘다 춤을 추고 춤을 췄다", "춤을"),
    ],
)
def test_a_stem_is_found_in_its_forms_and_nowhere_else(stem, forms, others):
    found = pattern(stem)
    words = forms.split() if " " not in stem else ["춤을 춘다", "춤을 추고", "춤을 췄다"]
    assert [word for word in words if not found.search(word)] == []
    assert [word for word in others.split() if found.search(word)] == []


def test_every_verb_shows_words_that_artists_know():
    for row in postures.VERBS.strip().splitlines():
        pose, prop, more, *_ = (cell.strip() for cell in row.split("|"))
        words = [pose, *(word.strip() for word in [prop.lstrip("? "), *more.split(",")] if word.strip())]
        assert all(lexicon.category(word) for word in words), row


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("the cat swims in the river", "cat jumping, river"),
        ("Grandma is buying bread", "grandmother holding bread, money"),
        ("two boys are fighting", "boy pointing, second boy pointing, anger mark"),
        ("the robot waits at the bus stop", "robot standing, bus stop, clock"),
    ],
)
def test_english_verbs_have_their_pictures_as_well(text, scene):
    assert read_description(text, "en").scene == scene


def test_no_verb_swallows_a_noun_of_the_lexicon():
    nouns = [word for entry in entries() if entry.sort in ("thing", "figure") for word in entry.korean if len(word) > 1]
    told = {noun: read_description(f"나비가 {noun}에 숨는다", "ko", CAST).scene for noun in nouns}
    assert {noun: scene for noun, scene in told.items() if not scene.startswith("cat hiding")} == {}
