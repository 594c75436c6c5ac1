"""Which lenses look for this person, and what they know of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import person
from footprint.archives.lenses import store
from footprint.archives.lenses.about import AboutMe, Looking
from footprint.archives.lenses.load import Lens, load_lenses
from footprint.archives.lenses.records import Days
from footprint.archives.lenses.wrong import quiet_of
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.packs.records import Pack
from footprint.person import DetailKind
from footprint.vault import Done, Vault

MAKER = "footprint.archives.lenses.apart:make"
"""What makes the flags in the process that reads; `Flagging(MAKER, looking(vault).encoded())`."""


@dataclass(frozen=True)
class Choice:
    """One lens and whether it looks. A sensitive one does not until the person chooses it."""

    lens: Lens
    looks: bool


def lens_of(lens_id: str) -> Lens:
    found = next((one for one in load_lenses() if one.id == lens_id), None)
    if found is None:
        known = ", ".join(one.id for one in load_lenses())
        raise NotFound(_("There is no “{name}”. Known: {known}.").format(name=lens_id, known=known))
    return found


def choices(vault: Vault) -> tuple[Choice, ...]:
    """Every lens, in the order they are offered."""
    with vault.reading() as db:
        chosen = store.choices(db)
    return tuple(Choice(one, chosen.get(one.id, not one.sensitive)) for one in load_lenses())


def choose(vault: Vault, lens_id: str, *, looks: bool) -> Done[Choice]:
    """Let a lens look, or not. What is flagged already changes with `reflagging.reflag`."""
    lens = lens_of(lens_id)
    with vault.writing() as write:
        store.choose(write.db, lens.id, write.now, looks=looks)
    return write.done(Choice(lens, looks))


def days(vault: Vault) -> Days:
    with vault.reading() as db:
        return store.days(db)


def set_joined(vault: Vault, day: date | None) -> Done[Days]:
    """The day the person came into the profession; None takes it back."""
    return _set_day(vault, "joined", day)


def set_before(vault: Vault, day: date | None) -> Done[Days]:
    """The day before which a post is old, whatever the profession; None takes it back."""
    return _set_day(vault, "before", day)


def _set_day(vault: Vault, what: str, day: date | None) -> Done[Days]:
    with vault.writing() as write:
        store.set_day(write.db, what, day, write.now)
        known = store.days(write.db)
    return write.done(known)


def about_me(vault: Vault) -> AboutMe:
    """What the lenses may know: names, places, employers. It stays on this computer, like everything."""
    details = person.details(vault)
    known = days(vault)

    def of(*kinds: DetailKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.text for one in details if one.kind in kinds))

    return AboutMe(
        names=of(DetailKind.NAME, DetailKind.FORMER_NAME, DetailKind.KNOWN_AS),
        employers=of(DetailKind.EMPLOYER),
        towns=of(DetailKind.TOWN),
        joined=known.joined,
        before=known.before,
    )


def looking(vault: Vault, pack: Pack | None = None) -> Looking:
    """Everything a matcher is made of, for `Matcher` here or `apart.make` in the worker process."""
    looks = tuple(one.lens.id for one in choices(vault) if one.looks)
    with vault.reading() as db:
        quiet = quiet_of(store.wrongs(db))
    return Looking(lenses=looks, about=about_me(vault), extra_words=_words_of(pack), quiet=quiet)


def _words_of(pack: Pack | None) -> dict[str, tuple[str, ...]]:
    """More words by lens, as the employer’s pack gives them."""
    found: dict[str, tuple[str, ...]] = {}
    for one in pack.lenses.words if pack is not None else ():
        found[one.lens.value] = (*found.get(one.lens.value, ()), *one.words)
    return found
