"""The check-in screen and the full-screen station at the door."""
