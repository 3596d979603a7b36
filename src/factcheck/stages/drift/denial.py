"""What turns a statement around: a negator, a denying word above it, or a construction that says it is not so (yet).

English denies in many ways, and a copy is free to choose another: "had not received a letter", "had received no
letter", "denied having received a letter". So a word that one side alone has under a negator is told only if the other
denies nothing in words of its own near the same place.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift import grammar
from factcheck.stages.drift.alike import affirmed
from factcheck.stages.drift.exceptions import excepted, only_from_then
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair

_REACH = 4
_STEPS = 3  # heads between a word and the denial above it
_PENDING = frozenset({"have", "be", "remain"})  # "has yet to be signed": it is not
_IF = frozenset({"if", "when", "after", "once", "in", "on", "at", "from", "as"})
_THEN = frozenset({"unless", "until", "till", "before"})
_BUT = frozenset({"but", "except", "save", "besides"})
_ONLY = frozenset({"only", "sole", "single", "just", "alone", "solely"})
_WHOLE = frozenset({"all", "every", "everyone", "everybody", "everything", "each"})
_SOME = frozenset({"some", "several", "many", "most", "few", "part", "partly", "only", "others", "certain"})
_FRONTED = frozenset({"even", "once", "until", "since", "a", "one"})  # "Not even for a day was he missed"
_HARDLY = ("little", "hardly", "barely", "scarcely")
_FREEING = frozenset({"rescue", "save"})  # from a burning hotel, which is there
_KEEPING_OUT = frozenset({"bar", "ban", "prohibit"})  # from a harbour, which is there too
_NON = ("non", "non-")
_LIKE = frozenset({"such", "comparable", "equal"})
_DUE = frozenset({"still", "must", "need", "due", "await", "pending", "remain"})
_BEFORE = frozenset({"before", "until", "till", "previously", "hitherto", "ever", "yet"})
_MORE, _MOST = frozenset({"JJR", "RBR"}), frozenset({"JJS", "RBS"})


def turned(view: View, words: tuple[Word, ...], place: int) -> list[int]:
    """Places of the words that turn the word at `place` around."""
    closed = lexicon.words()
    word = words[place]
    if _prefixed(word):
        return [place]
    if place and words[place - 1].norm in _NON:
        return [place - 1]
    if view.parsed:
        token = view.token(word)
        by_token = {other.token: k for k, other in enumerate(words)}
        found = {by_token[mark.i] for mark in _marks(token) if mark.i in by_token}
        denier = _denier(token)
        if denier is not None:
            found.add(by_token.get(denier.i, place))
        return sorted(found - {place})
    for back in range(1, _REACH + 1):
        k = place - back
        if k < 0 or words[k].text in ",;:.":
            break
        if words[k].norm in closed.negators:
            return [k]
        if words[k].content:
            break
    return []


def _marks(token: Token) -> Iterator[Token]:
    """The words beside a word that turn it around: "not", "without", "rather than", "protect from"."""
    if grammar.is_verb(token) or token.pos_ in ("ADJ", "NOUN", "ADV") or token.dep_ in ("root", "ROOT"):
        negator = grammar.negated(token)
        if negator is None:
            negator = _fronted(token)
        if negator is None:
            negator = _there_is_not(token)
        if negator is not None:
            yield negator
    if token.pos_ in ("VERB", "ADJ"):  # "little changed", "hardly touched"
        yield from _first(token.children, _HARDLY, ("advmod",))
    if token.pos_ != "NOUN" and token.tag_ != "VBG":
        return
    yield from _first(token.children, ("without",), ("case", "mark"))
    for than in _first(token.children, ("than",), ("case",)):  # "more a town than a city" is "not a city"
        above = _first((token.head, *token.head.children), ("more", "rather"))
        yield from (word for word in above if word.i + 1 != than.i or word.lower_ == "rather")
    yield from _first(token.children, ("rather",), ("cc",))  # "by talks rather than by force"
    averted = token.head.lemma_ in lexicon.words().averting  # "protect the men from poisoning": there is none
    if averted and (token.tag_ == "VBG" or token.head.lemma_ not in _FREEING | _KEEPING_OUT):
        yield from (token.head for _ in _first(token.children, ("from",), ("case", "mark")))


def _fronted(token: Token) -> Token | None:
    """The "not" that opens a sentence and denies its verb, whose helper then stands first: "Not once did he go"."""
    opening = [word for word in token.sent[:3] if not word.is_punct][:2]
    if [word.lower_ for word in opening[:1]] != ["not"] or opening[-1].lower_ not in _FRONTED:
        return None
    subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
    turned = subject is not None and any(
        child.dep_.startswith(("aux", "cop")) and opening[0].i < child.i < subject.i for child in token.children
    )
    return opening[0] if turned else None


def _there_is_not(token: Token) -> Token | None:
    """The negator of a "there is" of which a noun is the subject: "there were not enough boats"."""
    head = token.head
    there = token.dep_.startswith("nsubj") and any(child.dep_ == "expl" for child in head.children)
    return grammar.negated(head) if there and head.lemma_ == "be" else None


def _first(tokens: Iterable[Token], words: tuple[str, ...], relations: tuple[str, ...] = ()) -> Iterator[Token]:
    """The first of some tokens that is one of the words, in one of the relations if any are given."""
    found = (token for token in tokens if token.lower_ in words and (not relations or token.dep_ in relations))
    yield from islice(found, 1)


def raised(view: View, word: Word) -> bool:
    """Whether the denial of a word stands over the verb of opinion above it: "did not think it safe" is unsafe."""
    if not view.parsed:
        return False
    token = view.token(word)
    above = token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ in lexicon.words().opinion
    return above and grammar.negated(token.head) is not None


def _denier(token: Token) -> Token | None:
    """The word above a verb that says it is not done: "failed to", "denied that", "was unable to", "has yet to"."""
    closed, head = lexicon.words(), token.head
    if head.i == token.i:
        return None
    if token.dep_ == "xcomp" and head.lemma_ in _PENDING:
        return next((c for c in head.children if c.lower_ == "yet" and head.i < c.i < token.i), None)
    denied = (
        (token.dep_ == "xcomp" and head.lemma_ in closed.denying and _done(token))
        or (token.dep_ in ("ccomp", "advcl") and head.lemma_ == "deny" and token.i > head.i)
        or (token.dep_ in ("xcomp", "csubj", "ccomp", "advcl") and head.lower_ in closed.incapable and head.i < token.i)
    )
    if not denied or (token.dep_ == "advcl" and token.tag_ != "VBG" and not _gerund(token) and head.lemma_ == "deny"):
        return None
    negator = grammar.negated(head)
    return head if negator is None or negator.i == token.i else None  # "cannot avoid going" is going


def _done(token: Token) -> bool:
    """Whether a word tells of an act that may be left undone, and no state: "escaped unhurt" is unhurt."""
    return token.tag_ == "VBG" or grammar.infinitive(token) or _gerund(token)


def _gerund(token: Token) -> bool:
    """Whether a verb stands with "having" or "being" ("denied having been there")."""
    return any(child.dep_ in ("aux", "aux:pass") and child.tag_ == "VBG" for child in token.children)


def _prefixed(word: Word) -> bool:
    """Whether a word is another known word with a negative prefix ("uninterrupted")."""
    return any(
        word.norm.startswith(p) and len(word.norm) > len(p) + 4 and lexicon.known(word.norm[len(p) :])
        for p in ("un", "non", "dis")
    )


def answered(unit: Unit, pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether the side that has no negator over the pair denies the same in words of its own.

    A word of denial that no word of the other side renders is enough; one that is taken for the counterpart of some
    other word has to stand in the clause of the pair or above it.
    """
    denying, other, places = (unit.left, unit.right, left) if left else (unit.right, unit.left, right)
    if _conditional(denying, other) or _only(denying, other, places) or _by_then(denying, other):
        return True
    if _conditional(other, denying) or _lasting(denying, other) or _lasting(other, denying):
        return True
    if _out_of(other, pair.right if left else pair.left):
        return True
    if _not_all(denying, other, places) or _not_all(other, denying, range(len(other))):
        return True
    if _still_to_come(denying, other, places):
        return True
    if _firstly(denying, other) or only_from_then(unit, pair, bool(left)) or excepted(unit):
        return True
    if left:
        return _answers(unit.copy, unit.right, pair.right, dict(_counterparts(unit, True)), left) or _surpassed(
            unit.left, unit.right
        )
    return _answers(unit.original, unit.left, pair.left, dict(_counterparts(unit, False)), right) or _surpassed(
        unit.right, unit.left
    )


