"""Which letters a face has and where lines break."""

from __future__ import annotations

import shutil
import unicodedata

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from pipeline import settings, typeset
from pipeline.typeset import NOT_AT_END, NOT_AT_START, break_points
from pipeline.typeset.breaking import split_word

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]
VOICES = ("speech", "stress", "caption", "shout", "sound", "title")

# Cases from "Requirements for Hangul Text Layout and Typography" (W3C klreq): what is given, and the
# pieces between which a line may break. A piece keeps the space before it.
BREAKS = (
    ("우산을 잃어버린 고양이", ["우산을", " 잃어버린", " 고양이"]),  # between 어절, never inside one
    ("안녕 !", ["안녕 !"]),  # no line begins with a closing mark …
    ("정말 ?! 그래", ["정말 ?!", " 그래"]),
    ("글쎄 … 몰라", ["글쎄 …", " 몰라"]),
    ("사과 , 배", ["사과 ,", " 배"]),
    ("닫는 ) 괄호", ["닫는 )", " 괄호"]),
    ("“ 인용 ” 끝", ["“ 인용 ”", " 끝"]),  # … and none ends with an opening one
    ("여는 ( 괄호", ["여는", " ( 괄호"]),
    ("낫표 「 안 」 밖", ["낫표", " 「 안 」", " 밖"]),
    ("값은 ₩ 500", ["값은", " ₩ 500"]),  # a sign and its number
    ("3 시간 뒤에", ["3 시간", " 뒤에"]),  # a number and its unit
    ("고양이 두 마리가", ["고양이", " 두", " 마리가"]),  # a counted noun with a particle is a word of its own
    ("고양이 두 마리", ["고양이", " 두 마리"]),
    ("10 km 남았다", ["10 km", " 남았다"]),
    ("2,000 원!", ["2,000 원!"]),
    ("12:30 분에", ["12:30 분에"]),
    ("한·중·일 대회", ["한·중·일", " 대회"]),  # no break beside a middle dot
    ("뭐라고……? 설마", ["뭐라고……?", " 설마"]),  # nor inside a row of points
    ("그건——아니야", ["그건——", "아니야"]),  # only after a whole dash
    ("well-known fact", ["well-", "known", " fact"]),  # English: after a hyphen that is there
    ("the Wi-Fi password", ["the", " Wi-Fi", " password"]),  # unless little would stand beside it
    ("-5 도", ["-5 도"]),
    ("Don't worry, dear.", ["Don't", " worry,", " dear."]),
    ("", []),
    ("   ", []),
)


@pytest.mark.parametrize(("text", "pieces"), BREAKS, ids=[text or "empty" for text, _ in BREAKS])
def test_a_line_may_break_only_there(text, pieces):
    assert list(break_points(text)) == pieces


@limits(deadline=None)
@given(st.text(alphabet="가나다 라마(「“)」”!?…,.3개ab-—", max_size=40), st.sampled_from(("ko", "en")))
def test_no_line_begins_or_ends_with_what_is_forbidden(text, language):
    for setting in typeset.settings(text, "speech", language, 60.0):
        lines = [line.text for line in setting.lines]
        assert "".join("".join(lines).split()) == "".join(unicodedata.normalize("NFC", text).split())
        for before, after in zip(lines, lines[1:], strict=False):
            assert after[0] not in NOT_AT_START - set("—-–") and before[-1] not in NOT_AT_END


def test_a_word_is_split_only_when_it_is_wider_than_a_line():
    long = "아주아주아주아주긴단어하나만있는경우"
    for setting in typeset.settings(f"이 {long} 봐", "speech", "ko", 8.0):
        assert all(line.width <= 8.001 for line in setting.lines)
    assert len(typeset.settings(long, "speech", "ko", 40.0)) == 1


def test_splitting_keeps_digits_and_marks_together():
    parts = split_word("가격은12345원입니다……!?", lambda part: len(part) <= 6)
    assert "".join(parts) == "가격은12345원입니다……!?"
    assert any("12345" in part for part in parts)
    assert not any(part[0] in NOT_AT_START for part in parts)


