"""The preflight screen."""
