"""polarity: a denial on one side of which the other side has no word at all.

`polarity.py` compares words that render one another, and so hears no "not" over a verb that is told in other words on
the other side ("was paid by", "was not borne by"). But English that says the same without a negator has some word that
shuts out or turns round: another denial, an opposite, "only", "until", "instead", "too". Where the other side has
none of these, in a sentence of which half is kept, it affirms what the one denies.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.denial import denies
from factcheck.stages.drift.kept import share
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_LEAST = 0.5  # share of the telling words that both sides have
_PLAIN = frozenset({"not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "nowhere"})
# After a negator these make it no denial ("not only", "no doubt", "no sooner", "no later than").
_IDIOMS = frozenset(
    {"only", "just", "merely", "simply", "doubt", "matter", "less", "more", "later", "fewer", "sooner", "earlier"}
    | {"than", "longer", "wonder", "least", "notice", "effort", "stone", "such", "other", "question", "mention"}
    | {"even"}
)
# With one of these a sentence says without a negator that something is not so, or not yet.
_TURNING = frozenset(
    {
        "only",
        "sole",
        "solely",
        "just",
        "alone",
        "until",
        "till",
        "unless",
        "before",
        "instead",
        "rather",
        "but",
        "except",
    }
    | {"ever", "any", "anyone", "anything", "than", "too", "first", "last", "else", "yet", "beyond", "least", "less"}
    | {
        "shut",
        "close",
        "closed",
        "out",
        "away",
        "off",
        "keep",
        "missing",
        "save",
        "beside",
        "besides",
        "remain",
        "still",
    }
    | {"zero", "silent", "silence", "reluctance", "reluctant", "contrary", "otherwise", "opposite", "opposed", "far"}
    | {"break", "limit", "little", "few", "low", "end", "leave", "other", "hate", "lose", "ground", "stay", "bar"}
)
# With one of these that the other side lacks a denial says when, how much or of how many it is so: "not until May".
_BOUNDING = frozenset({"until", "till", "before", "unless", "enough", "such", "than", "all", "every", "danger", "risk"})
_TOP = frozenset({"JJS", "RBS"})  # "never a larger one", "the largest"
_AFTER = 3
_FEWEST = 5  # telling words without which a side says too little for what it lacks to tell anything


def unanswered_denials(unit: Unit, others: bool = False) -> Iterator[Difference]:
    """The first negator of a side, where no word of the other side turns anything round.

    `others` says that the copy tells of those that the number of the original leaves, of whom the opposite is right.
    """
    told = min(sum(word.content for word in words) for words in (unit.left, unit.right))
    if others or told < _FEWEST or share(unit) < _LEAST:
        return
    for words, rest, copy in ((unit.left, unit.right, False), (unit.right, unit.left, True)):
        if any(word.norm in _BOUNDING and not _has(rest, word) for word in words):
            continue
        if any(word.tag in _TOP or word.norm == "first" for word in rest):
            continue  # "never before", "the first"
        said = {word.norm for word in words} | {word.lemma for word in words}
        place = _denied(words, unit.to_left if copy else unit.to_right)
        if place is None or _opposed(words, rest) or sum(map(denies, words)) <= sum(map(denies, rest)):
            continue
        if any(_turns(word) and word.norm not in said and word.lemma not in said for word in rest):
            continue
        if any(a.norm == "yet" and b.norm == "to" for a, b in pairwise(rest)):
            continue  # "has yet to be signed"
        mark = unit.right_range([place]) if copy else unit.left_range([place])
        near = range(max(0, place - 2), min(len(words), place + _AFTER))
        shown = unit.right_range(near) if copy else unit.left_range(near)
        whole = unit.left_range(range(len(rest))) if copy else unit.right_range(range(len(rest)))
        yield Difference(
            DriftType.POLARITY,
            Severity.CRITICAL,
            0.7,
            f'"{words[place].text}" stands in the {"copy" if copy else "original"} alone',
            (f"Nothing in the {'original' if copy else 'copy'} denies anything.",),
            (whole,) if copy else (shown,),
            (shown,) if copy else (whole,),
            () if copy else (mark,),
            (mark,) if copy else (),
        )


def _denied(words: Sequence[Word], pairs: Container[int]) -> int | None:
    """The place of the first negator that the other side lacks, if none is turned round again ("not unlike", "did not
    fail").
    """
    first: int | None = None
    for k, word in enumerate(words):
        if word.norm not in _PLAIN or (k and words[k - 1].norm == "or"):  # "whether it is or not"
            continue
        after = words[k + 1 : k + 1 + _AFTER]
        if any(other.norm in _IDIOMS for other in after[:2]) or any(denies(other) for other in after):
            return None
        if first is None and k not in pairs:
            first = k
    return first


def _turns(word: Word) -> bool:
    return (
        word.norm in _TURNING
        or word.lemma in _TURNING
        or denies(word)
        or (word.norm.endswith("less") and len(word.norm) > len("unless"))
    )


def _has(words: Sequence[Word], word: Word) -> bool:
    return any(other.norm == word.norm for other in words)


def _opposed(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether the other side has an opposite of a word that is denied: "did not sink", "stayed afloat"."""
    table = lexicon.relations()
    return any(
        table.opposite(a.lemma, b.lemma)
        or table.opposite(a.norm, b.norm)
        or (a.pos == b.pos and table.faces(a.lemma, b.lemma, a.pos))
        for a in words
        if a.content
        for b in others
        if b.content
    )
