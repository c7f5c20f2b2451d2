"""Summit Desk: the desk from which an association's secretariat runs a summit."""

__version__ = "0.1.0"
