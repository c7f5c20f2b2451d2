"""The kit: what two or more screens need; every screen imports from its modules."""