def _counterparts(unit: Unit, copy: bool) -> Iterator[tuple[int, tuple[int, bool, str]]]:
    """For each aligned word of one side: the place of its counterpart, whether that denies too, and how they pair."""
    for pair in unit.alignment.pairs:
        mine, other = (pair.right, pair.left) if copy else (pair.left, pair.right)
        yield mine, (other, denies((unit.left if copy else unit.right)[other]), pair.how)


def _answers(
    view: View, words: tuple[Word, ...], place: int, aligned: dict[int, tuple[int, bool, str]], negators: Sequence[int]
) -> bool:
    around = _around(view, words, place)
    for k, word in enumerate(words):
        other, denying, how = aligned.get(k, (-1, False, ""))
        if other in negators and how not in ("slot", "broader"):  # "nobody" is no "person"
            return True
        lacking = word.norm == "short" and k + 1 < len(words) and words[k + 1].norm == "of"
        if (lacking or (denies(word) and not _a_few(words, k))) and (
            other < 0 or other in negators or (not denying and k in around)
        ):
            return True
    return False


def _around(view: View, words: tuple[Word, ...], place: int) -> frozenset[int]:
    """Places of the words above a word, of their other dependents, and of its own clause."""
    if not view.parsed:
        return frozenset(range(max(0, place - _REACH), place + _REACH + 1))
    token = view.token(words[place])
    near = {t.i for t in token.subtree}
    for _ in range(_STEPS):
        token = token.head
        near |= {token.i, *(child.i for child in token.children)}
    return frozenset(k for k, word in enumerate(words) if word.token in near)


