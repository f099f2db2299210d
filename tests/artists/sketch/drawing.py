"""Small helpers for the tests of the sketch artist: one picture, and where two pictures differ."""

from __future__ import annotations

from PIL import Image, ImageChops

from pipeline.artists.sketch.figures import Placed, Stand, draw_figure
from pipeline.artists.sketch.palette import INK
from pipeline.artists.sketch.pen import Pen
from pipeline.artists.sketch.picture import Sketch, draw_scene
from pipeline.artists.sketch.read import read
from pipeline.artists.sketch.scene import Actor
from pipeline.artists.sketch.wardrobe import dress
from pipeline.comic import PanelPrompt, Room

SIDE = 192


def sketch(text: str, style: str = "", negative: str = "", seed: int = 3, room: Room | None = None) -> Sketch:
    """The drawn scene of a prompt."""
    return draw_scene(read(PanelPrompt(text=text), style, negative), SIDE, SIDE, seed, room)


def alone(actor: Actor, facing: str = "front", upright: bool = False) -> tuple[Image.Image, Placed]:
    """One figure on white, always at the same place and size: only what the actor says can differ."""
    canvas = Image.new("RGB", (SIDE * 2, SIDE * 2), "white")
    pen = Pen(canvas, 2, 1.2, lambda colour: colour, lambda colour: colour)
    placed = draw_figure(pen, actor, dress(actor.look), Stand(SIDE / 2, SIDE * 0.93, SIDE / 7, facing, upright))
    return canvas.reduce(2), placed


def changed(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around every pixel that differs clearly, None when the pictures are alike."""
    difference = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)
    return difference.getbbox()


def share_changed(one: Image.Image, other: Image.Image, box: tuple[float, ...] | None = None) -> float:
    """The share (0–1) of pixels in `box` that differ clearly."""
    difference = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)
    if box:
        difference = difference.crop(tuple(round(edge) for edge in box))
    return difference.histogram()[255] / max(difference.width * difference.height, 1)


def dark_share(picture: Image.Image, box: tuple[float, ...]) -> float:
    """The share (0–1) of ink in a box."""
    grey = picture.convert("L").crop(tuple(round(edge) for edge in box))
    limit = sum(INK[:3]) / 3 + 45
    return sum(grey.histogram()[: round(limit)]) / max(grey.width * grey.height, 1)


def mean(picture: Image.Image, box: tuple[float, ...]) -> tuple[float, ...]:
    """The mean colour of a box."""
    return tuple(picture.crop(tuple(round(edge) for edge in box)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))
