"""Benchmarks: our figure and the floor measured in the same run, told as a ratio."""
