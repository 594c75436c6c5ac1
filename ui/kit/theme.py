"""The look in force: colours, sizes and fonts by name, and one function that puts a look on the whole app.

Widgets read colours and sizes when they paint or measure, never at import. They learn of a new look through
`changeEvent`: see `restyles`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLayout

from ui.kit import tokens

_GENERIC = {"", "Sans", "Sans Serif", "MS Shell Dlg 2", "MS Shell Dlg", "System"}
_RESTYLING = {
    QEvent.Type.FontChange,
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
}


@dataclass
class _Look:
    tokens: dict[str, str] = field(default_factory=lambda: dict(tokens.LIGHT))
    dark: bool = False
    contrast: bool = False
    scale: float = 1.0
    colours: dict[str, QColor] = field(default_factory=dict)
    fonts: dict[str, QFont] = field(default_factory=dict)


_look = _Look()


def colour(name: str) -> QColor:
    """The colour of a token. Callers may change the copy they get."""
    known = _look.colours.get(name)
    if known is None:
        known = _look.colours[name] = QColor(_look.tokens[name])
    return QColor(known)


def px(size: float) -> int:
    """A size at 100% text as pixels at the text size in force."""
    return round(size * _look.scale)


def font(role: str) -> QFont:
    """The font of a role of `tokens.ROLES`, in the app's family. Callers may change the copy they get."""
    known = _look.fonts.get(role)
    if known is None:
        size, weight = tokens.ROLES[role]
        known = QFont(QApplication.font())
        known.setPixelSize(max(tokens.SMALLEST_TEXT, px(size)))
        known.setWeight(QFont.Weight(weight))
        _look.fonts[role] = known
    return QFont(known)


def new_application() -> QApplication:
    """The one application, in the style the look is drawn for from its first moment."""
    made = QApplication(["footprint", "-style", "Fusion"])
    made.setProperty("kit_style", True)
    return made


def is_dark() -> bool:
    return _look.dark


def is_high_contrast() -> bool:
    return _look.contrast


def scale() -> float:
    return _look.scale


def line() -> int:
    """The width of an edge: a hairline, or 2 in high contrast."""
    return 2 if _look.contrast else 1


def restyles(event: QEvent) -> bool:
    """Whether a change event means that colours, fonts or sizes may be new: measure and paint again."""
    return event.type() in _RESTYLING


def system_is_dark(app: QApplication) -> bool:
    """What the computer is set to; an unknown scheme counts as light. Listen to `styleHints().colorSchemeChanged`."""
    hints = app.styleHints()
    was = hints.blockSignals(True)
    hints.unsetColorScheme()
    hints.blockSignals(was)
    return hints.colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast(app: QApplication) -> bool:
    """Whether the computer is set to high contrast (Qt 6.10 and later can say)."""
    hints = app.styleHints()  # held: PySide drops the chained object otherwise
    if not hasattr(hints, "accessibility"):
        return False
    access = hints.accessibility()
    return bool(access.contrastPreference() == Qt.ContrastPreference.HighContrast)


def apply(app: QApplication, dark: bool, scale: float, contrast: bool | None = None) -> None:
    """Put a look on the app and on every widget that exists. `contrast` None asks the computer."""
    if app.property("kit_style") is None:
        app.setStyle("Fusion")
        app.setProperty("kit_style", True)
    _match_title_bar(app, dark)
    wanted = system_wants_contrast(app) if contrast is None else contrast
    _look.tokens = _contrast_tokens(app) if wanted else dict(tokens.DARK if dark else tokens.LIGHT)
    _look.dark, _look.contrast, _look.scale = dark, wanted, scale
    _look.colours, _look.fonts = {}, {}
    app.setFont(_app_font())
    _look.fonts = {}  # fonts made while the old app font was still in force
    app.setPalette(_palette())
    app.setStyleSheet(_style_sheet())
    for widget in app.allWidgets():
        inner = widget.layout()
        if inner is not None:
            respace(inner)


