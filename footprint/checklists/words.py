"""The rules for words people read: no banned words, plain mark-up, short sentences, easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from footprint.checklists.texts import Text
from footprint.i18n import _
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading

# Word -> what to write instead.
_INSTEAD = {
    r"please": "",
    r"sorry": "",
    r"oops": "",
    r"invalid": "",
    r"users?": "someone, people, you",
    r"click(?:s|ed|ing)?": "choose, select",
    r"exposure score": "",
    r"complian(?:ce|t)": "",
    r"threats?": "",
    r"attack surface": "",
    r"exfiltrat\w*": "",
    r"osint": "",
    r"you forgot": "",
    r"(?:2fa|mfa|two-factor authentication)": "2-step verification",
    r"takedown": "ask for it to be removed",
    r"remediat\w*": "sort out",
    r"configur\w*": "set up",
    r"are you sure": "",
}
_BANNED = [(re.compile(rf"\b{word}\b", re.IGNORECASE), instead) for word, instead in _INSTEAD.items()]
_SHORT_NEGATIVE = re.compile(r"\b\w+n['’]t\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_QUOTED = re.compile(r"“[^”]*”")
_OTHER_MARKUP = re.compile(r"\*|`|</?[a-z][^>]*>|\]\(|&\w+;|&#\d+;|__|^\s*#+\s", re.IGNORECASE | re.MULTILINE)
_WORTH_GRADING = 15


def own_words(text: str) -> str:
    """`text` with the network’s own words (in bold or in “quotes”) put as one short word: we cannot choose those."""
    return _QUOTED.sub("this", _BOLD.sub("this", text))


def plain(text: str) -> str:
    """`text` without its mark-up, for a screen reader, a print-out or the command line."""
    return _BOLD.sub(r"\1", text)


def faults(text: Text) -> Iterator[str]:
    """What is wrong with one text."""
    ours = own_words(text.words)
    for pattern, instead in _BANNED:
        found = pattern.search(ours)
        if found:
            more = _(" (write: {instead})").format(instead=instead) if instead else ""
            yield _("“{word}” is not a word we use{more}; the network’s own words go in “quotes” or in bold").format(
                word=found[0], more=more
            )
    short = _SHORT_NEGATIVE.search(ours)
    if short:
        yield _("write “{word}” out in full").format(word=short[0])
    if "!" in ours:
        yield _("has an exclamation mark")
    if _BOLD.search(text.words) and not text.bold:
        yield _("cannot hold bold text; only steps and paragraphs can")
    left = _OTHER_MARKUP.search(_BOLD.sub(r"\1", text.words))
    if left:
        yield _("“{mark}”: only **bold** is understood as mark-up").format(mark=left[0])
    measured = reading(_BOLD.sub(r"\1", text.words))
    if measured.longest > MAX_SENTENCE:
        yield _("has a sentence of {n} words; {most} is the most").format(n=measured.longest, most=MAX_SENTENCE)
    if len(ours.split()) >= _WORTH_GRADING:
        yield from _grade_fault(ours)


def together(texts: Iterable[Text]) -> Iterator[str]:
    """What is wrong with texts read on one screen: one by one, short ones say too little about their grade."""
    yield from _grade_fault("\n".join(own_words(text.words) for text in texts if text.words))


def _grade_fault(text: str) -> Iterator[str]:
    grade = reading(text).grade
    if grade >= MAX_GRADE:
        yield _("reads at grade {grade:.1f}; it must be below {most:g}").format(grade=grade, most=MAX_GRADE)
