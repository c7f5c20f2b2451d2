"""The screen of badges and documents: choose, see the real pages, save or print."""
