"""Lemmas as edit scripts: a task that the transformer learns beside the others (the shipped lemmas come from a
table).
"""

from __future__ import annotations

from factcheck.stages.annotate.wordfeatures import plain


def edit_script(word: str, lemma: str) -> str:
    """How to write `lemma` from `word`: a case mark, the number of final characters to drop, and what to add.

    "c" keeps the word's case, "l" lowers it; a lemma that shares less than half of the word is spelt out: "=be".
    """
    word = plain(word)
    for mark, base in (("l", word.lower()), ("c", word)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common and 2 * common >= min(len(base), len(lemma)):
            return f"{mark}{len(base) - common}{lemma[common:]}"
    return "=" + lemma
