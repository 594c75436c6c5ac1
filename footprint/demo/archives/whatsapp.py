"""Invented chats of WhatsApp in every style of header, with notes of its own, pictures and messages of two lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from footprint.archives.records import Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, Form, chance

Style = Callable[[datetime], str]
_STYLES: dict[str, Style] = {
    "ios": lambda at: f"[{at:%d/%m/%Y, %H:%M:%S}] ",
    "ios-american": lambda at: f"[{at.month}/{at.day}/{at:%y}, {_half(at, seconds=True)}] ",
    "android": lambda at: f"{at:%d/%m/%Y, %H:%M} - ",
    "american": lambda at: f"{at.month}/{at.day}/{at:%y}, {_half(at)} - ",
    "german": lambda at: f"{at:%d.%m.%y, %H:%M} - ",
    "dutch": lambda at: f"{at:%d-%m-%Y %H:%M} - ",
    "french": lambda at: f"{at:%d/%m/%Y à %H:%M} - ",
    "spanish": lambda at: f"{at.day}/{at.month}/{at:%y}, {_half(at, 'a. m.', 'p. m.')} - ",
    "iso": lambda at: f"{at:%Y-%m-%d, %H:%M} - ",
}
VARIANTS = tuple(_STYLES)


def _half(at: datetime, morning: str = "AM", evening: str = "PM", seconds: bool = False) -> str:
    clock = f"{at.hour % 12 or 12}:{at:%M:%S}" if seconds else f"{at.hour % 12 or 12}:{at:%M}"
    return f"{clock}\u202f{evening if at.hour >= 12 else morning}"


def build(variant: str, seed: int) -> DemoArchive:
    ios = variant.startswith("ios")
    made = DemoArchive("whatsapp", variant, Form.ZIP if ios else Form.FILE, me=life.NAME)
    luck = chance(seed, "whatsapp", variant)
    style = _STYLES[variant]
    lines = []
    said = life.posts(luck, 40, comments=True)
    first = style(said[0].at)
    note = "Messages and calls are end-to-end encrypted."
    lines.append(f"{first}{life.PEOPLE[1]}: \u200e{note}" if ios else f"{first}{note}")
    for number, one in enumerate(said):
        sender = life.NAME if number % 2 else life.PEOPLE[1]
        words = life.CHAT[number % 3] if number % 4 else f"{life.CHAT[number % 3]}\nAnd one more line: here it is."
        if number == 6:
            words = "\u200e<attached: 00000012-PHOTO.jpg>" if ios else "IMG-0012.jpg (file attached)"
            made.add("00000012-PHOTO.jpg" if ios else "IMG-0012.jpg", b"\xff\xd8\xff\xe0 an invented picture")
        lines.append(f"{'‎' if number == 6 and ios else ''}{style(one.at)}{sender}: {words}")
    made.messages = len(said) + ios
    made.expect(Why.OTHERS_WORDS, made.messages)
    text = ("\r\n" if ios else "\n").join(lines) + "\n"
    rest, made.files = made.files, {}
    made.add("_chat.txt" if ios else f"WhatsApp Chat with {life.PEOPLE[1]}.txt", text)
    made.files |= rest
    return made
