"""Layouts: what they are called, and what can be wrong with a user's."""

WORDS = {
    "grid": "네 칸 (2×2)",
    "yonkoma": "세로 네 컷",
    "strip": "가로 한 줄",
    "wide_opener": "첫 컷 넓게",
    "tall_closer": "마지막 컷 크게",
    "big_turn": "반전 컷 크게",
    "frame_story": "처음과 끝 넓게",
    "zigzag": "엇갈린 네 칸",
    "webtoon": "웹툰 스크롤",
    "square": "정사각형 (1:1)",
    "portrait": "소셜 세로 (4:5)",
    "story": "스토리 (9:16)",
    "soft": "테두리 없이 둥글게",
    "cinema": "영화처럼",
    "not_yaml": "레이아웃 파일 {path:을/를} 읽을 수 없어요. "
    "‘rows: [[1, 1], [1, 1]]’처럼 이름과 값을 적은 YAML이어야 해요.",
    "unknown_key": "레이아웃 파일 {path}에 모르는 항목 ‘{field}’이(가) 있어요. 쓸 수 있는 항목: {known}.",
    "not_four": "레이아웃 파일 {path}의 rows에는 컷이 모두 {count}개 있어야 해요. 예: rows: [[1], [1, 1, 1]]",
    "bad_value": "레이아웃 파일 {path}의 {field} 값 ‘{value}’은(는) 쓸 수 없어요. 항목을 지우면 기본값을 써요.",
    "too_small": "레이아웃 파일 {path}대로면 너무 작은 컷이 생겨요. 모든 컷이 가로세로 {least}픽셀 "
    "이상이 되게 비율을 바꿔 주세요.",
}
