"""The design tokens: the only place where a colour or a size is written down. Qt-free, so a test can read them."""

from __future__ import annotations

from typing import NamedTuple

LIGHT: dict[str, str] = {
    "bg": "#F6F5F1",
    "surface": "#FFFFFF",
    "sunken": "#EFEDE7",
    "nav": "#ECEAE3",
    "hover": "#E6E3DA",
    "border": "#D9D5CB",
    "border_strong": "#7C8083",
    "text": "#1B2226",
    "text2": "#4A555B",
    "text_disabled": "#6E767A",
    "accent": "#0B6560",
    "accent_hover": "#084F4B",
    "accent_press": "#063D3A",
    "on_accent": "#FFFFFF",
    "accent_soft": "#DDEFEC",
    "accent_text": "#0A5B57",
    "ok": "#1D6B3C",
    "ok_soft": "#E0F1E5",
    "warn": "#7A4A00",
    "warn_soft": "#FDEFD3",
    "info": "#1F4F8F",
    "info_soft": "#E4EDF9",
    "danger": "#AE2318",
    "danger_soft": "#FBE5E2",
    "danger_hover": "#8E1B12",
    "on_danger": "#FFFFFF",
    "neutral": "#444D52",
    "neutral_soft": "#E9E7E0",
    "focus_out": "#FFC83D",
    "focus_in": "#1B2226",
    "chart": "#0B6560",
    "chart_fill": "#CFE7E3",
    "chart_grid": "#DDD9CF",
}

DARK: dict[str, str] = {
    "bg": "#12181A",
    "surface": "#1B2326",
    "sunken": "#161D20",
    "nav": "#161D20",
    "hover": "#273136",
    "border": "#344046",
    "border_strong": "#8A979C",
    "text": "#EDF1F1",
    "text2": "#B4C0C3",
    "text_disabled": "#8A979C",
    "accent": "#5CC9BE",
    "accent_hover": "#7AD8CE",
    "accent_press": "#97E4DC",
    "on_accent": "#06211F",
    "accent_soft": "#17393A",
    "accent_text": "#7AD8CE",
    "ok": "#85D6A0",
    "ok_soft": "#173324",
    "warn": "#F2C26B",
    "warn_soft": "#3A2B10",
    "info": "#9CC3F5",
    "info_soft": "#182D47",
    "danger": "#FFA79E",
    "danger_soft": "#43201D",
    "danger_hover": "#FFBDB6",
    "on_danger": "#35090A",
    "neutral": "#C6CFD2",
    "neutral_soft": "#2A3439",
    "focus_out": "#FFC83D",
    "focus_in": "#12181A",
    "chart": "#5CC9BE",
    "chart_fill": "#1D4444",
    "chart_grid": "#2C373C",
}


class Pair(NamedTuple):
    """A colour that is drawn on another, and the least contrast the two may have (WCAG 1.4.3 and 1.4.11)."""

    front: str
    back: str
    floor: float


def _pairs() -> tuple[Pair, ...]:
    pages = ("bg", "surface", "nav", "sunken", "hover")
    soft = ("warn", "info", "danger", "ok", "accent")
    return (
        *(Pair(words, page, 4.5) for words in ("text", "text2") for page in pages),
        Pair("text_disabled", "surface", 4.5),
        *(Pair("on_accent", fill, 4.5) for fill in ("accent", "accent_hover", "accent_press")),
        *(Pair("accent_text", page, 4.5) for page in ("surface", "bg", "accent_soft", "nav")),
        *(Pair(tone, f"{tone}_soft", 4.5) for tone in ("ok", "warn", "info", "danger", "neutral")),
        *(Pair(tone, "surface", 4.5) for tone in ("ok", "warn", "info", "danger")),
        *(Pair("text", f"{tone}_soft", 4.5) for tone in soft),
        *(Pair("on_danger", fill, 4.5) for fill in ("danger", "danger_hover")),
        *(Pair("border_strong", page, 3) for page in ("surface", "bg")),
        *(Pair("accent", page, 3) for page in ("surface", "bg", "accent_soft")),
        Pair("chart", "surface", 3),
        Pair("focus_in", "focus_out", 3),
    )


PAIRS = _pairs()

# Role -> size in pixels at 100% text, weight.
ROLES: dict[str, tuple[float, int]] = {
    "display": (27, 600),
    "h1": (23, 600),
    "h2": (18, 600),
    "h3": (15.5, 600),
    "body": (15, 400),
    "label": (15, 500),
    "button": (15, 600),
    "nav": (14.5, 400),
    "nav_here": (14.5, 600),
    "small": (13.5, 400),
    "pill": (13.5, 500),
    "badge": (12.5, 600),
    "tiny": (12.5, 400),
    "number": (40, 600),
}
SMALLEST_TEXT = 12

SPACE: tuple[int, ...] = (4, 8, 12, 16, 20, 24, 36)
RADIUS: dict[str, int] = {"control": 8, "tile": 10, "banner": 10, "card": 12, "choice": 9, "tick": 5}
HEIGHT: dict[str, int] = {
    "button": 40,
    "input": 42,
    "nav": 37,
    "nav_close": 31,
    "row": 50,
    "row_tall": 66,
    "pill": 26,
    "tile": 38,
    "indicator": 24,
    "chip": 56,
}
TEXT_COLUMN = 680
FAMILIES = ("Segoe UI Variable Text", "Segoe UI", ".AppleSystemUIFont", "Noto Sans", "Open Sans", "DejaVu Sans")


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def high_contrast(window: str, text: str, highlight: str, on_highlight: str) -> dict[str, str]:
    """Tokens from the system's own high contrast colours; its highlight is used only where it can be read."""
    if contrast(window, text) < 7:
        window, text = ("#FFFFFF", "#000000") if luminance(window) > luminance(text) else ("#000000", "#FFFFFF")
    if contrast(highlight, window) < 4.5 or contrast(highlight, on_highlight) < 4.5:
        highlight, on_highlight = text, window
    made = dict.fromkeys(LIGHT, text)
    fills = ("bg", "surface", "sunken", "nav", "hover", "chart_fill", "on_danger")
    made.update(dict.fromkeys(fills, window))
    made.update({name: window for name in LIGHT if name.endswith("_soft")})
    made.update(dict.fromkeys(("accent", "accent_hover", "accent_press", "chart"), highlight))
    made.update(on_accent=on_highlight, focus_out=LIGHT["focus_out"], focus_in=LIGHT["focus_in"])
    return made
