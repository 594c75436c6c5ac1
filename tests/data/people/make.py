"""Makes the labelled pages of `train.jsonl.gz` and `test.jsonl.gz`: `python tests/data/people/make.py`. See README.md."""

# ruff: noqa: E501 (tables of words read better whole)

from __future__ import annotations

import gzip
import json
import random
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PER_PERSON = {"c": 27, "m": 24, "r": 20}
LIVING = ("me", "town", "uk", "abroad")
# How the pages of one person divide. A rare name has hardly any bearers, so what comes up is mostly them or other people.
SHARES = {
    "c": {"me": 42, "town": 9, "uk": 17, "abroad": 11, "famous": 4, "past": 4, "relative": 4, "initial": 4, "surname": 5},
    "m": {"me": 52, "town": 4, "uk": 11, "abroad": 8, "famous": 1, "past": 4, "relative": 8, "initial": 5, "surname": 7},
    "r": {"me": 66, "town": 0, "uk": 3, "abroad": 4, "famous": 0, "past": 3, "relative": 12, "initial": 4, "surname": 8},
}  # fmt: skip
NICKS = {
    "Sarah": "Sal", "David": "Dave", "Karen": "Kaz", "James": "Jim", "John": "Johnny", "Rachel": "Rach", "Helen": "Nell",
    "Susan": "Sue", "Andrew": "Andy", "Daniel": "Dan", "Katherine": "Kate", "Rebecca": "Becky", "Thomas": "Tom",
    "Philippa": "Pip", "Gareth": "Gaz", "Stuart": "Stu", "Beatrice": "Bea", "Bartholomew": "Bart", "Leopold": "Leo",
    "Joanne": "Jo", "Olivia": "Liv", "Magdalena": "Magda", "Clementine": "Clem", "Desmond": "Des", "Rhiannon": "Rhi",
}  # fmt: skip
RELATIVES = ["Mark", "Tracey", "Owen", "Imogen", "Ravi", "Tariq", "Ewa", "Bola", "Luke", "Maureen", "Ffred", "Hattie"]
HEADLINES = ["Row over bins", "Buses cut again", "Anger at road closure", "Plans for new homes", "Market to move"]
COMPANIES = ["Tidewell Lettings Ltd", "Mill Lane Management Company Limited", "Greenfold Catering Ltd", "Ashlar CIC"]
SHOPS = ["Bella’s Bistro", "Kwik Tyres", "The Crown Inn", "Harbour Dental", "Snip Salon", "Moorview Kennels"]
FILLER = (
    "The trustees present their report. Our income rose and our costs rose with it. The roof was mended. The hall was let"
    " on most evenings of the week, and the garden was kept by the school. Reserves stand at three months. "
)


@dataclass(frozen=True)
class Identity:
    """Somebody a page may be about."""

    role: str
    given: str
    family: str
    town: str
    county: str
    jobs: tuple[str, ...]
    employer: str
    handle: str
    former: str = ""
    known: str = ""
    email: str = ""
    phone: str = ""
    hobby: str = ""


@dataclass
class Maker:
    rng: random.Random
    pools: dict = field(repr=False)

    def pick(self, things):
        return things[self.rng.randrange(len(things))]

    def mate(self) -> tuple[str, str]:
        return self.pick(self.pools["people"]["forenames"]), self.pick(self.pools["people"]["families"])

    def away(self) -> tuple[str, str]:
        town, _bar, county = self.pick(self.pools["away"]["towns"]).partition("|")
        return town, county


def main() -> None:
    pools = tomllib.loads((HERE / "pools.toml").read_text(encoding="utf-8"))
    templates = _templates()
    hard = _lines("hard.txt")
    for part in ("train", "test"):
        pages, people = [], []
        for number, line in enumerate(_lines("people.txt")):
            if ("train", "test")[number % 2] != part:
                continue
            maker = Maker(random.Random(f"footprint people {line[0]}"), pools)
            person, details = _person(maker, line)
            people.append({"person": line[0], "common": line[9], "details": details})
            pages += _pages(maker, line, person, [one for one in templates if one["part"] in (part, "both")])
            pages += [_hand_made(one) for one in hard if one[0] == line[0]]
        _write(part, people, pages)


