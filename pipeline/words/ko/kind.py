"""Kinds of lines and balloons."""

WORDS = {
    "speech": "말",
    "thought": "생각",
    "shout": "외침",
    "caption": "설명",
    "sound": "효과음",
    "whisper": "속삭임",
    "off_panel": "화면 밖",
    "narration": "내레이션",
}
