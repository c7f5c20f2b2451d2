"""The checks of an agenda, one small function for each thing that can be wrong."""
