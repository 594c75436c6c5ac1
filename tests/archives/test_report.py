"""The report at the end: found, kept, left out with the reason, not readable, and what the export says itself."""

from __future__ import annotations

from footprint.archives.index.course import Course
from footprint.archives.opening.batches import Tally
from footprint.archives.records import Trouble, Why
from footprint.archives.report import SKIPPED, Fate, not_exported, report_of


def course() -> Course:
    told = Course(new=7, same=3)
    told.add(
        [
            Tally("", "", "x.zip", troubles=(Trouble(Why.MEDIA, 1200), Trouble(Why.UNKNOWN_FILE, 1, "notes.bin"))),
            Tally("x", "data/tweets.js", "x.zip", 1990, ended=True, stated=2000),
            Tally("x", "data/like.js", "x.zip", 5, 2, 1, (Trouble(Why.BROKEN_FILE),), ended=True),
            Tally("x", "data/direct-messages.js", "x.zip", troubles=(Trouble(Why.OTHERS_WORDS),), ended=True),
            Tally("x", "data/note.js", "x.zip", troubles=(Trouble(Why.ENCRYPTED),), ended=True),
            Tally("x", "data/block.js", "x.zip", 0, 4, ended=True),
        ]
    )
    return told


def test_each_file_has_its_fate_and_the_worst_come_first() -> None:
    rows = report_of(course()).rows
    assert [(row.member, row.fate) for row in rows] == [
        ("data/note.js", Fate.UNREADABLE),
        ("data/like.js", Fate.PARTLY),
        ("data/tweets.js", Fate.SHORT),
        ("data/block.js", Fate.READ),
        ("", Fate.SKIPPED),
        ("data/direct-messages.js", Fate.SKIPPED),
    ]


def test_it_is_said_in_plain_words() -> None:
    report = report_of(course())
    rows = {row.member: row.words for row in report.rows}
    assert rows["data/tweets.js"] == "1,990 found; the copy says it has 2,000."
    assert rows["data/like.js"] == "8 things found. Not read: the file breaks off or is damaged."
    assert rows["data/direct-messages.js"] == "1 left out: messages, which hold other people’s words, are off."
    assert rows["data/block.js"] == "4 things found."
    assert report.sentences[0] == "2,002 things found."
    assert report.sentences[1] == "7 are new, 3 were here before."
    assert "1,200 left out: pictures and films are looked at only when you ask." in report.sentences
    assert not report.whole
    assert report_of(Course()).whole


def test_every_reason_is_on_one_side_and_has_words() -> None:
    for why in Why:
        row = report_of(_only(why)).rows[0]
        assert bool(row.skipped) is (why in SKIPPED)
        assert bool(row.unreadable) is (why not in SKIPPED)
        assert why.label in row.words


def _only(why: Why) -> Course:
    told = Course()
    told.add([Tally("x", "data/a.js", "x.zip", troubles=(Trouble(why),))])
    return told


def test_what_a_network_does_not_export_is_said() -> None:
    silent = not_exported(["x", "no such network"])
    report = report_of(course(), silent)
    assert set(report.not_exported) == {"x"}
    assert all(sentence.endswith(".") for sentence in report.not_exported["x"])
