"""“Found 6 of your 8 accounts”: how much a look at sites would have missed, by what it missed of what is there."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search.probes import Calibration
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold
from ui.kit.progress import Bar
from ui.kit.text import PlainLabel

_TOO_FEW = 3  # accounts; with fewer, nothing is said about what else was missed
_MOST_PARTS = 5  # “2 in 5”: no finer than people count


class CalibrationCard(Card):
    """What was found of the accounts the person listed, and what that says of everything else."""

    accounts_asked = Signal()

    def __init__(self, seen: Calibration) -> None:
        super().__init__(title=headline(seen))
        if seen.declared:
            bar = Bar(_("Your accounts that were found"))
            bar.show_share(seen.found, seen.declared)
            self.add(bar)
        self.add(PlainLabel(meaning(seen)))
        if seen.missed:
            fold = Fold(_("Your accounts that were not seen"))
            lines = [f"{one.site_name}: {one.handle}. {one.reason.label}" for one in seen.missed]
            fold.body.addWidget(PlainLabel("\n".join(lines), "small", "text2"))
            self.add(fold)
        if seen.declared < _TOO_FEW:
            add = Btn(_("Add the accounts you have"), "quiet", "plus")
            add.clicked.connect(self.accounts_asked)
            self.add(ButtonRow(add))


def headline(seen: Calibration) -> str:
    if not seen.declared:
        return _("How much was missed? We cannot tell yet")
    return ngettext("Found {found} of your {n} account", "Found {found} of your {n} accounts", seen.declared).format(
        found=number(seen.found), n=number(seen.declared)
    )


def meaning(seen: Calibration) -> str:
    """What the number says of profiles that nobody has listed."""
    missed = seen.declared - seen.found
    if not seen.declared:
        return _("List the accounts you have. The next look asks for them too, and shows how many it finds.")
    if missed == seen.declared:
        return _("None of your own accounts was seen. So this look says little about the other sites.")
    if seen.declared < _TOO_FEW:
        return _("That is too few to say how much else was missed. With 3 or more it can be told.")
    if not missed:
        return _("This look sees the sites you are on. On sites that hide profiles it could still miss one.")
    part = Fraction(missed, seen.declared).limit_denominator(_MOST_PARTS)
    if part.numerator == 0:
        part = Fraction(1, round(seen.declared / missed))
    words = _("So it may have missed about {some} in {all} profiles elsewhere too. No answer is not a clean answer.")
    return words.format(some=number(part.numerator), all=number(part.denominator))
