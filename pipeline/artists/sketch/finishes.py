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
    """256 × 256 grey grain, the same in every process: "grain" fine, "cloud" soft, "wax" streaky."""
    chance = random.Random(kind)
    raw = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256))
    if kind == "grain":
        return raw
    blur = {"cloud": 14, "wax": 1.1, "fibre": 0.8}[kind]
    wide = Image.new("L", (512, 512))
    for x in (0, 256):
        for y in (0, 256):
            wide.paste(raw, (x, y))
    if kind == "wax":
        wide = wide.rotate(35, Image.Resampling.BILINEAR).resize((512, 900)).crop((0, 200, 512, 712))
    soft = wide.filter(ImageFilter.GaussianBlur(blur)).crop((128, 128, 384, 384))
    return ImageOps.autocontrast(soft, cutoff=1)


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


def ink(picture: Image.Image, seed: int) -> Image.Image:
    """Brush and pen: paper white, solid blacks, hatching for the darker half."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=0.5)
    unit = _unit(picture)
    period = max(4, round(7 * unit))
    hatch = Image.new("L", (period * 4, period * 4), 255)
    pixels = hatch.load()
    for y in range(period * 4):
        for x in range(period * 4):
            if (x + y) % period < max(1, round(period * 0.3)):
                pixels[x, y] = 0
    lines = _repeat(hatch, picture.size)
    tone = ImageChops.lighter(lines, gray.point(lambda v: 255 if v > 118 else 0))
    solid = gray.point(lambda v: max(0, min(255, (v - 70) * 5)))
    return Image.merge("RGB", (ImageChops.darker(tone, solid),) * 3)


def screentone(picture: Image.Image, seed: int) -> Image.Image:
    """Manga tone: black ink, white paper, three dot screens."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=0.5)
    lifted = gray.point(lambda v: 255 if v > 226 else 205 if v > 182 else 165 if v > 140 else 118 if v > 92 else v)
    dots = _screened(lifted, max(4, round(6 * _unit(picture))), 2.2)
    blacks = gray.point(lambda v: max(0, min(255, (v - 56) * 6)))
    return Image.merge("RGB", (ImageChops.darker(dots, blacks),) * 3)


def watercolour(picture: Image.Image, seed: int) -> Image.Image:
    """Washes that bloom and pool, on rough paper."""
    unit = _unit(picture)
    small = picture.resize((max(picture.width // 2, 1), max(picture.height // 2, 1)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.GaussianBlur(1.6 * unit))
    soft = soft.resize(picture.size, Image.Resampling.BILINEAR)
    washed = Image.blend(picture, soft, 0.62)
    cloud = _tiled(_noise_tile("cloud"), picture.size).point(lambda v: 205 + v * 50 // 255)
    bloom = ImageChops.multiply(washed, Image.merge("RGB", (cloud,) * 3))
    bloom = ImageChops.screen(bloom, Image.merge("RGB", (cloud.point(lambda v: max(0, 250 - v)),) * 3))
    fibre = _tiled(_noise_tile("fibre"), picture.size).point(lambda v: 232 + v * 23 // 255)
    return _on_paper(
        ImageChops.multiply(ImageEnhance.Color(bloom).enhance(1.12), Image.merge("RGB", (fibre,) * 3)), (255, 252, 242)
    )


def pastel(picture: Image.Image, seed: int) -> Image.Image:
    """Chalk: pale and soft with a fine tooth."""
    grain = _tiled(_noise_tile("fibre"), picture.size).point(lambda v: v * 26 // 255)
    return ImageChops.add(picture, Image.merge("RGB", (grain,) * 3), 1.0, -6)


def noir(picture: Image.Image, seed: int) -> Image.Image:
    """Hard light from one side: blacks, one grey, cold whites."""
    gray = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    curve = gray.point(lambda v: 8 if v < 96 else 70 if v < 150 else 150 if v < 206 else 238)
    width, height = picture.size
    ramp = Image.linear_gradient("L").rotate(90).resize(picture.size, Image.Resampling.BILINEAR)
    ramp = ImageOps.mirror(ramp) if seed % 2 else ramp
    shade = ramp.point(lambda v: 150 + v * 105 // 255)
    vignette = Image.radial_gradient("L").resize((width, height), Image.Resampling.BILINEAR)
    lit = ImageChops.multiply(
        ImageChops.multiply(curve, shade), vignette.point(lambda v: 255 - max(0, v - 120) * 3 // 2 if v > 120 else 255)
    )
    return ImageOps.colorize(lit, (8, 8, 14), (240, 240, 232), (104, 110, 124))


def crayon(picture: Image.Image, seed: int) -> Image.Image:
    """Wax over paper: streaks of paper show through, edges wobble."""
    wax = _tiled(_noise_tile("wax"), picture.size)
    gaps = wax.point(lambda v: max(0, min(255, (v - 150) * 4)) * 150 // 255)
    paper = Image.new("RGB", picture.size, (255, 250, 238))
    soft = picture.filter(ImageFilter.ModeFilter(3)) if max(picture.size) <= 320 else picture
    waxed = Image.composite(paper, soft, gaps)
    streak = _tiled(_noise_tile("wax").transpose(Image.Transpose.ROTATE_90), picture.size).point(
        lambda v: 226 + v * 29 // 255
    )
    return ImageChops.multiply(ImageEnhance.Color(waxed).enhance(1.15), Image.merge("RGB", (streak,) * 3))


def pixels(picture: Image.Image, seed: int) -> Image.Image:
    """Big square pixels in few colours."""
    long = max(picture.size)
    cells = 128 if long >= 256 else max(48, long // 2)
    small = (max(1, round(picture.width * cells / long)), max(1, round(picture.height * cells / long)))
    tiny = picture.resize(small, Image.Resampling.BOX)
    tiny = ImageEnhance.Contrast(tiny).enhance(1.12).quantize(28, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
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
    """Glossy: light from above, a soft bloom around bright parts."""
    glow = picture.resize((max(1, picture.width // 4), max(1, picture.height // 4)), Image.Resampling.BOX)
    glow = glow.filter(ImageFilter.GaussianBlur(5)).resize(picture.size, Image.Resampling.BILINEAR)
    bloomed = Image.blend(picture, ImageChops.screen(picture, glow.point(lambda v: v * 120 // 255)), 0.6)
    ramp = Image.linear_gradient("L").resize(picture.size, Image.Resampling.BILINEAR)
    tint = ImageOps.colorize(ramp, (255, 250, 255), (226, 206, 246))
    return ImageChops.multiply(ImageEnhance.Color(bloomed).enhance(1.18), tint)


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
