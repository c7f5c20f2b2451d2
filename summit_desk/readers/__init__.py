"""Files read in: bytes to plain tables, with positions for errors."""
