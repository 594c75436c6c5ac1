"""Password check: one password, and which accounts share one. Nothing typed here is kept."""