def test_lines_are_balanced():
    two = next(
        each for each in typeset.settings("가나 다라 마바 사아 자차 카타", "speech", "ko", 30.0) if len(each.lines) == 2
    )
    assert [line.text for line in two.lines] == ["가나 다라 마바", "사아 자차 카타"]


def test_marks_at_the_end_of_a_line_hang():
    plain = typeset.settings("가나다라", "speech", "ko", 30.0)[0].lines[0]
    marked = typeset.settings("가나다라!?", "speech", "ko", 30.0)[0].lines[0]
    assert plain.hang == 0 and 0 < marked.hang < marked.width - plain.width


def test_stress_has_a_face_of_its_own_and_its_stars_are_not_painted():
    line = typeset.settings("so *very* nice", "speech", "en", 30.0)[0].lines[0]
    assert line.text == "so very nice"
    assert [run.text.strip() for run in line.runs] == ["so", "very", "nice"]
    assert line.runs[1].face != line.runs[0].face


def test_stress_survives_a_break():
    three = typeset.settings("a *word and more words* b", "speech", "en", 12.0)[-1]
    stressed = typeset.FACES["comic_italic"]
    assert {run.text for line in three.lines for run in line.runs if run.face == stressed} >= {"word", "words"}


def test_a_lone_star_is_a_letter():
    assert typeset.clean("5 * 3") == "5 * 3"


def test_korean_in_pieces_is_set_as_whole_syllables():
    assert typeset.settings(unicodedata.normalize("NFD", "고양이"), "speech", "ko", 30.0)[0].lines[0].text == "고양이"


@pytest.mark.parametrize("voice", VOICES)
def test_every_syllable_is_painted_in_every_korean_voice(voice):
    for start in range(0, len(SYLLABLES), 400):
        text = "".join(SYLLABLES[start : start + 400])
        parted = typeset.runs(text, voice, "ko")
        assert "".join(run.text for run in parted) == text
        for run in parted:
            assert all(ord(letter) in typeset.letters_of(run.face.path) for letter in run.text)


def test_a_rare_syllable_is_painted_and_is_no_box():
    from PIL import Image, ImageDraw

    def painted(letter: str) -> bytes:
        (run,) = typeset.runs(letter, "speech", "ko")
        sheet = Image.new("L", (80, 80))
        ImageDraw.Draw(sheet).text((10, 60), run.text, font=typeset.font(run.face.path, 48), fill=255, anchor="ls")
        return sheet.tobytes()

    assert len({painted(letter) for letter in "뷁슌깄뀷\ud7a3"}) == 5


@pytest.mark.parametrize("text", ["😀", "♥", "★", "→", "…", "👍🏽", "A é ñ", "ㅋㅋㅋ", "「」"])
def test_marks_and_emoji_are_painted_or_reported(text):
    painted = "".join(run.text for run in typeset.runs(text, "speech", "ko"))
    lost = typeset.dropped(text, "ko")
    assert painted.strip() or lost


def test_what_no_font_has_is_dropped_and_reported():
    assert typeset.dropped("가\U0001f9ff\u0e01나", "ko") in ("\u0e01", "\U0001f9ff\u0e01")
    assert "".join(run.text for run in typeset.runs("가\u0e01나", "speech", "ko")) == "가나"
    assert typeset.settings("\u0e01", "speech", "ko", 10.0) == ()


def test_a_font_of_the_users_speaks_first():
    folder = settings.home() / "fonts"
    folder.mkdir(parents=True)
    shutil.copy(typeset.FACES["bangers"].path, folder / "caption.en.ttf")
    (folder / "shout.ttf").write_bytes(b"this is no font")
    assert typeset.voice_faces("caption", "en")[0].path == folder / "caption.en.ttf"
    assert typeset.voice_faces("shout", "en")[0] == typeset.FACES["bangers"]


def test_every_shipped_face_has_its_licence():
    for face in typeset.FACES.values():
        family = face.path.stem.partition("-")[0]
        assert "SIL OPEN FONT LICENSE" in (typeset.FONTS / f"{family}.OFL.txt").read_text(encoding="utf-8").upper()
    assert sum(path.stat().st_size for path in typeset.FONTS.iterdir()) < 12 * 1024 * 1024
