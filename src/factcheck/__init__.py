"""factcheck: take news articles apart into claims, and see where they agree, conflict, and drift.

>>> import factcheck
>>> report = factcheck.reconcile(factcheck.read("seeds"))  # doctest: +SKIP
>>> print(factcheck.to_json(report))  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import (
        Article,
        compare,
        dates,
        drift,
        extract,
        pipeline,
        quantities,
        read,
        reconcile,
        to_json,
    )

__all__ = ["Article", "compare", "dates", "drift", "extract", "pipeline", "quantities", "read", "reconcile", "to_json"]


def __getattr__(name: str) -> Any:
    """Load the public functions on first use (PEP 562), so that `factcheck --help` need not."""
    if name == "__version__":
        from factcheck.flow.signature import program_version

        return program_version()
    if name in __all__:
        from factcheck import api

        value = globals()[name] = getattr(api, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
