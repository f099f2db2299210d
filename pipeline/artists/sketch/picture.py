"""Scene → picture: backdrop, things, figures, weather, marks and style, from back to front."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from pipeline.artists.sketch import marks
from pipeline.artists.sketch.figures import Placed, draw_figure
from pipeline.artists.sketch.light import Light, light_of
from pipeline.artists.sketch.moods import RAYS, draw_mood, shade_edges
from pipeline.artists.sketch.palette import INK, Colour, lit
from pipeline.artists.sketch.pen import Mapping, Pen, oversampling
from pipeline.artists.sketch.places import draw_place
from pipeline.artists.sketch.places.backdrop import Backdrop
from pipeline.artists.sketch.scene import Scene
from pipeline.artists.sketch.stage import Role, Stage, compose
from pipeline.artists.sketch.styles import PLAIN, STYLES, Style
from pipeline.artists.sketch.things import draw_cover, draw_things
from pipeline.artists.sketch.variants import Variants, of_cast, of_place
from pipeline.artists.sketch.weather import draw_weather
from pipeline.comic import Room
from pipeline.lexicon.looks import INDOORS


@dataclass(frozen=True)
class Sketch:
    """A drawn scene: the picture, and who stands where in the order of the scene's actors."""

    picture: Image.Image
    placed: tuple[Placed, ...]


def draw_scene(scene: Scene, width: int, height: int, seed: int = 0, room: Room | None = None) -> Sketch:
    """Draw a scene. The same arguments give the same pixels."""
    here, now = of_place(scene, seed), of_cast(scene, seed)
    style, light = STYLES.get(scene.style, PLAIN), light_of(scene, here)
    stage = compose(scene, width, height, room or Room(), now)
    over = oversampling(width, height)
    canvas = Image.new("RGB", (width * over, height * over))
    pen = _pen(canvas, over, style, (width * height) ** 0.5)
    far = style.far_ink or style.ink
    place_pen = pen.in_light(_lit(style, light.place, far)).inked(far)
    _backdrop(place_pen, scene, stage, light, here)
    draw_things(place_pen, scene, stage, now, behind=True)
    _air(pen, scene, stage, here, front=False)
    _rays_behind(pen, scene, stage)
    placed = _figures(pen.in_light(_lit(style, light.figures)), stage, scene)
    draw_things(pen.in_light(_lit(style, light.figures)), scene, stage, now, behind=False)
    _air(pen, scene, stage, here, front=True)
    draw_mood(pen, scene, stage, placed, now.chance("mood"))
    _marks(pen, scene, stage, placed)
    picture = shade_edges(canvas.reduce(over) if over > 1 else canvas, scene.mood, style)
    return Sketch(style.finish(picture, seed), placed)


def _pen(canvas: Image.Image, over: int, style: Style, size: float) -> Pen:
    """The base pen: a line of about 1/190 of the picture's side."""
    line = max(size / 190, 1.0) * style.line
    return Pen(canvas, over, line, _lit(style, (255, 255, 255)), style.ink)


def _lit(style: Style, light: Colour, ink: Mapping | None = None) -> Mapping:
    """The style's colours under a coloured light, each worked out once."""
    ink = ink or style.ink
    known: dict[Colour, Colour] = {}

    def shine(colour: Colour) -> Colour:
        found = known.get(colour)
        if found is None:
            inked = colour[:3] == INK  # ink is ink in any light
            found = ink(colour) if inked else style.fill(lit(colour, light))
            found = known[colour] = (*found[:3], *colour[3:])
        return found

    return shine


def _backdrop(pen: Pen, scene: Scene, stage: Stage, light: Light, variants: Variants) -> None:
    side = (stage.width * stage.height) ** 0.5
    unit = side * stage.zoom
    middle = stage.width * (0.5 + stage.aside)
    left, right = -middle / unit, (stage.width - middle) / unit
    mirrored = variants.choose("mirrored", (False, True))
    drop = Backdrop(
        pen.at(middle, stage.horizon, unit, flip=mirrored).bolder(0.85),
        light,
        variants.chance("backdrop"),
        left=-right if mirrored else left,
        right=-left if mirrored else right,
        top=min(-stage.horizon / unit, -0.3),
        bottom=max((stage.height - stage.horizon) / unit, 0.06),
        weather=scene.weather,
        without=scene.without,
        time=scene.time,
        variants=variants,
    )
    draw_place(drop, scene.place)


def _air(pen: Pen, scene: Scene, stage: Stage, variants: Variants, front: bool) -> None:
    if scene.place not in INDOORS:
        chance = variants.chance("air before" if front else "air behind")
        draw_weather(pen, scene.weather, stage.width, stage.height, chance, front)