def _write(part: str, people: list[dict], pages: list[dict]) -> None:
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (*people, *pages)]
    data = ("\n".join(lines) + "\n").encode()
    with (HERE / f"{part}.jsonl.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(data)


def _lines(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def _templates() -> list[dict]:
    blocks = re.split(r"^= ", (HERE / "templates.txt").read_text(encoding="utf-8"), flags=re.M)[1:]
    made = []
    for block in blocks:
        head, title, address, text = block.rstrip("\n").split("\n")
        kind, who, part, weight = (cell.strip() for cell in head.split(";"))
        roles = tuple(one.strip() for one in who.split(",")) if who else LIVING
        made.append({"kind": kind, "roles": roles, "part": part, "weight": int(weight), "title": title.strip(),
                     "address": address.strip(), "text": text.strip()})  # fmt: skip
    return made


# -- who ------------------------------------------------------------------------------------------------


def _person(maker: Maker, line: list[str]) -> tuple[Identity, list[dict]]:
    _id, given, family, former, known, town, job, employer, _home, _common, gave = line
    first = _ascii(given.split()[0])
    handle = maker.pick([f"{first}{_ascii(family)[:4]}{maker.rng.randrange(70, 99)}", f"{maker.pick(['mrs', 'its', 'the', 'little'])}{first}{maker.rng.randrange(9)}",
                         f"{maker.pick(['teapot', 'muddyboots', 'kestrel', 'yarnbarn', 'fellrunner'])}{maker.rng.randrange(10, 99)}",
                         f"{first}_{_ascii(family)}"])  # fmt: skip
    me = Identity(
        "me", given, family, town, maker.pools["counties"][town], tuple(maker.pools["jobs"][job]), employer, handle, former,
        known, f"{first}.{_ascii(family)}@mail.example", f"07700 900{maker.rng.randrange(100, 999)}",
        f"{town} {maker.pick(maker.pools['other']['hobbies'])}",
    )  # fmt: skip
    details = [{"kind": "name", "text": f"{given} {family}", "given": given, "family": family}]
    details += [{"kind": "former name", "text": former, "family": former}] if former else []
    details += [{"kind": "known as", "text": known}] if known else []
    told = {"t": ("town", town), "e": ("employer", employer), "j": ("job title", job[:1].upper() + job[1:]),
            "h": ("handle", handle), "m": ("email", me.email), "p": ("phone", me.phone)}  # fmt: skip
    details += [{"kind": told[one][0], "text": told[one][1]} for one in gave if told[one][1]]
    return me, details


def _namesakes(maker: Maker, line: list[str], me: Identity) -> dict[str, list[Identity]]:
    """Two or three of each kind, so that a namesake too has several pages."""
    other, abroad = maker.pools["other"], maker.pools["abroad"][line[8]]

    def one(role: str, town: str, county: str, *, given: str = "", family: str = "") -> Identity:
        job = maker.pick(other["near_jobs"] if maker.rng.random() < 0.12 else other["jobs"])
        first = _ascii((given or me.given).split()[0])
        handle = f"{first}{_ascii(family or me.family)[:5]}{maker.rng.randrange(1, 999)}"
        return Identity(role, given or me.given.split()[0], family or me.family, town, county, (job,),
                        maker.pick(other["employers"]), handle, phone=f"07700 900{maker.rng.randrange(100, 999)}",
                        hobby=f"{town} {maker.pick(other['hobbies'])}")  # fmt: skip

    first = me.given.split()[0]
    starts = [name for name in maker.pools["people"]["forenames"] if name[0] == first[0] and name != first] or [
        first[0]
    ]
    found = {
        "town": [one("town", me.town, me.county) for _n in range(2)],
        "uk": [one("uk", *maker.away()) for _n in range(4)],
        "abroad": [one("abroad", *maker.pick(abroad).split("|")) for _n in range(3)],
        "famous": [one("famous", *maker.pick(abroad).split("|")), one("famous", *maker.away())],
        "past": [one("past", *maker.away()), one("past", me.town, me.county)],
        "relative": [one("relative", me.town, me.county, given=maker.pick(RELATIVES)) for _n in range(2)],
        "initial": [one("initial", *maker.away(), given=maker.pick(starts)) for _n in range(2)],
    }
    # A page that has the family name, and the forename too, but not together.
    return {**found, "surname": [one("surname", me.town, me.county)]}


# -- pages ----------------------------------------------------------------------------------------------


def _pages(maker: Maker, line: list[str], me: Identity, templates: list[dict]) -> list[dict]:
    shares, others = SHARES[line[9]], _namesakes(maker, line, me)
    made: list[dict] = []
    seen: set[str] = set()
    while len(made) < PER_PERSON[line[9]]:
        role = maker.rng.choices(list(shares), list(shares.values()))[0]
        fitting = [
            one for one in templates if role in one["roles"] and ("{former" not in _all(one).lower() or me.former)
        ]
        template = maker.rng.choices(fitting, [one["weight"] for one in fitting])[0]
        who = me if role == "me" else maker.pick(others[role])
        page = _page(maker, line[0], who, _moved(maker, who), template)
        if page["address"] not in seen:
            seen.add(page["address"])
            made.append(page)
    return made


def _all(template: dict) -> str:
    return template["title"] + template["text"]


def _moved(maker: Maker, who: Identity) -> Identity:
    """People move and change work: some true pages name another town, an older job or another employer."""
    chance = maker.rng.random()
    if who.role != "me" or chance > 0.17:
        return who
    town, county = maker.away()
    other = maker.pools["other"]
    values = dict(who.__dict__)
    if chance < 0.08:
        values |= {"town": town, "county": county}
    elif chance < 0.13:
        values |= {"jobs": (maker.pick(["teaching assistant", "barista", "shop assistant", "nursery nurse", "receptionist", *other["jobs"][:8]]),),
                   "employer": maker.pick(other["employers"])}  # fmt: skip
    else:
        values |= {"employer": maker.pick(other["employers"])}
    return Identity(**values)


def _page(maker: Maker, person: str, about: Identity, who: Identity, template: dict) -> dict:
    words = _words(maker, who)
    title, address, text = (_fill(maker, template[one], words) for one in ("title", "address", "text"))
    if maker.rng.random() < 0.25 and len(title) > 58:
        title = title[:55].rsplit(" ", 1)[0] + " ..."
    snippet = _snippet(maker, text, who, words)
    return {"person": person, "about": about.role == "me", "who": about.role, "kind": template["kind"], "title": title,
            "snippet": snippet, "address": address, "text": text}  # fmt: skip


def _snippet(maker: Maker, text: str, who: Identity, words: dict[str, str]) -> str:
    """What a search engine shows: the words about the name, or the page's beginning."""
    names = [words["full"], words["ini"], words["rev"], words["formerfull"], who.family]
    at = next((text.find(name) for name in names if name and name in text), 0)
    if maker.rng.random() < 0.22 and at < 150:
        at = 0
    start = max(0, at - maker.rng.randrange(20, 90))
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = start + maker.rng.randrange(130, 190)
    cut = text[start:end].rsplit(" ", 1)[0] if end < len(text) else text[start:]
    return f"{'... ' if start else ''}{cut}{' ...' if end < len(text) else ''}"


def _fill(maker: Maker, pattern: str, words: dict[str, str]) -> str:
    pattern = pattern.replace("||", "\x00")
    while found := re.search(r"\[([^\[\]]*\|[^\[\]]*)\]", pattern):
        pattern = pattern[: found.start()] + maker.pick(found[1].split("|")) + pattern[found.end() :]

    def put(match: re.Match[str]) -> str:
        key = match[1]
        if key == "num":
            return str(maker.rng.randrange(12, 980))
        if key == "n3":
            return f"{maker.rng.randrange(1000):03}"
        if key == "date":
            return f"{maker.rng.randrange(1, 29)} {maker.pick(['January', 'March', 'May', 'July', 'October'])} {maker.rng.randrange(2012, 2026)}"
        if key == "planref":
            return f"{maker.rng.randrange(18, 26)}/{maker.rng.randrange(100, 9999):05}/FUL"
        return words[key]

    return re.sub(r"\s+", " ", re.sub(r"\{(\w+)\}", put, pattern).replace("\x00", "|")).strip()


def _words(maker: Maker, who: Identity) -> dict[str, str]:
    rng, pools = maker.rng, maker.pools
    given, first = who.given, who.given.split()[0]
    short = who.known if who.known and rng.random() < 0.8 else NICKS.get(first, first) if rng.random() < 0.6 else first
    style = rng.random()
    used = given if style < 0.1 else short if style < 0.2 else first
    family = _written(maker, who.family)
    full = f"{_written(maker, used)} {family}"
    mates = [maker.mate() for _n in range(4)]
    hobbytown, _c = (who.town, who.county) if rng.random() < 0.65 else maker.away()
    employer, job = _employer(maker, who.employer), maker.pick(who.jobs)
    elsewhere, elsewhere2 = maker.away()[0], maker.away()[0]
    ini = maker.pick(
        [f"{first[0]} {family}", f"{first[0]}. {family}", f"{family} {first[0]}"]
        if who.role != "initial"
        else [f"{first[0]}. {family}", f"{first[0]} {family}"]
    )
    former = who.former
    words = {
        "full": full, "first": first, "First": first, "first2": maker.pick([first, short]), "short": short, "Last": family,
        "ini": ini, "rev": f"{family}, {used}", "upper": f"{who.family.upper()}, {given}", "town": who.town, "county": who.county,
        "place": maker.pick([who.town, f"{who.town}, {who.county}", f"{who.town}, {who.county}"]), "job": job,
        "Job": job[:1].upper() + job[1:], "employer": employer, "handle": who.handle, "email": who.email, "phone": who.phone,
        "phonemine": who.phone.replace(" ", maker.pick(["", " "])), "phone2": f"01632 960{rng.randrange(1000):03}",
        "slug": _slug(f"{first} {who.family}"), "slugflat": _ascii(f"{first}{who.family}"), "under": f"{first}_{who.family}".replace(" ", "_"),
        "lastslug": _slug(who.family), "Former": former, "formerfull": f"{first} {former}" if former else "",
        "formerslug": _slug(f"{first} {former}"), "club": f"{hobbytown} {maker.pick(pools['other']['hobbies'])}",
        "hobbytown": hobbytown, "hobbyslug": _slug(hobbytown), "hobby": maker.pick(["gardening", "steam", "knitting", "walking", "cycling"]),
        "paper": maker.pick(pools["other"]["papers"]), "elsewhere": elsewhere, "elsewhere2": elsewhere2, "title": maker.pick(["Mr", "Ms", "Mrs", "Dr", ""]),
        "year": str(rng.randrange(2009, 2026)), "age": str(rng.randrange(24, 63)), "age2": str(rng.randrange(24, 83)), "oldage": str(rng.randrange(71, 97)),
        "birth": str(rng.randrange(1960, 1999)), "oldbirth": str(rng.randrange(1925, 1949)), "pastbirth": str(rng.randrange(1790, 1890)), "pastdeath": str(rng.randrange(1891, 1950)),
        "census": maker.pick(["1851", "1881", "1911"]), "census2": maker.pick(["1 July 1916", "3 May 1917", "6 June 1944"]), "hex": f"{rng.randrange(16**6):06x}",
        "headline": maker.pick(HEADLINES), "companyname": maker.pick(COMPANIES), "bizname": maker.pick(SHOPS), "filler": FILLER,
        "townslug": _slug(who.town), "ehost": _slug(who.employer or "practice"), "jobslug": _slug(who.jobs[0]), "hobbyslug2": maker.pick(["allotments", "trains", "purl"]),
    }  # fmt: skip
    words |= {"clubhost": _slug(words["club"]), "paperslug": _slug(words["paper"])}
    for name, (mate_first, mate_last) in zip(("mate", "mate2", "mate3", "mate4"), mates, strict=True):
        words |= {name: f"{mate_first} {mate_last}", f"{name}first": mate_first, f"{name}last": mate_last,
                  f"{name}ini": f"{mate_first[0]} {mate_last}", f"{name}rev": f"{mate_last}, {mate_first}"}  # fmt: skip
    words |= {"mateslug": _slug(words["mate"]), "mateshort": mates[0][0], "matehandle": _ascii(words["mate"]) + "7"}
    return words | _rows(maker, who, words)


def _rows(maker: Maker, who: Identity, words: dict[str, str]) -> dict[str, str]:
    """Lists in which the person is one of many, each with a place or a club of their own."""
    rng = maker.rng

    def several(row, n: int = 6) -> list[str]:
        rows = [row(" ".join(maker.mate()), maker.away()[0], False) for _n in range(n)]
        rows.insert(rng.randrange(n), row(words["full"], who.town, True))
        return rows

    def club(town: str) -> str:
        return maker.pick([f"{town} Harriers", f"{town} AC", "Unattached", "", f"{town} Striders"])

    def time() -> str:
        return f"{rng.randrange(38, 75)}:{rng.randrange(60):02}"

    at = rng.randrange(8, 400)
    race = [
        f"{at + n} {row}"
        for n, row in enumerate(
            several(
                lambda name, town, _me: f"{name} {club(town)} {maker.pick(['F35', 'M40', 'FV45', 'SM', 'SF'])} {time()}"
            )
        )
    ]
    race2 = [
        f"{at + n} {row}"
        for n, row in enumerate(
            several(lambda name, town, _me: f"{time()} {name.upper()} ({maker.pick([town, 'U/A', town])})")
        )
    ]
    sign = several(
        lambda name, town, _me: (
            f"{name} ({town}) signed {maker.pick(['yesterday', 'last week', 'in May'])}: “{maker.pick(['We need it', 'Use it or lose it', 'My gran goes here'])}”"
        ),
        4,
    )
    team = several(lambda name, _town, _me: name, 8)
    towns = [maker.away() for _n in range(5)]
    rows = [f"{words['full']}, {town}, {county}" for town, county in towns]
    rows.insert(rng.randrange(5), f"{words['full']}, {who.town}, {who.county}")
    return {"race_rows": " ".join(race), "race_rows2": " ".join(race2), "sign_rows": ". ".join(sign), "team_rows": ", ".join(team),
            "directory_rows": ". ".join(rows)}  # fmt: skip


def _written(maker: Maker, name: str) -> str:
    """Marks and apostrophes are left out as often as not; now and then there is a slip of the finger."""
    chance = maker.rng.random()
    if chance < 0.4:
        name = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
        name = name.replace("’", maker.pick(["'", "", "’"]))
    if 0.4 < chance < 0.412 and len(name) > 6:
        at = maker.rng.randrange(2, len(name) - 2)
        name = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name


def _employer(maker: Maker, name: str) -> str:
    """Employers are shortened on some pages: “Harrowmere Council” is “the council”, “HC” or its full style elsewhere."""
    chance = maker.rng.random()
    if not name:
        return maker.pick(["private practice", "self-employed", "the clinic"])
    if chance < 0.75:
        return name
    if name.endswith(" Council"):
        core = name.removesuffix(" Council")
        return maker.pick(
            [f"{core} Borough Council", f"{core} County Council", "the council", f"{core} Metropolitan Borough Council"]
        )
    if "NHS Trust" in name:
        return name.replace("NHS Trust", maker.pick(["NHS Foundation Trust", "Partnership NHS Trust", "Trust"]))
    return maker.pick([name, name.split()[0], f"{name} Ltd", f"{name} Group"])


def _hand_made(one: list[str]) -> dict:
    person, about, who, title, address, snippet = one
    return {"person": person, "about": about == "me", "who": who, "kind": "by hand", "title": title, "snippet": snippet,
            "address": address, "text": snippet}  # fmt: skip


def _ascii(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]", "", apart.encode("ascii", "ignore").decode().lower())


def _slug(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", apart).strip("-")


if __name__ == "__main__":
    main()
