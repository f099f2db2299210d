"""Tones."""

WORDS = {"warm": "따뜻하게", "playful": "장난스럽게", "deadpan": "무덤덤하게", "dramatic": "드라마틱하게"}
