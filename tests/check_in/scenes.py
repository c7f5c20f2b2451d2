"""Synthetic camera frames: a badge card in perspective, blurred, noisy, dim or under glare."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import qrcode
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

Format = QVideoFrameFormat.PixelFormat
QUIET = 4
PIXELS = 12  # per module of the flat card


@dataclass(frozen=True)
class Light:
    """How well the camera sees; the names are those of the measured table of the camera."""

    rotated: float = 0  # degrees
    tilted: float = 0
    blur: float = 0  # standard deviation in pixels
    moved: int = 0  # pixels during the exposure
    noise: float = 3
    light: float = 1
    glare: int = 0
    mirrored: bool = False


STEADY = Light()


def scene(code: str, seen: Light = STEADY, size=(1280, 720), share=0.22, seed=1) -> Image.Image:
    """Return what a camera sees of a badge whose code is `share` of the picture's width."""
    chance = random.Random(seed)
    card, edge = _card(code)
    scale = size[0] * share / edge
    picture = _ground(size, seed)
    corners = _corners(card.size, scale, size, seen, chance)
    coefficients = _perspective(corners, card.size)
    warped = card.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.BICUBIC)
    mask = Image.new("L", card.size, 255)
    mask = mask.transform(size, Image.Transform.PERSPECTIVE, coefficients)
    picture.paste(warped, mask=mask)
    return _through_lens(picture, seen, chance, seed)


