"""The field names of `--json` are a promise: `docs/command-line.md` shows one answer of every command, and it holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from footprint.cli.main import root
from footprint.demo import archives
from footprint.demo.audit import invented_picture
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import SEARXNG
from tests.cli.driver import ROOT, App

DOCUMENT = ROOT / "docs" / "command-line.md"
_SECTION = re.compile(r"^#{3} (?P<names>.+?)\n(?P<text>.*?)(?=^#{1,3} |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```json\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGE = "https://othertonharriers.example/results/2024/10k"
FREE = {"pages", "items_by_state"}  # maps whose keys are names of their own rather than fields


def documented() -> dict[str, Any]:
    """The example of every command by its name; commands that answer alike share a heading."""
    found: dict[str, Any] = {}
    for section in _SECTION.finditer(DOCUMENT.read_text(encoding="utf-8")):
        block = _BLOCK.search(section["text"])
        for name in re.findall(r"`([^`]+)`", section["names"]):
            assert block is not None, f"{name} has no example"
            found[name] = json.loads(block[1])
    return found


def differences(shown: Any, said: Any, place: str = "") -> list[str]:
    """Where the fields differ. Nothing, an empty list and an empty text stand for “not there this time”."""
    if shown is None or said is None:
        return []
    if isinstance(shown, list) and isinstance(said, list):
        return [one for item in said for one in differences(shown[0], item, f"{place}[]")] if shown and said else []
    if isinstance(shown, dict) and isinstance(said, dict):
        if place.rpartition(".")[2] in FREE:
            return differences(list(shown.values()), list(said.values()), place)
        wrong = [f"{place}.{name}" for name in shown.keys() ^ said.keys()]
        return wrong + [one for name in shown.keys() & said.keys() for one in
                        differences(shown[name], said[name], f"{place}.{name}")]  # fmt: skip
    return [] if isinstance(shown, type(said)) else [f"{place}: {shown!r} or {said!r}"]


def answers(app: App, place: Path) -> dict[str, Any]:
    """One answer of every command, to the same small story."""
    said: dict[str, Any] = {}

    def ask(name: str, *arguments: str, stdin: str = "", codes: tuple[int, ...] = (0,)) -> Any:
        got = app(*name.split(), *arguments, stdin=stdin, json=True)
        assert got.code in codes, (name, got.err)
        said[name] = got.data
        return got.data

    _about_the_person(ask)
    _about_checklists(ask, place)
    _about_searching(ask, place)
    _about_reminders(ask, place)
    _about_life_events(ask)
    _about_passwords(ask, place)
    _about_the_log(ask, place)
    _about_incidents(ask, place)
    _about_archives(ask, place)
    _about_packs(ask, place)
    _about_plans(ask, place)
    _about_supervision(ask, place)
    ask("status")
    ask("ledger")
    ask("doctor", codes=(0, 1))
    ask("demo", "--out", str(place / "report"))
    backup = str(place / "notes.backup")
    ask("backup", backup)
    ask("purge", "--after", "0", "--yes")
    ask("wipe", "--yes")
    ask("init")
    ask("restore", backup)
    _about_copies(ask, place, backup)
    _about_the_ways_in(ask, place)
    return said


def _about_copies(ask: Any, place: Path, backup: str) -> None:
    ask("backups show", backup)
    ask("backups now")
    found = ask("backups list")
    ask("backups put-back", found["set_aside"][0]["name"])
    ask("backups delete", ask("backups list")["set_aside"][0]["name"])
    said = ask("restore", backup)
    ask("backups off", "--delete")
    ask("backups on")
    ask("move", str(place / "safe"))
    assert said["restored"]
    ask("init")
    ask("restore", backup)


def _about_the_ways_in(ask: Any, place: Path) -> None:
    """Each time the passphrase of the commands that follow changes with it."""
    for word in ("passphrase", "rotate"):
        new, phrase = place / f"{word}.txt", place / "phrase.txt"
        new.write_text(f"olive kettle harbour {word} prune", encoding="utf-8")
        ask(word, "--new-passphrase-file", str(new))
        phrase.write_bytes(new.read_bytes())
    ask("recovery", "--keep-old")
    ask("keyring")
    ways = ask("ways list")
    ask("ways remove", next(one["id"] for one in ways if not one["needed"]))
    ask("ways copies")


def _about_the_person(ask: Any) -> None:
    ask("person add", "name", "Ada Example")
    town = ask("person add", "town", "Other")["id"]
    ask("person change", town, "Otherton")
    ask("person use", town, "--on")
    ask("person remove", ask("person add", "employer", "Exampleshire Council")["id"])
    ask("person set", "--nation", "england", "--role", "staff", "--service", "adults", "--regulator", "swe")
    ask("person show")
    ask("account add", "linkedin", "--handle", "ada-example-demo", "--purpose", "professional")
    other = ask("account add", "facebook", "--handle", "ada.example.demo")["id"]
    ask("account change", other, "--state", "dormant")
    ask("account list")
    ask("account remove", other)


def _about_checklists(ask: Any, place: Path) -> None:
    ask("checklists list")
    ask("checklists answer", "linkedin", "public_profile", "most", "--decision", "keep", "--reason", "I want work.")
    ask("checklists history", "linkedin", "public_profile")
    ask("checklists show", "linkedin", "--standing")
    ask("checklists stranger", "linkedin")
    ask("checklists lint")
    ask("checklists facts")
    ask("checklists coverage")
    ask("checklists links")
    ask("checklists quick")
    ask("checklists steps")
    _about_new_steps(ask, place)


def _about_archives(ask: Any, place: Path) -> None:
    ask("archive import", str(archives.build("x").write(place)))
    ask("archive list")
    ask("archive summary")
    ask("archive timeline")
    entry = str(ask("archive find", "--photo")["entries"][0]["id"])
    ask("archive decide", "delete", entry)
    ask("archive show", entry)
    ask("archive plan")
    ask("archive lenses", "--joined", "2019-09-01")
    ask("archive lens", "politics", "on")
    ask("archive reflag")
    flagged = ask("archive find", "--lens", "public_audience")["entries"][0]
    ask("archive wrong", str(flagged["id"]), "public_audience", "--silence", "post")
    ask("archive silenced")
    ask("archive draft", "--every", stdin="Never voting Tory again", codes=(1,))
    ask("archive held")
    people = ask("archive connections", "--network", "x")
    ask("archive connection", people[0]["key"], "unfriend")
    ask("archive connection", people[0]["key"], "work", "--yes")
    ask("archive ask")
    copy = ask("archive ask", "facebook")["id"]
    ask("archive step", copy[:8], "ready")
    ask("archive asked")
    ask("archive forget", "1")


def _about_reminders(ask: Any, place: Path) -> None:
    own = ask("remind add", "Look at the team page", "--on", "tomorrow", "--every", "3 months")["key"].partition(":")[2]
    ask("remind change", own, "--what", "Look at the team page again")
    ask("remind snooze", own, "--until", "week")
    ask("remind back", own)
    ask("remind skip", own)
    ask("remind every", "search", "3 months")
    ask("remind done", "posts")
    ask("remind list")
    ask("remind due")
    ask("remind remove", own)
    ask("remind ics", str(place / "online-check.ics"))
    ask("remind schedule")


def _about_life_events(ask: Any) -> None:
    ask("event list")
    ask("event show", "taken-over")
    ask("event start", "court-hearing")
    ask("event mark", "court-hearing", "pause", "leave-out")
    ask("event finish", "court-hearing")


def _about_packs(ask: Any, place: Path) -> None:
    mine = Path(ask("pack new", str(place / "council"))["folder"])
    contacts, key, out = mine / "contacts.toml", str(place / "council.key"), str(place / "council.footprint-pack")
    ask("pack key", key)
    ask("pack build", str(mine), "--key", key, "--out", out)
    ask("pack show", out)
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("01632 960 104", "01632 960 199"), encoding="utf-8")
    ask("pack differences", out, str(mine))
    contacts.write_text(text.replace("Do not answer from", "Send us your results, and answer from"), encoding="utf-8")
    ask("pack lint", str(mine))
    contacts.write_text(text.replace("01632 960 104", "01632 960 199"), encoding="utf-8")
    manifest, newer = mine / "pack.toml", str(place / "newer.footprint-pack")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("version = 1", "version = 2"), encoding="utf-8")
    ask("pack build", str(mine), "--key", key, "--out", newer)
    ask("pack install", out, "--use")
    ask("pack install", newer, "--use")
    ask("pack status")
    ask("pack back")
    ask("pack remove")


def _about_plans(ask: Any, place: Path) -> None:
    file = str(place / "team.footprint-plan")
    ask("plan make", file, "--network", "facebook", "--every", "6 months", "--question", "m-time", "--from", "Priya")
    ask("plan questions")
    taken = ask("plan read", file, "--take-all")["taken"]
    ask("plan list")
    ask("plan away", taken)


def _about_supervision(ask: Any, place: Path) -> None:
    lines = ("date", "areas", "checks", "last", "next", "networks")
    chosen = [word for line in lines for word in ("--choose", line)]
    ask("summary", *chosen, "--network", "facebook", "--out", str(place / "online-check.docx"))
    copy = ask("summary given")[0]["id"]
    ask("summary forget", copy)
    line = ask("take add", "When to find an hour for this")["id"]
    ask("take add", "What our guidance says about tags")
    ask("take change", line, "When to find two hours for this")
    ask("take move", line, "1")
    ask("take talked", line)
    ask("take list")
    ask("take export", str(place / "list.docx"))
    ask("take clear", "--talked")


def _about_new_steps(ask: Any, place: Path) -> None:
    """Made, signed and refused: this copy of the app knows another key."""
    lists, key = place / "lists", place / "steps.key"
    lists.mkdir()
    (lists / "facebook.toml").write_bytes((ROOT / "checklists" / "facebook.toml").read_bytes())
    ask("checklists key", str(key))
    ask("checklists publish", str(lists), str(place / "new.footprint-steps"), "--key", str(key), "--serial", "2")
    ask("checklists update", "--back")


def _about_incidents(ask: Any, place: Path) -> None:
    note = ask(
        "incident add", "posted", "--what", "A post names my team. I saw my client there.", "--seen", "2026-11-01",
        "--at", "about 9pm", "--where", "https://groups.example/posts/118", "--told", "my line manager",
    )["id"]  # fmt: skip
    ask("incident export", note, str(place / "online-check.docx"))
    ask("incident show", note)
    picture = place / "group.png"
    picture.write_bytes(invented_picture())
    ask("incident evidence", note, str(picture), "--cover", "0,0,0.5,0.5")
    ask("incident list")
    ask("incident contact", "manager", "--name", "Team manager", "--phone", "07700 900321")
    ask("incident hand-over", note)
    ask("incident delete", note, "--case", "no")


def _about_searching(ask: Any, place: Path) -> None:
    ask("search give", "searxng", stdin=f"https://{SEARXNG}\n")
    ask("search sources")
    ask("search plan")
    ask("search run", "--send", "--only", "1")
    ask("search run", "--send", "--only", "1")
    ask("search changes")
    ask("search copies", "https://othertonfc.example/teams")
    ask("search runs")
    found = ask("search findings")
    ask("search verdict", found[0]["id"], "remove")
    ask("search learned")
    ask("search hand-off", "--engine", "google")
    ask("search looked", "google", '"Ada Example" Otherton', "--saw", "photo")
    ask("search add", "https://photoshelf.example/albums/7", "no address")
    page = place / "results.html"
    page.write_text('<a href="https://runners.example/ada"><h3>Ada Example, runner</h3></a>', encoding="utf-8")
    ask("search add-page", str(page))
    ask("search paste", "--html", str(page))
    ask("search next", "--engine", "bing")
    marks = place / "bookmarks.html"
    marks.write_text('<DL><DT><A HREF="https://runners.example/ada">Ada Example, runner</A></DL>', encoding="utf-8")
    ask("search bookmarks", str(marks))
    own = place / "me.jpg"
    own.write_bytes(invented_picture())
    ask("search by-picture", str(own))
    saved = place / "saved.html"
    saved.write_text("<title>Team</title><h1>Team</h1><p>Ada Example, phone 07700 900123</p>", encoding="utf-8")
    ask("search read", found[0]["id"], "--page", str(saved))
    _about_pictures(ask, place)
    ask("probe", "ada-example", "--only", "github", "--send", codes=(0, 1))


def _about_pictures(ask: Any, place: Path) -> None:
    file = place / "me.png"
    file.write_bytes(invented_picture())
    accounts = [ask("account add", name, "--handle", "ada.example")["id"] for name in ("instagram", "facebook")]
    mine = ask("search picture add", str(file), *(part for one in accounts for part in ("--account", one)))["id"]
    profile = "https://www.instagram.com/ada.example.real/"
    found = ask("search add", profile, "no address")["findings"][0]["id"]
    ask("search picture fetch")
    ask("search picture add", str(file), "--finding", found)
    ask("search picture list")
    ask("search picture compare", codes=(0, 1))
    ask("search picture answer", found, "not-mine")
    ask("search picture remove", mine)


def _about_the_log(ask: Any, place: Path) -> None:
    picture = place / "seen.png"
    picture.write_bytes(invented_picture())
    item = ask(
        "log add", "Photo from the summer fair", "--kind", "photo", "--origin", "known", "--action", "ask",
        "--network", "facebook", "--contact", "Bo Sample", "--due", "2027-01-15",
    )["id"]  # fmt: skip
    ask("log change", item, "--severity", "high")
    copy = ask("log evidence add", item, str(picture))["id"]
    ask("log evidence list", item)
    ask("log evidence save", item, copy, str(place / "saved.png"))
    ask("log evidence bundle", item, str(place / "copies.zip"))
    ask("log request", item, "--reason", "I would like to keep this private.", "--sent", "copied")
    ask("log note", "--kind", "ask-before-tag", "--to", "everyone", "--reason", "Thank you, and no idiot remarks.")
    ask("log letters")
    ask("log ladder", item, "--begins", "complaint")
    ask("log reply", item, stdin="We cannot remove it, it is in the public interest.")
    ask("log move", item, "gone", "--note", "Bo took it down")
    ask("log show", item)
    ask("log recheck", ask("log add", "A page", "--address", PAGE)["id"], "--send")
    ask("log add", "The same page", "--address", PAGE)
    ask("log duplicates", "--merge")
    ask("log timeline")
    _about_views(ask, item)
    ask("log list")
    ask("log delete", item, "--case", "no")
    ask("log deleted")
    ask("log restore", item)
    lock = place / "lock.txt"
    lock.write_text("copper lantern meadow trumpet")
    ask("log export", str(place / "list"), "--passphrase-file", str(lock))
    ask("log import", str(place / "list"), "--passphrase-file", str(lock))


def _about_passwords(ask: Any, place: Path) -> None:
    lists = [place / "logins.csv", place / "more.csv"]
    for file in lists:
        file.write_text("name,url,username,password\nLinkedIn,https://www.linkedin.com,ada,Otherton1984\n")
    ask("password check", stdin="Otherton1984\n", codes=(1,))
    ask("password suggest")
    ask("password leaked", "--send", stdin="Otherton1984\n", codes=(0, 1))
    ask("password reuse", str(lists[0]), "--send", "--shred", codes=(1,))
    ask("password shred", str(lists[1]))
    ask("password history")
    mine = ask("account list")[0]["id"]
    ask("password habit", mine, "--only-here", "no", "--two-step", "text", "--reason", "shared")
    said_of_all = ask("password habits")
    assert said_of_all[0]["reasons"]


def _about_views(ask: Any, item: str) -> None:
    ask("log views save", "Photos", "--kind", "photo", "--origin", "known")
    ask("log views rename", "Photos", "Photos of friends")
    ask("log views hide", "Photos of friends")
    ask("log views open-with", "Due this week")
    ask("log views list")
    ask("log views delete", "Photos of friends")
    other = ask("log add", "Another place of it")["id"]
    group = ask("log sets make", item, other, "--name", "The fair")["id"]
    ask("log sets add", group, ask("log add", "A third place of it")["id"])
    ask("log sets rename", group, "The summer fair")
    ask("log sets take-out", other)
    ask("log sets list")
    ask("log sets take-apart", group)


def names(group: Any, start: str = "") -> set[str]:
    """Every command there is, by its whole name."""
    found: set[str] = set()
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        whole = f"{start}{name}"
        if not hasattr(command, "list_commands") or command.invoke_without_command:
            found.add(whole)
        if hasattr(command, "list_commands"):
            found |= names(command, f"{whole} ")
    return found


def test_every_command_is_documented_with_an_example() -> None:
    assert set(documented()) == names(root) - {"open"}


@pytest.mark.slow
def test_every_answer_has_exactly_the_documented_fields(app: App, loopback: LoopbackWeb, tmp_path: Path) -> None:
    shown, said = documented(), answers(app, tmp_path)
    assert said.keys() == shown.keys()
    wrong = [f"{name}{one}" for name in said for one in differences(shown[name], said[name])]
    assert wrong == []


def test_every_command_says_what_its_options_are(app: App) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    missing = []
    for name in sorted(names(root) - {"open"}):
        command: Any = root
        for part in name.split():
            command = command.get_command(None, part)
        for option in command.params:
            missing += [f"{name} {one}" for one in option.opts if one.startswith("--") and f"`{one}" not in text]
    assert missing == []
