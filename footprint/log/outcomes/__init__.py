"""What came of it all, for the person alone: counts and kind words, no score and no shame."""

from footprint.log.outcomes.counting import Outcomes, outcomes
from footprint.log.outcomes.words import sentences

__all__ = ["Outcomes", "outcomes", "sentences"]
