"""How a list row is measured and painted: one way for single rows and for the long lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout

from ui.kit.buttons import draw_keys
from ui.kit.marks import draw_tick_box
from ui.kit.paint import draw_icon, leading, mirrored, panel, side_bar
from ui.kit.text import draw_letter
from ui.kit.theme import colour, font, is_high_contrast, px
from ui.kit.tokens import HEIGHT, RADIUS
from ui.kit.words import breakable

# Done and waiting are words with an icon and no fill, so that the eye goes to what is left.
PLAIN_TONES = {"done": "check", "waiting": "clock"}
TONES = ("neutral", "warn", "info", "danger", "ok", *PLAIN_TONES)
_HEADING = "button"  # the role of a heading among rows
_PAD, _TILE_ROOM, _CHEVRON_ROOM, _LEAST_WORDS = 12, 52, 26, 190


@dataclass(frozen=True)
class RowLook:
    """What a row shows. `key` is the caller's own and never shown; `hint` is a key cap such as "Ctrl+1".

    A `heading` stands over the rows after it: only its title is shown, and it can be neither chosen nor come to.
    """

    title: str
    meta: str = ""
    pill: str = ""
    tone: str = "neutral"
    icon: str = ""
    letter: str = ""
    key: str = ""
    hint: str = ""
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The row's name to a screen reader: starts with the words that are seen."""
        return f"{self.title}. {self.pill}" if self.pill else self.title


@dataclass(frozen=True)
class RowState:
    """How a row stands at the moment."""

    over: bool = False
    down: bool = False
    chosen: bool = False
    enabled: bool = True
    rtl: bool = False
    chevron: bool = True
    rule: bool = True
    tick: bool | None = None


class RowMeasure(NamedTuple):
    """Where the parts of a row lie for a width, in pixels, read from the left."""

    height: int
    words_at: int
    words_width: int
    title_height: int
    meta_height: int
    inner: int
    right: int
    pill_width: int
    hint_width: int
    stacked: bool


def pill_width(words: str, tone: str) -> int:
    """The width of a status in pixels; 0 without words."""
    if not words:
        return 0
    return QFontMetrics(font("pill")).horizontalAdvance(words) + px(34 if tone in PLAIN_TONES else 20)


def draw_pill(painter: QPainter, box: QRectF, words: str, tone: str, rtl: bool = False) -> None:
    """A status: soft fill and words; done and waiting are an icon and words without a fill."""
    painter.setFont(font("pill"))
    if tone not in PLAIN_TONES:
        edge = tone if is_high_contrast() else ""
        panel(painter, box, f"{tone}_soft", edge, HEIGHT["pill"] // 2)
        painter.setPen(colour(tone))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) - px(16))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)
        return
    inner = box.translated(-box.left(), 0)
    icon_box = mirrored(QRectF(px(8), box.center().y() - px(7.5), px(15), px(15)), inner.width(), rtl)
    draw_icon(painter, icon_box.translated(box.left(), 0), PLAIN_TONES[tone], "text2", 2)
    painter.setPen(colour("text2"))
    words_box = mirrored(QRectF(px(28), box.top(), box.width() - px(28), box.height()), inner.width(), rtl)
    painter.drawText(words_box.translated(box.left(), 0), leading(rtl, middle=True), words)


