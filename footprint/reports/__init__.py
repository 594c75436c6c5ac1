"""Records in, pages to read out."""

from footprint.reports.audit import audit_html
from footprint.reports.pictures import pictures_html, screens

__all__ = ["audit_html", "pictures_html", "screens"]
