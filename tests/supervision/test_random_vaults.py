"""Whatever stands in a vault, a summary says the same: no word, no answer and no delicate network changes a byte."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from footprint import checklists, paths, person
from footprint.checklists import Decision, Given, Library, NetworkFile, stranger
from footprint.ids import new_id
from footprint.supervision import summary
from footprint.supervision.summary import Choice, Level, Network, Part
from footprint.vault import Vault
from tests.supervision.vaults import change_all, columns_of_text, empty, plant

TODAY = date(2026, 11, 16)
# Letters of no summary, and what breaks files: mark-up, quotes, a letter that turns the reading order, an emoji.
LETTERS = "ЖЩЮЯѢѲαβγδ中文字🙈\u202e"
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: f"<{text}>&\"'{text}")
NAMED = frozenset(one for one in Network if one is not Network.OTHER)
CHOICES = (
    Choice(),
    Choice(Level.SHORT),
    *(Choice(Level.CHOOSE, frozenset({one}), NAMED) for one in Part),
    Choice(Level.CHOOSE, frozenset(Part), NAMED),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


def every_file(vault: Vault, library: Library) -> list[bytes]:
    """Text and page of every choice there is, and the Word file of the fullest."""
    offer = summary.offer(vault, library)
    made = [summary.make(offer, choice, TODAY) for choice in CHOICES]
    texts = [make(one).encode() for one in made for make in (summary.summary_text, summary.summary_html)]
    return [*texts, summary.summary_word(made[-1])]


def answered(vault: Vault, network: str, check: str, at: datetime) -> None:
    with vault.writing(undo=False) as write:
        write.db.execute(
            "INSERT INTO check_answer (id, network, check_id, choice, decision, changed_to, reason, wording, "
            "title_seen, label_seen, answered_at, changed_at) VALUES (?,?,?,'','','','','','','',?,?)",
            (new_id(), network, check, at.isoformat().replace("+00:00", ".000000Z"), write.now),
        )


def words_of(drawn: list[str]) -> Iterator[str]:
    return (f"{drawn[at % len(drawn)]}{at}" for at in itertools.count())


def everything_in(made: list[bytes]) -> str:
    with zipfile.ZipFile(io.BytesIO(made[-1])) as packed:
        parts = [packed.read(name) for name in packed.namelist()]
    return "\n".join(one.decode("utf-8", "replace") for one in (*made[:-1], *parts))


@pytest.mark.slow
@settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    drawn=st.lists(WORDS, min_size=1, max_size=6),
    more=st.lists(WORDS, min_size=1, max_size=6),
    rows=st.integers(1, 2),
    done=st.lists(st.tuples(st.sampled_from(["facebook", "linkedin", "whatsapp"]), st.integers(0, 11),
                            st.integers(1, 300)), min_size=1, max_size=20),
)  # fmt: skip
def test_random_words_in_every_column_change_no_byte(
    vault: Vault, library: Library, drawn: list[str], more: list[str], rows: int, done: list[tuple[str, int, int]]
) -> None:
    empty(vault)
    for network, at, day in done:
        check = library.network(network).checks[at].id
        answered(vault, network, check, datetime.fromordinal(date(2026, 1, 1).toordinal() + day).replace(tzinfo=UTC))
    clean = every_file(vault, library)
    assert plant(vault, words_of(drawn), rows) > 200
    full = every_file(vault, library)
    assert full == clean
    assert change_all(vault, words_of(more)) > 200
    assert every_file(vault, library) == clean
    assert not set(LETTERS) & set(everything_in(full))


def test_every_text_of_the_schema_is_planted_in(vault: Vault) -> None:
    """The control: what stands in the vault is really there, in every column."""
    words = (f"qzk{at}vxj" for at in itertools.count())
    plant(vault, words)
    with vault.reading() as db:
        for table, name in columns_of_text(db):
            found = [row[0] for row in db.execute(f'SELECT "{name}" FROM "{table}"')]
            assert found and (str(found[0]).startswith("qzk") or name in ("answered_at", "finished_at")), (table, name)


def answer_all(vault: Vault, network: NetworkFile, pick: Callable[[checklists.Check], Given]) -> None:
    for check in network.checks[:15]:
        checklists.answer(vault, network, check, **_said(pick(check)))


def _said(one: Given) -> dict[str, object]:
    return {"choice": one.choice, "decision": one.decision, "reason": one.reason, "until": one.until}


def test_what_was_answered_changes_nothing(vault: Vault, library: Library) -> None:
    """The safest of all, the least safe, kept, put off, not for me, not found: the same summary, byte for byte."""
    network = library.network("facebook")
    found = []
    for pick in (
        lambda check: Given(check, next(one.id for one in check.choices if one.safer or check.look)),
        lambda check: Given(check, check.choices[-1].id, Decision.KEEP, reason="Because of my ex."),
        lambda check: Given(check, check.choices[-1].id, Decision.LATER, until=date(2026, 12, 1)),
        lambda check: Given(check, "", Decision.NOT_FOR_ME, reason="None of your business."),
        lambda check: Given(check, checklists.NOT_FOUND),
    ):
        empty(vault)
        answer_all(vault, network, pick)
        found.append(every_file(vault, library))
    assert all(one == found[0] for one in found)
    assert "10 or more" in everything_in(found[0])


@pytest.mark.parametrize("network", ["tinder", "hinge", "mumsnet", "reddit", "strava", "court-and-insolvency",
                                     "my-secret-forum"])  # fmt: skip
def test_a_delicate_network_cannot_be_told_from_none(vault: Vault, library: Library, network: str) -> None:
    """An account there, all its checks answered and a look as a stranger: not a byte is different."""
    answered(vault, "facebook", library.network("facebook").checks[0].id, datetime(2026, 3, 2, 12, tzinfo=UTC))
    before = every_file(vault, library)
    person.add_account(vault, network, handle="zoe", label="my other name")
    for check in library.network_or_any(network).checks:
        answered(vault, network, check.id, datetime(2026, 11, 12, 12, tzinfo=UTC))
    if network in library and library.network(network).stranger.open:
        look = stranger.begin(vault, library.network(network))
        look = stranger.keep(vault, look, checklists.Sign.NAME, seen=stranger.Seen.SEEN).value
        stranger.finish(vault, look.id)
    assert every_file(vault, library) == before
    whole = summary.make(
        summary.offer(vault, library), Choice(Level.CHOOSE, frozenset({Part.NETWORKS}), frozenset(Network)), TODAY
    )
    is_network = library.network(network).kind is checklists.Kind.NETWORK if network in library else True
    assert [line.words for line in summary.lines(whole)] == ["Facebook, another network" if is_network else "Facebook"]


def test_an_own_word_for_an_account_is_never_read(vault: Vault, library: Library) -> None:
    person.add_account(vault, "facebook", label="the one my husband does not know")
    answered(vault, "facebook", library.network("facebook").checks[0].id, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert "husband" not in everything_in(every_file(vault, library))


def test_a_check_an_employer_added_is_not_counted(vault: Vault, library: Library) -> None:
    """So nobody can make checks that let the number talk."""
    answered(vault, "facebook", library.network("facebook").checks[0].id, datetime(2026, 3, 2, 12, tzinfo=UTC))
    before = every_file(vault, library)
    for at in range(30):
        answered(vault, "facebook", f"org:check-{at}", datetime(2026, 11, 12, 12, tzinfo=UTC))
    assert every_file(vault, library) == before


def test_a_summary_reads_five_columns(vault: Vault, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked of the database while one is made."""
    from footprint.vault.connection import Connection

    asked: list[str] = []
    real = Connection.execute

    def execute(self: Connection, sql: str, *rest: object) -> object:
        asked.append(sql)
        return real(self, sql, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Connection, "execute", execute)
    answered(vault, "facebook", library.network("facebook").checks[0].id, datetime(2026, 3, 2, 12, tzinfo=UTC))
    asked.clear()
    every_file(vault, library)
    read = {one for one in asked if one.startswith("SELECT")}
    assert read == {
        "SELECT network, check_id, max(answered_at) FROM check_answer WHERE deleted_at IS NULL GROUP BY 1, 2",
        "SELECT network, max(finished_at) FROM stranger_look WHERE deleted_at IS NULL AND finished_at > '' GROUP BY 1",
    }
