"""What the pictures say together: one picture on several accounts, and found profiles that show a picture of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint import person
from footprint.checklists import Library, NetworkFile
from footprint.i18n import _, ngettext
from footprint.person import Account, AccountState, Purpose
from footprint.search.likeness.comparing import likeness
from footprint.search.likeness.keeping import pictures
from footprint.search.likeness.profiles import Found, found_profiles
from footprint.search.likeness.records import Answer, Likeness, Nature, Portrait
from footprint.search.records import Verdict
from footprint.vault import Vault

GUIDANCE = "g24"
"""The statement this serves: choose your profile picture with care."""

# Checks that ask about the profile picture, the closest first.
_CHECKS = (
    "profile_pictures", "profile_photo", "photo_reuse", "display_picture", "avatar_public", "photo", "picture",
    "photos", "name_photo", "photo_text", "photo_about", "profile_text", "profile", "name_text", "channel_details",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """An account as it is shown: “Instagram (personal)”. `check` is the network's own check of the picture, or ""."""

    account: Account
    words: str
    check: str


@dataclass(frozen=True)
class Group:
    """One picture on two or more accounts."""

    pictures: tuple[Portrait, ...]
    likeness: Likeness
    places: tuple[Place, ...]

    @property
    def crosses(self) -> bool:
        """Whether it stands on a private account and on one for work."""
        used = {one.account.purpose for one in self.places}
        return Purpose.BOTH in used or used >= {Purpose.PERSONAL, Purpose.PROFESSIONAL}

    @property
    def sentence(self) -> str:
        """“The same picture is on 3 of your accounts: …”"""
        count = len(self.places)
        words = (
            ngettext(
                "The same picture is on {n} of your accounts: {where}.",
                "The same picture is on {n} of your accounts: {where}.",
                count,
            )
            if self.likeness is Likeness.SAME
            else ngettext(
                "What looks like the same picture is on {n} of your accounts: {where}.",
                "What looks like the same picture is on {n} of your accounts: {where}.",
                count,
            )
        )
        return words.format(n=count, where=in_a_row([one.words for one in self.places]))

    @property
    def why(self) -> str:
        """Why it matters."""
        if self.crosses:
            return _(
                "Anyone can search for a picture. The picture on your work account then leads them to your private one."
            )
        return _("Anyone can search for a picture. One account then leads them to the others.")


@dataclass(frozen=True)
class Meeting:
    """A found profile beside the person's own pictures. `own` is the picture of theirs that is most like its own."""

    found: Found
    portrait: Portrait | None
    likeness: Likeness
    own: Portrait | None

    @property
    def answer(self) -> Answer:
        return self.portrait.answer if self.portrait is not None else Answer.UNSAID

    @property
    def asks(self) -> bool:
        """Whether to ask “Is this profile yours?”: it shows their picture and is none of their accounts."""
        return (
            self.likeness is not Likeness.OTHER
            and self.found.account is None
            and self.answer is Answer.UNSAID
            and self.found.finding.verdict is not Verdict.FINE
        )

    @property
    def pretends(self) -> bool:
        """Whether it shows their picture, and they said that it is not theirs."""
        return self.likeness is not Likeness.OTHER and self.found.account is None and self.answer is Answer.NOT_MINE

    @property
    def sentence(self) -> str:
        """What is seen on it, in words."""
        named = self.found.named
        if self.portrait is None:
            return _("It has your name. Its picture is not here yet.")
        if self.portrait.nature is Nature.STAND_IN:
            return _("It shows no real picture, only what the site shows for none.")
        if self.likeness is Likeness.SAME:
            return _("It has your name and your picture.") if named else _("It shows your picture under another name.")
        if self.likeness is Likeness.ALIKE:
            return (
                _("It has your name, and what looks like your picture.")
                if named
                else _("It shows what looks like your picture, under another name.")
            )
        return _("It has your name, but another picture.") if named else _("It shows another picture.")


@dataclass(frozen=True)
class Standing:
    """All of it at one time. `mine` are the pictures the person chose, `places` their accounts."""

    mine: tuple[Portrait, ...]
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    places: tuple[Place, ...]

    @property
    def to_ask(self) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.asks)

    @property
    def impostors(self) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.pretends)


