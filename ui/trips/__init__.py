"""Trips: legs by day, travellers with their papers, money, contacts and warnings."""
