"""Records in, pages to read out."""

from footprint.reports.audit import audit_html

__all__ = ["audit_html"]
