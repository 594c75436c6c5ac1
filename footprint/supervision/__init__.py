"""What a manager suggests, and what the person chooses to share: two halves that never send each other anything."""
