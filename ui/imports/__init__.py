"""The wizard that brings lists of attendees into the event."""
