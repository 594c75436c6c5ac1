"""kill -9 while something is written: what was acknowledged is there, nothing is half there, all of it fits together."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from footprint import log
from footprint import vault as v
from footprint.vault import incoming, slotfile, slots
from footprint.vault.backing import DATABASE
from tests.torture import doing, kept
from tests.torture.kept import CODE, Kept
from tests.torture.killing import run_and_kill, seconds
from tests.torture.outcome import Outcome, Row, each, scratch

ITEMS = 60


def importing(runs: int) -> Outcome:
    return _batches(runs, doing.importing, "import")


def vacuuming(runs: int) -> Outcome:
    return _batches(runs, doing.vacuuming, "import with vacuum")


def _batches(runs: int, child: Callable[..., None], what: str) -> Outcome:
    chance, acknowledged, lost, half, unsound, start = random.Random(1), 0, 0, 0, 0, 0
    with scratch() as place:
        template = kept.make(place / "template")
        vault = template.copy(place / "vault")
        for number in each(runs, what):
            if number % 40 == 39:
                vault, start = template.copy(place / f"vault-{number}"), 0
            said = run_and_kill(child, vault.folder, start, after=chance.uniform(0.005, 0.15))
            acknowledged += len(said.numbers)
            opened = vault.open()
            lost += opened.older is not None
            with opened.vault.reading() as db:
                rows = dict(
                    db.execute(
                        "SELECT CAST(substr(name, 3, instr(substr(name, 3), '.') - 1) AS INTEGER) AS batch, count(*) "
                        "FROM vault_fact WHERE name LIKE 'b.%' GROUP BY batch"
                    )
                )
                unsound += not db.sound()
            half += set(rows.values()) > {doing.BATCH}
            lost += len(set(said.numbers) - set(rows))
            start = max(rows, default=0) + 1
            opened.vault.close()
    return Outcome(runs, lost + half + unsound, f"{acknowledged:,} batches acknowledged")


def with_items(folder: Path) -> Kept:
    """A closed vault with items in the log."""
    made = kept.make(folder)
    opened = made.open().vault
    ids = [log.add(opened, log.New(f"Photo {number}")).value.id for number in range(ITEMS)]
    v.set_fact(opened, "test.items", json.dumps(ids))
    opened.close()
    return made


def editing(runs: int) -> Outcome:
    chance, acknowledged, bad, start = random.Random(2), 0, 0, 0
    with scratch() as place:
        vault = with_items(place / "vault")
        for _run in each(runs, "edit"):
            said = run_and_kill(doing.editing, vault.folder, start, after=chance.uniform(0.005, 0.4))
            acknowledged += len(said.numbers)
            opened = vault.open()
            ids = json.loads(v.fact(opened.vault, "test.items"))[: doing.EDITED]
            names = {log.get(opened.vault, one).network for one in ids}
            found = int(next(iter(names)).removeprefix("n") or -1)
            bad += len(names) != 1 or opened.older is not None
            bad += bool(said.numbers) and not said.numbers[-1] <= found <= said.numbers[-1] + 1
            bad += not _sound(opened.vault)
            start = found + 1
            opened.vault.close()
    return Outcome(runs, bad, f"{acknowledged:,} changes acknowledged")


def deleting(runs: int) -> Outcome:
    chance, acknowledged, bad = random.Random(3), 0, 0
    with scratch() as place:
        template = with_items(place / "template")
        for number in each(runs, "delete"):
            vault = template.copy(place / f"vault-{number}")
            said = run_and_kill(doing.deleting, vault.folder, after=chance.uniform(0.002, 0.5))
            acknowledged += len(said.numbers)
            opened = vault.open()
            ids = json.loads(v.fact(opened.vault, "test.items"))
            gone = {one.id for one in log.recently_deleted(opened.vault)}
            pairs = [len(gone & set(ids[at : at + 2])) for at in range(0, ITEMS, 2)]
            bad += 1 in pairs or any(pairs[one] != 2 for one in said.numbers)
            bad += opened.older is not None or not _sound(opened.vault)
            opened.vault.close()
    return Outcome(runs, bad, f"{acknowledged:,} deletions acknowledged")


def emptying(runs: int) -> Outcome:
    """Dropping for good: all that was due goes, or none of it; what was not due stays."""
    bad, gone_at_all = 0, 0
    with scratch() as place:
        template = with_items(place / "template")
        opened = template.open().vault
        ids = json.loads(v.fact(opened, "test.items"))
        log.delete(opened, ids[:40])
        opened.close()
        took = seconds(doing.emptying, template.copy(place / "measured").folder)
        chance = random.Random(4)
        for number in each(runs, "purge"):
            vault = template.copy(place / f"vault-{number}")
            said = run_and_kill(doing.emptying, vault.folder, after=chance.uniform(0, took * 1.2))
            opened = vault.open().vault
            left = len(log.recently_deleted(opened))
            bad += left not in (0, 40) or (bool(said.words) and left != 0)
            bad += any(log.get(opened, one).id != one for one in ids[40:]) or not _sound(opened)
            gone_at_all += left == 0
            opened.close()
    return Outcome(runs, bad, f"purged in {gone_at_all}, not yet in {runs - gone_at_all}")


def passphrases(runs: int) -> Outcome:
    chance, bad, changes = random.Random(5), 0, 0
    with scratch() as place:
        vault = kept.make(place / "vault")
        last = vault.phrase
        for _run in each(runs, "passphrase"):
            said = run_and_kill(doing.passphrases, vault.folder, after=chance.uniform(0.05, 0.7))
            changes += len(said.numbers)
            upcoming = f"{kept.PHRASE} {said.numbers[-1] + 1 if said.numbers else 0}"
            last = f"{kept.PHRASE} {said.numbers[-1]}" if said.numbers else last
            found = slotfile.candidates(vault.folder)[0]
            opening = [phrase for phrase in dict.fromkeys((last, upcoming)) if _opens(found, phrase)]
            bad += not opening or not _opens(found, CODE)
            last = opening[-1] if opening else last
    return Outcome(runs, bad, f"{changes} changes acknowledged")


def codes(runs: int) -> Outcome:
    """A new recovery code: the last one or the next opens, and so does the passphrase."""
    chance, bad, changes = random.Random(6), 0, 0
    with scratch() as place:
        template = kept.make(place / "template")
        for number in each(runs, "recovery code"):
            vault = template.copy(place / f"vault-{number}")
            said = run_and_kill(doing.codes, vault.folder, after=chance.uniform(0.002, 0.25))
            changes += len(said.numbers)
            at = said.numbers[-1] if said.numbers else -1
            found = slotfile.candidates(vault.folder)[0]
            now, after = (doing.numbered_code(one) if one >= 0 else CODE for one in (at, at + 1))
            bad += not (_opens(found, now) or _opens(found, after))
            bad += number % 10 == 0 and not _opens(found, kept.PHRASE)
    return Outcome(runs, bad, f"{changes} changes acknowledged")


def backing_up(runs: int) -> Outcome:
    """The file that has the name is always a whole backup, and no older than the last one acknowledged."""
    chance, bad, made = random.Random(7), 0, 0
    with scratch() as place:
        vault, target = kept.make(place / "vault"), place / "b.footprint"
        took = seconds(_one_backup, vault.folder, target)
        for number in each(runs, "backup"):
            said = run_and_kill(doing.backing_up, vault.folder, target, after=chance.uniform(0, took * 2.5))
            made += len(said.numbers)
            bad += not _sound_and_closed(vault)
            if said.numbers:
                back = v.restore(target, CODE, place / f"back-{number}").vault
                bad += int(v.fact(back, "test.number")) < said.numbers[-1] or not _sound(back)
                back.close()
    return Outcome(runs, bad, f"{made} backups acknowledged")


def _one_backup(say: doing.Say, folder: Path, target: Path) -> None:
    vault = v.unlock(folder, CODE).vault
    say("ready")
    v.backup(vault, target)


def restoring(runs: int) -> Outcome:
    """Either vault, whole: the old one while the restore was not through, with the old one set aside after it."""
    chance, bad, old, new = random.Random(8), 0, 0, 0
    with scratch() as place:
        template = kept.make(place / "template")
        opened = template.open().vault
        source = v.backup(opened, place / "b.footprint").path
        v.set_fact(opened, "test.greeting", "good evening")
        opened.close()
        took = seconds(doing.restoring, source, template.copy(place / "measured").folder)
        for number in each(runs, "restore"):
            vault = template.copy(place / f"vault-{number}")
            said = run_and_kill(doing.restoring, source, vault.folder, after=chance.uniform(0, took * 1.1))
            opened = vault.open().vault
            words = v.fact(opened, "test.greeting")
            bad += words not in ("good morning", "good evening") or not _sound(opened)
            bad += bool(said.words) and words != "good morning"
            opened.close()
            if words == "good morning":
                (aside,) = (vault.folder / incoming.ASIDE).iterdir()
                before = v.unlock(aside, CODE).vault
                bad += v.fact(before, "test.greeting") != "good evening"
                before.close()
                new += 1
            else:
                old += 1
            bad += (vault.folder / incoming.INCOMING).exists()
    return Outcome(runs, bad, f"old vault {old}, restored {new}")


def keeping(runs: int) -> Outcome:
    """What was only looked at is kept: a whole vault or none."""
    chance, bad, whole = random.Random(9), 0, 0
    with scratch() as place:
        for name in ("measured", "first"):
            (place / name).mkdir()
        took = seconds(doing.keeping, place / "kept", place / "measured")
        for number in each(runs, "keep"):
            folder, temporary = place / f"new-{number}", place / f"temporary-{number}"
            temporary.mkdir()
            said = run_and_kill(doing.keeping, folder, temporary, after=chance.uniform(0, took * 1.1))
            found = v.look(folder).found
            bad += found not in (v.Found.NOTHING, v.Found.VAULT) or (bool(said.words) and found is not v.Found.VAULT)
            if found is v.Found.VAULT:
                opened = v.unlock(folder, CODE).vault
                bad += v.fact(opened, "test.greeting") != "hello" or not _sound(opened)
                opened.close()
                whole += 1
            bad += bool(list(folder.glob(f"incoming/{DATABASE}")))
    return Outcome(runs, bad, f"whole {whole}, none {runs - whole}")


def in_place(runs: int) -> Outcome:
    """Only the control: a program that writes its file over loses what it had acknowledged."""
    chance, lost = random.Random(10), 0
    with scratch() as place:
        for number in each(runs, "control"):
            path = place / f"plain-{number}"
            said = run_and_kill(doing.plain_batches, path, after=chance.uniform(0.005, 0.1))
            lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            lost += len(lines) < len(said.numbers)
    return Outcome(runs, 0, "", lost, "a file written over in place lost acknowledged rows")


def _opens(found: slots.SlotList, secret: slots.Secret) -> bool:
    try:
        slots.enter(found, secret).key.drop()
    except v.WrongSecret:
        return False
    return True


def _sound(vault: v.Vault) -> bool:
    with vault.reading() as db:
        return db.sound()


def _sound_and_closed(vault: Kept) -> bool:
    opened = vault.open()
    try:
        return opened.older is None and _sound(opened.vault)
    finally:
        opened.vault.close()


ROWS = (
    Row("1 import", "kill -9 while importing", 300, importing),
    Row("1 vacuum", "kill -9 while importing, with VACUUM", 300, vacuuming),
    Row("1 edit", "kill -9 while changing items", 300, editing),
    Row("1 delete", "kill -9 while deleting items", 300, deleting),
    Row("1 purge", "kill -9 while dropping for good", 300, emptying),
    Row("1 passphrase", "kill -9 while changing the passphrase", 300, passphrases),
    Row("1 code", "kill -9 while changing the recovery code", 300, codes),
    Row("1 backup", "kill -9 while backing up", 300, backing_up),
    Row("1 restore", "kill -9 while restoring", 300, restoring),
    Row("1 keep", "kill -9 while keeping what was looked at", 300, keeping),
    Row("1 control", "kill -9 of a program that writes its file over", 300, in_place),
)
