# ruff: noqa: E501  (a row of ideas is one line)
"""Ideas for judging the offline writer: made of parts, so that every part meets many others."""

from __future__ import annotations

from pipeline.comic import Idea

KOREAN = (
    "비 오는 날 우산을 잃어버린 고양이", "시험 보는 날 늦잠 잔 학생", "할머니와 강아지의 바다 여행", "라면 끓이는 법을 배우는 로봇",
    "어둠이 무서운 유령", "눈 오는 밤 편지를 기다리는 소녀", "다이어트를 시작한 곰 앞에 나타난 케이크", "지구를 정복하러 온 외계인과 떡볶이",
    "회사에서 낮잠 자는 펭귄", "민수가 학교에서 노래를 부른다", "지영이와 고양이의 생일 파티", "빨간 목도리를 찾는 토끼", "사랑에 빠진 로봇",
    "마지막 남은 피자를 두고 싸우는 형제", "하늘을 날고 싶은 돼지", "마법을 잘못 배운 마녀", "첫 출근 날 지각한 신입사원", "꼴찌를 한 거북이",
    "이사 온 옆집 공룡", "혼자 사는 할아버지와 화분", "달리기 시합에 나간 달팽이", "거미를 무서워하는 용사", "슬픈 소년과 풍선",
    "안개 낀 새벽에 자전거 타는 여우", "도서관에서 몰래 빵을 먹는 생쥐", "고장 난 시계를 고치는 할머니", "우주에서 춤추는 고양이",
    "김치를 처음 먹어 본 외계인", "엄마의 거울을 깬 아이", "숙제를 잃어버린 강아지", "무지개를 찾아 떠난 개구리", "기타를 배우는 곰",
    "태풍 부는 날 모자를 잃어버린 아저씨", "친구가 없는 유령의 생일", "커피를 너무 많이 마신 토끼", "병원에 간 호랑이", "시골 할머니 집에 온 로봇",
    "축구를 하는 펭귄과 물고기", "크리스마스 선물을 잃어버린 산타", "지하철에서 조는 직장인", "수박을 훔친 범인을 찾는 탐정", "졸린 고양이",
)  # fmt: skip
ENGLISH = (
    "a robot who wants to learn to cook ramen", "a ghost who is afraid of the dark", "an ad for a pillow that never gets warm",
    "a cat who lost her umbrella in the rain", "Tom and his dog at the beach", "a student who overslept on the day of the exam",
    "a dragon who is allergic to gold and loves tea", "grandma wins a race", "a penguin at his first job interview",
    "two friends fight over the last slice of pizza", "an alien invades a supermarket", "a witch who broke her broom",
    "a bear on a diet and a cake", "a lonely robot on the moon", "a snail in a marathon", "a boy who broke his mother's mirror",
    "a detective looking for a missing cookie", "a snowy night and a letter that never came", "a pig who wants to fly",
    "a cat working in an office", "my neighbor is a dinosaur", "a frog waiting for rain", "a fox in love with the moon", "Lily's red balloon",
    "a vampire at the dentist", "a wizard who lost his wand", "a rabbit who drinks too much coffee", "a sad clown and a puppy",
    "a princess who wants to play guitar", "a chef with no taste", "a birthday party for a ghost", "a tired mom on Monday morning",
    "a pirate who is scared of water", "a dog who ate the homework", "an old man and his bicycle in the fog", "a mouse hiding in the library",
    "a child who found a treasure map", "a farmer and a talking carrot", "the worst magician in the city", "a fish who wants a bicycle",
    "an angry cat in a hat", "two robots dancing in the rain",
)  # fmt: skip

# who / what they are about; each pair stands for an idea of its own
_KO_PAIRS = (
    "고양이 강아지 로봇 할머니 소년 펭귄 외계인 토끼 공룡 유령 여우 돼지 요리사 의사 소녀 곰".split(),
    ("지갑을 잃어버린", "열쇠를 찾는", "케이크를 좋아하는", "바다로 여행을 떠난", "거울을 깬", "수영을 배우는", "늦잠을 잔", "버스를 기다리는",
     "번개를 무서워하는", "생일을 맞은", "기타를 산", "도서관에 숨은", "떡볶이를 먹는", "달리기에서 이긴", "숲에서 길을 잃은", "청소를 시작한",
     "꽃을 선물하는", "감기에 걸린", "눈싸움을 하는", "편지를 쓰는", "춤을 배우는", "모자를 잃어버린", "수박을 키우는", "이사 온",
     "햄버거를 요리하는", "회사에서 야근하는", "시험을 앞둔", "카메라를 고장 낸", "외로운", "산에서 노래하는", "사랑에 빠진", "축구를 하는"),
)  # fmt: skip
_EN_PAIRS = (
    "cat dog robot grandma boy penguin alien rabbit dinosaur ghost fox pig chef doctor girl bear".split(),
    ("lost a wallet", "is looking for a key", "loves cake", "went on a trip to the beach", "broke a mirror", "wants to learn to swim",
     "overslept", "is waiting for a bus", "is afraid of spiders", "has a birthday", "bought a guitar", "hides in the library",
     "eats too much pizza", "won a race", "got lost in the forest", "started cleaning the kitchen", "gives away a flower", "caught a cold",
     "is building a snowman in the snow", "writes a letter", "wants to dance", "lost a hat in the wind", "grows a watermelon", "moved in next door",
     "cooks a hamburger", "works late at the office", "has an exam tomorrow", "broke a camera", "feels lonely", "sings on a mountain",
     "is in love", "plays soccer"),
)  # fmt: skip


def _pairs(who: list[str], what: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every doing with two of the people."""
    return [(who[(number * 5 + step * 7) % len(who)], doing) for number, doing in enumerate(what) for step in (0, 1)]


def ideas() -> tuple[Idea, ...]:
    """Two hundred and more ideas, half of them in Korean, with every form, genre and tone among them."""
    korean = [*KOREAN, *(f"{what} {who}" for who, what in _pairs(*_KO_PAIRS))]
    english = [*ENGLISH, *(f"a {who} who {what}" for who, what in _pairs(*_EN_PAIRS))]
    made = [Idea(text=text, language="ko") for text in korean] + [Idea(text=text, language="en") for text in english]
    return tuple(idea.with_changes(**_wish(number)) for number, idea in enumerate(made))


def _wish(number: int) -> dict[str, str]:
    tones = ("warm", "playful", "deadpan", "dramatic")
    forms = ("joke", "joke", "joke", "drama", "lesson")
    return {"tone": tones[number % len(tones)], "form": forms[number % len(forms)]}
