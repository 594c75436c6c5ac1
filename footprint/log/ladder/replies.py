"""Reading a reply that was pasted: what it most likely says, with the words that led there.

Plain rules over the text. It is a suggestion, and nothing is ever done because of it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log.by_hand import Strict, fault, read
from footprint.log.ladder.records import Outcome
from footprint.log.origins import Origin
from footprint.paths import shipped

LONGEST = 20_000
"""Letters of a reply that are read; a longer one is mostly older messages quoted below it."""
_MOST_WORDS = 4


class ReplyKind(Labelled):
    """What a reply says."""

    WORRYING = "worrying", N_("It may be meant to frighten you")
    BOUNCED = "bounced", N_("Your message came back")
    ASKS_ID = "asks id", N_("They ask who you are")
    PARTLY = "partly", N_("They do some of it, and not all")
    REFUSED = "refused", N_("They say no")
    ACCEPTED = "accepted", N_("They say yes")
    ASKS_MORE = "asks more", N_("They ask for more")
    AUTOMATIC = "automatic", N_("An automatic answer")
    SILENCE = "silence", N_("Nothing is in it")
    UNCLEAR = "unclear", N_("We cannot tell")

    @property
    def outcome(self) -> Outcome | None:
        """How the rung stands if the person agrees; None leaves it as it is."""
        return _OUTCOMES.get(self)


class Ground(Labelled):
    """Why they say no."""

    JOURNALISM = "journalism", N_("free speech or journalism")
    DUTY = "legal duty", N_("a duty in law to keep it")
    CLAIMS = "claims", N_("claims in law")
    PUBLIC = "public", N_("the public’s right to know")
    EXCESSIVE = "excessive", N_("they find it too much, or unfounded")
    NOT_THEIRS = "not theirs", N_("they say it is not theirs to change")
    RULES = "rules", N_("it does not break their rules")
    NONE = "", N_("they give no reason we know")


_OUTCOMES = {
    ReplyKind.BOUNCED: Outcome.BOUNCED,
    ReplyKind.ASKS_ID: Outcome.ASKED_ID,
    ReplyKind.ASKS_MORE: Outcome.ASKED_MORE,
    ReplyKind.REFUSED: Outcome.REFUSED,
    ReplyKind.PARTLY: Outcome.REFUSED,
    ReplyKind.ACCEPTED: Outcome.ACCEPTED,
    ReplyKind.SILENCE: Outcome.SILENCE,
}
_NEXT = {
    ReplyKind.WORRYING: N_("Do not answer. Keep a copy and tell your line manager. Change who put it there."),
    ReplyKind.BOUNCED: N_("They have not read it. Look for another address, then ask again."),
    ReplyKind.ASKS_ID: N_("Offer as little as will do. Cover the picture and the number on any copy."),
    ReplyKind.PARTLY: N_("Look what is left. You can go on for the rest."),
    ReplyKind.REFUSED: N_("Do not argue. Look at the next step."),
    ReplyKind.ACCEPTED: N_("Thank them. Look in a week if it is gone."),
    ReplyKind.ASKS_MORE: N_("Send what they need to find it, and no more than that."),
    ReplyKind.AUTOMATIC: N_("Keep waiting. This tells you only that it arrived."),
    ReplyKind.SILENCE: N_("Paste what they wrote, or choose “No reply”."),
    ReplyKind.UNCLEAR: N_("Read it again, then choose what happened yourself."),
}
_SILENT = N_("Do not answer, whatever it says. Keep a copy and tell your line manager.")
_GROUND_NEXT = {
    Ground.JOURNALISM: N_("Ask if they would leave out your name instead. Then there is their regulator."),
    Ground.DUTY: N_("Ask which rule it is. Ask them to show less, if they have to keep it."),
    Ground.CLAIMS: N_("Take advice first, from your union or a solicitor."),
    Ground.PUBLIC: N_("Ask them to leave out what people need not know, such as your home."),
    Ground.EXCESSIVE: N_("Ask once, for one thing, and say why it matters."),
    Ground.NOT_THEIRS: N_("Ask them who can change it, and write there."),
    Ground.RULES: N_("Ask for another look, if there is a button for that. Then go on."),
}
_QUOTED = re.compile(r"^\s*(?:>.*|on .{4,80} wrote:.*|-{2,} ?original message.*|from: .*)$", re.IGNORECASE)


class _Says(Strict, frozen=True, kw_only=True):
    """The expressions that say one thing."""

    kind: ReplyKind
    rules: tuple[str, ...]


class _Because(Strict, frozen=True, kw_only=True):
    """The expression of one ground."""

    ground: Ground
    rule: str


class _RulesFile(Strict, frozen=True, kw_only=True):
    """`resources/ladder/replies.toml`."""

    format: int
    no: str
    remove: str
    says: tuple[_Says, ...]
    ground: tuple[_Because, ...]


@dataclass(frozen=True)
class _Rules:
    """The file, ready to search with."""

    says: tuple[tuple[ReplyKind, tuple[re.Pattern[str], ...]], ...]
    grounds: tuple[tuple[Ground, re.Pattern[str]], ...]
    remove: re.Pattern[str]


@dataclass(frozen=True)
class Reading:
    """What a reply most likely says. `words` are the pieces of it that led there, as they stand in it.

    `silent`: whoever wrote it is never written to, whatever it says.
    """

    kind: ReplyKind
    ground: Ground
    words: tuple[str, ...]
    silent: bool = False

    @property
    def next(self) -> str:
        """What the person could do."""
        if self.silent:
            return _(_SILENT)
        if self.kind is ReplyKind.REFUSED and self.ground in _GROUND_NEXT:
            return _(_GROUND_NEXT[self.ground])
        return _(_NEXT[self.kind])


def read_reply(text: str, origin: Origin | None = None) -> Reading:
    """The likeliest meaning of `text`, any text at all. `origin`: who put the thing there that it is about."""
    return replace(_reading(text), silent=origin is not None and origin.worries)


def _reading(text: str) -> Reading:
    rules = _rules()
    theirs = _theirs(text[:LONGEST])
    if not theirs.strip():
        return Reading(ReplyKind.SILENCE, Ground.NONE, ())
    found = {kind: words for kind, patterns in rules.says if (words := _found(theirs, patterns))}
    kind = next(iter(found), ReplyKind.UNCLEAR)
    if kind is not ReplyKind.REFUSED:
        return Reading(kind, Ground.NONE, found.get(kind, ())[:_MOST_WORDS])
    refused = found[kind]
    # "We cannot remove it" also has "remove it" in it: what a refusal says is no promise.
    agreed = [one for one in found.get(ReplyKind.ACCEPTED, ()) if not any(one in each for each in refused)]
    ground, because = _ground(theirs, rules)
    # "No problem" alone is politeness: only what was or will be taken away makes it half a yes.
    if any(rules.remove.search(one) for one in agreed):
        return Reading(ReplyKind.PARTLY, ground, (*agreed[:2], *refused[:2]))
    return Reading(kind, ground, tuple(dict.fromkeys((*refused[:2], *because)))[:_MOST_WORDS])


def _theirs(text: str) -> str:
    """The reply without the older message that stands below it."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").splitlines():
        if _QUOTED.match(line):
            if line.lstrip().startswith(">"):
                continue
            if any(one.strip() for one in lines):
                break
        lines.append(line)
    return "\n".join(lines)


def _found(text: str, patterns: Iterable[re.Pattern[str]]) -> tuple[str, ...]:
    hits = [(hit.start(), hit.group().strip()) for one in patterns for hit in one.finditer(text)]
    return tuple(dict.fromkeys(words for _at, words in sorted(hits) if words))


def _ground(text: str, rules: _Rules) -> tuple[Ground, tuple[str, ...]]:
    for ground, pattern in rules.grounds:
        hit = pattern.search(text)
        if hit:
            return ground, (hit.group(),)
    return Ground.NONE, ()


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    path = shipped("resources") / "ladder" / "replies.toml"
    file = read(path, _RulesFile)
    if file.format != 1:
        raise fault(path, _("is of a newer form than this app knows"))

    def compiled(rule: str) -> re.Pattern[str]:
        whole = rule.replace("{no}", file.no).replace("{remove}", file.remove)
        try:
            return re.compile(whole, re.IGNORECASE | re.MULTILINE)
        except re.error as problem:
            raise fault(path, f"{rule}: {problem}") from problem

    return _Rules(
        tuple((one.kind, tuple(map(compiled, one.rules))) for one in file.says),
        tuple((one.ground, compiled(one.rule)) for one in file.ground),
        compiled(file.remove),
    )
