"""The agenda: rooms and times as a grid, and the forms behind it."""
