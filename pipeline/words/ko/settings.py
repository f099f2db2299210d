"""Settings."""

WORDS = {
    "damaged": "설정 파일 {path:이/가} 망가졌어요. 고치거나 지우면 기본 설정으로 다시 시작해요.",
}
