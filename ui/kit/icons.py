"""Our own icons: 24-unit grid, one stroke, round caps, no fill, drawn in the colour of the words they stand beside.

Icons are decoration; the words beside them say what they mean. No logos of networks: see `text.draw_letter`.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.kit.theme import colour, px

_SHAPES: dict[str, str] = {
    "home": '<path d="M4 11.2 12 4.5l8 6.7"/><path d="M6 9.8V19a1 1 0 0 0 1 1h3.5v-5h3v5H17a1 1 0 0 0 1-1V9.8"/>',
    "accounts": '<circle cx="12" cy="9" r="3.6"/><path d="M5 19.5c1.2-3.2 3.8-4.8 7-4.8s5.8 1.6 7 4.8"/>',
    "checklist": '<path d="m4 7 1.5 1.5L8.3 5.5"/><path d="m4 16 1.5 1.5 2.8-3"/><path d="M12 7h8M12 16h8"/>',
    "search": '<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.5 15.5 4.7 4.7"/>',
    "posts": '<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5"/><path d="M4.5 4.5v3.3h3.3"/><path d="M12 8v4.3l2.8 1.7"/>',
    "people": (
        '<circle cx="9" cy="9" r="3.2"/>'
        '<path d="M3 19c.8-3 3.1-4.5 6-4.5s5.2 1.5 6 4.5"/>'
        '<path d="M15.5 6.2a3.1 3.1 0 0 1 0 5.7M17.8 15c1.7.7 2.8 2.1 3.3 4"/>'
    ),
    "key": '<circle cx="8" cy="15.5" r="4"/><path d="m11 12.7 8.5-8.2M16.2 7.7l2.4 2.4M13.6 10.2l1.6 1.6"/>',
    "remove": (
        '<path d="M12.5 3.8H19a1.2 1.2 0 0 1 1.2 1.2v6.5l-8.5 8.5a1.2 1.2 0 0 1-1.7 0l-6-6a1.2 1.2 0 0 1'
        ' 0-1.7z"/>'
        '<circle cx="16" cy="8" r="1.2"/>'
    ),
    "flag": '<path d="M5.5 21V4"/><path d="M5.5 4.8c4-2 7 2 13 0v9c-6 2-9-2-13 0"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z"/><path d="M10 20.5c.6.7 1.2 1 2 1s1.4-.3 2-1"/>',
    "share": (
        '<path d="M7 3.5h7l4 4V20a.9.9 0 0 1-.9.9H7a.9.9 0 0 1-.9-.9V4.4A.9.9 0 0 1 7 3.5z"/>'
        '<path d="M14 3.5v4h4"/>'
        '<path d="M9.3 15.2 11.3 17.2 15 13"/>'
    ),
    "book": (
        '<path d="M12 6.5C10 5 7.5 4.5 4 4.7v13.5c3.5-.2 6 .3 8 1.8 2-1.5 4.5-2 8-1.8V4.7c-3.5-.2-6 .3-8 1.8z"/>'
        '<path d="M12 6.5V20"/>'
    ),
    "gear": (
        '<circle cx="12" cy="12" r="3"/>'
        '<path d="M12 3.5v2.3M12 18.2v2.3M20.5 12h-2.3M5.8 12H3.5M18 6l-1.6 1.6M7.6 16.4 6 18M18 18l-1.6-1.6M7.6'
        ' 7.6 6 6"/>'
    ),
    "shield": (
        '<path d="M12 3.3 4.8 6v5.5c0 4.5 3 7.8 7.2 9.2 4.2-1.4 7.2-4.7 7.2-9.2V6z"/>'
        '<path d="m8.8 11.9 2.3 2.3 4.3-4.5"/>'
    ),
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="1.8"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "right": '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
    "left": '<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>',
    "down": '<path d="m5.5 9.5 6.5 6.5 6.5-6.5"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "check_circle": '<circle cx="12" cy="12" r="8.5"/><path d="m8.3 12.2 2.6 2.6 4.8-5.2"/>',
    "warn": '<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.5M12 17.2v.1"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11.2v5M12 7.9V8"/>',
    "external": (
        '<path d="M13.5 4.5h6v6M19.5 4.5l-8.5 8.5"/>'
        '<path d="M17.5 14v5a.9.9 0 0 1-.9.9H5.4a.9.9 0 0 1-.9-.9V7.9a.9.9 0 0 1 .9-.9H10"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.3 2"/>',
    "calendar": '<rect x="4" y="5.5" width="16" height="15" rx="1.8"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
    "dots": '<path d="M5.5 12h.1M12 12h.1M18.5 12h.1" stroke-width="2.6"/>',
    "eye_off": (
        '<path d="M4 4l16 16"/>'
        '<path d="M9.5 5.9A9.6 9.6 0 0 1 12 5.5c4.5 0 7.8 3 9.3 6.5a12 12 0 0 1-2.5 3.6M6 7.7A12.3 12.3 0 0 0'
        ' 2.7 12c1.5 3.5 4.8 6.5 9.3 6.5 1.7 0 3.2-.4 4.5-1.1"/>'
    ),
    "undo": '<path d="M8.5 5 4.5 9l4 4"/><path d="M4.5 9H14a5.3 5.3 0 0 1 0 10.6H9"/>',
    "mail": '<rect x="3.5" y="5.5" width="17" height="13.5" rx="1.8"/><path d="m4 7 8 6 8-6"/>',
    "offline": (
        '<path d="M5 5l14.5 14.5"/>'
        '<path d="M3.5 10A13 13 0 0 1 8 7.2M11.5 6.3c3.3-.1 6.5 1.2 9 3.7M7 13.5a8 8 0 0 1 4-2.2M15.5 12.5l1.5'
        ' 1"/>'
        '<path d="M12 18.2v.1" stroke-width="2.6"/>'
    ),
    "camera": (
        '<path d="M4.5 7.5h3.3L9.3 5h5.4l1.5 2.5h3.3a.9.9 0 0 1 .9.9v9.7a.9.9 0 0 1-.9.9h-15a.9.9 0 0'
        ' 1-.9-.9V8.4a.9.9 0 0 1 .9-.9z"/>'
        '<circle cx="12" cy="13" r="3.3"/>'
    ),
    "circle": '<circle cx="12" cy="12" r="8.5"/>',
    "menu": '<path d="M4.5 7h15M4.5 12h15M4.5 17h15"/>',
    "skip": '<path d="M5 6l8 6-8 6zM18 6v12"/>',
    "up": '<path d="m5.5 14.5 6.5-6.5 6.5 6.5"/>',
    "eye": (
        '<path d="M2.7 12C4.2 8.5 7.5 5.5 12 5.5s7.8 3 9.3 6.5c-1.5 3.5-4.8 6.5-9.3 6.5S4.2 15.5 2.7 12z"/>'
        '<circle cx="12" cy="12" r="2.8"/>'
    ),
    "redo": '<path d="M15.5 5l4 4-4 4"/><path d="M19.5 9H10a5.3 5.3 0 0 0 0 10.6h5"/>',
    "help": (
        '<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.9-1.2 1.8M12 16.3v.1"/>'
    ),
    "edit": (
        '<path d="M5 19l.9-4L15.7 5.2a1.3 1.3 0 0 1 1.9 0l1.2 1.2a1.3 1.3 0 0 1 0 1.9L9 18.1z"/>'
        '<path d="m13.8 7.2 3 3"/>'
    ),
    "trash": (
        '<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.6a.9.9 0 0 0 .9.9h7.6a.9.9 0 0 0 .9-.9L17.5 7M10 11v5.5M14'
        ' 11v5.5"/>'
    ),
    "copy": (
        '<rect x="8.5" y="8.5" width="11.5" height="12" rx="1.8"/>'
        '<path d="M15.5 8.5V5.3a1.3 1.3 0 0 0-1.3-1.3H5.3A1.3 1.3 0 0 0 4 5.3v9.9a1.3 1.3 0 0 0 1.3 1.3h3.2"/>'
    ),
    "print": (
        '<path d="M7 8.5V3.8h10v4.7M7 16.5H4.4a.9.9 0 0 1-.9-.9V9.4a.9.9 0 0 1 .9-.9h15.2a.9.9 0 0 1'
        ' .9.9v6.2a.9.9 0 0 1-.9.9H17"/>'
        '<path d="M7 13.5h10v7H7z"/>'
    ),
    "phone": '<rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 17.8h2"/>',
    "link": (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.7 6.6"/>'
        '<path d="M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.4-1.4"/>'
    ),
    "image": (
        '<rect x="3.5" y="4.5" width="17" height="15" rx="1.8"/>'
        '<circle cx="9" cy="9.8" r="1.7"/>'
        '<path d="m4 17 5-4.3 3.5 3 3.5-3.2 4.5 4"/>'
    ),
    "filter": '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
    "download": '<path d="M12 4v10.5M7.5 10.5l4.5 4.5 4.5-4.5M4.5 19.5h15"/>',
    "refresh": '<path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5"/><path d="M19.5 4v3.8h-3.8"/>',
    "video": '<rect x="3.5" y="6" width="12" height="12" rx="1.8"/><path d="m15.5 10.5 5-2.8v8.6l-5-2.8"/>',
    "chat": (
        '<path d="M5.3 4.5h13.4a1.3 1.3 0 0 1 1.3 1.3v9.4a1.3 1.3 0 0 1-1.3 1.3H11L6.5 20v-3.5H5.3A1.3 1.3 0 0 1'
        ' 4 15.2V5.8a1.3 1.3 0 0 1 1.3-1.3z"/>'
    ),
    "work": '<rect x="3.5" y="7.5" width="17" height="12" rx="1.8"/><path d="M9 7.5V5h6v2.5M3.5 12.5h17"/>',
    "place": (
        '<path d="M12 21c4-4.6 6-7.6 6-10.3a6 6 0 0 0-12 0C6 13.4 8 16.4 12 21z"/><circle cx="12" cy="10.5" r="2"/>'
    ),
    "car": (
        '<path d="M4 16.5v-4l2-5.2A1.5 1.5 0 0 1 7.4 6.3h9.2A1.5 1.5 0 0 1 18 7.3l2 5.2v4z"/>'
        '<path d="M4 12h16M6 16.5v2M18 16.5v2"/>'
    ),
    "pause": '<path d="M8.5 5.5v13M15.5 5.5v13"/>',
}
NAMES: tuple[str, ...] = tuple(_SHAPES)

_STROKE = 1.75
_SMALL_STROKE = 2.0
_drawn: dict[tuple[str, str, int, float, float], QPixmap] = {}


def pixmap(name: str, colour_name: str, size: int = 20, dpr: float = 1.0, stroke: float = 0) -> QPixmap:
    """An icon in the colour of a token, `size` pixels as painted (go through `px` first), sharp at `dpr`.

    `stroke` is in grid units; 0 takes the usual one, a little thicker for small icons.
    """
    shade = colour(colour_name).name()
    width = stroke or (_SMALL_STROKE if size <= px(18) else _STROKE)
    key = (name, shade, size, dpr, width)
    known = _drawn.get(key)
    if known is None:
        known = _drawn[key] = _draw(name, shade, size, dpr, width)
    return known


def icon(name: str, colour_name: str = "text", size: int = 18) -> QIcon:
    """An icon for menus and stock widgets; `size` at 100% text."""
    made = QIcon()
    for dpr in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, colour_name, px(size), dpr))
    return made


def _draw(name: str, shade: str, size: int, dpr: float, width: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only once something is painted: start-up stays short

    data = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{shade}"'
        f' stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round">{_SHAPES[name]}</svg>'
    )
    side = max(1, round(size * dpr))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(data.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(dpr)
    return made
