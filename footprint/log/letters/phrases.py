"""Words that do not belong in a polite letter: patterns only; `checking` says why, and where they are allowed."""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


_NOT = r"(?:do not|don[’']t|will not|won[’']t|refuse|fail|cannot|can[’']t)"

RUDE = _any(
    r"idiots?", r"idiotic", r"stupid(?:ity)?", r"morons?", r"dumb", r"pathetic", r"disgusting", r"disgraceful",
    r"shameful", r"shame on you", r"how dare you", r"shut up", r"get lost", r"liars?", r"bastards?",
    r"hate you", r"sick of you", r"nasty", r"vile", r"evil", r"bull(?:y|ies)", r"creeps?", r"ridiculous",
    r"bloody", r"damn(?:ed)?", r"crap", r"shit\w*", r"f[u*]c?k\w*", r"arseholes?", r"bitch(?:es)?",
    r"what is wrong with you", r"what the hell",
)  # fmt: skip
SHOUTED = re.compile(r"\b[A-Z’']{2,}(?:[ ,]+[A-Z’']{2,}){2,}\b|!{2,}|!\?|\?!")
KIND = _any(
    r"thanks?(?: you)?", r"grateful", r"please", r"would you", r"could you", r"kind(?:ly)?", r"appreciate\w*", r"glad"
)
THREAT = _any(
    r"or else", r"otherwise,? (?:I|we)", r"unless you", r"you(?: will|[’']ll) (?:regret|be sorry|pay|hear from)",
    rf"if you {_NOT}[^.?!\n]{{0,90}}?\b(?:I|we)(?: will|[’']ll| shall| am going to)",
    r"I(?: will|[’']ll| shall| am going to) (?:report|expose|shame|sue|tell everyone|name you|make sure)",
    r"(?:last|final) (?:chance|warning|notice)", r"consequences", r"I(?: am|[’']m) warning you", r"I warn you",
    r"take (?:this|it|you) (?:further|to court)", r"I demand", r"you must", r"you had better", r"you[’']d better",
    r"I know where you (?:live|work)", r"legal action", r"action against you",
)  # fmt: skip
LAW = _any(
    r"solicitors?", r"lawyers?", r"barristers?", r"(?:county|crown|high) court",
    r"court (?:action|case|hearing|order|papers)", r"(?:go|going|take \w+|taken|see you) (?:to|in) court",
    r"tribunals?", r"su(?:e|ed|ing)", r"(?:il)?legal(?:ly)?", r"unlawful(?:ly)?", r"laws?", r"police", r"crimes?",
    r"criminal", r"offences?", r"(?:UK )?GDPR", r"data protection", r"Articles? \d+", r"\w+ Act (?:19|20)\d\d",
    r"libel\w*", r"slander\w*", r"defam\w+", r"harass\w+", r"(?:for|in) damages", r"compensation", r"ICO",
    r"Information Commissioner\w*", r"Ofcom", r"IPSO", r"Editors[’'] Code", r"copyright", r"my rights",
    r"regulators?",
)  # fmt: skip
MOTIVE = _any(
    r"on purpose", r"deliberate(?:ly)?", r"out of (?:spite|jealousy|malice|revenge|anger)", r"jealous\w*",
    r"malicious\w*", r"spiteful", r"you (?:clearly|obviously|just|only) (?:want|wanted|did|do|posted|wrote|meant)",
    r"you (?:want|wanted|meant|mean|tried|set out) to (?:hurt|harm|shame|upset|embarrass|humiliate|get at)",
    r"you (?:posted|wrote|did|said|shared|put) (?:it|this|that) (?:because|just to|only to|so that)",
    r"attention[- ]seek\w*", r"you were (?:drunk|angry|upset|bitter)", r"you are (?:bitter|mad|unwell|ill)",
)  # fmt: skip
WORK = _any(
    r"child protection", r"safeguarding", r"care orders?", r"care proceedings?", r"looked[- ]after",
    r"(?:social work|court|police) report", r"(?:the|that) hearing",
)  # fmt: skip
"""Words of the job, with nothing in them that tells who it is: that is for `third_party` to find."""
PHONE = re.compile(r"(?<![\d+])(?:\+44[ -]?|0)\(?\d{2,5}\)?(?:[ -]?\d){5,8}(?!\d)")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
GREETING = re.compile(r"\A\s*(?:hi|hello|hey|dear)\s+([^,\n:]{1,80})", re.IGNORECASE)
OFFICE = _any(
    r"teams?", r"office", r"council", r"school", r"nursery", r"college", r"club", r"ltd", r"limited", r"plc",
    r"editors?", r"newsroom", r"webmasters?", r"committee", r"moderators?", r"admins?", r"charity", r"trust",
    r"department", r"newspaper",
    r"(?:info|enquiries|office|hello|contact|admin|press|editor|support|privacy|dpo|webmaster)@[\w.-]+",
    r"data protection officer", r"sir or madam", r"whom it may concern",
)  # fmt: skip
HOME = _any(
    r"mum(?:my)?", r"dad(?:dy)?", r"nan(?:a|ny)?", r"gran(?:ny|dad|dma|dpa)?", r"aunt(?:ie|y)?", r"uncle", r"sis",
    r"bro", r"mate", r"darling",
    r"[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|aol|btinternet|sky|proton(?:mail)?)\.\w[\w.]*",
)  # fmt: skip
