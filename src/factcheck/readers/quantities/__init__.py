"""Quantities: every amount stated in a text, as a closed interval in a base unit."""

from factcheck.readers.quantities.arithmetic import Derived, as_rounded, derived
from factcheck.readers.quantities.ordinals import Ordinal, read_ordinals
from factcheck.readers.quantities.reader import read_quantities
from factcheck.readers.quantities.render import render

__all__ = ["Derived", "Ordinal", "as_rounded", "derived", "read_ordinals", "read_quantities", "render"]
