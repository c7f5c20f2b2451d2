"""Frozen values, rules, verdicts, errors: no input, no output."""
