"""Records in, pages to read out."""

from footprint.reports.audit import audit_html
from footprint.reports.incident import Paper, Part, incident_html, incident_paper, incident_text, incident_word
from footprint.reports.pictures import pictures_html, screens

__all__ = [
    "Paper",
    "Part",
    "audit_html",
    "incident_html",
    "incident_paper",
    "incident_text",
    "incident_word",
    "pictures_html",
    "screens",
]
