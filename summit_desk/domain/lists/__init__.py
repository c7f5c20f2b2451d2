"""Lists of attendees as presets: what is on them, how they are grouped, printed and kept."""
