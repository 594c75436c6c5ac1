"""What the chosen files hold, before anything is read: networks, about how much, and what is left out, and why."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.archives.opening.batches import Inside
from footprint.archives.records import Why
from footprint.dates import number
from footprint.i18n import _, ngettext
from ui.kit.cards import Card
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000
_SHOWN = 12


class InsideCard(Card):
    """`names`: what networks are called."""

    def __init__(self, found: Inside, names: Mapping[str, str]) -> None:
        super().__init__(title=_title(found, names))
        for part in found.parts:
            words = _("{name}, {size}").format(name=part.name, size=size_in_words(part.size))
            self.add(PlainLabel(words, colour="text2"))
            for one in part.troubles:
                self.add(PlainLabel(_("Not read: {why}.").format(why=one.why.label), "small", "danger"))
        about = sum(one.about or 0 for one in found.estimates)
        if about:
            self.add(
                PlainLabel(
                    ngettext("About {n} thing to read.", "About {n} things to read.", about).format(n=number(about))
                )
            )
        for network in found.networks:
            if network.not_exported:
                fold = Fold(_("What {network} does not put in its copies").format(network=names[network.name]))
                for line in network.not_exported:
                    fold.body.addWidget(PlainLabel(line, colour="text2"))
                self.add(fold)
        self._add_left(found)

    def _add_left(self, found: Inside) -> None:
        left = [(why, count) for why, count in found.left if count]
        if not left and not found.unknown:
            return
        fold = Fold(_("What is left out"))
        for why, count in left:
            files = ngettext("{n} file", "{n} files", count).format(n=number(count))
            fold.body.addWidget(PlainLabel(f"{files}: {why.label}.", colour="text2"))
        if found.unknown:
            fold.body.addWidget(Heading(_("Files we do not know"), "h3"))
            for path in found.unknown[:_SHOWN]:
                fold.body.addWidget(PlainLabel(path, "small", "text2"))
        self.add(fold)


def is_locked(found: Inside) -> bool:
    """Whether a part has a password, so that it cannot be read at all."""
    return any(one.why is Why.ENCRYPTED for part in found.parts for one in part.troubles) or any(
        why is Why.ENCRYPTED for why, _count in found.left
    )


def size_in_words(size: int) -> str:
    """`3.2 MB`; round numbers below a megabyte."""
    if size >= _GB:
        return _("{n} GB").format(n=f"{size / _GB:.1f}")
    if size >= _MB:
        return _("{n} MB").format(n=f"{size / _MB:.1f}")
    return _("{n} kB").format(n=number(max(1, size // _KB)))


def _title(found: Inside, names: Mapping[str, str]) -> str:
    known = [names[one.name] for one in found.networks]
    if not known:
        return _("We do not know these files")
    return _("A copy of {networks}").format(networks=", ".join(known))
