"""Documents as frozen values: everything that a paper or a sheet shows, ready to be written."""
