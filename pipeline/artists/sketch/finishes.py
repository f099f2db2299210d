"""What a style does to a finished picture: screens, paper, washes, glow. Whole-image operations only.

Each takes the picture at its final size and its seed, and returns a picture of the same size.
"""

from __future__ import annotations

import random
from functools import lru_cache

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

PAPER = (250, 244, 230)


def none(picture: Image.Image, seed: int) -> Image.Image:
    """The picture as it is."""
    return picture


@lru_cache(maxsize=4)
def _noise_tile(kind: str) -> Image.Image:
    """Grey noise, the same in every process: "cloud" soft, "fibre" fine, "wax" in slanting streaks."""
    chance = random.Random(kind)
    if kind == "wax":
        return _streaks(chance)
    raw = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256))
    blur = {"cloud": 14, "fibre": 0.8}[kind]
    wide = Image.new("L", (512, 512))
    for x in (0, 256):
        for y in (0, 256):
            wide.paste(raw, (x, y))
    soft = wide.filter(ImageFilter.GaussianBlur(blur)).crop((128, 128, 384, 384))
    return ImageOps.autocontrast(soft, cutoff=1)


def _streaks(chance: random.Random) -> Image.Image:
    """Noise drawn out along one slanting direction, 640 pixels square."""
    raw = Image.frombytes("L", (90, 900), chance.randbytes(90 * 900))
    drawn_out = raw.resize((900, 900), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.8))
    slanted = drawn_out.rotate(38, Image.Resampling.BICUBIC).crop((130, 130, 770, 770))
    return ImageOps.autocontrast(slanted, cutoff=1)


def _tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile repeated, every other one mirrored so that seams do not show."""
    width, height = size
    block = Image.new(tile.mode, (tile.width * 2, tile.height * 2))
    mirrored = ImageOps.mirror(tile)
    for y, flip in ((0, False), (tile.height, True)):
        for x, each in ((0, tile), (tile.width, mirrored)):
            block.paste(ImageOps.flip(each) if flip else each, (x, y))
    full = Image.new(tile.mode, size)
    for y in range(0, height, block.height):
        for x in range(0, width, block.width):
            full.paste(block, (x, y))
    return full


def _on_paper(picture: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    return ImageChops.multiply(picture, Image.new("RGB", picture.size, paper))


def _unit(picture: Image.Image) -> float:
    """Screens and strokes are laid out for a picture of about 512 pixels a side."""
    return max((picture.width * picture.height) ** 0.5 / 512, 0.35)


@lru_cache(maxsize=32)
def _dots(period: int, turned: bool = True) -> Image.Image:
    """A screen tile of round dots, dark in the middle; two dots a tile stand on the diagonal."""
    size = period * 4
    tile = Image.new("L", (size, size))
    pixels = []
    centres = ((0.0, 0.0), (0.5, 0.5)) if turned else ((0.5, 0.5),)
    for y in range(size):
        for x in range(size):
            nearest = min(_torus(x / size - cx, y / size - cy) for cx, cy in centres)
            pixels.append(min(255, int(nearest * (340 if turned else 300))))
    tile.putdata(pixels)
    return tile.resize((period, period), Image.Resampling.BOX)


def _torus(dx: float, dy: float) -> float:
    dx, dy = dx - round(dx), dy - round(dy)
    return (dx * dx + dy * dy) ** 0.5 * 1.414


def _screened(gray: Image.Image, period: int, hard: float, turned: bool = True) -> Image.Image:
    """Grey as black dots on white, larger where it is darker; `hard` is how sharp the dots are."""
    return _harden(gray, _repeat(_dots(max(period, 3), turned), gray.size), hard)


def _harden(gray: Image.Image, screen: Image.Image, hard: float) -> Image.Image:
    difference = ImageChops.add(gray, screen, 2.0, 0)
    return difference.point(lambda v: max(0, min(255, round((v - 127.5) * hard * 2 + 127.5))))


def _repeat(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile repeated without mirroring: doubling pastes, so that small tiles stay cheap."""
    full = Image.new(tile.mode, size)
    full.paste(tile, (0, 0))
    width, height = tile.size
    while width < size[0]:
        full.paste(full.crop((0, 0, width, tile.height)), (width, 0))
        width *= 2
    while height < size[1]:
        full.paste(full.crop((0, 0, size[0], height)), (0, height))
        height *= 2
    return full


@lru_cache(maxsize=8)
def _hatching(period: int, thick: int, falling: bool) -> Image.Image:
    """A tile of slanting pen strokes, dark on white."""
    size = period * 4
    tile = Image.new("L", (size, size), 255)
    tile.putdata(
        [0 if (x + (y if falling else -y)) % period < thick else 255 for y in range(size) for x in range(size)]
    )
    return tile


