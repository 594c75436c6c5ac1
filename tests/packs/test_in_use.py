"""A pack in use: taken by the person alone, held to its key and its file, gone back from, removed without a loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import checklists, pack_parts
from footprint.packs import PackError
from footprint.packs.uses import FOLDER, Source
from footprint.vault import Vault
from footprint.web import ledger
from footprint.workbench import Workbench, open_bench
from tests.packs.council import KEY, LINKS, ORGANISATION, OTHER_KEY, pack_bytes, pack_file
from tests.packs.example import what_ships


@pytest.fixture
def bench(tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    monkeypatch.setattr(pack_parts, "ships", lambda _library: what_ships())  # read once for all tests
    return open_bench(tmp_path / "app", vault, packs=tmp_path / "site")


def install(bench: Workbench, path: Path, compared: str = "") -> None:
    bench.packs.use(bench.packs.offer(path), compared=compared)
    bench.renew_checklists()


def test_nothing_is_in_use_before_the_person_says_so(bench: Workbench, tmp_path: Path) -> None:
    offered = bench.packs.offer(pack_file(tmp_path))
    assert (offered.update, offered.other_key, offered.before) == (False, False, None)
    assert bench.pack is None and not (bench.folder / FOLDER).exists()
    assert "org:hub" not in bench.checklists


def test_it_is_there_after_a_restart_and_its_file_lies_beside_the_vault(
    bench: Workbench, tmp_path: Path, vault: Vault
) -> None:
    install(bench, pack_file(tmp_path))
    again = open_bench(bench.folder, vault, packs=tmp_path / "site")
    assert again.pack is not None and again.pack.organisation == ORGANISATION
    use = again.packs.use_of_vault()
    assert use is not None and (use.version, use.source) == (1, Source.PERSON)
    assert [path.read_bytes() for path in (bench.folder / FOLDER).iterdir()] == [pack_bytes()]


def test_a_file_that_was_swapped_beside_the_vault_is_left_out_and_said(
    bench: Workbench, tmp_path: Path, vault: Vault
) -> None:
    install(bench, pack_file(tmp_path))
    kept = next((bench.folder / FOLDER).iterdir())
    kept.write_bytes(pack_bytes(2, key=OTHER_KEY))  # well signed, and not the one that was taken
    again = open_bench(bench.folder, vault)
    assert again.pack is None and "was altered" in again.packs.problem
    assert "org:hub" not in again.checklists and again.guidance().hidden == ()
    kept.unlink()
    assert "cannot be read" in open_bench(bench.folder, vault).packs.problem
    install(again, pack_file(tmp_path))  # choosing it again brings it back
    assert again.pack is not None and again.packs.problem == ""


def test_an_older_version_and_another_file_of_the_same_number_are_refused(bench: Workbench, tmp_path: Path) -> None:
    install(bench, pack_file(tmp_path, 2))
    with pytest.raises(PackError, match="You had version 2 already"):
        bench.packs.offer(pack_file(tmp_path, 1))
    with pytest.raises(PackError, match="in use already"):
        bench.packs.offer(pack_file(tmp_path, 2))
    with pytest.raises(PackError, match="has the same number"):
        bench.packs.offer(pack_file(tmp_path, 2, links=LINKS.replace("Four", "Five")))
    bench.packs.remove()
    with pytest.raises(PackError, match="You had version 2 already"):
        bench.packs.offer(pack_file(tmp_path, 1))
    assert bench.packs.offer(pack_file(tmp_path, 2)).pack.version == 2


def test_another_key_is_refused_until_its_mark_was_compared(bench: Workbench, tmp_path: Path) -> None:
    install(bench, pack_file(tmp_path, 1))
    offered = bench.packs.offer(pack_file(tmp_path, 2, key=OTHER_KEY))
    assert offered.other_key and offered.update
    for wrong in ("", offered.known_mark, "yes"):
        with pytest.raises(PackError, match="Compare the mark"):
            bench.packs.use(offered, compared=wrong)
    assert bench.pack is not None and bench.pack.version == 1
    bench.packs.use(offered, compared=offered.pack.fingerprint.upper().replace(" ", "-"))
    assert bench.pack.version == 2
    bench.packs.remove()  # what is known of the key outlives the pack
    assert bench.packs.offer(pack_file(tmp_path, 2, key=KEY, links=LINKS.replace("Four", "Five"))).other_key


def test_going_back_uses_the_version_before_and_undo_brings_the_newer_one(
    bench: Workbench, tmp_path: Path, vault: Vault
) -> None:
    install(bench, pack_file(tmp_path, 1))
    assert bench.packs.before() is None
    install(bench, pack_file(tmp_path, 2))
    assert bench.packs.before() is not None
    done = bench.packs.go_back()
    assert bench.pack is not None and bench.pack.version == 1 and bench.packs.before() is None
    vault.undo(done.undo)
    bench.renew_checklists()
    assert bench.pack is not None and bench.pack.version == 2
    assert bench.packs.offer(pack_file(tmp_path, 3)).update


def test_only_one_is_in_use_and_another_takes_its_place(bench: Workbench, tmp_path: Path) -> None:
    install(bench, pack_file(tmp_path, 1))
    offered = bench.packs.offer(pack_file(tmp_path, 1, name="southshire", organisation="Southshire Council"))
    assert not offered.update and offered.before is not None and offered.before.organisation == ORGANISATION
    bench.packs.use(offered)
    assert bench.pack is not None and bench.pack.organisation == "Southshire Council"


def test_removing_hides_the_answers_to_its_checks_and_they_come_back_with_it(
    bench: Workbench, tmp_path: Path, vault: Vault
) -> None:
    install(bench, pack_file(tmp_path, 1))
    hub = bench.checklists.network("org:hub")
    checklists.answer(vault, hub, checklists.check_of(hub, "org:hub-photo"), "colleagues")
    facebook = bench.checklists.network("facebook")
    checklists.answer(vault, facebook, checklists.check_of(facebook, "org:staff-group"), "no")
    checklists.answer(vault, facebook, checklists.check_of(facebook, "about_info"), "hidden")
    done = bench.packs.remove()
    bench.renew_checklists()
    assert "org:hub" not in bench.checklists
    assert bench.checklists.name("org:hub") == "Hub (its pack is not in use)"  # an account there stays the person's
    states = {one.check.id: one for one in states_of(bench, "facebook")}
    assert "org:staff-group" not in states
    assert states["about_info"].answered and states["about_info"].due is None  # in our words, and still answered
    vault.undo(done.undo)
    bench.renew_checklists()
    assert {one.check.id: one.answered for one in states_of(bench, "facebook")}["org:staff-group"]
    bench.packs.remove()
    install(bench, pack_file(tmp_path, 1))
    assert {one.check.id: one.answered for one in states_of(bench, "org:hub")} == {"org:hub-photo": True}


def states_of(bench: Workbench, network: str) -> tuple[checklists.CheckState, ...]:
    file = bench.checklists.network(network)
    return checklists.states(file, checklists.latest(bench.vault, network), bench.vault.now().date())


def test_what_the_organisation_put_on_the_computer_is_offered_and_never_taken(bench: Workbench, tmp_path: Path) -> None:
    assert bench.packs.waiting() is None  # a folder that is not there
    pack_file(tmp_path / "site", 1)
    offered = bench.packs.waiting()
    assert offered is not None and offered.source is Source.ORGANISATION and bench.pack is None
    bench.packs.put_off(offered)
    assert bench.packs.waiting() is None and len(bench.packs.on_this_computer()) == 1
    pack_file(tmp_path / "site", 2)
    newer = bench.packs.waiting()
    assert newer is not None and newer.pack.version == 2
    bench.packs.use(newer)
    assert bench.packs.waiting() is None
    (tmp_path / "site" / "broken.footprint-pack").write_bytes(b"PK no pack")
    assert bench.packs.waiting() is None
    assert any(
        isinstance(one, str) and one.startswith("broken.footprint-pack: ") for one in bench.packs.on_this_computer()
    )


def test_none_of_it_sends_anything(bench: Workbench, tmp_path: Path, vault: Vault) -> None:
    install(bench, pack_file(tmp_path, 1))
    bench.packs.waiting()
    bench.guidance()
    bench.checklists.files()
    bench.packs.remove()
    assert ledger.entries(vault) == ()
