"""The screen of attendees: the list, one person's pane, and the form."""
