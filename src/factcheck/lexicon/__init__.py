"""Word lists and tables as data files, each with a small typed loader beside it."""
