"""How case data is written in the UK: patterns only, each of bounded length; `third_party` says what they mean."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_FIGURES = r"(?:0?[1-9]|[12]\d|3[01]) ?[/.-] ?(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:19|20)?\d\d"
_ISO = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_SAID = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}[,.]?[ -](?:19|20)?\d\d"
_TURNED = rf"{_MONTH} (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d\d"
_DATE = rf"(?:{_FIGURES}|{_ISO}|{_SAID}|{_TURNED})(?!\d)"
_BORN = r"(?:d\.?o\.?b\.?|date of birth|birth ?date|born|b\.)"
BIRTH = re.compile(
    rf"(?<![\w’'-]){_BORN}(?: (?:is|was|on|in|given as|the)){{0,2}}\W{{0,4}}{_DATE}"
    rf"|(?<![\w-])aged? \d{{1,3}}[,;( ]{{1,3}}{_DATE}"
    rf"|(?<![\w/.-]){_DATE}[,;) (]{{1,3}}(?:aged? \d{{1,3}}|d\.?o\.?b)\b",
    re.IGNORECASE,
)
BARE_BIRTH = re.compile(
    r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19\d\d|200[0-3])(?![\d/-])"
    r"(?! (?:gig|party|match|game|photo|picture|poster|show|race|concert|issue|edition|post)\b)"
)
"""A date with nothing beside it: only from before most networks, since a later one is more often that of a post."""
DATED = re.compile(
    r"\b(?:from|dated|taken|posted|since|until|till|before|after|written|printed|published|issue(?: of)?|edition|on|to|"
    r"between|and|held|of|shared|uploaded|dates?)\W{0,3}\Z",
    re.IGNORECASE,
)
"""Before a bare date: it is that of a thing, not of a person."""

NHS = re.compile(r"(?<![\d+.,/#-])(?:\d{3} \d{3} \d{4}|\d{10})(?![\d/-])")
NHS_LABELLED = re.compile(
    r"\b(?:NHS|CHI|HSC|H&C)(?: ?(?:number|num|no\.?|nr|id|#))?(?: is| was)?\W{0,3}(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)",
    re.IGNORECASE,
)
NI = re.compile(
    r"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){3} ?[A-D](?![\w-])", re.IGNORECASE
)
OTHER_NUMBER = re.compile(
    r"\b(?:order|parcel|tracking|booking|invoice|ticket|serial|product|model|part|account|customer|barcode|isbn|item|"
    r"post|photo|video|listing|message|tweet|user|page|profile|phone|tel|telephone|mobile|ring|call|text|fax|whatsapp|"
    r"licen[cs]e|flight|registration|reg|receipt|voucher|code|sort code|card|charity|company|vat|seller)"
    r"(?: (?:me|us|them|him|her|number|num|id|no\.?|ref\.?|reference|code|on|at|is|was)){0,3}\W{0,4}\Z",
    re.IGNORECASE,
)
"""Before a number: it is that of a thing or a telephone."""

_TOKEN = r"(?=[A-Z/-]{0,8}\d)[A-Z]{0,5}[-/ ]?\d[\dA-Z/-]{0,14}"
_NUMBER = r"(?:id|i\.d\.|number|num|no\.?|nr\.?|ref\.?|reference|#)"
CASE = re.compile(
    rf"(?<![\w’'-])(?:"
    rf"(?:case|client|patient|court|social care|social work|person|child|service user|adult)(?: file)? {_NUMBER}"
    rf"(?: is| was)?[ :#]{{0,3}}{_TOKEN}"
    rf"|(?<!in )case (?:file )?(?!(?:19|20)\d\d\b)[A-Z]{{0,4}}[-/]?\d[\dA-Z/-]{{2,14}}"
    rf"|hospital {_NUMBER}(?: is| was)?[ :#]{{0,3}}{_TOKEN}"
    rf"|ward (?:{_NUMBER}[ :#]{{0,2}})?[A-Z]?\d{{1,3}}[A-Z]?"
    rf"|(?:mosaic|liquidlogic|carefirst|care first|frameworki|azeus|systmone)"
    rf"(?: (?:{_NUMBER}|record)[ :#]{{0,3}}| |: ?|#)(?=[A-Z]{{0,3}}\d{{4}})[A-Z]{{0,3}}\d{{4,10}}"
    rf"|(?:paris|rio|swift|eclipse) {_NUMBER}[ :#]{{0,3}}[A-Z]{{0,3}}\d{{4,10}}"
    rf"|(?:MRN|URN|UPN|CRN|HRN|(?-i:LAS|LCS|EHM|ICS))(?: {_NUMBER})?[ :#]{{0,3}}(?=[A-Z]?\d{{3}})[A-Z]?\d{{3,13}}[A-Z]?"
    rf")(?![\w/])",
    re.IGNORECASE,
)
NOT_A_CASE = re.compile(
    r"\b(?:ICO|Information Commissioner\w{0,3}|IPSO|Ofcom|Meta|Facebook|Instagram|Google|TikTok|LinkedIn|Twitter|"
    r"YouTube|WhatsApp|Snapchat|Microsoft|Apple|Bing|Reddit|network|help (?:centre|desk|team)|support team|customer|"
    r"order|parcel|ticket|complaint|removal|takedown|phone|camera|pencil|Action Fraud|bank)\b",
    re.IGNORECASE,
)
"""In the same sentence: the number is that of the person’s own report or complaint."""
NOT_A_WARD = re.compile(r"\b(?:polling|council\w{0,4}|elect\w{0,7}|candidates?|voters?|votes?|boundar\w{1,4})\b", re.I)

_WHO = (
    r"(?:client|service[- ]user|patient|supported person|looked[- ]after child|foster child|foster son|"
    r"foster daughter|care leaver)"
)
_CASEWORK = (
    r"(?:visit(?:ed|ing)?|support(?:ed|ing)?|care for|cared for|look(?:ed)? after|assess(?:ed)?|"
    r"am allocated|was allocated|have on my caseload|had on my caseload|see at work|saw at work)"
)
_WORK = r"work(?:ed|ing)? with"
_CLOSE = r"(?:family|boy|girl|child|young person|teenager)"
_THEM = r"(?:family|man|woman|lady|gentleman|boy|girl|child|mother|mum|father|dad|couple|young person|teenager)"
_I = r"(?:who |whom |that )?(?:I|we) (?:(?:used to|still|also|have|had|now) )?"
_GIVEN = r"(?-i:[A-Z][a-z]{1,20})"
SUPPORTED = re.compile(
    rf"(?<![\w’'-])(?:"
    rf"(?:my|our) (?:(?:new|old|former|ex|current|own)[ -])?{_WHO}(?![\w-])"
    r"(?! (?:meeting|lunch|event|list|base|portal|app|work|dad|mum|husband|wife|partner|friend|sister|brother)\b)"
    rf"(?:,? (?:is )?(?:called |named )?{_GIVEN})?"
    rf"|(?:one|two|three|some|both|any|several) of (?:my|our) {_WHO}s"
    rf"|an? (?:former |old |new )?{_WHO} of (?:mine|ours)"
    rf"|(?:a|an|the|this|that) {_WHO},? (?:called|named) {_GIVEN}"
    rf"|(?:an?|the|this|that) {_WHO} {_I}(?:{_CASEWORK}|{_WORK})"
    rf"|(?:the|this|that) {_THEM} {_I}{_CASEWORK}"
    rf"|(?:the|this|that) {_CLOSE} {_I}{_WORK}"
    rf"|(?:on|in) my caseload"
    rf"|(?:someone|somebody|person|adult|child|{_THEM}) {_I}(?:{_CASEWORK}|{_WORK}),? (?:is )?(?:called|named) {_GIVEN}"
    rf")(?![\w-])",
    re.IGNORECASE,
)

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?"
_NAME = r"[A-Z][a-z]{1,20}(?:[-’'][A-Z][a-z]{1,20})?"
_CHILD = (
    r"(?:eldest |youngest |elder |younger |oldest |little |foster |step[- ]?|grand){0,2}"
    r"(?:son|daughter|child|children|kids?|boys?|girls?|sons|daughters|baby|mother|mum|father|dad|husband|wife|partner|"
    r"carer|sister|brother|niece|nephew)"
)
_HELP = (
    r"(?:social worker|key ?worker|support worker|care worker|care plan|care package|foster carers?|placement|"
    r"discharge|needs assessment|care assessment|child protection plan|tenancy|advocate|case notes|case file)"
)
FAMILY = re.compile(
    rf"(?<![\w’'-])(?:"
    rf"{_TITLE} (?:{_NAME} )?(?P<name>{_NAME})[’']s? {_CHILD}"
    rf"|(?:the )?{_CHILD} of {_TITLE} (?:{_NAME} )?(?P<other>{_NAME})"
    rf"|(?:{_TITLE} )?(?:{_NAME} )?(?P<helped>{_NAME})[’']s? {_HELP}"
    rf")(?![\w-])"
)

_STRONG = r"(?:Road|Rd|Street|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Mews|Court)"
_WEAK = r"(?:Way|Place|Hill|Park|Green|Row|Rise|Walk|Square|View|St|Parade|Green)"
_STREET = r"(?:[A-Z][a-z’']{1,20} ){1,3}"
_AFTER = (
    r"(?!\w)(?! (?!in |and |with |where |is |was |since |near |by |on |for |until |to |but |has |because |from )[a-z])"
)
_HOUSE = r"(?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?,? "
ADDRESS = re.compile(
    rf"(?<![\w/.:-])(?:[Ff]lat \d{{1,4}}[A-Za-z]?,? )?{_HOUSE}{_STREET}{_STRONG}{_AFTER}"
    rf"|(?<=\bat ){_HOUSE}{_STREET}{_WEAK}{_AFTER}"
    rf"|\b[Ff]lat \d{{1,4}}[A-Za-z]?,? "
    rf"(?:{_HOUSE}{_STREET}{_WEAK}|[A-Z][a-z]{{2,20}} (?:House|Court|Point|Tower|Heights)){_AFTER}"
)
MONTH_FIRST = re.compile(rf"\A\d{{1,2}} {_MONTH}\b", re.IGNORECASE)
"""“12 May Street fair” is a day."""
_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G "
    "GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC "
    "WD WF WN WR WS WV YO ZE ZZ"
)
_AREA = "|".join(sorted(_AREAS.split(), key=len, reverse=True))
POSTCODE = re.compile(
    rf"(?<![\w/-])(?:{_AREA})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w/-])",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:editor|office|ltd|limited|plc|school|college|nursery|university|club|shop|caf[eé]|pub|church|chapel|hall|"
    r"library|council|newspaper|gazette|herald|company|studio|restaurant|headquarters|head office|write to|post it to|"
    r"station|gym|theatre|cinema|museum|hotel|surgery|charity|town hall|registered|po box|venue|concert|fair|party)\b",
    re.IGNORECASE,
)
"""In the same sentence before an address: it is that of a place anybody may know."""
MY_ADDRESS = re.compile(
    r"\b(?:my|our|mine)\b|\b(?:I|we)(?: (?:once|now|still|used to|do|did))? (?:live|lived|stay|stayed|grew up|moved)\b",
    re.IGNORECASE,
)
_MY_FAMILY = (
    r"\b(?:my|our) (?:own |late |dear |little |eldest |youngest )?"
    r"(?:son|daughter|child|kids?|children|baby|mum|mother|dad|father|partner|husband|wife|sister|brother|nan|gran\w{0,7}|"
    r"niece|nephew|aunt|uncle|cousin|twins?)(?:[’']s)? (?:\w{1,15} )?(?:is|was|are|were|dob|date|,)?\W{0,3}\Z"
)
MINE = re.compile(
    r"\b(?:my|our)(?: (?:own|real|full|exact))?\W{0,2}\Z"
    r"|\b(?:I was|I am|I’m|I'm|me,?|I have)(?: (?:in|on|also))?\W{0,3}\Z"
    rf"|{_MY_FAMILY}",
    re.IGNORECASE,
)
"""Before a date of birth or a number: the person’s own, or that of their family."""
MY_BIRTH = re.compile(r"\b(?:my|mine)\b|\bI (?:was|am)\b", re.IGNORECASE)
MY_NUMBER = re.compile(
    r"\b(?:my|mine)(?: own)?(?: (?:NHS|NI|National Insurance|number|no\.?|is|was)){0,4}\W{0,3}\Z", re.I
)
LINKS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?\n](?:\s|\Z)")
