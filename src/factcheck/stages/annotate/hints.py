"""Where a sentence surely begins or does not, before anything is learned."""

from __future__ import annotations

from spacy.tokens import Doc

_CLOSING = frozenset(("”", '"', "’", "''"))


_DASHES = frozenset(("—", "–", "--", "-", "―"))
_IN_DATELINE = frozenset((",", "(", ")", ".", "/", "-", "’s", "'s", "of", "de", "el", "la", "al"))
_LONGEST = 14
"""Tokens in a dateline: "NEW YORK and MEXICO CITY, Feb. 27 (Reuters) -"."""


def dateline(words: list[str]) -> int:
    """How many words at the start of a line are its dateline, the dash included; 0 if it has none.

    A dateline names a place, in capitals or with a news agency in brackets, before a dash: "VIENNA (AP) —", "Lyon,
    March 3 —" needs the brackets or the capitals.
    """
    capitals = bracket = False
    for size, word in enumerate(words[:_LONGEST]):
        if word in _DASHES and size and (word != "-" or bracket):
            return size + 1 if (capitals or bracket) and size + 1 < len(words) else 0
        if word == "(":
            bracket = True
        elif size == 0 and len(word) > 2 and word.isupper() and word.isalpha():
            capitals = True
        elif not (word in _IN_DATELINE or word[0].isupper() or word.isdigit()):
            return 0
    return 0


def lines(doc: Doc) -> list[list[int]]:
    """The indices of the words of each line, white space left out."""
    found: list[list[int]] = [[]]
    for token in doc:
        if not token.is_space:
            found[-1].append(token.i)
        elif "\n" in token.text or "\r" in token.text:
            found.append([])
    return [tokens for tokens in found if tokens]


def _goes_on(text: str) -> bool:
    """Whether no sentence ends with this word or mark before a closing quotation mark."""
    return text == "," or text[-1].isalnum()


def sentence_hints(doc: Doc) -> list[bool | None]:
    """For each token: it begins a sentence, it does not, or None.

    A line break ends the sentence: paragraphs, headlines and bylines stand on lines of their own. White space never
    begins one, and neither does what follows a closing quotation mark that has a comma before it (the speaker comes
    next) or a word (a nickname, a title, a phrase set apart), or what follows a dateline.
    """
    hints: list[bool | None] = [None] * len(doc)
    broken = False
    for index, token in enumerate(doc):
        text = token.text
        if token.is_space:
            broken = broken or "\n" in text or "\r" in text
            hints[index] = False
        elif broken:
            hints[index] = True
            broken = False
        elif index > 1 and doc[index - 1].text in _CLOSING and _goes_on(doc[index - 2].text):
            hints[index] = False
    for tokens in lines(doc):
        size = dateline([doc[index].text for index in tokens[: _LONGEST + 1]])
        for index in tokens[1 : size + 1]:
            hints[index] = False
    return hints
