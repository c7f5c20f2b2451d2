"""Written documents: PDF, xlsx, csv and iCalendar from domain values."""
