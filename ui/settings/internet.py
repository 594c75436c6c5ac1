"""Internet: the master switch, and each source with what it is asked, what it keeps and what it needs."""

from __future__ import annotations

from footprint import search
from footprint.i18n import _
from footprint.search import Provider
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.text import Heading
from ui.settings.look import help_of, label_of
from ui.settings.section import Section
from ui.settings.source import SourceCard


class InternetSection(Section):
    """Nothing here sends anything: a source is asked only from a preview the person has read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = Card()
        self.never = Tick(label_of("never_use_internet"), help_of("never_use_internet"))
        self.never.clicked.connect(lambda on: self._switch(bool(on)))
        card.add(self.never)
        self.body.addWidget(card)
        self.off = Banner(
            "info", _("The internet is switched off"), _("These sources are not asked until you switch it on.")
        )
        self.body.addWidget(self.off)
        self.sources: dict[str, SourceCard] = {}
        for title, needing in (
            (_("Sources that need something from you"), True),
            (_("Sources that need nothing"), False),
        ):
            self.body.addWidget(Heading(title, "h2"))
            for provider in self.bench.providers:
                if (provider.needs is not None) is needing:
                    self.sources[provider.name] = SourceCard(desk, provider)
                    self.body.addWidget(self.sources[provider.name])
        self.body.addStretch(1)
        self._show_switch()

    def reload(self) -> None:
        self._show_switch()
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> dict[str, str | None]:
        """What was given to each source: an address in full, of a key only its end."""
        return {one.name: _shown(one, search.given(self.vault, one)) for one in self.bench.providers}

    def _show(self, given: dict[str, str | None]) -> None:
        for name, card in self.sources.items():
            card.show_given(given[name])

    def _show_switch(self) -> None:
        self.never.setChecked(self.now.never_use_internet)
        self.off.setVisible(self.now.never_use_internet)

    def _switch(self, off: bool) -> None:
        said = _("The app never uses the internet now") if off else _("The app may use the internet when you say so")
        self.change(said, never_use_internet=off)
        self._show_switch()


def _shown(provider: Provider, given: str | None) -> str | None:
    """A key itself never reaches the screen."""
    secret = provider.needs is not None and provider.needs.secret
    return search.key_end(given) if given and secret else given