def space(layout: QLayout, spacing: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
    """Set a layout's spacing and margins in sizes at 100% text; they follow the text size from then on."""
    layout.setProperty("kit_space", [spacing, *margins])
    _set_space(layout, spacing, margins)


def respace(layout: QLayout) -> None:
    """Work out again the spacing of a layout and of those inside it, where it was set by `space`."""
    kept = layout.property("kit_space")
    if kept is not None:
        spacing, *margins = kept
        _set_space(layout, spacing, (margins[0], margins[1], margins[2], margins[3]))
    # Not by `itemAt`: PySide keeps what that hands out, and takes it for another layout once Qt has deleted it.
    for inner in layout.children():
        if isinstance(inner, QLayout):
            respace(inner)


def _set_space(layout: QLayout, spacing: int, margins: tuple[int, int, int, int]) -> None:
    layout.setSpacing(px(spacing))
    layout.setContentsMargins(*(px(one) for one in margins))


def _match_title_bar(app: QApplication, dark: bool) -> None:
    """Tell the system as well, so that what it draws (the title bar) matches; quietly, as we caused it ourselves."""
    if system_is_dark(app) == dark:
        return
    hints = app.styleHints()
    was = hints.blockSignals(True)
    hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    hints.blockSignals(was)


def _app_font() -> QFont:
    """The system's own font where someone set one for a reason; else the first of our list that is there."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    families = list(tokens.FAMILIES)
    if system not in _GENERIC and system not in families:
        families.insert(0, system)
    made = QFont()
    made.setFamilies(families)
    made.setPixelSize(px(tokens.ROLES["body"][0]))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _contrast_tokens(app: QApplication) -> dict[str, str]:
    system = app.style().standardPalette()
    role = QPalette.ColorRole
    return tokens.high_contrast(
        *(system.color(one).name() for one in (role.Window, role.WindowText, role.Highlight, role.HighlightedText))
    )


def _palette() -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for one, name in (
        (role.Window, "bg"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent_text"),
        (role.LinkVisited, "accent_text"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "surface"),
        (role.PlaceholderText, "text2"),
        (role.Light, "surface"),
        (role.Midlight, "border"),
        (role.Mid, "border"),
        (role.Dark, "border_strong"),
        (role.Shadow, "border_strong"),
    ):
        made.setColor(one, colour(name))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, colour("text_disabled"))
    return made


def _style_sheet() -> str:
    """The few rules for stock widgets. Buttons, cards, rows and choices paint themselves: a sheet slows them down."""
    t, edge, control = _look.tokens, line(), tokens.RADIUS["control"]
    inner = tokens.HEIGHT["input"] - 2 * 7 - 2
    return f"""
QToolTip {{ color: {t["surface"]}; background: {t["text"]}; border: 0; padding: {px(6)}px {px(8)}px; }}
QLineEdit, QPlainTextEdit {{ background: {t["surface"]}; color: {t["text"]};
  border: {edge}px solid {t["border_strong"]};
  border-radius: {px(control)}px; padding: {px(7)}px {px(10)}px; selection-background-color: {t["accent"]};
  selection-color: {t["on_accent"]}; placeholder-text-color: {t["text2"]}; }}
QLineEdit {{ min-height: {px(inner)}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {t["sunken"]}; color: {t["text_disabled"]};
  border-color: {t["border"]}; }}
QLineEdit[error="1"], QPlainTextEdit[error="1"] {{ border: 2px solid {t["danger"]}; }}
QComboBox QAbstractItemView {{ background: {t["surface"]}; color: {t["text"]}; outline: 0; padding: {px(4)}px;
  border: {edge}px solid {t["border_strong"]}; selection-background-color: {t["accent_soft"]};
  selection-color: {t["text"]}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(32)}px; padding: 0 {px(8)}px; }}
QMenuBar {{ background: {t["nav"]}; color: {t["text"]}; }}
QMenuBar::item {{ background: transparent; padding: {px(5)}px {px(10)}px; border-radius: {px(6)}px; }}
QMenuBar::item:selected {{ background: {t["accent_soft"]}; }}
QMenu {{ background: {t["surface"]}; color: {t["text"]}; border: {edge}px solid {t["border_strong"]};
  padding: {px(6)}px; }}
QMenu::item {{ padding: {px(7)}px {px(24)}px {px(7)}px {px(14)}px; border-radius: {px(6)}px; }}
QMenu::item:selected {{ background: {t["accent_soft"]}; color: {t["text"]}; }}
QMenu::item:disabled {{ color: {t["text_disabled"]}; }}
QMenu::separator {{ height: 1px; background: {t["border"]}; margin: {px(6)}px {px(8)}px; }}
QTableView {{ background: transparent; color: {t["text"]}; }}
QTableView::item {{ padding: 0 {px(8)}px; border-bottom: {edge}px solid {t["border"]}; }}
QTableView::item:selected {{ background: {t["accent_soft"]}; color: {t["text"]}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: transparent; color: {t["text2"]}; border: 0; padding: 0 {px(10)}px;
  border-bottom: {edge}px solid {t["border_strong"]}; }}
QTableCornerButton::section {{ background: transparent; border: 0;
  border-bottom: {edge}px solid {t["border_strong"]}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {t["border_strong"]}; border-radius: {px(3)}px; margin: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(40)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(40)}px; }}
QScrollBar::handle:hover {{ background: {t["text2"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
