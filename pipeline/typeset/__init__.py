"""Typesetting: which letters a face has, where lines break, how wide they are. Nothing is painted here.

All measures are in em, the letter size being one: whoever places a text multiplies. Read in this order:

1. `faces`     the shipped fonts, the voices that speak in them, and the runs of a text by face
2. `breaking`  where a line may break: the Korean and English rules
3. `setting`   a text set in balanced lines
"""

from pipeline.typeset.breaking import NOT_AT_END, NOT_AT_START, break_points
from pipeline.typeset.faces import FACES, FONTS, Face, Run, dropped, font, letters_of, runs, voice_faces
from pipeline.typeset.setting import LEADING, SetLine, SetText, clean, run_width, settings, width_of

__all__ = [
    "FACES",
    "FONTS",
    "LEADING",
    "NOT_AT_END",
    "NOT_AT_START",
    "Face",
    "Run",
    "SetLine",
    "SetText",
    "break_points",
    "clean",
    "dropped",
    "font",
    "letters_of",
    "run_width",
    "runs",
    "settings",
    "voice_faces",
    "width_of",
]