def ink(picture: Image.Image, seed: int) -> Image.Image:
    """Brush and pen: paper white, solid blacks, two layers of hatching between them."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=0.5)
    period = max(4, round(8 * _unit(picture)))
    tone = Image.new("L", picture.size, 255)
    for limit, thick, falling in ((196, 0.14, True), (150, 0.26, True), (112, 0.26, False)):
        strokes = _repeat(_hatching(period, max(1, round(period * thick)), falling), picture.size)
        tone = ImageChops.darker(
            tone, ImageChops.lighter(strokes, gray.point(lambda v, at=limit: 255 if v > at else 0))
        )
    solid = gray.point(lambda v: max(0, min(255, (v - 62) * 5)))
    return Image.merge("RGB", (ImageChops.darker(tone, solid),) * 3)


def screentone(picture: Image.Image, seed: int) -> Image.Image:
    """Manga tone: black ink, white paper, three dot screens."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=0.5)
    lifted = gray.point(lambda v: 255 if v > 226 else 205 if v > 182 else 165 if v > 140 else 118 if v > 92 else v)
    dots = _screened(lifted, max(4, round(6 * _unit(picture))), 2.2)
    blacks = gray.point(lambda v: max(0, min(255, (v - 56) * 6)))
    return Image.merge("RGB", (ImageChops.darker(dots, blacks),) * 3)


