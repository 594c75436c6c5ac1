"""Before you post: answers at once, from the words and the picture, and nothing kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from footprint.archives.before_posting import End, LookFor, Reader, look
from footprint.archives.lenses.about import AboutMe, Looking
from footprint.archives.picture_facts import picture_facts, read_facts
from footprint.search.kept_pictures import BadPicture

ME = Looking(about=AboutMe(employers=("Larkfield House",)))


def picture(*, with_notes: bool = True) -> bytes:
    image, notes = Image.new("RGB", (60, 40), "grey"), Image.Exif()
    if with_notes:
        notes[0x010F], notes[0x0110] = "Acme", "Acme Phone 7"
        notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 24.0, 30.13), 3: "W", 4: (2.0, 59.0, 29.65)})
        notes.get_ifd(0x8769)[0x9003] = "2026:05:02 18:20:11"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=notes)
    return out.getvalue()


def test_a_draft_is_asked_about_by_three_readers() -> None:
    answers = look("One of my service users threw a shoe at me, back at Larkfield House", None, ME)
    assert {"people_supported", "work_named"} <= {one.lens.id for one in answers.flags}
    assert all(one.reason and one.lens.guidance for one in answers.flags)
    assert [one.reader for one in answers.readers] == list(Reader)
    assert all(2 <= len(one.questions) <= 3 for one in answers.readers)
    assert answers.readers[0].questions[0] == "Is this about us?"
    assert answers.ends == tuple(End) and answers.picture is None and answers.look_for == ()


def test_a_quiet_draft_still_gets_two_questions_of_each() -> None:
    answers = look("The heron is back on the canal", None, ME)
    assert answers.flags == () and all(len(one.questions) == 2 for one in answers.readers)


def test_a_lens_that_is_off_is_asked_only_when_all_are() -> None:
    text = "Never voting Tory again"
    assert look(text, None, ME).flags == ()
    flag = look(text, None, ME, every=True).flags[0]
    assert flag.lens.id == "politics" and "private life" in flag.lens.lawful


def test_a_picture_tells_where_when_and_with_what() -> None:
    answers = look("", picture(), ME)
    facts = answers.picture
    assert facts is not None and answers.look_for == tuple(LookFor)
    assert (facts.lat, facts.lon) == (53.40837, -2.99157)
    assert (facts.taken, facts.device) == ("2026:05:02 18:20:11", "Acme Acme Phone 7")
    assert "Is this where I can find you?" in answers.readers[0].questions
    bare = picture_facts(picture(with_notes=False))
    assert (bare.lat, bare.taken, bare.device, bare.width) == (None, "", "", 60)


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:200]])
def test_what_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(BadPicture):
        read_facts(data)
