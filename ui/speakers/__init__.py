"""The speakers: who is engaged, how far, and what is still missing from them."""
