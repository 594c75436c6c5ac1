"""What sites write where something is not there any more, and where they want something first.

Patterns of our own, each one phrase as pages of the kind use it, folded: no capitals, one blank between words.
"""

from __future__ import annotations

import re

_GONE = (
    r"(page|post|photo|video|profile|listing|article|item|account|comment|content|thread|topic|member|entry|ad|advert"
    r"|story|image|file|document|record|review|user|url|address|link|album|event|group)"
    r"( \w+){0,4}? (could not|couldnt|cannot|can not|cant) be (found|displayed|shown|located)",
    r"(page|post|photo|video|profile|listing|article|item|account|comment|content|thread|topic|member|entry|ad|advert"
    r"|story|image|file|document|record|review|user|album|event|group)"
    r"( \w+){0,4}? (does(n.?t| not)|no longer) exists?",
    r"(is|are|was|be) no longer (available|here|online|live|listed|public|published|active|with us|on this site)",
    r"no longer (available|exists?|online|listed|published)",
    r"(is|are)(n.?t| not) available( right now| any ?more| at the moment| here| to view)?",
    r"(is|are|was|were) not available (right now|any ?more|to view)",
    r"(currently|temporarily )?unavailable",
    r"(page|post|photo|video|profile|file|content|item|listing|article|user|member|document|entry|url|topic|thread)"
    r"( was| is)? not found",
    r"not found",
    r"^(error )?(404|410)\b",
    r"\b(404|410)( error)?$",
    r"\berror (404|410)\b",
    r"nothing (to see )?(was )?(found )?here",
    r"nothing found",
    r"we (can(no|.)?t|could(n.?t| not)|are unable to|were unable to) find (that|the|this|what|a |any)",
    r"(has|have|had|was|were|been) (been )?(permanently )?(removed|deleted|taken down|withdrawn|unpublished|archived"
    r"|closed|deactivated|suspended|hidden|expired)",
    r"(removed|deleted|withdrawn|taken down) by (its|the|their) (author|owner|poster|user|moderators?|administrators?"
    r"|editors?)",
    r"(listing|advert|ad|entry|post|event|offer) (has )?(expired|ended|closed)",
    r"you followed a (broken|dead|bad) link",
    r"(link|page|address)( you (followed|clicked|want|asked for|requested))? (may be|is|might be|was) (broken|wrong"
    r"|gone|missing|out of date)",
    r"(that|this) page is gone",
    r"(does(n.?t| not)) exist( any ?more)?",
    r"(no|zero) (such|matching) (page|user|profile|member|post|article|record|entry|person|file)",
    r"gone for good",
    r"^no (page|user|profile|member|post|article|record|entry|results?|person) (for|with|called|named|match(es|ing))",
    r"(went|gone) for a walk|nothing (at|under) this address|was not located|account (is )?suspended",
    r"(seite|konto|beitrag) (wurde )?nicht gefunden",
    r"nicht mehr verf.gbar",
    r"page (introuvable|non trouv.e)",
    r"n.?(est plus|existe (plus|pas))( disponible)?",
    r"p.gina no encontrada",
    r"tudalen heb ei chanfod",
    r"methu dod o hyd",
)
GONE = re.compile("|".join(f"(?:{one})" for one in _GONE))

SIGN_IN = re.compile(
    r"(log|sign) ?in (to|or|with|for|here|using|now)|please (log|sign) in|(log|sign) in$|^(log|sign) ?in\b"
    r"|(must|need to|have to) (be (logged|signed) in|log in|sign in|join|register|have an account)"
    r"|create (an|a free) account|join (now|us|free|today) to|members? only|for members|subscribers? only"
    r"|subscribe to (read|continue|see)|this (account|profile|page|group|forum|content) is private"
    r"|password protected|enter (the|your) password|(need|needs|requires?|without) an account|(log|sign) in as"
    r"|subscribe (now|today|for)|(register|sign up) (now|today|for free|to (see|read|view|continue))|not public"
    r"|(visible|available|open) (only )?to (members|friends|followers|subscribers)|friends only"
)
CONSENT = re.compile(
    r"before you continue|we (value|care about|respect) your privacy|(accept|agree to)( all| our)? cookies"
    r"|cookie (consent|settings|choices)|your privacy choices|(are you|confirm (that )?you are) (over|at least|18)"
    r"|age (check|verification)|verify your age|(we|this site) uses? cookies|cookies? (notice|preferences|policy)"
    r"|privacy (notice|preferences)|choose which (ones|cookies)"
    r"|consent to continue|manage (your )?(consent|choices)"
)
CHALLENGE = re.compile(
    r"just a moment|checking (your browser|if the site)|verify(ing)? (that )?you are (a )?human|are you a robot"
    r"|not a robot|unusual (traffic|activity)|attention required|access (to this page has been )?denied"
    r"|(complete|solve) the (captcha|challenge)|enable javascript and cookies to continue|ddos protection"
    r"|security check|you have been blocked|request (was )?(blocked|unsuccessful)|pardon our interruption"
    r"|too many requests|bot (check|detection|protection)|one more step"
    r"|(are|is|confirm|prove) (that )?(you|this) (are |is )?(a )?"
    r"(real )?(human|person|visitor)|(needs|need) to be verified|press and hold|(access|content) (is )?restricted"
    r"|(not available|blocked|restricted) in your (region|country|area|location)|vpn"
)
# Marks in the source of pages that ask for a proof; ordinary pages carry some of them, so few words must go with them.
CHALLENGE_MARKS = (
    "cf-chl", "challenge-platform", "px-captcha", "datadome", "anomaly-modal", "ddos-guard", "_incapsula_resource",
    "challenge-form", "g-recaptcha", "h-captcha", "cf-turnstile", "awswafintegration",
)  # fmt: skip
SCRIPTS_NEEDED = re.compile(
    r"(enable|turn on|requires?|needs?|without|activate) (your )?javascript"
    r"|javascript (is )?(required|disabled|off|must)"
)
TROUBLE = re.compile(
    r"(down|closed) for maintenance|under maintenance|back (soon|shortly)|internal server error|service unavailable"
    r"|bad gateway|gateway time.?out|temporarily (down|offline|unavailable)|scheduled maintenance|over capacity"
    r"|database (connection )?error|error establishing|something went wrong|technical (difficulties|problems?|error)"
    r"|try again (later|in a)|come back later|overloaded|high (traffic|demand|load)|offline for|too busy"
    r"|(we|the site) will be (right )?back|upgrades? in progress|unexpected error"
)
