"""Signs that a faithful text seldom or never shows, told from its words alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.foreign import foreign
from factcheck.lexicon.numerals import value_of
from factcheck.lexicon.signs import Sign, facing, opposite
from factcheck.lexicon.stem import stem

_LATIN = 0x24F  # the last letter of Latin Extended-B
_LIKE = 0.8  # similarity of two spellings of one name ("Lindqvist", "Lindkvist")
_START = 4  # letters at the start of a word that tell its family ("Mexico", "Mexican")
_COMMON = 6.5  # nats: "take" and "give" are opposites of too much
_ARTICLES = frozenset({"a", "an", "the"})
_LOST = frozenset(
    {Sign.NUMBER, Sign.NEGATOR, Sign.GENDER, Sign.OPPOSITE, Sign.BROADER, Sign.NARROWER, Sign.NAME, Sign.CONTENT}
)
_GONE = _LOST - {Sign.GENDER, Sign.NAME}
_SMALL = [
    *(
        {"before", "after"},
        {"more", "less"},
        {"more", "fewer"},
        {"most", "least"},
        {"above", "below"},
        {"over", "under"},
    ),
    *({"inside", "outside"}, {"always", "never"}, {"often", "never"}, {"many", "few"}, {"all", "none"}),
    *({"with", "without"}, {"within", "outside"}),
]
_OPENING = frozenset('.!?"“:')  # a capital after one of these is no sign of a name


def signals(left: Sequence[str], right: Sequence[str]) -> int:
    """How many of these the words of a copy show against those of its original: another value than any of the
    original's where one of those is gone; a word for a person of the other sex only; a word that is not written in
    Latin letters where the original has none such.
    """
    values = [{value_of(word.lower()) for word in side} - {None} for side in (left, right)]
    sexes = [{lexicon.words().gender.get(word.lower()) for word in side} - {None} for side in (left, right)]
    foreign = [any(ord(char) > _LATIN and char.isalpha() for word in side for char in word) for side in (left, right)]
    return (
        bool(values[0] - values[1] and values[1] - values[0])
        + bool(sexes[0] and sexes[1] - sexes[0])
        + (foreign[1] and not foreign[0])
    )


def renamed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each text has a name that no word of the other is like. Other words for a body ("Bureau", "Office") are
    told so too: a tenth of faithful translations do it.
    """
    return any(_strays(left, right)) and any(_strays(right, left))


def negated(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether only the copy has a word that negates."""
    here, there = (any(_negator(word.lower()) for word in side) for side in (right, left))
    return here and not there


def opposed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a word of the copy that the original lacks is the opposite of one of the original that the copy lacks."""
    here, there = _missing(right, left), _missing(left, right)
    return any(
        {a, b} in _SMALL or (_telling(a) and _telling(b) and (opposite(a, b) or facing(a, b)))
        for a in here
        for b in there
    )


def untranslated(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the copy has a word that is no English, and that is like none of the original's."""
    starts = {word.lower()[:_START] for word in left}
    return any(word.islower() and word[:_START] not in starts and foreign(word) for word in right)


def skipped(left: Sequence[str], right: Sequence[str], marks: Sequence[Sign]) -> bool:
    """Whether the copy lacks a telling word whose two neighbours stand side by side in it, not both mere grammar.

    `marks` are the signs of the original's words.
    """
    function = lexicon.words().function
    known = [stem(word.lower()) for word in right if word.lower() not in _ARTICLES]
    beside = set(pairwise(["", *known, ""]))
    told = [(word.lower(), sign) for word, sign in zip(left, marks, strict=True) if word.lower() not in _ARTICLES]
    words = ["", *(word for word, _ in told), ""]
    for (before, after), (_, sign) in zip(zip(words[:-2], words[2:], strict=True), told, strict=True):
        plain = all(not each or each in function for each in (before, after))
        if sign in _GONE and not plain and (stem(before), stem(after)) in beside:
            return True
    return False


def lost(marks: Sequence[Sign]) -> int:
    """How many telling words of the original the copy has in no form and renders by no synonym that we know, by the
    signs of the original's words.
    """
    return sum(sign in _LOST for sign in marks)


def new_names(marks: Sequence[Sign]) -> int:
    """How many words with a capital the copy has that the original has in no form, by the signs of the copy's words."""
    return sum(sign is Sign.NAME for sign in marks)


def _missing(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words of one text, in lower case, of which the other has no form."""
    stems = {stem(word.lower()) for word in others}
    return [word.lower() for word in words if word[0].isalpha() and stem(word.lower()) not in stems]


def _telling(word: str) -> bool:
    return lexicon.information(word) > _COMMON


def _negator(word: str) -> bool:
    return word in lexicon.words().negators or word in ("t", "cannot")  # "t" is what is left of "n't"


def _strays(there: Sequence[str], here: Sequence[str]) -> Iterator[str]:
    """The names here that no word there is like: neither a form nor another spelling of one, nor short for it."""
    others = {word.lower() for word in there if word[0].isalpha()}
    stems = {stem(word) for word in others}
    initials = {word[0] for word in there if len(word) > 1 and word.isupper()}
    for before, word in pairwise(here):
        named = word.isalpha() and word[0].isupper() and len(word) > 1 and not word.isupper()
        if not named or before in _OPENING or word[0] in initials:
            continue
        lower = word.lower()
        if lower in others or stem(lower) in stems or lower in lexicon.words().function:
            continue
        if not any(_akin(lower, other) for other in others):
            yield word


def _akin(word: str, other: str) -> bool:
    if min(len(word), len(other)) >= _START and word[:_START] == other[:_START]:
        return True
    return JaroWinkler.similarity(word, other) > _LIKE
