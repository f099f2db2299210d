# ruff: noqa: E501  (a row of a table is one line)
"""Given names, so that a story is told about Minsu when the idea is about Minsu."""

from __future__ import annotations

GIRLS = frozenset(
    "지영 수진 민지 서연 지우 하은 서윤 민서 하린 수아 지아 다은 예은 채원 소율 유진 은지 혜진 미영 영희 순이 수빈 예린 가은 "
    "지민 현주 은영 소연 나연 보라 아름 하나 지은 유나 윤아 세라 미나 다영 혜원 정아 유리 소희 은서 순자 영자 말순 "
    "anna emma mia lily lucy sophie sara sarah kate emily grace ella chloe zoe alice jane mary susan linda ruby nora "
    "daisy rosie maya olivia ava isla amy molly claire julia maria rachel nina eva hannah betty carol dora judy mina "
    "jenny jennifer jessica lisa laura megan priya aisha yuki".split()
)
BOYS = frozenset(
    "민수 철수 영수 지훈 민준 서준 도윤 시우 주원 하준 지호 준서 건우 우진 현우 선우 도현 성민 준호 동현 재현 승현 민재 "
    "태민 상우 영호 진수 민호 정우 재민 시원 은우 태양 동수 길동 만수 영철 병철 춘식 덕수 두식 "
    "tom tim jack john james bob bill ben sam max leo liam noah oliver henry george peter paul mark mike michael david "
    "daniel joe jim oscar felix hugo theo alex charlie harry luke adam eric kevin frank fred gary greg ian dave steve "
    "walter arthur ravi omar carlos juan hans otto kenji minsu jinho gus ned".split()
)
SURNAMES = frozenset("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민진나")

NOT_NAMES = frozenset(
    "a an the my our your his her their its i we you he she it they this that these those when if on in at how what why who "
    "two three four five every each one some any no not ad advert write make create draw tell ignore please once after "
    "before during while because but and or so as with without for from to by of monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december english korean "
    "thanksgiving halloween easter hanukkah xmas netflix youtube instagram google amazon ikea starbucks uber zoom tiktok "
    "facebook twitter costco walmart wifi tv pc korea japan america god ok there here is are do does can will let lets mr mrs ms dr old new big small tiny little".split()
)
"""English words that may stand capitalised and yet are nobody."""


def gender(name: str) -> str:
    """ "girl", "boy" or "" where the name does not say."""
    short = name.lower().removesuffix("이") if name.lower() not in GIRLS | BOYS else name.lower()
    given = short[1:] if len(short) == 3 and short[0] in SURNAMES else short
    return "girl" if given in GIRLS else "boy" if given in BOYS else ""


def is_korean_name(stem: str) -> bool:
    """Whether a Korean word is a given name, with or without a family name: 민수, 지영이, 김철수."""
    return bool(gender(stem))


def without_call(stem: str) -> str:
    """The name without the 이 that follows a final consonant in speech: 지영이 → 지영."""
    shorter = stem.removesuffix("이")
    return shorter if shorter != stem and stem not in GIRLS | BOYS and gender(shorter) else stem
