"""How a copy was made from its original, and which of two texts the copy is, by how their sentences are worded.

A spinning program keeps a sentence and puts a rarer word in the place of every third one. A machine that translates a
translation back spells names by ear. Who writes a sentence anew keeps names and moves words, as a good translation
does too: then it is not to be seen how the copy was made. Whoever shortens loses sentences, and a copy seldom tells
what its original does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.lexicon.drift import information, known, relations, words
from factcheck.lexicon.stem import stem
from factcheck.model.lineage import Derivation, Evidence
from factcheck.names import name_key
from factcheck.stages.lineage.evidence import Profile, Retelling, Sentence, written_words
from factcheck.text import fold

# Measured on pairs of texts whose origin is known (docs/lineage.md):
SWAPPED = 0.1  # of the telling words, one for one: spun texts have 0.13 and more, all others 0.06 and less
SHORT = 0.6  # of the original's words, under which a copy is a shortened one
_NEAR_NAME = 0.7  # similarity of two spellings of one name
_LONG_NAME = 4  # letters; of shorter names many are alike

# Bits for one of two texts being the original:
_A_SENTENCE_SHARE = 10.0  # that all of the other's sentences stand in it, and none of its own in the other
_LEAST_GAP, _LONGER = 0.08, 1.08  # a sentence cut in two or told freely is soon without a counterpart: words count too
_A_NAT = 0.75  # for each nat by which the words that were swapped in are rarer, at the mean
_FEWEST_SWAPPED = 5
_RESPELT = 2.0  # for each name that the other alone spells as no name is spelt
_MOST = 6.0  # by one sort of evidence
DECIDED = 1.0  # from here on the texts themselves show which is the copy

Swap = tuple[str, str]
"""A word of the one text, and what the other has in its place."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the sentences that one article tells again are worded in it.

    `swapped` holds the telling words with another one in their place, all around them kept, and `share` what part that
    is of the second text's telling words in these sentences; `respelt` the names, as in the first and in the second;
    `literal` the swaps of false friends ("former", "ancient"), which come of translating word by word.
    """

    swapped: tuple[Swap, ...]
    share: float
    respelt: tuple[Swap, ...]
    literal: tuple[Swap, ...]

    @property
    def rarer(self) -> float:
        """By how many nats the words that were swapped in are rarer than those they stand for, at the mean."""
        if not self.swapped:
            return 0.0
        return sum(information(put) - information(was) for was, put in self.swapped) / len(self.swapped)


@dataclass(frozen=True, slots=True)
class Lean:
    """One reason to take the first of two texts for the original (bits above 0) or the second (below 0)."""

    bits: float
    what: str


def wording(original: Profile, copy: Profile, told: Retelling) -> Wording:
    """How the sentences of `copy` that tell those of `original` again are worded.

    O(n) in the sentences; of each pair O(m^2) at worst in its words, of which there are 120 at most.
    """
    swapped: list[Swap] = []
    respelt: set[Swap] = set()
    telling = 0
    for first, second in told.matches:
        mine, theirs = (
            _words(item, s) for item, s in ((original, original.sentences[first]), (copy, copy.sentences[second]))
        )
        telling += sum(_is_telling(word) for word in theirs)
        swapped.extend(_swaps(mine, theirs))
        respelt.update(_respelt(mine, theirs))
    literal = tuple(sorted({swap for swap in swapped if _false_friends(*swap)}))
    return Wording(tuple(swapped), len(swapped) / telling if telling else 0.0, tuple(sorted(respelt)), literal)


def _false_friends(was: str, put: str) -> bool:
    """Whether one language has a single word for the two; in one number."""
    return frozenset((was.removesuffix("s"), put.removesuffix("s"))) in words().false_friends


def _words(item: Profile, sentence: Sentence) -> list[str]:
    return written_words(item.article.text[sentence.start : sentence.end])


def _is_telling(word: str) -> bool:
    return word.lower() not in words().function


def _swaps(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Swap]:
    """The words that stand one for one between words that both have; names and other forms of one word aside."""
    left, right = ([word.lower() for word in side] for side in (mine, theirs))
    for sort, start, end, there, stop in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if sort != "replace" or end - start != 1 or stop - there != 1:
            continue
        was, put = left[start], right[there]
        common = mine[start].islower() and theirs[there].islower()
        if common and _is_telling(was) and _is_telling(put) and stem(was) != stem(put):
            yield was, put


def _respelt(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Swap]:
    """Names that each side alone has, spelt nearly alike, one of them as no known word is; as they are written."""
    ours, others = _names(mine, theirs), _names(theirs, mine)
    for was in sorted(ours):
        for put in sorted(others):
            if _one_name(was, put) and not (known(was) and known(put)):
                yield ours[was], others[put]


def _names(side: Sequence[str], other: Sequence[str]) -> dict[str, str]:
    """The capitalised words beside the first that the other side lacks, folded, and as written without a possessive."""
    lacking = {word.lower() for word in other}
    found = {}
    for place, word in enumerate(side):
        written = word.removesuffix("'s").removesuffix("’s")
        folded = fold(written).replace("'", "").replace("’", "").replace("-", "")
        if place and word[:1].isupper() and folded not in lacking:
            found[folded] = written
    return found


def _one_name(was: str, put: str) -> bool:
    if was == put or min(len(was), len(put)) < _LONG_NAME or name_key(was) == name_key(put) or stem(was) == stem(put):
        return False
    if relations().related(was, put) or was.startswith(put) or put.startswith(was):
        return False
    return DamerauLevenshtein.normalized_similarity(was, put) >= _NEAR_NAME


def manner(made: Wording, *, verbatim: bool, length: float) -> Derivation:
    """How a copy without a credit line was made.

    Args:
        made: How its sentences are worded.
        verbatim: Whether long sequences of words are shared.
        length: Words of the copy, as a share of those of the original.
    """
    if made.share >= SWAPPED:
        return Derivation.SPUN
    if (made.respelt or made.literal) and not verbatim:
        return Derivation.TRANSLATED
    if length < SHORT:
        return Derivation.CONDENSED
    return Derivation.VERBATIM if verbatim else Derivation.UNKNOWN


def leans(left: Profile, right: Profile, told: tuple[Retelling, Retelling], made: Wording) -> tuple[Lean, ...]:
    """What in the texts themselves shows that `left` is the original (bits above 0), or `right` (below 0).

    Args:
        left: The one article.
        right: The other.
        told: How far `right` tells `left` again, and `left` `right`.
        made: How the sentences that `right` tells again are worded.
    """
    found = []
    ids = left.article.id, right.article.id
    gap = told[0].share - told[1].share
    more, less, share = (left, right, told[1].share) if gap > 0 else (right, left, told[0].share)
    if abs(gap) >= _LEAST_GAP and more.length >= _LONGER * less.length:
        what = f"{1 - share:.0%} of the sentences of {more.article.id} stand nowhere in {less.article.id}"
        found.append(Lean(_within(_A_SENTENCE_SHARE * gap), what))
    if len(made.swapped) >= _FEWEST_SWAPPED:
        rare = ids[1] if made.rarer > 0 else ids[0]
        was, put = max(made.swapped, key=lambda swap: (abs(information(swap[0]) - information(swap[1])), swap))
        what = f"where words stand for one another, those of {rare} are rarer ({was}, {put})"
        found.append(Lean(_within(_A_NAT * made.rarer), what))
    odd = [known(was.lower()) - known(put.lower()) for was, put in made.respelt]
    if sum(odd):
        shown = ", ".join(f"{was}, {put}" for was, put in made.respelt[:3])
        found.append(
            Lean(_within(_RESPELT * sum(odd)), f"names are misspelt in {ids[1] if sum(odd) > 0 else ids[0]} ({shown})")
        )
    return tuple(sorted(found, key=lambda lean: (-abs(lean.bits), lean.what)))


def worded(copy: Profile, made: Wording, how: Derivation) -> tuple[Evidence, ...]:
    """What shows how a copy was made; no evidence of the derivation itself, so that it weighs nothing."""
    if how is Derivation.SPUN:
        shown = ", ".join(f"{put} for {was}" for was, put in made.swapped[:4])
        return (
            Evidence(f"{made.share:.0%} of the words of {copy.article.id} stand one for one for others ({shown})", 0.0),
        )
    if how is Derivation.TRANSLATED:
        sorts = (("names are spelt as by ear", made.respelt), ("words are rendered one by one", made.literal))
        return tuple(
            Evidence(f"{what} ({', '.join(f'{was}, {put}' for was, put in swaps[:4])})", 0.0)
            for what, swaps in sorts
            if swaps
        )
    return ()


def _within(bits: float) -> float:
    return round(max(-_MOST, min(_MOST, bits)), 1)
