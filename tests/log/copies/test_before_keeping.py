"""Before a picture is kept: of somebody under 18 undressed nothing ever is; a private one only once that was read."""

from __future__ import annotations

import hashlib
import io
import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from footprint import log
from footprint.log import Answer, Box, Edit, Shows
from footprint.log.copies import read_edit
from footprint.vault import Done, Vault
from tests.log.copies.test_evidence import on_its_side, plain, with_place
from tests.log.copies.test_evidence_kinds import PAGE, mail_of, pdf_of

EVERY = [Shows(*both) for both in itertools.product(Answer, Answer)]
Keep = Callable[[Vault, str, Shows, bool], Done[log.Evidence]]
DOORS: dict[str, Keep] = {
    "copy": lambda v, i, s, t: log.keep_copy(v, i, plain(), shows=s, thought=t),
    "picture": lambda v, i, s, t: log.add_picture(v, i, plain(), shows=s, thought=t),
    "changed": lambda v, i, s, t: log.add_changed(v, i, plain(), Edit(), original_too=True, shows=s, thought=t),
    "page": lambda v, i, s, t: log.keep_copy(v, i, PAGE, shows=s, thought=t),
    "pdf": lambda v, i, s, t: log.keep_copy(v, i, pdf_of(), shows=s, thought=t),
    "email": lambda v, i, s, t: log.keep_copy(v, i, mail_of(), shows=s, thought=t),
}


@pytest.fixture
def item(vault: Vault) -> log.Item:
    return log.add(vault, log.New("A photo", origin=log.Origin.KNOWN)).value


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "shows", [one for one in EVERY if one.never_kept], ids=lambda one: f"{one.undressed}-{one.under_18}"
)
@pytest.mark.parametrize("thought", [False, True])
def test_someone_under_18_undressed_is_never_kept(
    vault: Vault, item: log.Item, door: str, shows: Shows, thought: bool
) -> None:
    before = log.history(vault, item.id)
    with pytest.raises(log.NeverKept):
        DOORS[door](vault, item.id, shows, thought)
    assert log.evidence(vault, item.id) == ()
    assert log.history(vault, item.id) == before
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM log_evidence_bytes") == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(min_size=1, max_size=200), shows=st.sampled_from(EVERY), thought=st.booleans())
def test_no_bytes_and_no_answers_get_one_past(
    vault: Vault, item: log.Item, content: bytes, shows: Shows, thought: bool
) -> None:
    count = len(log.evidence(vault, item.id))
    if shows.never_kept or (shows.intimate and not thought):
        with pytest.raises(log.BadEvidence):
            log.keep_copy(vault, item.id, content, shows=shows, thought=thought)
        assert len(log.evidence(vault, item.id)) == count


def test_not_being_sure_counts_as_yes() -> None:
    assert {(one.undressed, one.under_18) for one in EVERY if one.never_kept} == set(
        itertools.product((Answer.YES, Answer.UNSURE), repeat=2)
    )
    for one in EVERY:
        assert one.never_kept + one.intimate + (one.undressed is Answer.NO) == 1
    assert Shows(Answer.NO, Answer.YES).child


@pytest.mark.parametrize("door", DOORS)
def test_a_private_picture_is_kept_once_its_page_was_read(vault: Vault, item: log.Item, door: str) -> None:
    private = Shows(undressed=Answer.YES)
    with pytest.raises(log.Thought):
        DOORS[door](vault, item.id, private, False)
    assert log.evidence(vault, item.id) == ()
    kept = DOORS[door](vault, item.id, private, True).value
    assert kept.intimate and log.one_evidence(vault, kept.id).intimate
    assert log.thumbnail(vault, kept.id) == b""  # no small copy of it is made


# -- cropped and covered -------------------------------------------------------------------------------


def colours(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as opened:
        return opened.convert("RGB")


def halves() -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (200, 100), (255, 0, 0))
    image.paste((0, 0, 255), (100, 0, 200, 100))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_what_is_covered_is_gone_from_the_file(vault: Vault, item: log.Item) -> None:
    kept = log.add_changed(
        vault, item.id, halves(), Edit(boxes=(Box(0.5, 0, 1, 1),)), original_too=False, name="party.png"
    ).value
    content = log.evidence_bytes(vault, kept.id)
    seen = colours(content)
    assert (seen.getpixel((199, 99)), seen.getpixel((10, 10))) == ((0, 0, 0), (255, 0, 0))
    assert (0, 0, 255) not in {colour for _count, colour in seen.getcolors()}
    assert kept.made_from == hashlib.sha256(halves()).hexdigest()
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert len(log.evidence(vault, item.id)) == 1


def test_the_original_goes_only_if_the_person_says_so_and_one_undo_takes_back_both(
    vault: Vault, item: log.Item
) -> None:
    done = log.add_changed(vault, item.id, halves(), Edit(crop=Box(0, 0, 0.5, 1)), original_too=True)
    assert (done.value.width, done.value.height) == (100, 100)
    both = log.evidence(vault, item.id)
    assert {log.evidence_bytes(vault, one.id) for one in both} >= {halves()}
    assert len(both) == 2
    vault.undo(done.undo)
    assert log.evidence(vault, item.id) == ()


def test_leaving_out_the_notes_leaves_out_where_it_was_taken(vault: Vault, item: log.Item) -> None:
    kept = log.add_changed(vault, item.id, with_place(), Edit(), original_too=False).value
    assert not kept.says_where
    assert (kept.width, kept.height) == (640, 360)
    with Image.open(io.BytesIO(log.evidence_bytes(vault, kept.id))) as opened:
        assert not opened.getexif() and "xmp" not in opened.info


def test_a_picture_taken_upright_is_cut_as_it_is_seen() -> None:
    made = read_edit.edited(read_edit.packed(Edit(crop=Box(0, 0, 1, 0.5)), on_its_side()))
    assert (made.width, made.height) == (360, 320)


@given(st.tuples(*[st.floats(-2, 2)] * 4), st.tuples(*[st.floats(-2, 2)] * 4))
@settings(deadline=None)
def test_any_box_gives_a_picture(crop: tuple[float, ...], box: tuple[float, ...]) -> None:
    made = read_edit.edited(read_edit.packed(Edit(Box(*crop), (Box(*box),)), plain(size=(31, 17))))
    assert 1 <= made.width <= 31 and 1 <= made.height <= 17
    assert colours(made.content).size == (made.width, made.height)


@pytest.mark.parametrize("content", [b"", b"hello", plain()[:60], b"%PDF-1.7"])
def test_what_is_no_picture_cannot_be_changed(vault: Vault, item: log.Item, content: bytes) -> None:
    with pytest.raises(log.BadEvidence):
        log.add_changed(vault, item.id, content, Edit(), original_too=True)
    assert log.evidence(vault, item.id) == ()
