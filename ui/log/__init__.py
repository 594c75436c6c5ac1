"""“To remove”: what must go, who was asked, and what came of it."""
