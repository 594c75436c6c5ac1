"""The labelled pages of `tests/data/facets/`: forms filled with invented people, and the truth of each page."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from footprint.person import Detail, DetailKind
from footprint.search.matching.weighing import Profile, profile
from footprint.search.reading import Exposed, Facet
from footprint.search.reading.exposing import exposed
from footprint.search.reading.page import PageTold
from footprint.search.reading.taking import packed, page

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "facets"
A_FORM = 5
"""How many people each form is filled with."""
_MARK = re.compile(r"<<([a-z ]+)\|(.*?)>>", re.DOTALL)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_KINDS = {"town": DetailKind.TOWN, "employer": DetailKind.EMPLOYER, "job": DetailKind.JOB_TITLE}
_OTHERS = (
    "Graham Yates", "Linda Colclough", "Mark Penhaligon", "Susan Tregear", "Imran Sheikh", "Helen Blackwood",
    "Trevor Munday", "Agnieszka Wrona", "Colin Farthing", "Deborah Lusk", "Stuart Venables", "Joanne Pike",
    "Alan Crabtree", "Zoe Mottershead", "Ifeoma Eze", "Rhys Llewellyn", "Catherine Ormerod", "Nigel Sparrow",
    "Paula Whitcombe", "Kevin Dacre",
)  # fmt: skip
_TOWNS = ("Taunton", "Kendal", "Louth", "Ripon", "Devizes", "Frome", "Alnwick", "Diss", "Barry", "Larne")
_STREETS = ("Canal Street", "Quarry Road", "The Crescent", "Station Avenue", "Elm Grove", "Priory Lane", "Beacon Hill")
_CODES = ("TA1 4AA", "LA9 5BB", "LN11 0DD", "HG4 1EE", "SN10 2FF", "BA11 3GG", "NE66 1HH", "IP22 4JJ", "CF62 7LL")
_BODIES = (
    "Halden Borough Council",
    "Merrow Foods Ltd",
    "Tyneford College",
    "St Brannoc’s Hospital",
    "Fairley Care Group",
)
_SCHOOLS = ("Bishop Lacey Primary School", "Moorfield Junior School", "Ashdown Academy")
_PLATES = ("BD51 SMR", "NA63 JKL", "WR08 TYU", "HJ19 PLO")


@dataclass(frozen=True)
class Case:
    """One page: its kind, whose page it is for, and what it shows of them."""

    kind: str
    who: Profile
    source: str
    truth: tuple[Exposed, ...]

    @property
    def told(self) -> PageTold:
        form = "text/html; charset=utf-8" if "<" in self.source else "text/plain; charset=utf-8"
        return page(packed(self.source.encode(), form, "https://site.example/page"))

    @property
    def listed(self) -> tuple[Exposed, ...]:
        return exposed(self.told, self.who)


def cases(part: str) -> Iterator[Case]:
    """`tune`, `test`, `fresh` or `unread`, always the same."""
    known = tomllib.loads((FOLDER / "people.toml").read_text("utf-8"))["person"]
    people = [one for one in known if (one["part"] == "tune") is (part == "tune")]
    forms = re.split(r"^=== ", (FOLDER / f"{part}.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]
    for n, form in enumerate(forms):
        kind, _line, source = form.partition("\n")
        for at in range(A_FORM):
            one = people[(n * A_FORM + at) % len(people)]
            yield _case(kind, source.strip(), one, random.Random(f"{part}/{n}/{at}"))


def _case(kind: str, source: str, one: dict[str, Any], dice: random.Random) -> Case:
    told, known = one["told"], {**_own(one), **_around(dice)}
    filled = _filled(source, known)
    truth = tuple(Exposed(Facet(facet), words) for facet, words in _MARK.findall(filled))
    return Case(kind, profile(_details(told)), _MARK.sub(lambda mark: mark[2], filled), truth)


def _filled(source: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\{([A-Za-z]+\d?)\}", lambda one: known[one[1]] if one[1] in known else one[0], source)


def _own(one: dict[str, Any]) -> dict[str, str]:
    told, on_page = one["told"], one["page"]
    given, _sign, family = told["name"].rpartition(" ")
    day, month, year = on_page["dob"].split()
    age = int(on_page["age"])
    job, mail = told["job"], on_page["m"]
    return {
        **on_page,
        "n": told["name"],
        "g": given.split()[0],
        "f": family,
        "t": told["town"],
        "e": told["employer"],
        "j": job,
        "J": job[0].upper() + job[1:],
        "aj": f"{'an' if job[0] in 'aeiou' else 'a'} {job}",
        "dobm": f"{month} {year}",
        "iso": f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}",
        "cat": f"F{max(35, age // 5 * 5)}",
        "catlong": f"VW{max(35, age // 5 * 5)}-{max(35, age // 5 * 5) + 4}",
        "mat": mail.replace("@", " (at) "),
        "mob": mail.replace("@", " at ").replace(".", " dot "),
    }


def _around(dice: random.Random) -> dict[str, str]:
    """Everybody and everything else on the page."""
    names = dice.sample(_OTHERS, 4)
    found: dict[str, str] = {"oschool": dice.choice(_SCHOOLS)}
    for n, name in enumerate(names, 1):
        given, family = name.split()
        found |= {f"o{n}": name, f"og{n}": given, f"of{n}": family, f"oage{n}": str(dice.randint(20, 75))}
        found |= {f"op{n}": f"01632 960{dice.randint(300, 499)}", f"om{n}": f"{given.lower()}@{family.lower()}.example"}
        found |= {f"oa{n}": f"{dice.randint(1, 180)} {_STREETS[(n + dice.randint(0, 3)) % len(_STREETS)]}"}
    for key, several in (("ot", _TOWNS), ("opc", _CODES), ("oe", _BODIES), ("oplate", _PLATES)):
        found |= {f"{key}{n}": word for n, word in enumerate(dice.sample(several, 4), 1)}
    return found


def _details(told: dict[str, str]) -> Sequence[Detail]:
    given, _sign, family = told["name"].rpartition(" ")
    found = [Detail("name", DetailKind.NAME, told["name"], given, family, True)]
    if "former" in told:
        given, _sign, family = told["former"].rpartition(" ")
        found.append(Detail("former", DetailKind.FORMER_NAME, told["former"], given, family, False))
    return [*found, *(Detail(key, kind, told[key], "", "", True) for key, kind in _KINDS.items())]
