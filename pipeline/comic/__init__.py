"""The nouns. Everything that flows through Necut is one of these frozen values.

A changed copy is made with `with_…`; nothing is ever changed in place. They are checked once, where
they enter (a reply, a file, a form), and trusted afterwards. Extra keys are refused.

Read in this order:

1. `noun`       what all of them have in common; `texts`, how long their texts may be
2. `idea`       what the user asked for, and each `character` of the story
3. `script`     the story: four panels and what is said in them
4. `prompt`     what an artist is asked for one panel
5. `recipe`     that with nothing left open; `made`, how an output came to be
6. `take`       one picture of a panel
7. `slot`       one panel's prompts and takes
8. `lettering`  the letters over the pictures
9. `desk`       the talk about the story
10. `document`  the comic with all of the above
"""

from __future__ import annotations

from pipeline.comic.character import MAX_CAST, Character, SpeechLevel
from pipeline.comic.desk import MAX_QUESTION, Change, Desk, Exchange, Retelling, Verdict
from pipeline.comic.document import VERSION, Comic, StoryOutput
from pipeline.comic.idea import MAX_IDEA, Idea
from pipeline.comic.lettering import BALLOON_KINDS, Balloon, BalloonKind, Lettering, PageState
from pipeline.comic.made import Made, Notice
from pipeline.comic.noun import Noun, fingerprint, replaced
from pipeline.comic.prompt import Candidate, Origin, PanelPrompt, Piece, Room, join_pieces, retrace, split_phrases
from pipeline.comic.recipe import Recipe
from pipeline.comic.script import BEATS, LINE_KINDS, MAX_LINES, PANELS, Beat, Line, LineKind, Panel, Script
from pipeline.comic.slot import KEPT, PromptOutput, Slot
from pipeline.comic.take import Box, Figure, Point, Take
from pipeline.comic.texts import MAX_TEXT, Language, Short, Text

__all__ = [
    "BALLOON_KINDS",
    "BEATS",
    "Balloon",
    "BalloonKind",
    "Beat",
    "Box",
    "Candidate",
    "Change",
    "Character",
    "Comic",
    "Desk",
    "Exchange",
    "Figure",
    "Idea",
    "KEPT",
    "LINE_KINDS",
    "Language",
    "Lettering",
    "Line",
    "LineKind",
    "MAX_CAST",
    "MAX_IDEA",
    "MAX_LINES",
    "MAX_QUESTION",
    "MAX_TEXT",
    "Made",
    "Notice",
    "Noun",
    "Origin",
    "PANELS",
    "PageState",
    "Panel",
    "PanelPrompt",
    "Piece",
    "Point",
    "PromptOutput",
    "Recipe",
    "Retelling",
    "Room",
    "Script",
    "Short",
    "Slot",
    "SpeechLevel",
    "StoryOutput",
    "Take",
    "Text",
    "VERSION",
    "Verdict",
    "fingerprint",
    "join_pieces",
    "replaced",
    "retrace",
    "split_phrases",
]