def look(vault: Vault, library: Library) -> Standing:
    """Compare everything that is kept. Asks nobody; nothing leaves the computer."""
    every = pictures(vault)
    found = found_profiles(vault, library, [one.finding_id for one in every if one.finding_id])
    places = {one.id: _place(one, library) for one in person.accounts(vault) if one.state is not AccountState.CLOSED}
    chosen = tuple(one for one in every if not one.finding_id)
    by_finding = {one.finding_id: one for one in every if one.finding_id}
    own_pages = {one.finding.id: one.account.id for one in found if one.account is not None}
    on_accounts = [
        (one, _accounts_of(one, own_pages, places)) for one in every if one.mine or one.finding_id in own_pages
    ]
    meetings = [_meeting(one, by_finding.get(one.finding.id), chosen) for one in found if one.account is None]
    return Standing(chosen, _groups(on_accounts, places), tuple(sorted(meetings, key=_order)), tuple(places.values()))


def in_a_row(words: Sequence[str]) -> str:
    """“a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def picture_check(network: NetworkFile | None) -> str:
    """The check of a network that asks about the profile picture, or ""."""
    if network is None:
        return ""
    there = {one.id for one in network.checks if not one.retired and _about_a_picture(one.title)}
    return next((one for one in _CHECKS if one in there), "")


def _about_a_picture(title: str) -> bool:
    low = title.casefold()
    return "picture" in low or "photo" in low


def _place(account: Account, library: Library) -> Place:
    network = library.network(account.network) if account.network in library else None
    name = account.label or (network.name if network is not None else library.name(account.network))
    used = {
        Purpose.PERSONAL: _("personal"),
        Purpose.PROFESSIONAL: _("professional"),
        Purpose.BOTH: _("personal and professional"),
    }[account.purpose]
    return Place(account, f"{name} ({used})", picture_check(network))


def _accounts_of(one: Portrait, own_pages: dict[str, str], places: dict[str, Place]) -> tuple[str, ...]:
    there = (*one.accounts, *((own_pages[one.finding_id],) if one.finding_id in own_pages else ()))
    return tuple(dict.fromkeys(each for each in there if each in places))


def _groups(known: Sequence[tuple[Portrait, tuple[str, ...]]], places: dict[str, Place]) -> tuple[Group, ...]:
    """Pictures that are like one another, put together, where they stand on two accounts or more."""
    groups: list[tuple[list[Portrait], dict[str, None], Likeness]] = []
    for one, accounts in known:
        if one.nature is Nature.STAND_IN or not accounts:
            continue
        pictures, whole, how = [one], dict.fromkeys(accounts), Likeness.SAME
        apart = []
        for group in groups:
            best = _best(one, group[0])
            if best is Likeness.OTHER:
                apart.append(group)
            else:
                pictures = [*group[0], *pictures]
                whole = group[1] | whole
                how = Likeness.ALIKE if Likeness.ALIKE in (best, group[2], how) else Likeness.SAME
        groups = [*apart, (pictures, whole, how)]
    return tuple(
        Group(tuple(pictures), how, tuple(places[one] for one in accounts))
        for pictures, accounts, how in groups
        if len(accounts) > 1
    )


def _best(one: Portrait, others: Iterable[Portrait]) -> Likeness:
    found = {likeness(one, other) for other in others}
    return next(one for one in (Likeness.SAME, Likeness.ALIKE, Likeness.OTHER) if one in found)


def _meeting(found: Found, portrait: Portrait | None, chosen: Iterable[Portrait]) -> Meeting:
    if portrait is None:
        return Meeting(found, None, Likeness.OTHER, None)
    ranked = [(list(Likeness).index(likeness(portrait, one)), one) for one in chosen]
    at, own = min(ranked, key=lambda one: one[0], default=(2, None))
    return Meeting(found, portrait, list(Likeness)[at], own if at < 2 else None)


def _order(one: Meeting) -> tuple[int, int, str]:
    """What is to be answered first, then what pretends, then what may still be looked at."""
    rank = 0 if one.asks else 1 if one.pretends else 2 if one.portrait is None else 3
    return rank, list(Likeness).index(one.likeness), one.found.title.casefold()
