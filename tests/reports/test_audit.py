"""The report: everything is there, and nothing in it can run or load."""

from __future__ import annotations

from bs4 import BeautifulSoup

from footprint import checklists, log, paths, person
from footprint.dates import local_day
from footprint.reports import audit_html
from footprint.vault import Vault

HOSTILE = "<script>alert(1)</script><img src=https://page.example/x>"


def test_words_from_outside_stay_words(vault: Vault) -> None:
    person.add_detail(vault, person.DetailKind.TOWN, "Otherton")
    log.add(vault, log.New(title=HOSTILE, notes=HOSTILE, address="https://page.example/a"))
    page = BeautifulSoup(
        audit_html(vault, checklists.load(paths.shipped("checklists")), local_day(vault.now())), "lxml"
    )
    assert not page.find_all("script") and not page.find_all("img")
    assert "Otherton" in page.text and HOSTILE in page.text
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None and "default-src 'none'" in str(policy["content"])


def test_an_empty_vault_makes_a_report_that_says_so(vault: Vault) -> None:
    words = audit_html(vault, checklists.load(paths.shipped("checklists")), local_day(vault.now()))
    assert "Footprint Check report" in words
