"""One person audits their own online presence; everything here works without a window."""

__version__ = "0.1.0"
