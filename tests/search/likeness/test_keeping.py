"""Pictures are kept as a print and a small copy, tied to accounts, and taken out again."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from benchmarks import portraits
from footprint import person, retention, search, worker
from footprint.search import likeness
from footprint.search.likeness import Answer, BadPicture, Nature
from footprint.tasks import Task
from footprint.vault import Vault


def jpeg(number: int, **extra: object) -> bytes:
    out = io.BytesIO()
    portraits.picture(number).save(out, "JPEG", quality=90, **extra)
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_kept_small_and_without_what_the_camera_wrote(vault: Vault) -> None:
    notes = Image.Exif()
    notes[0x010E] = "At home in Otherton"  # a description
    notes[0x8825] = {2: (53.0, 35.0, 0.0), 4: (2.0, 18.0, 0.0)}  # where it was taken
    kept = likeness.add_mine(vault, jpeg(0, exif=notes)).value
    small = likeness.small_copy(vault, kept.id)
    assert b"Otherton" not in small and b"Exif" not in small
    with Image.open(io.BytesIO(small)) as opened:
        assert max(opened.size) == 192 and not opened.getexif()
    assert kept.nature is Nature.PICTURE and kept.mine


def test_how_the_camera_was_held_does_not_matter(vault: Vault) -> None:
    notes = Image.Exif()
    notes[0x0112] = 6  # lies on its side
    out = io.BytesIO()
    portraits.picture(0).rotate(90).save(out, "JPEG", exif=notes)
    one, other = likeness.add_mine(vault, jpeg(0)).value, likeness.add_mine(vault, out.getvalue()).value
    assert likeness.likeness(one, other) is likeness.Likeness.SAME


def test_tied_to_accounts_and_back(vault: Vault) -> None:
    first = person.add_account(vault, "instagram").value
    second = person.add_account(vault, "linkedin").value
    kept = likeness.add_mine(vault, jpeg(0), [first.id]).value
    done = likeness.stands_on(vault, kept.id, [second.id, first.id])
    assert done.value.accounts == (first.id, second.id)
    vault.undo(done.undo)
    assert likeness.pictures(vault)[0].accounts == (first.id,)
    person.remove_account(vault, first.id)
    assert likeness.pictures(vault)[0].accounts == ()


def test_taken_out_and_brought_back(vault: Vault) -> None:
    account = person.add_account(vault, "instagram").value
    kept = likeness.add_mine(vault, jpeg(0), [account.id]).value
    done = likeness.remove(vault, [kept.id])
    assert likeness.pictures(vault) == ()
    vault.undo(done.undo)
    assert likeness.pictures(vault) == (kept,)


def test_several_at_once_and_one_that_is_no_picture(vault: Vault) -> None:
    done = likeness.add_several(vault, [jpeg(0), b"no picture", jpeg(2)], Task())
    assert len(done.value.kept) == 2 and len(done.value.problems) == 1
    vault.undo(done.undo)
    assert likeness.pictures(vault) == ()


def test_the_same_file_twice_is_kept_once_and_stop_keeps_what_was_read(vault: Vault) -> None:
    twice = likeness.add_several(vault, [jpeg(0), jpeg(0)], Task()).value
    assert len(twice.kept) == 1 and "here already" in twice.problems[0]
    task = Task(lambda _done, _total, _note: task.stop())
    stopped = likeness.add_several(vault, [jpeg(2), jpeg(4)], task).value
    assert len(stopped.kept) == 1 and len(likeness.pictures(vault)) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        b"%PDF-1.7 not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_what_is_no_picture_says_so_in_words(vault: Vault, content: bytes) -> None:
    with pytest.raises((BadPicture, worker.CannotRead)) as refused:
        likeness.add_mine(vault, content)
    assert str(refused.value).endswith(".")
    assert likeness.pictures(vault) == ()


def test_too_many_pixels_and_too_few(vault: Vault) -> None:
    with pytest.raises(BadPicture, match="too large"):
        likeness.add_mine(vault, png(Image.new("1", (9_000, 7_000))))
    with pytest.raises(BadPicture, match="too small"):
        likeness.add_mine(vault, png(Image.new("RGB", (8, 8))))
    with pytest.raises(BadPicture, match="too large"):
        likeness.add_mine(vault, b"\xff\xd8\xff" + bytes(likeness.LARGEST))


def test_see_through_parts_count_as_white(vault: Vault) -> None:
    whole = portraits.picture(0)
    clear = whole.convert("RGBA")
    clear.putalpha(255)
    one, other = likeness.add_mine(vault, png(whole)).value, likeness.add_mine(vault, png(clear)).value
    assert likeness.likeness(one, other) is likeness.Likeness.SAME


def test_a_found_picture_takes_the_place_of_an_earlier_one_and_keeps_the_answer(vault: Vault) -> None:
    search.add_pasted(vault, "https://chatterbox.example/ada")
    finding = search.findings(vault)[0]
    first = likeness.add_found(vault, finding.id, jpeg(0)).value
    likeness.answered(vault, first.id, Answer.NOT_MINE)
    second = likeness.add_found(vault, finding.id, jpeg(2)).value
    assert [one.id for one in likeness.pictures(vault)] == [second.id]
    assert second.answer is Answer.NOT_MINE and not second.mine


def test_letters_are_no_real_picture(vault: Vault) -> None:
    tile = portraits.saved(portraits.tile(0), random.Random(1))
    assert likeness.add_mine(vault, tile).value.nature is Nature.STAND_IN


def test_every_table_is_thought_of_by_the_purge() -> None:
    assert {"likeness_picture", "likeness_use"} <= set(retention.store.DELETED)
