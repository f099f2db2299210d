"""Where balloons go. Words and faces in, places out: nothing is painted here.

Read in this order:

1. `scene`    a panel as a letterer sees it: who stands where, what is quiet; `heads`, where nobody told
2. `bodies`   the shape of a balloon around its words
3. `tails`    a tail aims at the mouth and stops short of it
4. `reading`  which balloon is read first
5. `options`  the candidates of a line: bodies in many places
6. `costs`    what an arrangement costs
7. `placing`  the search for the best arrangement of a panel's balloons
8. `room`     how much of a picture to keep quiet, estimated before it is drawn
"""

from pipeline.balloons.bodies import Body, bodies
from pipeline.balloons.options import Words
from pipeline.balloons.placing import Placed, Placement, place
from pipeline.balloons.reading import out_of_order, reads_before
from pipeline.balloons.room import estimate_room
from pipeline.balloons.scene import Person, Scene, look_at

__all__ = [
    "Body",
    "Person",
    "Placed",
    "Placement",
    "Scene",
    "Words",
    "bodies",
    "estimate_room",
    "look_at",
    "out_of_order",
    "place",
    "reads_before",
]
