"""Preflight: what is wrong with a summit before it begins, before anything is printed."""