def two(first: str, second: str, size=(1280, 720)) -> Image.Image:
    """Return two badges side by side."""
    left = scene(first, size=(size[0] // 2, size[1]), share=0.4)
    right = scene(second, size=(size[0] // 2, size[1]), share=0.4, seed=2)
    both = Image.new("L", size)
    both.paste(left, (0, 0))
    both.paste(right, (size[0] // 2, 0))
    return both


def frame(picture: Image.Image, kind=Format.Format_NV12) -> QVideoFrame:
    """Return a picture as a frame in one of the formats that cameras deliver."""
    wide, high = picture.size
    made = QVideoFrame(QVideoFrameFormat(QSize(wide, high), kind))
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    grey = picture.tobytes()
    rows = [grey[at * wide : (at + 1) * wide] for at in range(high)]
    stride, plane = made.bytesPerLine(0), made.bits(0)
    for at, row in enumerate(rows):
        line = _packed(row, kind)
        plane[at * stride : at * stride + len(line)] = line
    for other in range(1, made.planeCount()):
        chroma = made.bits(other)
        chroma[:] = bytes([128]) * len(chroma)
    made.unmap()
    return made


def _packed(row: bytes, kind) -> bytes:
    if kind is Format.Format_YUYV:
        return b"".join(bytes((value, 128)) for value in row)
    if kind is Format.Format_UYVY:
        return b"".join(bytes((128, value)) for value in row)
    if kind is Format.Format_BGRA8888:
        return b"".join(bytes((value, value, value, 255)) for value in row)
    return row


def _card(code: str) -> tuple[Image.Image, int]:
    """Return a white card with the code and grey lines like text, and the code's width."""
    made = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, border=0)
    made.add_data(code)
    made.make()
    modules = made.modules
    edge = len(modules) * PIXELS
    card = Image.new("L", (edge * 2, edge * 3), 235)
    draw = ImageDraw.Draw(card)
    left, top = edge // 2, edge // 2
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                x, y = left + column * PIXELS, top + row * PIXELS
                draw.rectangle((x, y, x + PIXELS - 1, y + PIXELS - 1), fill=25)
    for line in range(4):
        y = edge * 1.8 + line * edge * 0.25
        draw.rectangle((edge * 0.3, y, edge * (1.7 - line * 0.2), y + edge * 0.1), fill=60)
    return card, edge


def _ground(size, seed) -> Image.Image:
    chance = random.Random(seed + 99)
    small = Image.new("L", (size[0] // 16, size[1] // 16))
    small.putdata([int(chance.gauss(110, 8)) for _ in range(small.width * small.height)])
    return small.resize(size, Image.BICUBIC)


def _corners(card, scale, size, seen: Light, chance) -> list[tuple[float, float]]:
    """Return where the card's corners lie in the picture: turned in space, then projected."""
    wide, high = card
    middle = (wide / 2, wide / 2)  # of the code, which lies in the upper part
    turn = math.radians(seen.rotated)
    about_y, about_x = math.radians(seen.tilted), math.radians(seen.tilted * 0.6)
    far = 1.1 * size[0]
    centre = (size[0] * (0.5 + chance.uniform(-0.05, 0.05)), size[1] * 0.5)
    found = []
    for left, top in ((0, 0), (wide, 0), (wide, high), (0, high)):
        flat_x, flat_y = (left - middle[0]) * scale, (top - middle[1]) * scale
        x = flat_x * math.cos(turn) - flat_y * math.sin(turn)
        turned = flat_x * math.sin(turn) + flat_y * math.cos(turn)
        y, back = turned * math.cos(about_x), turned * math.sin(about_x)
        across = x * math.cos(about_y) + back * math.sin(about_y)
        depth = far / (far + back * math.cos(about_y) - x * math.sin(about_y))
        found.append((centre[0] + across * depth, centre[1] + y * depth))
    return found


def _perspective(picture, card) -> list[float]:
    """Return the eight numbers by which Pillow finds the card's point for one of the picture."""
    wide, high = card
    rows, wanted = [], []
    for (x, y), (u, v) in zip(picture, ((0, 0), (wide, 0), (wide, high), (0, high)), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        wanted += [u, v]
    return _solved(rows, wanted)


def _solved(rows, wanted) -> list[float]:
    """Solve eight linear equations by elimination."""
    table = [[*row, value] for row, value in zip(rows, wanted, strict=True)]
    for at in range(len(table)):
        best = max(range(at, len(table)), key=lambda row: abs(table[row][at]))
        table[at], table[best] = table[best], table[at]
        table[at] = [value / table[at][at] for value in table[at]]
        for row in range(len(table)):
            if row != at:
                factor = table[row][at]
                table[row] = [a - factor * b for a, b in zip(table[row], table[at], strict=True)]
    return [row[-1] for row in table]


def _through_lens(picture, seen: Light, chance, seed) -> Image.Image:
    if seen.glare:
        picture = _with_glare(picture, seen.glare, chance)
    picture = picture.point(lambda value: value * seen.light)
    if seen.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(seen.blur))
    if seen.moved > 1:
        picture = _smeared(picture, seen.moved)
    if seen.noise:
        noise = Image.effect_noise(picture.size, seen.noise)
        picture = Image.merge("L", [_added(picture, noise)])
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if seen.mirrored else picture


def _added(picture, noise) -> Image.Image:
    """Add noise around 128."""
    return ImageChops.add(picture, noise, 1, -128)


def _with_glare(picture, strength, chance) -> Image.Image:
    spot = Image.radial_gradient("L").point(lambda value: max(0, 255 - value * 2) * strength // 400)
    wide, high = int(picture.width * 0.16), int(picture.width * 0.09)
    light = Image.new("L", picture.size)
    x = picture.width // 2 + int(chance.uniform(-0.4, 0.4) * picture.width * 0.2)
    y = picture.height // 2 + int(chance.uniform(-0.4, 0.4) * picture.width * 0.2)
    light.paste(spot.resize((wide, high)), (x - wide // 2, y - high // 2))
    return ImageChops.add(picture, light)


def _smeared(picture, pixels) -> Image.Image:
    """Return the mean of the picture shifted by 0 to `pixels`."""
    mean = picture
    for at in range(1, pixels):
        mean = Image.blend(mean, ImageChops.offset(picture, at, at // 3), 1 / (at + 1))
    return mean
