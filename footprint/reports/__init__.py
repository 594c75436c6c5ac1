"""Records in, pages to read out."""

from footprint.reports.audit import audit_html
from footprint.reports.contents import Contents, contents
from footprint.reports.full import Entry, Full, Inside, full
from footprint.reports.full_forms import full_html, full_pages, full_text, full_word
from footprint.reports.incident import incident_html, incident_paper, incident_text, incident_word
from footprint.reports.paper import Paper, Part
from footprint.reports.pictures import pictures_html, screens
from footprint.reports.redacted import Redacted, RedactedLine, redacted, redacted_html, redacted_text

__all__ = [
    "Contents",
    "Entry",
    "Full",
    "Inside",
    "Paper",
    "Part",
    "Redacted",
    "RedactedLine",
    "audit_html",
    "contents",
    "full",
    "full_html",
    "full_pages",
    "full_text",
    "full_word",
    "incident_html",
    "incident_paper",
    "incident_text",
    "incident_word",
    "pictures_html",
    "redacted",
    "redacted_html",
    "redacted_text",
    "screens",
]
