"""Every question asked of the file, named as the question."""
