"""Who attended: figures of every check-in point, how long people stayed, who did not come."""
