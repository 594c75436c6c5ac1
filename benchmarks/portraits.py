"""Invented profile pictures, drawn by rule, and what networks do to them: the set the likeness of pictures is tried on.

Every picture follows from its number alone. Even numbers are for choosing limits, odd ones were put aside before any
limit was chosen and are only ever measured (`part`).
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

Part = Literal["train", "test"]
PARTS: tuple[Part, ...] = ("train", "test")
SIDE = 480
_SKIN = ((241, 206, 180), (224, 172, 135), (198, 134, 94), (141, 85, 54), (92, 58, 38), (255, 220, 195))
_HAIR = ((30, 24, 20), (70, 42, 24), (120, 76, 36), (190, 150, 90), (150, 150, 150), (110, 40, 20))
_TILES = ((66, 133, 244), (219, 68, 55), (244, 180, 0), (15, 157, 88), (103, 58, 183), (0, 150, 136), (121, 85, 72))


@dataclass(frozen=True)
class Sample:
    """A pair of pictures as files, what was done, and whether it is the same picture."""

    first: bytes
    second: bytes
    what: str
    same: bool


def part_of(number: int) -> Part:
    """Which part a picture belongs to; it was decided before anything was measured."""
    return "train" if number % 2 == 0 else "test"


def numbers(part: Part, count: int) -> tuple[int, ...]:
    return tuple(one for one in range(count * 2) if part_of(one) == part)


# -- pictures --------------------------------------------------------------------------------------


def picture(number: int) -> Image.Image:
    """A portrait of an invented person, or every third time a scene, a pet or a thing."""
    return scene(number) if number % 6 in (4, 5) else portrait(number, number)


def portrait(person: int, place: int, *, wearing: int | None = None, moved: int = 0) -> Image.Image:
    """A face and shoulders. `place` is the background, `wearing` the clothes; `moved` is another shot of the same."""
    rng, clothes, pose = (
        random.Random(f"person {person}"), random.Random(f"clothes {person if wearing is None else wearing}"),
        random.Random(f"pose {person} {moved}"),
    )  # fmt: skip
    image = _background(place)
    draw = ImageDraw.Draw(image)
    x = SIDE * pose.uniform(0.40, 0.60)
    y = SIDE * pose.uniform(0.36, 0.46)
    wide = SIDE * rng.uniform(0.13, 0.20) * pose.uniform(0.9, 1.15)
    tall = wide * rng.uniform(1.2, 1.45)
    skin, hair = rng.choice(_SKIN), rng.choice(_HAIR)
    cloth = tuple(clothes.randrange(20, 236) for _ in range(3))
    broad = wide * clothes.uniform(1.9, 2.6)
    shoulders = y + tall * 1.15
    draw.ellipse((x - broad, shoulders, x + broad, SIDE * 1.6), fill=cloth)
    if clothes.random() < 0.5:  # a collar or a stripe
        stripe = tuple(255 - one for one in cloth)
        draw.polygon([(x - wide * 0.6, shoulders), (x, shoulders + tall * 0.7), (x + wide * 0.6, shoulders)], stripe)
    style = rng.randrange(4)
    if style == 0:  # long
        draw.ellipse((x - wide * 1.35, y - tall * 1.2, x + wide * 1.35, y + tall * 1.6), fill=hair)
    elif style == 1:  # short
        draw.ellipse((x - wide * 1.1, y - tall * 1.18, x + wide * 1.1, y + tall * 0.5), fill=hair)
    elif style == 2:  # up
        draw.ellipse((x - wide * 0.6, y - tall * 1.75, x + wide * 0.6, y - tall * 0.7), fill=hair)
        draw.ellipse((x - wide * 1.1, y - tall * 1.15, x + wide * 1.1, y + tall * 0.6), fill=hair)
    draw.rectangle((x - wide * 0.4, y + tall * 0.6, x + wide * 0.4, shoulders + tall * 0.25), fill=_darker(skin, 0.85))
    draw.ellipse((x - wide, y - tall, x + wide, y + tall), fill=skin)
    if style in (0, 1, 2):
        draw.pieslice((x - wide, y - tall * 1.02, x + wide, y + tall * 0.4), 180, 360, fill=hair)
        draw.ellipse((x - wide * 0.92, y - tall * 0.55, x + wide * 0.92, y + tall * 0.98), fill=skin)
    eye, brow = wide * 0.17, hair
    for side in (-1, 1):
        ex, ey = x + side * wide * 0.42, y - tall * 0.08
        draw.ellipse((ex - eye, ey - eye * 0.6, ex + eye, ey + eye * 0.6), fill=(245, 245, 245))
        draw.ellipse((ex - eye * 0.5, ey - eye * 0.5, ex + eye * 0.5, ey + eye * 0.5), fill=(40, 30, 25))
        draw.line((ex - eye * 1.3, ey - eye * 1.6, ex + eye * 1.3, ey - eye * 1.5), fill=brow, width=5)
    draw.line((x, y, x - wide * 0.1, y + tall * 0.28), fill=_darker(skin, 0.75), width=5)
    smile = tall * rng.uniform(0.05, 0.2)
    draw.chord((x - wide * 0.4, y + tall * 0.4, x + wide * 0.4, y + tall * 0.4 + smile * 2), 0, 180, fill=(160, 60, 60))
    if rng.random() < 0.3:  # glasses
        for side in (-1, 1):
            gx = x + side * wide * 0.45
            box = (gx - wide * 0.36, y - tall * 0.28, gx + wide * 0.36, y + tall * 0.14)
            draw.rectangle(box, outline=(25, 25, 25), width=5)
    if rng.random() < 0.25:  # a beard
        box = (x - wide * 0.95, y - tall * 0.1, x + wide * 0.95, y + tall * 1.05)
        draw.chord(box, 25, 155, fill=hair)
    return _lit(image, random.Random(f"light {person} {moved}"))


def scene(number: int) -> Image.Image:
    """Hills, a town by the water, a pet, or a plate: what people use in place of a face."""
    rng = random.Random(f"scene {number}")
    image = _background(number * 7 + 1)
    draw = ImageDraw.Draw(image)
    kind = rng.randrange(3)
    if kind == 0:
        for layer in range(4):
            base = SIDE * (0.4 + 0.15 * layer)
            points = [(step * SIDE / 8, base + rng.uniform(-60, 60)) for step in range(9)]
            shade = tuple(int(one * (1 - 0.18 * layer)) for one in (90, 150, 110))
            draw.polygon([(0, SIDE), *points, (SIDE, SIDE)], fill=shade)
        sun = rng.uniform(0.1, 0.9) * SIDE
        draw.ellipse((sun - 40, 40, sun + 40, 120), fill=(255, 236, 170))
    elif kind == 1:
        at = 0.0
        while at < SIDE:
            wide, top = rng.uniform(35, 95), rng.uniform(0.2, 0.65) * SIDE
            draw.rectangle((at, top, at + wide, SIDE * 0.75), fill=tuple(rng.randrange(40, 220) for _ in range(3)))
            at += wide
        draw.rectangle((0, SIDE * 0.75, SIDE, SIDE), fill=(70, 110, 150))
    else:
        for _ in range(rng.randrange(5, 10)):
            cx, cy, size = rng.uniform(0, SIDE), rng.uniform(0, SIDE), rng.uniform(30, 130)
            draw.ellipse((cx - size, cy - size, cx + size, cy + size), tuple(rng.randrange(20, 240) for _ in range(3)))
    return _lit(image, rng)


def _background(place: int) -> Image.Image:
    """Out of focus: a room, leaves, a wall. Every third is nearly plain, as in a studio."""
    rng = random.Random(f"place {place}")
    if place % 3 == 0:
        plain = tuple(rng.randrange(90, 230) for _ in range(3))
        image = Image.new("RGB", (SIDE, SIDE), plain)
    else:
        coarse = Image.frombytes("RGB", (7, 7), rng.randbytes(147))
        image = coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(12))
        image = Image.blend(image, Image.new("RGB", image.size, tuple(rng.randrange(60, 220) for _ in range(3))), 0.35)
    return image


def _lit(image: Image.Image, rng: random.Random) -> Image.Image:
    """Light from one side, the softness of a lens and the grain of a camera."""
    shade = Image.linear_gradient("L").resize((SIDE, SIDE)).rotate(rng.choice((0, 90, 180, 270)))
    dark = ImageEnhance.Brightness(image).enhance(rng.uniform(0.55, 0.8))
    image = Image.composite(image, dark, shade).filter(ImageFilter.GaussianBlur(1.5))
    grain = Image.frombytes("L", (SIDE // 2, SIDE // 2), rng.randbytes(SIDE * SIDE // 4)).resize((SIDE, SIDE))
    return Image.blend(image, Image.merge("RGB", (grain, grain, grain)), 0.05)


def _darker(colour: tuple[int, int, int], by: float) -> tuple[int, int, int]:
    red, green, blue = colour
    return int(red * by), int(green * by), int(blue * by)


# -- pictures that stand for none ------------------------------------------------------------------


def tile(number: int) -> Image.Image:
    """What a network shows of somebody without a picture: a letter or two on a colour, or a grey figure."""
    rng, kind = random.Random(f"tile {number}"), number // 2 % 4  # each kind in both parts
    image = Image.new("RGB", (SIDE, SIDE), rng.choice(_TILES))
    if kind == 1:  # one colour that turns into another
        over = Image.new("RGB", image.size, rng.choice(_TILES))
        image = Image.composite(image, over, Image.linear_gradient("L").resize(image.size))
    draw = ImageDraw.Draw(image)
    if kind == 3:
        grey = rng.choice(((207, 216, 220), (228, 230, 235), (240, 240, 240)))
        image.paste(grey, (0, 0, SIDE, SIDE))
        figure = rng.choice(((255, 255, 255), (120, 130, 140)))
        size = rng.uniform(0.15, 0.21) * SIDE
        draw.ellipse((SIDE / 2 - size, SIDE * 0.38 - size, SIDE / 2 + size, SIDE * 0.38 + size), fill=figure)
        draw.ellipse((SIDE / 2 - size * 2, SIDE * 0.64, SIDE / 2 + size * 2, SIDE * 1.3), fill=figure)
    else:
        letters = "".join(rng.choice("ABCDEFGHIJKLMNOPRSTVW") for _ in range(rng.choice((1, 2))))
        size = SIDE * rng.choice((0.4, 0.5)) / (1 if len(letters) == 1 else 1.3)
        draw.text((SIDE / 2, SIDE / 2), letters, fill="white", anchor="mm", font_size=size)
    return image


def flat(number: int) -> Image.Image:
    """One colour, or one that turns into another."""
    rng = random.Random(f"flat {number}")
    one, two = (Image.new("RGB", (SIDE, SIDE), tuple(rng.randrange(256) for _ in range(3))) for _ in range(2))
    return one if number // 2 % 2 else Image.composite(one, two, Image.linear_gradient("L").resize(one.size))


# -- what networks and people do to a picture ------------------------------------------------------


def saved(image: Image.Image, rng: random.Random, quality: tuple[int, int] = (60, 95)) -> bytes:
    """As a JPEG file of some quality."""
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=rng.randint(*quality))
    return out.getvalue()


def _crop(image: Image.Image, rng: random.Random, most: float = 0.15) -> Image.Image:
    gone = rng.uniform(0.05, most)
    left, top = rng.uniform(0, gone), rng.uniform(0, gone)
    size = image.width
    return image.crop((int(left * size), int(top * size), int((left + 1 - gone) * size), int((top + 1 - gone) * size)))


def _circle(image: Image.Image, rng: random.Random) -> Image.Image:
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, image.width - 1, image.height - 1), fill=255)
    return Image.composite(image, Image.new("RGB", image.size, rng.choice(("white", "black", "#f0f2f5"))), mask)


def _caption(image: Image.Image, rng: random.Random) -> Image.Image:
    image = image.copy()
    draw = ImageDraw.Draw(image)
    high = image.height * rng.uniform(0.1, 0.18)
    top = rng.choice((0.0, image.height - high))
    draw.rectangle((0, top, image.width, top + high), fill=rng.choice(("black", "white")))
    draw.text((image.width / 2, top + high / 2), "Open to work", fill="grey", anchor="mm", font_size=high * 0.6)
    return image


def _resize(image: Image.Image, rng: random.Random) -> Image.Image:
    side = rng.choice((100, 128, 150, 200, 320, 400, 640, 800))
    return image.resize((side, side), Image.Resampling.LANCZOS)


def _rotate(image: Image.Image, rng: random.Random) -> Image.Image:
    turn = rng.uniform(1.5, 4) * rng.choice((-1, 1))
    turned = image.rotate(turn, Image.Resampling.BICUBIC)
    cut = int(image.width * 0.06)
    return turned.crop((cut, cut, image.width - cut, image.height - cut))


def _border(image: Image.Image, rng: random.Random) -> Image.Image:
    return ImageOps.expand(image, int(image.width * rng.uniform(0.03, 0.1)), rng.choice(("white", "black", "#1877f2")))


def _several(image: Image.Image, rng: random.Random) -> Image.Image:
    """What a network really does, all at once."""
    image = _resize(_crop(image, rng), rng)
    return _circle(image, rng) if rng.random() < 0.5 else image


CHANGES: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "saved again": lambda image, _rng: image,
    "resized": _resize,
    "cropped": _crop,
    "circle": _circle,
    "brighter or darker": lambda image, rng: ImageEnhance.Brightness(image).enhance(rng.choice((0.7, 0.8, 1.2, 1.3))),
    "mirrored": lambda image, _rng: ImageOps.mirror(image),
    "turned a little": _rotate,
    "border": _border,
    "caption": _caption,
    "grey": lambda image, _rng: ImageOps.grayscale(image),
    "cropped, resized, circle": _several,
    "mirrored, cropped": lambda image, rng: _crop(ImageOps.mirror(image), rng),
}
_WORST = ("saved again",)  # of these the quality goes down to 40


def same(part: Part, count: int) -> Iterator[Sample]:
    """Each picture beside itself after each change."""
    for number in numbers(part, count):
        image = picture(number)
        first = saved(image, random.Random(number), (85, 95))
        for what, change in CHANGES.items():
            rng = random.Random(f"{number} {what}")
            low = 40 if what in _WORST else 60
            yield Sample(first, saved(change(image, rng), rng, (low, 95)), what, same=True)


def others(part: Part, count: int) -> Iterator[Sample]:
    """Pictures that are not the same, however alike; every second one of a pair was through a network."""
    every = numbers(part, count)
    for at, number in enumerate(every):
        rng = random.Random(f"others {number}")
        other = every[(at + 1) % len(every)] + 100_000
        mine = saved(picture(number), rng, (85, 95))
        person = saved(portrait(number, number), rng, (85, 95))
        pairs = {
            "any other picture": (mine, picture(other)),
            "same background, another person": (person, portrait(other, number)),
            "same background and clothes, another person": (person, portrait(other, number, wearing=number)),
            "same person, another shot": (person, portrait(number, other, moved=1)),
            "same person and place, another shot": (person, portrait(number, number, moved=1)),
        }
        for what, (first, second) in pairs.items():
            change = CHANGES[rng.choice(tuple(CHANGES))]
            yield Sample(first, saved(change(second, rng), rng), what, same=False)


def stand_ins(part: Part, count: int) -> Iterator[Sample]:
    """Pairs of letters, figures and plain colours: never “the same picture”, even where every point is the same."""
    for number in numbers(part, count):
        rng = random.Random(f"stand-in {number}")
        draw = flat if number % 5 == 0 else tile
        other = number if rng.random() < 0.3 else number + 2 * rng.randrange(1, 30)
        change = CHANGES[rng.choice(("saved again", "resized", "circle", "border"))]
        yield Sample(saved(draw(number), rng), saved(change(draw(other), rng), rng), draw.__name__, same=False)
