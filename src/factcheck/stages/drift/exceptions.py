"""What is denied up to a time, or of all but a few, and what that says of that time and of those few.

"Did not sink until the morning" says "sank only in the morning", "banned in all but two states" says "allowed in only
two states".
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_UNTIL, _BEFORE = frozenset({"until", "till"}), frozenset({"before"})
_BY = frozenset({"until", "till", "before", "by", "than", "ahead"})  # before a time: not at that time
_ONLY = frozenset({"only", "just", "solely"})
_EARLIEST = frozenset({"earliest", "earlier", "sooner", "soonest"})
_LASTING = frozenset({"be", "take"})  # "it was noon before", "it took an hour until"
_WHOLE = frozenset(
    {"all", "every", "each", "everyone", "everybody", "everything", "everywhere", "entire", "whole", "any"}
)
_BUT = frozenset({"but", "except", "excepting", "save", "bar", "barring", "besides", "exception"})
_EXCEPT = frozenset({"except", "excepting", "excluding", "barring"})
_INCLUDING = frozenset({"including", "included"})
_A_FEW = frozenset({"handful", "few", "dozen", "third", "quarter", "fifth", "tenth", "fraction", "minority", "couple"})
_ALIKE = frozenset({"same", "lemma", "form", "synonym"})
_NEAR = 4  # words from "only" to the time, from "until" to it, from "but" to who is excepted
_UP = 3  # heads from "until" to the verb


def only_from_then(unit: Unit, pair: Pair, left: bool) -> bool:
    """Whether the side that denies (`left`: the original) says not before some time, and the other not earlier.

    "Not until noon" tells that it was so at noon; "not before noon" does not, and needs an "only" or "at the earliest"
    on the other side.
    """
    words, others = (unit.left, unit.right) if left else (unit.right, unit.left)
    verb = pair.left if left else pair.right
    for k, word in enumerate(words):
        if word.norm not in _UNTIL | _BEFORE or not _over(unit, words, k, verb, left):
            continue
        found = [_there(unit, n, left) for n in range(k + 1, min(len(words), k + 1 + 2 * _NEAR))]
        places = [place for place in found if place is not None]
        if not places:
            continue
        before = [{other.norm for other in others[max(0, place - _NEAR) : place]} for place in places]
        if any(near & _ONLY for near in before) or any(other.norm in _EARLIEST for other in others):
            return True
        if _waited(others, places[0]) or (word.norm in _UNTIL and not before[0] & _BY):
            return True
    return False


def _over(unit: Unit, words: tuple[Word, ...], place: int, verb: int, left: bool) -> bool:
    """Whether the time after an "until" belongs to a verb."""
    view = unit.original if left else unit.copy
    if not view.parsed:
        return True
    token: Token = view.token(words[place])
    for _ in range(_UP):
        token = token.head
        if token.i == words[verb].token:
            return True
    return False


def _there(unit: Unit, place: int, left: bool) -> int | None:
    """Where the telling word at a place stands on the other side."""
    word = (unit.left if left else unit.right)[place]
    pair = (unit.to_right if left else unit.to_left).get(place)
    if pair is None or pair.how == "slot" or not word.content:
        return None
    return pair.right if left else pair.left


def _waited(words: tuple[Word, ...], place: int) -> bool:
    """Whether somebody waited until a time, or it was that time before something happened."""
    lemmas = [word.lemma for word in words]
    if "wait" in lemmas[:place]:
        return True
    later = {word.norm for word in words[place + 1 : place + 1 + _NEAR]}
    return bool(later & (_UNTIL | _BEFORE)) and any(
        lemma in _LASTING and lemmas[k] == "it" for k, lemma in enumerate(lemmas[1:place])
    )


def excepted(unit: Unit) -> bool:
    """Whether one side alone speaks of all but some, and the other of those."""
    return next(_exceptions(unit), None) is not None


def only_excepted(unit: Unit) -> tuple[int, int] | None:
    """Places, left and right, of those whom one side excepts from a whole and of whom alone the other says the same."""
    if contrary(unit):
        return None
    for place, other, left in _exceptions(unit):
        others = unit.right if left else unit.left
        at = other if left else place
        if any(word.norm in _ONLY for word in others[max(0, at - 2) : at]) and _one_act(unit, place, other):
            return place, other
    return None


def excepted_no_more(unit: Unit) -> tuple[int, int] | None:
    """Places, left and right, of what the original excepts from a statement and the copy makes that statement of:
    "open except on Sundays", "open on Sundays".
    """
    if not (unit.original.parsed and unit.copy.parsed) or contrary(unit) or any(map(_excludes, unit.right)):
        return None
    for k, word in enumerate(unit.left):
        if word.norm not in _EXCEPT:
            continue
        behind = range(k + 1, min(len(unit.left), k + 1 + _NEAR))
        place = next((j for j in behind if unit.left[j].content), None)
        pair = unit.to_right.get(place) if place is not None else None
        if place is None or pair is None or pair.how not in ("same", "lemma") or unit.left[place].value is not None:
            continue
        noun, other = unit.original.token(unit.left[place]), unit.copy.token(unit.right[pair.right])
        over = unit.to_left.get(unit.at_right.get(other.head.i, -1))
        above = {unit.at_left.get(token.i) for token in (noun.head, noun.head.head)}
        if over is not None and over.how in _ALIKE and over.left in above:
            return place, pair.right
    return None


def _excludes(word: Word) -> bool:
    """Whether a word keeps something out or says that something is not so."""
    closed = lexicon.words()
    known = closed.denials | closed.exclusive | _BUT
    return word.norm in known or word.lemma in known or word.norm.startswith(("un", "exclu", "exempt", "apart"))


def _one_act(unit: Unit, place: int, other: int) -> bool:
    """Whether the same is said of two words: some verb or adjective above the one renders one above the other."""
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    mine, theirs = (
        {token.i for token in view.token(words[k]).ancestors if token.pos_ in ("VERB", "ADJ")}
        for view, words, k in ((unit.original, unit.left, place), (unit.copy, unit.right, other))
    )
    return any(
        unit.left[pair.left].token in mine and unit.right[pair.right].token in theirs and pair.how in _ALIKE
        for pair in unit.alignment.pairs
    )


def _exceptions(unit: Unit) -> Iterator[tuple[int, int, bool]]:
    """Places, left and right, of those whom one side alone excepts from a whole, and whether that is the original."""
    sides = ((unit.left, unit.right, unit.to_right), (unit.right, unit.left, unit.to_left))
    for words, others, there in sides:
        if any(_exception(others, k) is not None for k in range(len(others))):
            continue
        if not _INCLUDING.isdisjoint(word.norm for word in others):
            continue
        for k in range(len(words)):
            place = _exception(words, k)
            pair = there.get(place) if place is not None else None
            if pair is None or pair.how == "slot":
                continue
            other = pair.right if words is unit.left else pair.left
            if _BUT.isdisjoint(word.norm for word in others[max(0, other - _NEAR) : other]):
                yield pair.left, pair.right, words is unit.left


def _exception(words: Sequence[Word], place: int) -> int | None:
    """The place of the number or the telling word of who is excepted, if an exception to a whole opens at `place`."""
    if words[place].norm not in _BUT:
        return None
    whole = any(word.norm in _WHOLE for word in words[max(0, place - 2 * _NEAR) : place])
    if not whole and words[place].norm not in _EXCEPT:
        return None
    after = [word.norm for word in words[place + 1 : place + 3]]
    if words[place - 1].norm == "all" and after[:1] == ["a"] and _A_FEW.isdisjoint(after):
        return None  # "all but an obsession" is nearly one
    behind = range(place + 1, min(len(words), place + 1 + _NEAR))
    first = next((k for k in behind if words[k].content or words[k].value is not None), None)
    if first is None or not (words[first].value is not None or words[first].name or words[first].pos in ("NOUN", "")):
        return None  # "all but certain"
    return first


def contrary(unit: Unit) -> bool:
    """Whether the two sides say the opposite of one another, by a word or by a negator."""
    closed = lexicon.words()
    denied = [sum(word.norm in closed.negators for word in words) % 2 for words in (unit.left, unit.right)]
    if denied[0] != denied[1] or any(pair.how == "antonym" for pair in unit.alignment.pairs):
        return True
    mine, theirs = ({word.norm for word in words} for words in (unit.left, unit.right))
    return any(closed.small_opposites.get(word, frozenset()) & (theirs - mine) for word in mine - theirs)
