"""The whole audit of an invented person, with the functions a real one uses, over real https on this computer."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from footprint import checklists, home, log, person, search
from footprint.checklists import Decision, NetworkFile, stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Seen
from footprint.dates import local_day
from footprint.demo import looking_again
from footprint.demo.incident import invented_incident
from footprint.demo.old_posts import go_through_old_posts
from footprint.demo.portraits import keep_portraits
from footprint.demo.reading_pages import read_pages
from footprint.demo.scene import Scene
from footprint.demo.web_sources import BRAVE_KEY, SEARXNG
from footprint.i18n import _
from footprint.log import ladder
from footprint.person import DetailKind, Nation, Purpose, Regulator, Role, Service
from footprint.search import Finding, Run, Saw, Verdict
from footprint.tasks import Task
from footprint.vault import Vault

DAYS = 160  # how long ago the invented person began
# What she says about the sites of the invented web; everything else is somebody who shares her name.
_FINE = frozenset({"exampleshire.example", "register.example", "othertonharriers.example"})
_SHOULD_GO = frozenset(
    {
        "findapeople.example",
        "gazette.example",
        "chatterbox.example",
        "photoshelf.example",
        "bakersboard.example",
        "tinyreviews.example",
    }
)


@dataclass(frozen=True)
class Audit:
    """What was done, in numbers, for the one line the command prints."""

    answers: int
    run: Run
    findings: int
    items: int


def audit(scene: Scene, task: Task) -> Audit:
    """Say who, walk through checklists, search, sort, log, follow up; half a year goes by on the clock."""
    scene.say(_("Saying who is looked for"))
    _say_who(scene)
    scene.say(_("Walking through the checklists"))
    answers = _first_checks(scene)
    scene.say(_("Looking as a stranger"))
    _look_as_stranger(scene, _FIRST_LOOK)
    _keep_count(scene)
    scene.clock.on(days=40)
    scene.say(_("Searching the invented web"))
    first = _search(scene, task)
    _look_by_hand(scene)
    scene.say(_("Sorting what came back"))
    _sort(scene)
    scene.say(_("Reading what the pages show"))
    read_pages(scene, task)
    _keep_count(scene)
    scene.clock.on(days=30)
    scene.say(_("Writing down what should go, and following it up"))
    looking_again.look_at_all(scene, task)
    _work_on_items(scene)
    _keep_count(scene)
    scene.say(_("Looking if it is still there"))
    looking_again.until_gone(scene, task)
    scene.clock.on(days=26)
    _some_are_gone(scene, 1)
    _keep_count(scene)
    scene.clock.on(days=30)
    _some_are_gone(scene, 1)
    read_pages(scene, task)
    _take_down_own(scene, 1)
    answers += _later_checks(scene)
    _look_as_stranger(scene, _SECOND_LOOK)
    scene.say(_("Comparing profile pictures"))
    keep_portraits(scene.vault)
    _keep_count(scene)
    scene.clock.on(days=23)
    scene.go_round()
    _search(scene, task)
    read_pages(scene, task)
    _ask_an_organisation(scene, 1)
    invented_incident(scene.vault, invented_picture())
    scene.say(_("Going through old posts"))
    go_through_old_posts(scene, task)
    looking_again.until_back(scene, task)
    scene.clock.to_the_present()
    _keep_count(scene)
    today = local_day(scene.vault.now())
    return Audit(answers, first, search.counts(scene.vault).total, log.count(scene.vault, log.Query(), today))


def _say_who(scene: Scene) -> None:
    vault = scene.vault
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    former = person.add_detail(vault, DetailKind.FORMER_NAME, "Ada Sample").value
    person.set_searchable(vault, former.id, True)
    for kind, text in (
        (DetailKind.TOWN, "Otherton"),
        (DetailKind.EMPLOYER, "Exampleshire Council"),
        (DetailKind.JOB_TITLE, "Social worker"),
        (DetailKind.HANDLE, "ada_example"),
    ):
        person.add_detail(vault, kind, text)
    person.set_profile(vault, nation=Nation.ENGLAND, role=Role.STAFF, service=Service.ADULTS, regulator=Regulator.SWE)
    person.add_account(vault, "facebook", handle="ada.example.demo")
    person.add_account(vault, "linkedin", handle="ada-example-demo", purpose=Purpose.PROFESSIONAL)
    person.add_account(vault, "whatsapp")


# -- checklists ------------------------------------------------------------------------------------


def _first_checks(scene: Scene) -> int:
    """LinkedIn whole, Facebook left in the middle, WhatsApp not looked at."""
    return _answer(scene, "linkedin", 99) + _answer(scene, "facebook", 5)


def _later_checks(scene: Scene) -> int:
    return _answer(scene, "facebook", 8, start=5)


def _answer(scene: Scene, network_id: str, up_to: int, start: int = 0) -> int:
    """Answer essential checks in their order: mostly the safer choice, some changed, one kept, one put off."""
    network = scene.library.network(network_id)
    essential = [one for one in checklists.states(network, {}, local_day(scene.vault.now())) if one.check.essential]
    chosen = [one.check for one in essential][start:up_to]
    for number, check in enumerate(chosen, start):
        _answer_one(scene, network, check, number)
        scene.clock.on(minutes=1)
    return len(chosen)


def _answer_one(scene: Scene, network: NetworkFile, check: checklists.Check, number: int) -> None:
    safer = next((one.id for one in check.choices if checklists.is_safer(check, one.id)), check.choices[0].id)
    other = next((one.id for one in check.choices if not checklists.is_safer(check, one.id)), safer)
    decision: Decision | None = None
    choice, changed, reason, until = safer, "", "", None
    if other != safer and number % 4 == 1:
        choice, decision, changed = other, Decision.CHANGED, safer
    elif other != safer and number == 2:
        choice, decision, reason = other, Decision.KEEP, _("My running club finds me this way.")
    elif other != safer and number == 4:
        until = local_day(scene.vault.now()) + timedelta(days=200)
        choice, decision = other, Decision.LATER
    checklists.answer(
        scene.vault, network, check, choice, decision=decision, changed_to=changed, reason=reason, until=until
    )


# -- looking as a stranger -------------------------------------------------------------------------

_FIRST_LOOK = {
    Sign.NAME: (Seen.SEEN, ""),
    Sign.PHOTO: (Seen.SEEN, _("The profile picture")),
    Sign.FRIENDS: (Seen.SEEN, _("The whole list")),
    Sign.EMPLOYER: (Seen.NOT_SEEN, ""),
    Sign.TOWN: (Seen.SEEN, _("Under the name")),
    Sign.TAGGED: (Seen.NOT_SEEN, ""),
}
_SECOND_LOOK = {
    Sign.NAME: (Seen.SEEN, ""),
    Sign.PHOTO: (Seen.SEEN, _("The profile picture")),
    Sign.FRIENDS: (Seen.NOT_SEEN, ""),
    Sign.EMPLOYER: (Seen.NOT_SEEN, ""),
    Sign.TOWN: (Seen.NOT_SEEN, ""),
    Sign.TAGGED: (Seen.SEEN, _("Summer fair 2019, in an album of the club")),
}


def _look_as_stranger(scene: Scene, ticks: Mapping[Sign, tuple[Seen, str]]) -> None:
    """Her Facebook profile, logged out; the old posts are not looked at."""
    vault, network = scene.vault, scene.library.network("facebook")
    account = next(one for one in person.accounts(vault) if one.network == network.id)
    look = stranger.begin(vault, network, account.id)
    for sign, (seen, note) in ticks.items():
        look = stranger.keep(vault, look, sign, seen=seen, note=note).value
        scene.clock.on(minutes=1)
    stranger.finish(vault, look.id)


# -- search ----------------------------------------------------------------------------------------


_GIVEN = {"searxng": f"https://{SEARXNG}", "brave": BRAVE_KEY}


def _search(scene: Scene, task: Task) -> Run:
    providers = list(scene.providers)
    for one in providers:
        if one.name in _GIVEN and search.given(scene.vault, one) is None:
            search.give(scene.vault, one, _GIVEN[one.name])
    plan = search.plan(scene.vault, providers)
    return search.run(scene.vault, scene.web, plan, providers, task).value


def _look_by_hand(scene: Scene) -> None:
    words = search.hand_offs(scene.vault, engine="facebook")[0].words
    seen = search.record_look(scene.vault, "facebook", words, [Saw.PHOTO, Saw.FAMILY]).value
    search.add_pasted(scene.vault, "https://photoshelf.example/albums/summer-fair-2019/7", seen.looks[0].id)


def _sort(scene: Scene) -> None:
    """The likely ones first; the last four are left for another day."""
    left = search.findings(scene.vault, left=True)
    for one in left[:-4] if len(left) > 8 else left:
        _judge(scene, one)
        scene.clock.on(minutes=1)


def _judge(scene: Scene, one: Finding) -> None:
    if one.host in _SHOULD_GO:
        log.put_on_list(scene.vault, one)
    elif one.host in _FINE:
        search.verdict(scene.vault, one.id, Verdict.FINE, glad=one.host == "exampleshire.example")
    else:
        search.verdict(scene.vault, one.id, Verdict.NOT_ME)


# -- items -----------------------------------------------------------------------------------------


def _work_on_items(scene: Scene) -> None:
    vault = scene.vault
    _take_down_own(scene, 1)
    _ask_an_organisation(scene, 2)
    photo = log.add(
        vault,
        log.New(
            title=_("Photo from the staff party, with my name on it"),
            network="facebook",
            kind=log.Kind.PHOTO,
            origin=log.Origin.KNOWN,
            action=log.Action.UNTAG,
            contact="Bo Sample",
        ),
    ).value
    log.add_picture(vault, photo.id, invented_picture())
    _ask(vault, photo)
    log.add(
        vault,
        log.New(
            title=_("A comment under the fostering week page"),
            kind=log.Kind.COMMENT,
            origin=log.Origin.WORK,
            severity=log.Severity.HIGH,
            due=local_day(vault.now()) + timedelta(days=95),
        ),
    )


def _first_of(scene: Scene, status: log.Status, count: int) -> tuple[log.Row, ...]:
    """Some items that read `status` and came from the search, by their titles."""
    today = local_day(scene.vault.now())
    rows = log.page(scene.vault, log.Query(status=status, sort=log.Sort.TITLE), 0, 50, today)
    return tuple(row for row in rows if row.host)[:count]


def _take_down_own(scene: Scene, count: int) -> None:
    """Things she had put there herself and takes down."""
    for row in _first_of(scene, log.Status.NOT_STARTED, count):
        log.change(scene.vault, row.id, origin=log.Origin.ME)
        considered = ladder.Considered(ladder.Case.NO)  # nobody complains about her
        log.move(scene.vault, [row.id], log.State.GONE, considered=considered)
        scene.take_down(log.get(scene.vault, row.id).address)


def _ask_an_organisation(scene: Scene, count: int) -> None:
    vault = scene.vault
    for row in _first_of(scene, log.Status.NOT_STARTED, count):
        log.change(vault, row.id, origin=log.Origin.ORGANISATION, action=log.Action.ASK, contact="the web team")
        _ask(vault, log.get(vault, row.id))


def _some_are_gone(scene: Scene, count: int) -> None:
    """Somebody who was asked has done it."""
    gone = _first_of(scene, log.Status.FOLLOW_UP, count)
    for one in gone:
        log.move(scene.vault, [one.id], log.State.GONE)
        scene.take_down(log.get(scene.vault, one.id).address)


def _ask(vault: Vault, item: log.Item) -> None:
    """Draft the letter with its one reason filled in, and note that it was copied."""
    reason = _("In my job I need to keep my private life private.")
    log.sent(vault, item.id, log.draft(vault, item, values={"reason": reason}), log.How.COPIED)


def invented_picture() -> bytes:
    """A drawn picture of nobody: two discs on a green ground, as PNG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (640, 420), "#b9d3c4")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 300, 640, 420), fill="#7d9f8c")
    for left, shade in ((150, "#e8c9a0"), (360, "#c99f77")):
        draw.ellipse((left, 120, left + 120, 240), fill=shade)
        draw.rounded_rectangle((left - 30, 235, left + 150, 420), 50, fill="#405a6b")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _keep_count(scene: Scene) -> None:
    today = local_day(scene.vault.now())
    home.keep_count(scene.vault, today, home.overview(scene.vault, scene.library, today).open_things)
