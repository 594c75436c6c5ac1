"""The encrypted index of everything copies held: written in bulk, found again at once."""
