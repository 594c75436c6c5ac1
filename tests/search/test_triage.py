"""Sorting: the person says it once, and is not asked again."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.demo.misbehaviour import Misbehaviour, Visit
from footprint.demo.web import LoopbackWeb
from footprint.errors import NotFound
from footprint.search import (
    Band,
    Finding,
    GladOnlyIfFine,
    Run,
    Verdict,
    add_pasted,
    counts,
    finding,
    findings,
    hidden_sites,
    hide_site,
    is_left,
    show_site,
    verdict,
)
from footprint.vault import Vault


def lists(*addresses: str) -> Misbehaviour:
    def answer(visit: Visit) -> None:
        results = [{"url": one, "title": "Ada Example", "content": "Otherton"} for one in addresses]
        visit.send(200, json.dumps({"query": "q", "results": results}).encode(), "application/json")

    return answer


def paste(vault: Vault, *addresses: str) -> tuple[Finding, ...]:
    return add_pasted(vault, "\n".join(addresses)).value.findings


def test_each_verdict_is_kept_and_can_be_taken_back(vault: Vault) -> None:
    (one,) = paste(vault, "https://club.example/a")
    for said in Verdict:
        done = verdict(vault, one.id, said)
        assert done.value.verdict is said
        assert finding(vault, one.id).verdict is said
        assert is_left(done.value) is (said is Verdict.NOT_SURE)
        vault.undo(done.undo)
        assert finding(vault, one.id).verdict is None
    verdict(vault, one.id, Verdict.FINE)
    assert verdict(vault, one.id, None).value.verdict is None


def test_glad_goes_only_with_fine(vault: Vault) -> None:
    (one,) = paste(vault, "https://club.example/a")
    assert verdict(vault, one.id, Verdict.FINE, glad=True).value.glad
    assert not verdict(vault, one.id, Verdict.FINE).value.glad
    for said in (Verdict.REMOVE, Verdict.NOT_ME, Verdict.NOT_SURE, None):
        with pytest.raises(GladOnlyIfFine):
            verdict(vault, one.id, said, glad=True)


def test_not_me_is_never_asked_again_under_any_address(
    ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb
) -> None:
    forms = (
        "https://www.club.example/ada?utm_source=x",
        "http://m.club.example/ada/",
        "https://www.google.com/url?q=https%3A%2F%2Fclub.example%2Fada&sa=U",
        "https://club.example/ada#top",
    )
    loopback.misbehave("search.example", lists("https://club.example/ada"))
    look(1, ("searxng",))
    (one,) = findings(ada)
    verdict(ada, one.id, Verdict.NOT_ME)
    for form in forms:
        loopback.misbehave("search.example", lists(form))
        look(2, ("searxng",))
        paste(ada, form)
        assert findings(ada, left=True) == ()
        (same,) = findings(ada)
        assert (same.id, same.verdict, same.is_new) == (one.id, Verdict.NOT_ME, False)


def test_the_plainest_address_of_a_page_is_kept(vault: Vault) -> None:
    paste(vault, "https://www.club.example/a?fbclid=1")
    assert findings(vault)[0].address == "https://www.club.example/a?fbclid=1"
    paste(vault, "https://club.example/a")
    paste(vault, "https://m.club.example/a?gclid=2")
    assert [one.address for one in findings(vault)] == ["https://club.example/a"]


def test_what_is_left_comes_most_likely_first(ada: Vault, look: Callable[..., Run]) -> None:
    look(3)
    left = findings(ada, left=True)
    bands = [list(Band).index(one.band) for one in left]
    assert bands == sorted(bands)
    assert all(one.reasons for one in left)
    verdict(ada, left[0].id, Verdict.NOT_SURE)
    assert findings(ada, left=True)[-1].id == left[0].id


def test_counting(ada: Vault, look: Callable[..., Run]) -> None:
    look(1, ("searxng",))
    total = counts(ada).left
    assert counts(ada).minutes_left == (total + 1) // 2
    first, second, third = findings(ada)[:3]
    verdict(ada, first.id, Verdict.REMOVE)
    verdict(ada, second.id, Verdict.FINE)
    verdict(ada, third.id, Verdict.NOT_SURE)
    now = counts(ada)
    assert (now.sorted, now.left, now.to_remove, now.total) == (2, total - 2, 1, total)
    assert [one.id for one in findings(ada, verdicts=[Verdict.REMOVE])] == [first.id]
    assert {one.id for one in findings(ada, left=False)} == {first.id, second.id}


def test_a_hidden_site_is_not_asked_about_and_what_is_sorted_stays(vault: Vault) -> None:
    kept, other, elsewhere = paste(
        vault, "https://club.example/a", "https://www.club.example/b", "https://other.example/c"
    )
    verdict(vault, kept.id, Verdict.REMOVE)
    done = hide_site(vault, "https://www.Club.example/b?x=1")
    assert hidden_sites(vault) == ("club.example",)
    assert {one.id for one in findings(vault)} == {kept.id, elsewhere.id}
    assert counts(vault).left == 1
    hide_site(vault, "club.example")
    assert hidden_sites(vault) == ("club.example",)
    paste(vault, "https://m.club.example/d", "https://sub.club.example/e")
    assert counts(vault).left == 1
    vault.undo(done.undo)
    assert hidden_sites(vault) == ()
    assert other.id in {one.id for one in findings(vault)}
    hide_site(vault, "club.example")
    show_site(vault, "www.club.example")
    assert hidden_sites(vault) == ()


def test_the_sites_of_verdicts_teach(ada: Vault) -> None:
    mine, _also = paste(ada, "https://club.example/a", "https://club.example/b")
    before = finding(ada, _also.id).score
    verdict(ada, mine.id, Verdict.FINE)
    after = finding(ada, _also.id)
    assert after.score > before
    assert any("club.example" in reason.text for reason in after.reasons)


def test_words_of_other_people_speak_against(ada: Vault) -> None:
    text = "\n".join(f"Ada Example painter of harbours https://gallery{n}.example/ada" for n in range(4))
    found = add_pasted(ada, text).value.findings
    before = finding(ada, found[3].id).score
    for one in found[:2]:
        verdict(ada, one.id, Verdict.NOT_ME)
    after = finding(ada, found[3].id)
    assert after.score < before
    assert any("painter" in reason.text for reason in after.reasons)
    verdict(ada, found[2].id, Verdict.FINE)  # now the word is theirs as well
    assert finding(ada, found[3].id).score >= before


def test_what_is_gone_says_so(vault: Vault) -> None:
    with pytest.raises(NotFound):
        verdict(vault, "nothing", Verdict.FINE)
    with pytest.raises(NotFound):
        finding(vault, "nothing")


def test_bands_and_verdicts_are_in_words() -> None:
    assert len({one.label for one in Band}) == len(Band)


FORMS = st.sampled_from(
    [
        "https://club.example/{page}",
        "http://www.club.example/{page}/",
        "https://m.club.example/{page}?utm_source=x",
        "https://www.google.com/url?q=https%3A%2F%2Fclub.example%2F{page}",
        "https://club.example/{page}#part",
    ]
)


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_seen_and_said_no_page_is_asked_about_twice(vault: Vault, data: st.DataObject) -> None:
    said: dict[str, Verdict | None] = {one.canonical: one.verdict for one in findings(vault)}
    for _step in range(data.draw(st.integers(1, 6))):
        page = data.draw(st.sampled_from("abc"))
        (seen,) = paste(vault, data.draw(FORMS).format(page=page))
        assert seen.verdict == said.get(seen.canonical)
        if data.draw(st.booleans()):
            said[seen.canonical] = data.draw(st.sampled_from(Verdict))
            done = verdict(vault, seen.id, said[seen.canonical])
            if data.draw(st.booleans()):
                vault.undo(done.undo)
                said[seen.canonical] = seen.verdict
        else:
            said.setdefault(seen.canonical, None)
        found = findings(vault)
        assert {one.canonical: one.verdict for one in found} == said
        assert len(found) == len(said) == counts(vault).total
        assert {one.canonical for one in findings(vault, left=True)} == {
            form for form, last in said.items() if last in (None, Verdict.NOT_SURE)
        }
