"""About: the version, the licences, and whose work the app stands on."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion

from footprint import __version__
from footprint.i18n import _
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.buttons import LinkBtn
from ui.kit.cards import Card
from ui.kit.layout import Fold
from ui.kit.text import PlainLabel
from ui.settings.section import Section, titled

# The parts the app asks for by name, as in pyproject.toml; what these ask for in turn is installed beside them.
PARTS = (
    "apsw-sqlite3mc",
    "babel",
    "beautifulsoup4",
    "cbor2",
    "click",
    "cryptography",
    "filelock",
    "holidays",
    "icalendar",
    "ijson",
    "jeepney",
    "jinja2",
    "keyring",
    "lxml",
    "msgspec",
    "phonenumbers",
    "pillow",
    "platformdirs",
    "protego",
    "PySide6-Essentials",
    "python-docx",
    "rapidfuzz",
    "requests",
    "rich",
    "segno",
    "tldextract",
    "zxcvbn",
)
_LICENCE_TEXT = "https://www.gnu.org/licenses/lgpl-3.0.html"
_QT_SOURCE = "https://code.qt.io/cgit/qt/"


@dataclass(frozen=True)
class Part:
    """One package the app uses, with the version and licence it says of itself."""

    name: str
    version: str
    licence: str


class AboutSection(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = titled(_("Footprint Check"))
        self.version = PlainLabel(
            _("Version {version}, with Qt {qt} and Python {python}").format(
                version=__version__, qt=qVersion(), python=platform.python_version()
            ),
            selectable=True,
        )
        card.add(self.version)
        card.add(PlainLabel(_("Check what people can find out about you online, and sort out what you do not like.")))
        card.add(PlainLabel(_("Free to use, change and share, under the MIT licence. It comes without any promise.")))
        self.body.addWidget(card)
        self.body.addWidget(self._qt())
        self.parts = Fold(_("Other people’s work in this app"))
        self.parts.toggled.connect(self._opened)
        self._lines: PlainLabel | None = None
        card = Card()
        card.add(self.parts)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _qt(self) -> Card:
        card = titled(_("Qt"))
        card.add(
            PlainLabel(
                _(
                    "The windows are drawn by Qt and Qt for Python. They come under the GNU LGPL, version 3."
                    " They are separate, unchanged parts, and you may put another build of them in their place."
                )
            )
        )
        card.add(PlainLabel(_("Qt is copyright of The Qt Company Ltd and others."), "small", "text2"))
        self.licence = LinkBtn(_("Read the licence"))
        self.licence.clicked.connect(lambda: self.desk.open_link(_LICENCE_TEXT))
        self.source = LinkBtn(_("Source code of Qt"))
        self.source.clicked.connect(lambda: self.desk.open_link(_QT_SOURCE))
        card.add(self.licence)
        card.add(self.source)
        return card

    def _opened(self, is_open: bool) -> None:
        """Reading what every package says of itself takes a moment, so it waits until somebody asks."""
        if is_open and self._lines is None:
            self._lines = PlainLabel(_("Reading…"), "small", selectable=True)
            self.parts.body.addWidget(self._lines)
            self.desk.read(_read, self._show)

    def _show(self, found: tuple[Part, ...]) -> None:
        if self._lines is not None:
            rows = (_("{name} {version}: {licence}").format(**vars(one)) for one in found)
            self._lines.setText("\n".join(rows))


def _read(_task: Task) -> tuple[Part, ...]:
    return tuple(_part(name) for name in PARTS if _is_there(name))


def _is_there(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _part(name: str) -> Part:
    about = metadata.metadata(name)
    said = about.get("License-Expression") or _from_classifiers(about.get_all("Classifier") or [])
    said = said or (about.get("License") or "").strip().split("\n")[0][:60]
    return Part(about["Name"] or name, metadata.version(name), said or _("see its own pages"))


def _from_classifiers(every: list[str]) -> str:
    return ", ".join(one.rpartition(" :: ")[2] for one in every if one.startswith("License ::"))
