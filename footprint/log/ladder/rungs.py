"""What the rungs are, from keeping a copy to the police."""

from __future__ import annotations

from footprint.i18n import N_
from footprint.labels import Labelled


class Rung(Labelled):
    """One step from keeping a copy to a regulator, private and polite first."""

    PRESERVE = "preserve", N_("Keep a copy")
    MANAGER = "manager", N_("Talk to your line manager")
    YOURSELF = "yourself", N_("Do it yourself")
    PERSON = "person", N_("Ask the person")
    SITE = "site", N_("Ask the site")
    NETWORK = "network", N_("Report it to the network")
    SEARCH = "search", N_("Ask the search engine")
    ERASURE = "erasure", N_("Ask in law for it to be deleted")
    COMPLAINT = "complaint", N_("Complain to the organisation")
    REGULATOR = "regulator", N_("Complain to the regulator")
    POLICE = "police", N_("The police")

    @property
    def writes(self) -> bool:
        """A message goes to whoever put it there, or to the site it stands on."""
        return self in _WRITING

    @property
    def asks(self) -> bool:
        """Somebody is asked and may answer: each time is kept as one request."""
        return self.writes or self in (Rung.NETWORK, Rung.SEARCH, Rung.REGULATOR)

    @property
    def removes(self) -> bool:
        """Something may be gone afterwards that a case could need."""
        return self in _REMOVING

    @property
    def alone(self) -> bool:
        """Nobody has to answer: it is done when the person has done it."""
        return self in (Rung.PRESERVE, Rung.YOURSELF)


_WRITING = (Rung.PERSON, Rung.SITE, Rung.ERASURE, Rung.COMPLAINT)
_REMOVING = (Rung.YOURSELF, Rung.PERSON, Rung.SITE, Rung.NETWORK, Rung.ERASURE)
