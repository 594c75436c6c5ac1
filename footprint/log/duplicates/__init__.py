"""The same thing listed twice, and one picture in several places: found, shown together, and put into one."""

from footprint.log.duplicates.finding import Together, Why, best, duplicates
from footprint.log.duplicates.merging import merge
from footprint.log.duplicates.parting import parts_of, split
from footprint.log.duplicates.pictures import CLOSE, likeness, same_picture

__all__ = ["CLOSE", "Together", "Why", "best", "duplicates", "likeness", "merge", "parts_of", "same_picture", "split"]
