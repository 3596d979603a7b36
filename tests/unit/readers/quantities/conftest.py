"""The reader on plain tokens, and on the shipped pipeline."""

from collections.abc import Callable
from functools import cache

import pytest
import spacy

from factcheck.model.quantity import Quantity
from factcheck.readers.quantities import read_quantities


@cache
def _pipeline() -> spacy.Language:
    from factcheck.stages.annotate import load

    return load()


@pytest.fixture(scope="session")
def read() -> Callable[[str], tuple[Quantity, ...]]:
    """Read a text without any annotation: what the number grammar alone gives."""
    nlp = spacy.blank("en")
    return lambda text: read_quantities(nlp(text))


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], tuple[Quantity, ...]]:
    """Read a text that the shipped pipeline has annotated."""
    from factcheck.stages.annotate import annotate

    return lambda text: read_quantities(annotate(text, _pipeline()))