def _figures(pen: Pen, stage: Stage, scene: Scene) -> tuple[Placed, ...]:
    """Draw everybody, the nearest last; the answer follows the scene's order."""
    drawn: dict[int, Placed] = {}
    for role in stage.roles:
        _shadow(pen, role)
        figure_pen = pen.bolder(_line_for(role, stage))
        drawn[id(role.actor)] = draw_figure(figure_pen, role.actor, role.outfit, role.stand)
        if role.actor.pose == "hiding":
            draw_cover(figure_pen, role.stand, scene.place in INDOORS)
    return tuple(drawn[id(actor)] for actor in scene.actors)


def _rays_behind(pen: Pen, scene: Scene, stage: Stage) -> None:
    """Speed lines and rays of excitement run towards the heads, behind everybody: no line crosses a face."""
    colours = [INK] if "speed lines" in scene.marks else []
    colours += [RAYS[scene.mood]] if scene.mood in RAYS else []
    for colour in colours:
        marks.speed_lines(pen, stage.width, stage.height, stage.middle, colour)


def _line_for(role: Role, stage: Stage) -> float:
    """Large figures get a bolder outline, small ones a finer."""
    share = role.stand.unit / ((stage.width * stage.height) ** 0.5)
    return max(0.62, min(1.5, (share / 0.13) ** 0.5))


def _shadow(pen: Pen, role: Role) -> None:
    stand = role.stand
    wide = 1.05 * role.outfit.build.girth
    pen.oval(stand.x, stand.ground + 0.02 * stand.unit, wide * stand.unit, 0.2 * stand.unit, (40, 30, 70, 64), line=0)


def _marks(pen: Pen, scene: Scene, stage: Stage, placed: tuple[Placed, ...]) -> None:
    """Marks go to whom they fit; each figure's first stands on its free side, further ones above it."""
    if not stage.roles:
        return _marks_alone(pen, scene, stage)
    wanted = list(scene.marks)
    index = {id(actor): i for i, actor in enumerate(scene.actors)}
    for role in stage.roles:
        box = placed[index[id(role.actor)]].head
        implied = marks.IMPLIED.get(role.actor.pose, "")
        if implied and implied not in scene.without and implied not in wanted:
            _beside(pen, role, box, stage, implied, 1)
    for order, name in enumerate(wanted):
        role = _whose(name, stage)
        _mark(pen, role, placed[index[id(role.actor)]], stage, name, order)


def _whose(name: str, stage: Stage) -> Role:
    """The first whose expression or pose the mark suits; else the first of all."""
    suits = marks.SUITS.get(name, frozenset())
    fitting = (role for role in stage.roles if {role.actor.expression, role.actor.pose} & suits)
    return next(fitting, stage.roles[0])


def _marks_alone(pen: Pen, scene: Scene, stage: Stage) -> None:
    x0, y0, x1, y1 = stage.free
    for i, name in enumerate(scene.marks):
        if name in marks.BESIDE:
            marks.draw_beside(pen.at(x0 + (x1 - x0) * (0.3 + 0.2 * i), y0 + (y1 - y0) * 0.4, (y1 - y0) * 0.14), name)


def _mark(pen: Pen, role: Role, placed: Placed, stage: Stage, name: str, order: int) -> None:
    x0, y0, x1, y1 = placed.head
    head = pen.at((x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) / 2).bolder(_line_for(role, stage))
    if name == "gloom lines":
        marks.gloom(head)
    elif name == "tears":
        marks.tears(head)
    elif name != "speed lines":
        _beside(pen, role, placed.head, stage, name, order)


def _beside(pen: Pen, role: Role, head: tuple[float, float, float, float], stage: Stage, name: str, order: int) -> None:
    """Beside the head, inside the free part of the picture, away from where the figure looks."""
    x0, y0, x1, y1 = head
    unit = (y1 - y0) / 2
    sides = [1, -1] if role.stand.flipped else [-1, 1]
    if role.actor.pose in ("waving", "pointing") or role.actor.held:
        sides = [1, -1] if role.stand.flipped else [-1, 1]
    side = sides[order % 2]
    x = (x1 if side > 0 else x0) + side * unit * 0.3
    y = y0 + unit * (0.35 - 0.1 * (order // 2))
    x = min(max(x, unit * 0.5), stage.width - unit * 0.5)
    y = min(max(y, stage.free[1] + unit * 0.62), stage.free[3] - unit * 0.4)
    marks.draw_beside(pen.at(x, y, unit * 0.82, flip=False).bolder(_line_for(role, stage)), name)
