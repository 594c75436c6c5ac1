"""The invented person's profile pictures, drawn by code, and the one of somebody who took hers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from footprint import person, search
from footprint.search import likeness
from footprint.vault import Vault

if TYPE_CHECKING:
    from PIL.Image import Image

IMPOSTOR = "https://www.instagram.com/ada.example.official/"
_NAMESAKE = "https://www.instagram.com/ada_example_paints/"
_SIDE = 480


def keep_portraits(vault: Vault) -> None:
    """One picture on two of her accounts, another on the third, and two profiles that carry her name."""
    by_network = {one.network: one.id for one in person.accounts(vault)}
    likeness.add_mine(vault, _file(_garden()), _known(by_network, "facebook"))
    likeness.add_mine(vault, _file(_cut(_garden()), 74), _known(by_network, "linkedin"))
    likeness.add_mine(vault, _file(_hills()), _known(by_network, "whatsapp"))
    found = search.add_pasted(vault, f"{IMPOSTOR} Ada Example\n{_NAMESAKE} Ada Example, painter").value.findings
    likeness.add_found(vault, found[0].id, _file(_cut(_garden()).resize((150, 150)), 68))
    likeness.add_found(vault, found[1].id, _file(_easel()))


def _known(by_network: dict[str, str], network: str) -> tuple[str, ...]:
    return (by_network[network],) if network in by_network else ()


def _file(image: Image, quality: int = 90) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def _cut(image: Image) -> Image:
    """As a network cuts it: a little off the edges."""
    off = _SIDE // 20
    return image.crop((off, off // 2, _SIDE - off, _SIDE - off - off // 2))


def _ground(colours: tuple[tuple[int, int, int], tuple[int, int, int]]) -> Image:
    from PIL import Image as Images

    one, other = (Images.new("RGB", (_SIDE, _SIDE), colour) for colour in colours)
    return Images.composite(one, other, Images.linear_gradient("L").resize((_SIDE, _SIDE)))


def _garden() -> Image:
    """A woman in front of leaves."""
    from PIL import ImageDraw, ImageFilter

    image = _ground(((70, 110, 74), (150, 186, 140)))
    draw = ImageDraw.Draw(image)
    for at in range(26):
        x, y, size = (at * 97) % _SIDE, (at * 61) % 330, 26 + at * 13 % 34
        shade = (86 + at * 7 % 60, 140 + at * 11 % 60, 84 + at * 5 % 40)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=shade)
    image = image.filter(ImageFilter.GaussianBlur(11))
    draw = ImageDraw.Draw(image)
    draw.ellipse((96, 330, 396, 700), fill=(38, 84, 124))
    draw.polygon([(200, 336), (246, 398), (292, 336)], fill=(236, 232, 222))
    draw.ellipse((146, 84, 348, 372), fill=(92, 58, 38))
    draw.rectangle((218, 272, 276, 356), fill=(206, 152, 118))
    draw.ellipse((170, 112, 322, 308), fill=(226, 176, 142))
    draw.pieslice((166, 100, 326, 262), 180, 360, fill=(92, 58, 38))
    draw.ellipse((180, 150, 312, 300), fill=(226, 176, 142))
    for x in (216, 276):
        draw.ellipse((x - 13, 196, x + 13, 212), fill=(246, 246, 244))
        draw.ellipse((x - 7, 197, x + 7, 211), fill=(52, 40, 34))
        draw.arc((x - 20, 176, x + 20, 204), 200, 340, fill=(78, 50, 34), width=5)
    draw.line([(246, 206), (238, 240), (250, 242)], fill=(190, 136, 104), width=4)
    draw.chord((214, 240, 278, 282), 10, 170, fill=(176, 74, 70))
    return image.filter(ImageFilter.GaussianBlur(1))


def _hills() -> Image:
    """A lake among hills."""
    from PIL import ImageDraw, ImageFilter

    image = _ground(((244, 214, 178), (128, 176, 214)))
    draw = ImageDraw.Draw(image)
    draw.ellipse((318, 66, 392, 140), fill=(255, 240, 200))
    for shade, points in (
        ((126, 146, 150), [(0, 250), (120, 150), (230, 244), (330, 176), (480, 268), (480, 480), (0, 480)]),
        ((92, 124, 106), [(0, 320), (90, 246), (200, 320), (360, 232), (480, 316), (480, 480), (0, 480)]),
        ((96, 148, 176), [(0, 372), (480, 356), (480, 480), (0, 480)]),
        ((60, 84, 66), [(0, 440), (140, 404), (300, 452), (480, 416), (480, 480), (0, 480)]),
    ):
        draw.polygon(points, fill=shade)
    return image.filter(ImageFilter.GaussianBlur(1))


def _easel() -> Image:
    """A painting on its stand: the picture of somebody who has the same name."""
    from PIL import ImageDraw, ImageFilter

    image = _ground(((206, 190, 168), (238, 230, 214)))
    draw = ImageDraw.Draw(image)
    for line in ((150, 470, 220, 70), (330, 470, 260, 70), (240, 60, 240, 470)):
        draw.line(line, fill=(122, 86, 56), width=14)
    draw.rectangle((96, 96, 384, 330), fill=(250, 248, 242), outline=(150, 110, 70), width=8)
    for at, shade in enumerate(((214, 92, 72), (64, 120, 160), (236, 186, 84), (92, 148, 104))):
        draw.ellipse((130 + at * 54, 140 + at % 2 * 60, 216 + at * 54, 240 + at % 2 * 60), fill=shade)
    draw.rectangle((84, 330, 396, 350), fill=(122, 86, 56))
    return image.filter(ImageFilter.GaussianBlur(1))
