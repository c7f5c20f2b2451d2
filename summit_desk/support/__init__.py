"""Paths, settings, logs, translations and the clock."""
