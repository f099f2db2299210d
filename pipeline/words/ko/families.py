"""What the families are called."""

WORDS = {
    "writers": "이야기 작가",
    "prompters": "프롬프트 작성기",
    "artists": "그림 작가",
    "layouts": "레이아웃",
    "presets": "프리셋",
    "samplers": "샘플러",
    "formats": "파일 형식",
    "genres": "장르",
    "forms": "형식",
    "languages": "언어",
    "export": "파일 형식",
    "families": "묶음",
}
