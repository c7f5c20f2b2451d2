"""Organisations and the bodies they are members of."""
