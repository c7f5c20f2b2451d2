"""Agenda sheets: what their rows say, and what they would change in an agenda."""
