"""From TOML text to strict records: the room’s own door to what every room reads by (`footprint.handwritten`)."""

from footprint.handwritten import LARGEST, Problem, decode, line_of, parse, read

__all__ = ["LARGEST", "Problem", "decode", "line_of", "parse", "read"]
