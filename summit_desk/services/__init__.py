"""Use cases: one public method is one thing a person does."""
