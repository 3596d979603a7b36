"""The failures that a user can mend: each names what is wrong and says what to do.

Every error here ends the run, or the reading of one article, with exit code 2. They pickle, so that a worker process
can send one back: all that a subclass needs goes through `FactcheckError.__init__`.
"""

from typing import ClassVar


class FactcheckError(Exception):
    """A failure that a user can mend: `message` names the input at fault, `tip` says what to do."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message, tip)  # both in args, so that a worker process can send it back
        self.message, self.tip = message, tip

    def __str__(self) -> str:
        return self.message


class ArticleError(FactcheckError):
    """An article that cannot be read: missing, not text, empty, or broken off."""


class ModelError(FactcheckError):
    """A language pipeline that is missing, damaged, or has other labels than Universal Dependencies."""


class SettingsError(FactcheckError):
    """A setting that has no meaning, or a combination of options that cannot be followed."""


class StoreError(FactcheckError):
    """A file of claims or of accepted findings that cannot be read or written."""
