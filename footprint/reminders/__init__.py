"""What comes back: reminders, how often each is due, and what changes in a life."""