def measure(
    look: RowLook,
    width: int,
    *,
    chevron: bool = True,
    tick: bool = False,
    lines: int = 0,
    meta_lines: int = 1,
    stacked: bool | None = None,
) -> RowMeasure:
    """Lay a row out in `width` pixels. `lines` 0 wraps the words in full; else the title takes at most so many, the
    meta `meta_lines`, and what does not fit is cut short.

    `stacked` says where the status goes (a long list decides once for all rows); None looks at the room there is.
    """
    if look.heading:
        tall = QFontMetrics(font(_HEADING)).height()
        room = max(px(60), width - 2 * px(_PAD))
        return RowMeasure(heading_height(), px(_PAD), room, tall, 0, tall, width - px(_PAD), 0, 0, stacked=False)
    at = px(_PAD) + (px(36) if tick else 0) + (px(_TILE_ROOM) if look.icon or look.letter else 0)
    right = width - px(_PAD) - (px(_CHEVRON_ROOM) if chevron else 0)
    title, small = QFontMetrics(font("label")), QFontMetrics(font("small"))
    pill = pill_width(look.pill, look.tone)
    hint = QFontMetrics(font("tiny")).horizontalAdvance(look.hint) + px(14) if look.hint else 0
    beside = (pill + px(12) if pill else 0) + (hint + px(10) if hint else 0)
    wants = max(title.horizontalAdvance(look.title), small.horizontalAdvance(look.meta))
    if stacked is None:
        stacked = right - at - beside < min(wants, px(_LEAST_WORDS))
    stacked = stacked and bool(beside)
    words = max(px(60), right - at - (0 if stacked else beside))
    if stacked:
        pill = min(pill, words)
    if lines:
        title_height = len(cut_lines(look.title, words, lines)) * title.height()
        meta_height = len(cut_lines(look.meta, words, meta_lines, "small")) * small.height()
    else:
        title_height, meta_height = _words_height(title, look.title, words), _words_height(small, look.meta, words)
    meta_height = meta_height + px(3) if look.meta else 0
    inner = title_height + meta_height + (px(32) if stacked else 0)
    least = px(HEIGHT["row_tall"] if look.meta else HEIGHT["row"])
    return RowMeasure(
        max(least, inner + px(20)), at, words, title_height, meta_height, inner, right, pill, hint, stacked
    )


def heading_height() -> int:
    """How tall a heading among rows is, in pixels."""
    return QFontMetrics(font(_HEADING)).height() + px(18)


def _words_height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap.value, breakable(words)).height()


def cut_lines(words: str, width: int, lines: int, role: str = "label") -> list[str]:
    """Words in at most `lines` lines of `width` pixels, the last one cut short where there is more."""
    face = font(role)
    metrics, found = QFontMetrics(face), []
    rest = words.replace("\n", " ")
    while len(found) < lines - 1 and metrics.horizontalAdvance(rest) > width:
        layout = QTextLayout(breakable(rest), face)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        found.append(layout.text()[: line.textLength()].rstrip())
        rest = layout.text()[line.textLength() :]
    return [*found, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def paint_row(
    painter: QPainter, rect: QRectF, look: RowLook, state: RowState, laid: RowMeasure | None = None, *, lines: int = 0
) -> None:
    """Paint a row into `rect`. `laid` is its measure where the caller has it already."""
    width = int(rect.width())
    if laid is None:
        laid = measure(look, width, chevron=state.chevron, tick=state.tick is not None, lines=lines)
    if look.heading:
        _paint_heading(painter, rect, look.title, laid, state)
        return
    painter.save()
    painter.translate(rect.topLeft())
    _paint_ground(painter, QRectF(0, 0, width, rect.height()), state)
    middle = rect.height() / 2

    def place(box: QRectF) -> QRectF:
        return mirrored(box, width, state.rtl)

    if state.tick is not None:
        draw_tick_box(painter, place(QRectF(px(_PAD), middle - px(12), px(24), px(24))), on=state.tick)
    tile = QRectF(
        laid.words_at - px(_TILE_ROOM), middle - px(HEIGHT["tile"]) / 2, px(HEIGHT["tile"]), px(HEIGHT["tile"])
    )
    _paint_tile(painter, place(tile), look, chosen=state.chosen)
    if state.chevron:
        arrow = QRectF(width - px(28), middle - px(8), px(16), px(16))
        draw_icon(painter, place(arrow), "left" if state.rtl else "right", "text2", 2)
    _paint_words(painter, look, state, laid, rect.height(), width, lines)
    painter.restore()


def _paint_heading(painter: QPainter, rect: QRectF, words: str, laid: RowMeasure, state: RowState) -> None:
    """At the foot of its row, near what it stands over."""
    painter.setFont(font(_HEADING))
    painter.setPen(colour("text2"))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, laid.words_width)
    box = QRectF(0, rect.height() - laid.title_height - px(6), laid.words_width, laid.title_height + 2)
    box = mirrored(box.translated(laid.words_at, 0), int(rect.width()), state.rtl)
    painter.drawText(box.translated(rect.topLeft()), leading(state.rtl), words)


