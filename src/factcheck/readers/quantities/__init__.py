"""Quantities: every amount stated in a text, as a closed interval in a base unit."""

from factcheck.readers.quantities.reader import read_ordinals, read_quantities

__all__ = ["read_ordinals", "read_quantities"]
