"""The place “Supervision summary”: what is shared, what is taken there, and what was given."""
