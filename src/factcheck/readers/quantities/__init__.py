"""Quantities: every amount stated in a text, as a closed interval in a base unit."""

from factcheck.readers.quantities.ordinals import Ordinal, read_ordinals
from factcheck.readers.quantities.reader import read_quantities

__all__ = ["Ordinal", "read_ordinals", "read_quantities"]