def denies(word: Word) -> bool:
    """Whether a word denies something: a negator, a verb or noun of denial, or an adjective with a negative prefix."""
    closed = lexicon.words()
    if word.norm in closed.denials or word.lemma in closed.denials:
        return True
    if word.norm.startswith(("non-", "ill-")) or (word.norm.startswith("un") and _negated(word.norm)):
        return True
    return any(lexicon.relations().opposite(form, rest) for form in (word.norm, word.lemma) for rest in affirmed(form))


def _negated(norm: str) -> bool:
    """Whether a word that begins with "un" is a known word denied ("unhurt"), and not "united" or "understand"."""
    return len(norm) > 5 and (lexicon.known(norm[2:]) or norm.endswith(("able", "ible")))


def _a_few(words: tuple[Word, ...], place: int) -> bool:
    """Whether an article before "few" or "little" makes it some."""
    return words[place].norm in ("few", "little") and place > 0 and words[place - 1].norm == "a"


def _conditional(denying: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether one side says "not unless" or "not until" where the other says "only if" or "only in"."""
    negative = any(word.norm in _THEN for word in denying)
    return negative and any(a.norm == "only" and b.norm in _IF for a, b in pairwise(other))


def _only(denying: tuple[Word, ...], other: tuple[Word, ...], negators: Sequence[int]) -> bool:
    """Whether one side says "nobody but" or "no other" where the other says "only"."""
    near = any(word.norm in _BUT for place in negators for word in denying[place : place + _REACH + 1])
    near = near or any(word.norm == "other" for place in negators for word in denying[place + 1 : place + 2])
    return near and any(word.norm in _ONLY for word in other)


def _not_all(denying: tuple[Word, ...], other: tuple[Word, ...], negators: Sequence[int]) -> bool:
    """Whether one side says "not all" where the other says of how many it is so."""
    whole = any(denying[k].norm == "not" and k + 1 < len(denying) and denying[k + 1].norm in _WHOLE for k in negators)
    return whole and any(word.norm in _SOME for word in other) and not any(word.norm in _WHOLE for word in other)


def _by_then(denying: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether one side says for how long it was not so, and the other until when: "not for six years", "until"."""
    lasted = any(a.norm == "for" and b.value is not None for a, b in pairwise(denying))
    return lasted and any(word.norm in _THEN for word in other) and not any(word.norm in _THEN for word in denying)


def _out_of(words: tuple[Word, ...], place: int) -> bool:
    """Whether "out of" stands before a word, which says that there is none: "out of work" has no work."""
    return place > 1 and [word.norm for word in words[place - 2 : place]] == ["out", "of"]


def _lasting(denying: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether one side says "not since" where the other says "last in"."""
    return any(word.norm == "since" for word in denying) and any(word.norm == "last" for word in other)


def _still_to_come(denying: tuple[Word, ...], other: tuple[Word, ...], negators: Sequence[int]) -> bool:
    """Whether one side says that it has yet to be done, and the other that it must still be."""
    return {denying[k].norm for k in negators} == {"yet"} and any(word.lemma in _DUE for word in other)


def _firstly(denying: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether one side says that nobody did before and the other that somebody is the first."""
    never = any(word.norm in _BEFORE for word in denying) and not any(word.norm == "first" for word in denying)
    return never and any(word.norm == "first" for word in other)


def _surpassed(denying: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether one side says that nothing is more so or like it and the other that it is most so ("no larger", "never
    such a flood", "the largest").
    """
    tags, others = {word.tag for word in denying}, {word.tag for word in other}
    compared = tags & _MORE or any(a.norm in _LIKE and b.norm != "as" for a, b in pairwise(denying))
    return bool(compared and others & _MOST and not tags & _MOST)
