"""Calendar files of a trip: what their events say, and what legs they make."""