def watercolour(picture: Image.Image, seed: int) -> Image.Image:
    """Washes that bloom and pool, fading into white paper at an uneven border."""
    unit = _unit(picture)
    small = picture.resize((max(picture.width // 2, 1), max(picture.height // 2, 1)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(1.8 * unit)).resize(picture.size, Image.Resampling.BILINEAR)
    washed = ImageEnhance.Color(Image.blend(picture, soft, 0.42)).enhance(1.2)
    cloud = _stretched(_noise_tile("cloud"), picture.size)
    paler = ImageChops.screen(washed, Image.merge("RGB", (cloud.point(lambda v: max(0, v - 90) * 90 // 165),) * 3))
    pooled = ImageChops.multiply(paler, Image.merge("RGB", (cloud.point(lambda v: 255 - max(0, 120 - v) // 3),) * 3))
    paper = Image.new("RGB", picture.size, (255, 253, 246))
    bordered = Image.composite(pooled, paper, _worn_edge(picture.size, cloud))
    tooth = _tiled(_noise_tile("fibre"), picture.size).point(lambda v: 242 + v * 13 // 255)
    return ImageChops.multiply(bordered, Image.merge("RGB", (tooth,) * 3))


def _stretched(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile over the whole picture: soft clouds as large as the picture asks for."""
    return tile.resize(size, Image.Resampling.BICUBIC)


def _worn_edge(size: tuple[int, int], cloud: Image.Image) -> Image.Image:
    """White inside, black at the border, the line between them following the cloud."""
    width, height = size
    reach = max(4, round(min(size) * 0.03))
    mask = Image.new("L", size, 0)
    mask.paste(255, (reach, reach, max(width - reach, reach + 1), max(height - reach, reach + 1)))
    quarter = mask.resize((max(width // 4, 1), max(height // 4, 1)), Image.Resampling.BOX)
    ramp = quarter.filter(ImageFilter.GaussianBlur(reach / 5)).resize(size, Image.Resampling.BILINEAR)
    rough = ImageChops.add(ramp, cloud.point(lambda v: (v - 128) // 2 + 128), 1.0, -128)
    return rough.point(lambda v: max(0, min(255, (v - 110) * 6)))


def pastel(picture: Image.Image, seed: int) -> Image.Image:
    """Chalk: pale and soft, the paper's tooth showing in fine streaks."""
    soft = picture.filter(ImageFilter.GaussianBlur(0.6 * _unit(picture)))
    streak = _stretched(_noise_tile("wax"), picture.size).point(lambda v: max(0, v - 140) * 46 // 115)
    return ImageChops.screen(soft, Image.merge("RGB", (streak,) * 3))


def noir(picture: Image.Image, seed: int) -> Image.Image:
    """Hard light from one side: blacks, one grey, cold whites."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    curve = gray.point(lambda v: 10 if v < 62 else 78 if v < 112 else 158 if v < 176 else 242)
    width, height = picture.size
    ramp = Image.linear_gradient("L").rotate(90).resize(picture.size, Image.Resampling.BILINEAR)
    ramp = ImageOps.mirror(ramp) if seed % 2 else ramp
    shade = ramp.point(lambda v: 168 + v * 87 // 255)
    vignette = Image.radial_gradient("L").resize((width, height), Image.Resampling.BILINEAR)
    lit = ImageChops.multiply(
        ImageChops.multiply(curve, shade), vignette.point(lambda v: 255 - max(0, v - 120) * 3 // 2 if v > 120 else 255)
    )
    return ImageOps.colorize(lit, (8, 8, 14), (240, 240, 232), (104, 110, 124))


def crayon(picture: Image.Image, seed: int) -> Image.Image:
    """Wax over paper: slanting strokes, the paper showing between them."""
    wax = _stretched(_noise_tile("wax"), picture.size)
    gaps = wax.point(lambda v: max(0, min(255, (v - 142) * 5)) * 215 // 255)
    paper = Image.new("RGB", picture.size, (255, 250, 238))
    waxed = Image.composite(paper, ImageEnhance.Color(picture).enhance(1.2), gaps)
    heavy = wax.point(lambda v: 255 - max(0, 110 - v) // 2)
    return ImageChops.multiply(waxed, Image.merge("RGB", (heavy,) * 3))


def pixels(picture: Image.Image, seed: int) -> Image.Image:
    """Big square pixels in few colours."""
    long = max(picture.size)
    cells = min(112, max(40, long // 4))
    small = (max(1, round(picture.width * cells / long)), max(1, round(picture.height * cells / long)))
    tiny = picture.resize(small, Image.Resampling.BOX)
    tiny = ImageEnhance.Contrast(tiny).enhance(1.12).quantize(24, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return tiny.convert("RGB").resize(picture.size, Image.Resampling.NEAREST)


def newspaper(picture: Image.Image, seed: int) -> Image.Image:
    """Old four-colour print: dots, slipped plates, yellowed paper."""
    period = max(4, round(6 * _unit(picture)))
    slip = max(1, round(1.6 * _unit(picture)))
    plates = []
    for i, band in enumerate(picture.split()):
        lifted = band.point(lambda v: 255 if v > 232 else v)
        dots = _screened(lifted, period + i, 1.4)
        plates.append(ImageChops.offset(Image.blend(band, dots, 0.55), (i - 1) * slip, (1 - i) * slip // 2))
    printed = ImageEnhance.Color(Image.merge("RGB", plates)).enhance(0.85)
    lines = picture.convert("L").point(lambda v: max(0, min(255, (v - 60) * 6)))
    printed = ImageChops.multiply(printed, Image.merge("RGB", (lines,) * 3))
    grain = _tiled(_noise_tile("fibre"), picture.size).point(lambda v: 226 + v * 29 // 255)
    return _on_paper(ImageChops.multiply(printed, Image.merge("RGB", (grain,) * 3)), (246, 230, 196))


def webtoon(picture: Image.Image, seed: int) -> Image.Image:
    """Glossy: warm light from one corner, violet shade in the other, a bloom around bright parts."""
    glow = picture.resize((max(1, picture.width // 4), max(1, picture.height // 4)), Image.Resampling.BOX)
    glow = glow.filter(ImageFilter.GaussianBlur(4 * _unit(picture))).resize(picture.size, Image.Resampling.BILINEAR)
    bloomed = Image.blend(picture, ImageChops.screen(picture, glow.point(lambda v: max(0, v - 96))), 0.5)
    ramp = Image.linear_gradient("L").rotate(-35, Image.Resampling.BILINEAR, fillcolor=128)
    ramp = ramp.crop((40, 40, 216, 216)).resize(picture.size, Image.Resampling.BILINEAR)
    shade = ImageOps.colorize(ramp, (255, 250, 236), (168, 140, 226), (255, 236, 244))
    return ImageEnhance.Color(ImageChops.multiply(bloomed, shade)).enhance(1.3)


def blueprint(picture: Image.Image, seed: int) -> Image.Image:
    """A drawing office's grid over the blue."""
    step = max(8, round(26 * _unit(picture)))
    cell = Image.new("RGB", (step, step), (0, 0, 0))
    cell.paste((26, 34, 40), (0, 0, step, 1))
    cell.paste((26, 34, 40), (0, 0, 1, step))
    return ImageChops.add(picture, _repeat(cell, picture.size))


def neon(picture: Image.Image, seed: int) -> Image.Image:
    """Tubes that glow in the dark."""
    small = picture.resize((max(1, picture.width // 3), max(1, picture.height // 3)), Image.Resampling.BOX)
    tubes = small.point(lambda v: max(0, v - 90) * 255 // 165)
    glow = tubes.filter(ImageFilter.GaussianBlur(4)).resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.screen(ImageEnhance.Color(picture).enhance(1.2), glow.point(lambda v: min(255, v * 9 // 8)))
