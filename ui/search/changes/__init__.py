"""What changed between two times the person looked, and what pages about them show over time."""
