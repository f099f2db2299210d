"""Tones."""

WORDS = {"warm": "Warm", "playful": "Playful", "deadpan": "Deadpan", "dramatic": "Dramatic"}
