"""The same thing twice is found and put into one; nothing is lost, nobody dangerous becomes one to write to."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance

from footprint import log
from footprint.errors import NotFound
from footprint.log import Action, Item, Kind, New, Origin, Severity, State, duplicates, incidents, ladder
from footprint.log.duplicates import Why, likeness, merge, same_picture
from footprint.vault import Vault

PAGE = "https://photos.example/p/17"


def scene(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """An invented picture: blocks and rounds of many shades."""
    dice, image = random.Random(seed), Image.new("RGB", (640, 480), (90, 120, 150))
    draw = ImageDraw.Draw(image)
    for _n in range(24):
        x, y, w, h = dice.randrange(560), dice.randrange(400), dice.randrange(40, 260), dice.randrange(40, 220)
        shade = tuple(dice.randrange(256) for _c in range(3))
        (draw.ellipse if dice.random() < 0.5 else draw.rectangle)((x, y, x + w, y + h), fill=shade)
    return image.resize(size, Image.Resampling.LANCZOS)


def saved(image: Image.Image, kind: str = "PNG", **how: int) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def add(vault: Vault, title: str, address: str = "", origin: Origin = Origin.KNOWN, **more: object) -> Item:
    return log.add(vault, New(title, address, origin=origin, **more)).value


def test_one_address_however_it_is_written_is_one_thing(vault: Vault) -> None:
    one = add(vault, "Photo", PAGE)
    add(vault, "Another", "https://photos.example/p/18")
    other = add(vault, "Same photo", "http://www.photos.example/p/17/?utm_source=mail#top")
    add(vault, "No address")
    add(vault, "No address either")
    (found,) = duplicates.duplicates(vault)
    assert (found.why, found.ids, found.same) == (Why.ADDRESS, (one.id, other.id), True)
    log.delete(vault, [other.id])
    assert duplicates.duplicates(vault) == ()


def test_one_picture_in_five_places_is_a_group_and_other_pictures_are_not(vault: Vault) -> None:
    image = scene(1)
    ways = (
        saved(image), saved(image.resize((1200, 900)), "JPEG", quality=60), saved(image.resize((320, 240))),
        saved(ImageEnhance.Brightness(image).enhance(1.1), "JPEG", quality=80), saved(image, "JPEG", quality=35),
    )  # fmt: skip
    places = [add(vault, f"Photo {n}", f"https://place-{n}.example/a") for n in range(5)]
    for place, content in zip(places, ways, strict=True):
        log.add_picture(vault, place.id, content)
    for seed in (2, 3):
        log.add_picture(vault, add(vault, f"Other {seed}").id, saved(scene(seed)))
    for n in range(2):
        plain = add(vault, f"Plain {n}")
        log.add_picture(vault, plain.id, saved(Image.new("RGB", (400 + n, 300), (200, 200, 200 + n))))
    (found,) = duplicates.duplicates(vault)
    assert (found.why, found.ids, found.same) == (Why.PICTURE, tuple(one.id for one in places), False)


def test_pictures_of_one_thing_listed_twice_are_not_said_twice(vault: Vault) -> None:
    for title in ("Photo", "Photo again"):
        log.add_picture(vault, add(vault, title, PAGE).id, saved(scene(1)))
    assert [one.why for one in duplicates.duplicates(vault)] == [Why.ADDRESS]


def test_how_alike_pictures_look_over_a_hundred_of_them() -> None:
    looks = [likeness(saved(scene(seed, (160, 120)))) for seed in range(100)]
    again = [likeness(saved(scene(seed, (200, 150)).resize((160, 120)))) for seed in range(100)]
    missed = [n for n, (a, b) in enumerate(zip(looks, again, strict=True)) if not (a and b and same_picture(a, b))]
    wrong = [(a, b) for a in range(100) for b in range(a) if looks[a] and looks[b] and same_picture(looks[a], looks[b])]
    assert (missed, wrong) == ([], []), f"{len(missed)} of 100 missed, {len(wrong)} of 4,950 pairs taken for one"


@given(st.binary(max_size=200))
def test_what_is_no_picture_is_like_nothing(content: bytes) -> None:
    assert likeness(content) is None


@pytest.fixture
def full(vault: Vault) -> Callable[[str, str], Item]:
    def make(title: str, word: str) -> Item:
        """An item with something in every place that belongs to one."""
        item = add(vault, title, PAGE, notes=f"note {word}", contact=f"contact {word}", place=f"place {word}")
        log.add_text(vault, item.id, f"copy {word}")
        log.add_picture(vault, item.id, saved(scene(len(word))))
        ladder.take(vault, item.id, ladder.Rung.PERSON)
        log.move(vault, [item.id], State.DECIDED, note=f"move {word}")
        return item

    return make


def everything(vault: Vault, item: Item) -> tuple[object, ...]:
    return (log.get(vault, item.id), log.history(vault, item.id), log.evidence(vault, item.id))


def test_nothing_is_lost_and_one_undo_takes_it_back(vault: Vault, full: Callable[[str, str], Item]) -> None:
    keep, other = full("Photo", "one"), full("Picture by Jo", "three")
    note = incidents.keep(vault, incidents.begin(vault, incidents.Kind.POSTED, item_id=other.id), what="A post").value
    before = everything(vault, keep), everything(vault, other)
    done = merge(vault, keep.id, [other.id, other.id, keep.id])
    whole = done.value
    for word in ("note one", "note three", "Picture by Jo", "contact three", "place three"):
        assert word in whole.notes, word
    assert (whole.title, whole.contact, whole.place) == ("Photo", "contact one", "place one")
    assert whole == log.get(vault, keep.id)
    kept = {one.id for one in log.evidence(vault, keep.id)}
    assert kept == {one.id for part in before for one in part[2]} and len(kept) == 4
    words = [one.note for one in log.history(vault, keep.id)]
    assert {"move one", "move three"} <= set(words)
    assert len(log.history(vault, keep.id)) == sum(len(part[1]) for part in before) + 1
    assert log.history(vault, keep.id)[-1].words == "You put 1 more like it together with it."
    assert incidents.incident(vault, note.id).item_id == keep.id
    with pytest.raises(NotFound):
        log.get(vault, other.id)
    assert duplicates.duplicates(vault) == () and log.recently_deleted(vault) == ()
    vault.undo(done.undo)
    assert (everything(vault, keep), everything(vault, other)) == before
    assert incidents.incident(vault, note.id).item_id == other.id


def test_blank_fields_are_filled_and_the_first_of_a_kind_is_kept(vault: Vault) -> None:
    keep = add(vault, "Photo", severity=Severity.LOW, due=None)
    day = vault.now().date() + timedelta(days=9)
    other = add(
        vault, "Photo", PAGE, kind=Kind.PHOTO, network="facebook", contact="Sam", severity=Severity.HIGH, due=day,
        check="facebook:fb1", finding_id="f1",
    )  # fmt: skip
    whole = merge(vault, keep.id, [other.id]).value
    assert (whole.address, whole.host, whole.network, whole.contact) == (PAGE, "photos.example", "facebook", "Sam")
    assert (whole.kind, whole.severity, whole.due) == (Kind.PHOTO, Severity.HIGH, day)
    assert (whole.check, whole.finding_id, whole.notes) == ("facebook:fb1", "f1", "")
    assert [row.id for row in log.page(vault, log.Query(text="Sam"), 0, 9, day)] == [keep.id]


def test_somebody_who_was_asked_is_still_waited_for(vault: Vault) -> None:
    keep, other = add(vault, "Photo", PAGE), add(vault, "Photo", PAGE)
    log.move(vault, [other.id], State.ASKED)
    due = log.get(vault, other.id).due
    whole = merge(vault, keep.id, [other.id]).value
    assert (whole.state, whole.due) == (State.ASKED, due)


def test_the_more_careful_answer_about_a_case_stands(vault: Vault) -> None:
    keep, other = add(vault, "Photo", PAGE), add(vault, "Photo", PAGE)
    ladder.say_case(vault, keep.id, ladder.Case.NO)
    ladder.say_case(vault, other.id, ladder.Case.PERHAPS)
    merge(vault, keep.id, [other.id])
    assert ladder.look(vault, log.get(vault, keep.id)).known.case is ladder.Case.PERHAPS


def test_what_is_not_there_cannot_be_merged(vault: Vault) -> None:
    keep = add(vault, "Photo", PAGE)
    for ids in ([], [keep.id], ["nothing"]):
        with pytest.raises(NotFound):
            merge(vault, keep.id, ids)
    long = [add(vault, f"Photo {n}", PAGE, notes=f"{n}" * 15_000) for n in range(2)]
    with pytest.raises(log.BadItem):
        merge(vault, long[0].id, [long[1].id])
    assert log.get(vault, long[1].id).notes == "1" * 15_000


@given(
    origins=st.lists(st.sampled_from(list(Origin)), min_size=2, max_size=4),
    asked=st.lists(st.booleans(), min_size=4, max_size=4),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobody_dangerous_becomes_one_to_write_to(vault: Vault, origins: list[Origin], asked: list[bool]) -> None:
    made = [add(vault, "Photo", PAGE, origin, action=Action.ASK) for origin in origins]
    for one, was in zip(made, asked, strict=False):
        if was and not one.origin.worries:
            log.move(vault, [one.id], State.ASKED)
    whole = merge(vault, made[0].id, [one.id for one in made[1:]]).value
    if any(one.worries for one in origins):
        assert not whole.origin.may_be_asked
    if whole.origin.worries:
        assert whole.state not in (State.ASKED, State.WAITING)
    log.delete(vault, [whole.id])
