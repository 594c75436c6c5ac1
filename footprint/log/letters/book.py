"""Every letter on one page, each tone and length once, filled in for an invented person: what `docs/letters.md` is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from footprint import dates
from footprint.log.law import Law, laws
from footprint.log.letters.checking import Check
from footprint.log.letters.gaps import REASONS, WHY_BEFOREHAND, WHY_UNEASY
from footprint.log.letters.templates import Audience, Length, LetterFile, Tone, compiled, letter_files

DAY = date(2026, 11, 16)
"""The day the invented letters are written on."""
_ASKED = date(2026, 10, 28)
_TOLD = {
    "to": "Jo Sample",
    "what": "a photo of me",
    "ask": "take it down",
    "where": "https://photos.example/p/17",
    "me": "Ada Example",
    "own": "Ask me before you post a photo with me in it, and leave out where I am and where I work.",
    "who": "me and my children",
    "years": "all years",
    "hold": "The page is about me, and its owner has taken it down.",
}
_TO = {Audience.PEOPLE: "everyone", Audience.ORGANISATION: "website team", Audience.NEWSPAPER: "editor"}
_HEAD = """# The letters

<!-- Made by `footprint log letters --write`. Change the files in resources/letters, then run it again. -->

The app writes these messages and never sends them: you copy, save or send each one yourself. There are {kinds} kinds,
each in two tones and two lengths. Here each is filled in once, for Ada Example, who is invented, on {day}. In the app
you can change every word. While anything is left to fill in, nothing can be copied.

Nobody you met through work is ever written to, nor somebody who frightens you, nor somebody you are not sure of: for
them the app has no letter at all. A letter to a person never speaks of the law.

| For | Kind | Id |
| --- | --- | --- |
{rows}
"""


def letter_book() -> str:
    """The page as Markdown. It says the same on every computer and on every day."""
    files = letter_files()
    rows = "\n".join(f"| {one.audience.label} | [{one.title}](#{one.id}) | `{one.id}` |" for one in files)
    parts = [_HEAD.format(kinds=len(files), day=dates.day_in_words(DAY), rows=rows)]
    parts += ["\n".join(_letter(one)) for one in files]
    parts += ["\n".join(_law()), "\n".join(_checks())]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def rendering(one: LetterFile, tone: Tone, length: Length) -> tuple[str, str]:
    """Subject and text of one letter, filled in with invented words."""
    told = {
        **_TOLD,
        "to": _TO.get(one.audience, _TOLD["to"]),
        "reason": _reason(one),
        "asked": dates.day_in_words(_ASKED, weekday=True),
        "by": dates.day_in_words(DAY + timedelta(days=one.reply_days), weekday=True),
    }
    if one.audience is Audience.NEWSPAPER:
        told |= {"what": "an article about me", "where": "https://news.example/2019/fair"}
    wording = one.wording(tone)
    return compiled(wording.subject).render(told), compiled(wording.text(length).strip()).render(told)


def _reason(one: LetterFile) -> str:
    if not one.note:
        return REASONS[0]
    return WHY_UNEASY[0] if one.origins else WHY_BEFOREHAND[0]


def _letter(one: LetterFile) -> Iterator[str]:
    yield f'## <a id="{one.id}"></a>{one.title}'
    yield ""
    if one.first:
        yield one.first
    yield f"It serves {', '.join(one.guidance)} of the guidance."
    if one.origins:
        yield f"An answer is asked for within {one.reply_days} days."
    if one.law:
        yield f"It relies on {', '.join(f'[{name}](#law-{name})' for name in one.law)}."
    for tone in Tone:
        for length in Length:
            subject, text = rendering(one, tone, length)
            yield ""
            yield f"**{tone.label}, {length.label.lower()}.** {subject}"
            yield ""
            yield from (f"> {line}".rstrip() for line in text.splitlines())
    yield ""


def _law() -> Iterator[str]:
    yield "## What the letters rely on"
    yield ""
    yield "In our own words, from `resources/law/uk.toml`. What is marked as not sure is named by no letter."
    yield ""
    yield "| Id | What it says | Checked | How sure | Where |"
    yield "| --- | --- | --- | --- | --- |"
    for law in laws().values():
        yield _law_row(law)


def _law_row(law: Law) -> str:
    sure = law.confidence.value if law.certain else "not sure"
    where = "the whole UK" if len(law.nations) == 4 else ", ".join(law.nations)
    cells = (f'<a id="law-{law.id}"></a>`{law.id}`', f"{law.says} [Source]({law.source})", law.verified, sure, where)
    return f"| {' | '.join(map(str, cells))} |"


def _checks() -> Iterator[str]:
    yield "## What every draft is looked at for"
    yield ""
    yield "Beside the message, as it is typed, each with the reason and the place. The person decides."
    yield ""
    for check in Check:
        yield f"- {check.label}"
