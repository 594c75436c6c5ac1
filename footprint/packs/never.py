"""What no pack may touch, whoever signed it: help, the law, the person's own rights, and their private life.

Where there is no field for it a pack cannot touch it at all: “I need help now”, the helplines, the law, the ladder and
the letters' texts. These lists are for the fields there are.
"""

from __future__ import annotations

import re
import unicodedata

from footprint.wordlists import words

KEPT_STATEMENTS: frozenset[str] = words(
    "g04 g07 g10 "  # they are for the person's own safety, and for volunteers too
    "g19 g20 g21 g25 g26 g27 g28 "  # look at your settings, look for yourself, mind your passwords
    "g42 g43 g47 g51 "  # what is against the law, and people under 18
    "g53 g59 g60 g61 "  # the regulator's standards; the written record, which protects who made it
    "g62 g63 g64 g65 g66 "  # your own old posts, what others post, taking things down, the police
    "g68 g70 g72 g73 g74"  # private numbers stay private; tell somebody, at once, in writing
)
"""Statements that are neither hidden nor said in other words. A pack may put its own beside them."""

KEPT_LISTS: frozenset[str] = frozenset({"illegal-material", "under-18", "people-who-use-services"})
"""Checklists whose checks are neither hidden nor said in other words."""

SHOWN_LISTS: frozenset[str] = KEPT_LISTS | {"rules-and-standards"}
"""Checklists of which nothing is hidden."""

# In English and Welsh. Each begins a word: what no lens of an employer looks for. Short ones stand whole (`_WHOLE`).
_STEMS = {
    "politics": words(
        "conservatives tory tories liberal democrat lib-dem brexit ukip plaid cymru snp sinn-fein unionist election "
        "electoral voter voting referendum politic manifesto canvass petition protest activis left-wing right-wing "
        "socialis communis fascis anarchis feminis immigra palestin israel gwleidydd etholiad ceidwadwyr"
    ),
    "belief": words(
        "religio christian catholic protestant anglican methodis baptist evangelic quaker jehovah mormon muslim islam "
        "mosque jewish judais synagogue hindu sikh gurdwara buddhis atheis humanis pagan church chapel bible quran "
        "koran torah ramadan hijab prayer vicar imam rabbi pastor faith crefydd cristnog mwslim capel eglwys"
    ),
    "health": words(
        "depress anxiety suicid self-harm bipolar schizo psychos psychiat autis adhd dyslex dementia alzheimer cancer "
        "tumour diabet epilep hiv disab illness diagnos medicat antidepress therap counsell pregnan miscarr abortion "
        "menopaus fertility ivf surgery long-covid chronic-pain addict alcoholi rehab sick-leave sick-note iselder "
        "canser beichiog salwch"
    ),
    "sexuality": words(
        "sexual gay lesbian bisex transgender transsex gender nonbinary non-binary queer lgbt homosex coming-out "
        "cross-dress drag-queen grindr same-sex hoyw lesbiaidd rhywiol"
    ),
    "union": words(
        "union unison strike striking picket shop-steward walkout walk-out industrial-action collective-bargain "
        "work-to-rule whistle protected-disclosure tribunal grievance undeb streic"
    ),
}
_WHOLE = {
    "politics": words("labour llafur reform greens dup sdlp mp msp vote votes"),
    "belief": words("jew jews god allah jesus"),
    "health": words("ill sick gp"),
    "sexuality": words("trans bi sex pride"),
    "union": words("gmb unite rcn acas basw rep"),
}


def private_matter(name: str) -> str:
    """Which of the matters that no lens of an employer looks for this word or name is about; "" for none of them.

    Strict on purpose: a name that holds such a word is left out rather than a matter let in.
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    apart = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", "-", bare)  # as in #ProudMuslim
    text = re.sub(r"(?:[^\w'’]|_)+", "-", apart.casefold()).strip("-")
    for matter, stems in _STEMS.items():
        if any(re.search(rf"(?:^|-){re.escape(stem)}", text) for stem in stems):
            return matter
    pieces = text.split("-")
    for matter, whole in _WHOLE.items():
        if any(piece in whole for piece in pieces):
            return matter
    return ""
