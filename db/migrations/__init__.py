"""Alembic migrations: one revision per schema version."""