def _paint_ground(painter: QPainter, whole: QRectF, state: RowState) -> None:
    inside = whole.adjusted(0, 1, 0, -1)
    if state.chosen:
        panel(painter, inside, "accent_soft", "accent" if is_high_contrast() else "", RADIUS["control"])
        side_bar(painter, whole, 14, state.rtl)
    elif (state.over or state.down) and state.enabled:
        panel(painter, inside, "hover", "text" if is_high_contrast() else "", RADIUS["control"])
    if state.rule and not state.chosen:
        draw_rule(painter, whole)


def draw_rule(painter: QPainter, whole: QRectF) -> None:
    """The line between one row and the next, as long as what stands in them."""
    painter.setPen(QPen(colour("border"), 1))
    bottom = whole.bottom() - 0.5
    painter.drawLine(QPointF(whole.left() + px(_PAD), bottom), QPointF(whole.right() - px(_PAD), bottom))


def _paint_tile(painter: QPainter, tile: QRectF, look: RowLook, *, chosen: bool) -> None:
    ground = "surface" if chosen else "sunken"  # the tile stays a tile on the tint of the chosen row
    if look.letter:
        draw_letter(painter, tile, look.letter[:1].upper(), ground)
    elif look.icon:
        plain = look.tone in PLAIN_TONES or look.tone == "neutral"
        panel(painter, tile, ground if plain else f"{look.tone}_soft", radius=RADIUS["tile"])
        inset = (tile.width() - px(20)) / 2
        inner = tile.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, inner, look.icon, "text2" if plain else look.tone)


def _paint_words(
    painter: QPainter, look: RowLook, state: RowState, laid: RowMeasure, height: float, width: int, lines: int
) -> None:
    def place(box: QRectF) -> QRectF:
        return mirrored(box, width, state.rtl)

    top, flags = (height - laid.inner) / 2, leading(state.rtl, wrap=not lines)
    title, meta = breakable(look.title), breakable(look.meta)
    if lines:
        title = "\n".join(cut_lines(look.title, laid.words_width, lines))
        meta_lines = max(1, round(laid.meta_height / QFontMetrics(font("small")).height()))
        meta = "\n".join(cut_lines(look.meta, laid.words_width, meta_lines, "small"))
    for role, shade, words, at, tall in (
        ("label", "text" if state.enabled else "text2", title, top, laid.title_height),
        ("small", "text2", meta, top + laid.title_height + px(3), laid.meta_height),
    ):
        if words:
            painter.setFont(font(role))
            painter.setPen(colour(shade))
            painter.drawText(place(QRectF(laid.words_at, at, laid.words_width, tall + 2)), flags, words)
    if look.pill:
        pill = QRectF(laid.right - laid.pill_width, (height - px(26)) / 2, laid.pill_width, px(HEIGHT["pill"]))
        if laid.stacked:
            inset = px(8) if look.tone in PLAIN_TONES else 0  # without a fill the icon itself lines up with the words
            pill.moveTopLeft(QPointF(laid.words_at - inset, top + laid.title_height + laid.meta_height + px(6)))
        draw_pill(painter, place(pill), look.pill, look.tone, state.rtl)
    if look.hint and not laid.stacked:
        beside = laid.pill_width + px(10) if laid.pill_width else 0
        box = QRectF(laid.right - beside - laid.hint_width, (height - px(22)) / 2, laid.hint_width, px(22))
        draw_keys(painter, place(box), look.hint)
