"""Lists of a delegation: who travels, with which passport, and what that changes in a trip."""
