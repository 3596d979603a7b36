from collections.abc import Callable

import pytest

from factcheck.model.article import Article
from factcheck.stages import annotate
from factcheck.stages.drift import DriftResult, drift

Compare = Callable[[str, str], DriftResult]


@pytest.fixture(scope="session")
def compare() -> Compare:
    nlp = annotate.load("default")  # what users get; "fast" reads "the deputy shot" as a noun

    def run(original: str, copy: str) -> DriftResult:
        left, right = Article("original", original), Article("copy", copy)
        return drift(nlp(original), nlp(copy), left, right, encoder=annotate)

    return run
