"""The privacy checklists: the list of networks, the walk-through, the second visit and the page for the phone."""
