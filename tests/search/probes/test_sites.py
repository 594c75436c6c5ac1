"""The sites that ship and files of further ones: strict, sourced, and never a site nobody should be asked about."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from footprint import checklists, paths
from footprint.search import probes
from footprint.search.probes import BadSites, Site
from tests.search.probes.table import rows, toml


@pytest.fixture(scope="module")
def shipped() -> tuple[Site, ...]:
    return probes.known_sites(checklists.load(paths.shipped("checklists")))


def test_about_sixty_sites_ship_each_with_a_source_and_a_day(shipped: tuple[Site, ...]) -> None:
    assert 55 <= len(shipped) <= 90
    assert len({site.id for site in shipped}) == len(shipped)
    for site in shipped:
        assert site.probe.source.strip()
        assert date(2026, 1, 1) <= site.probe.verified <= date(2026, 12, 31)
        assert site.address("ada_example").startswith("https://")


def test_networks_with_a_checklist_are_asked_by_their_own_file(shipped: tuple[Site, ...]) -> None:
    networks = {site.network for site in shipped if site.network}
    assert {"github", "bluesky", "youtube", "telegram", "flickr"} <= networks
    assert {"facebook", "linkedin", "instagram", "x", "reddit"}.isdisjoint(networks)  # looked at by hand only


def test_every_site_can_be_asked_about_a_made_up_username(shipped: tuple[Site, ...]) -> None:
    from footprint.search.probes.made_up import made_up

    for site in shipped:
        first, second = (made_up(site.handle_rule, site.probe.form) for _n in range(2))
        assert first != second


@pytest.mark.parametrize(
    "host",
    ["www.pornhub.com", "onlyfans.com", "m.chaturbate.com", "a.b.xxx", "breachforums.st", "sexcam.example", "x.onion"],
)
def test_some_sites_are_never_asked(host: str) -> None:
    assert probes.refused(host)


@pytest.mark.parametrize(
    "host",
    ["essex.gov.uk", "www.sussex.ac.uk", "middlesex.example", "github.com", "scunthorpe.example", "leakey.example"],
)
def test_honest_names_are_not_taken_for_them(host: str) -> None:
    assert not probes.refused(host)


def test_no_shipped_site_is_one_of_them(shipped: tuple[Site, ...]) -> None:
    from urllib.parse import urlsplit

    for site in shipped:
        for address in (site.address("x"), site.asked_address("x")):
            assert not probes.refused(urlsplit(address).hostname or "")


def test_a_file_of_further_sites_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    table = rows(one_in=10)
    file.write_text(toml(table), encoding="utf-8")
    assert probes.read_sites(file) == tuple(row.site for row in table)


FOUND = """status = [200]
says = ['<meta property="profile:username" content="{handle}">']"""
ROOT = Path(__file__).parents[3]
(GOOD,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "probes.md").read_text(encoding="utf-8"), re.S)


def test_the_file_of_the_page_on_probes_is_good(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [site.name for site in probes.read_sites(file)] == ["Chirp"]


@pytest.mark.parametrize(
    ("was", "becomes", "place"),
    [
        ("format = 1", "format = 2", "format"),
        ("status = [404]", "status = [403]", "probe.absent.status"),
        ("status = [404]", FOUND, "probe.found"),
        ("status = [404]", "lacks = ['profile']", "probe.absent"),
        ("https://chirp.example/{handle}", "http://chirp.example/{handle}", "probe.address"),
        ("https://chirp.example/{handle}", "https://chirp.example/me", "profile"),
        ("https://chirp.example/{handle}", "https://onlyfans.com/{handle}", "profile"),
        ("https://chirp.example/{handle}", "https://chirp.example/{handle}{x}", "probe.address"),
        ("[a-z0-9_]{3,20}", "[a-z", "handle"),
        ("[a-z0-9_]{3,20}", "ada", "probe.known"),
        ('known = "chirp"', 'known = "a b"', "probe.known"),
        ('source = "https://help.chirp.example/profiles"', 'source = ""', "probe.source"),
        ('confidence = "official"', 'confidence = "sure"', "confidence"),
        ('id = "chirp"', 'id = "Chirp 1"', "id"),
        ("[sites.probe.absent]", "surprise = 1\n[sites.probe.absent]", "surprise"),
        ('known = "chirp"', 'known = "chirp"\nform = "nothing"', "probe.form"),
    ],
)
def test_a_fault_is_named_by_file_and_place(tmp_path: Path, was: str, becomes: str, place: str) -> None:
    file = tmp_path / "mine.toml"
    assert was in GOOD
    file.write_text(GOOD.replace(was, becomes), encoding="utf-8")
    with pytest.raises(BadSites) as refused:
        probes.read_sites(file)
    assert "mine.toml" in str(refused.value)
    assert place in str(refused.value)
