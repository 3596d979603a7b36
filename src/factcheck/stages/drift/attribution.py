"""attribution_change: a statement loses its source, gains one, or is put into another mouth."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.names import Names, related_names
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair
from factcheck.text import fold

_SAY = frozenset(
    {"say", "tell", "report", "add", "claim", "state", "announce", "allege", "argue", "according", "testify", "write"}
)
_STATED = 5  # words between quotation marks from which they are a statement and not a word held at arm's length
_NAMING = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod", "nmod:poss", "appos", "case"})
_ALIKE = frozenset({"same", "lemma", "form", "derived", "synonym", "spelling"})
_SHORT = 8  # words of a source that is quoted in full
_QUOTES = frozenset({'"', "“", "”", "``", "''"})


def attribution_changes(unit: Unit, original: Names) -> Iterator[Difference]:
    """Sources of one unit that are lost or changed."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    if unit.score < 0.45:
        return
    left, right = sources(unit.original, unit.left), sources(unit.copy, unit.right)
    if left and not right:
        if any(_cue(word) and not _kept(unit, k, left) for k, word in enumerate(unit.right)):
            return
        first, last = unit.original.sentences[unit.parents[0]]
        for places in [p for p in left if first <= unit.left[p[0]].i < last][:1]:
            if sum(place in unit.to_right for place in places if unit.left[place].content) > 1:
                continue
            if _quoted(unit) or _holds(unit, places[0]) or _named_beside(unit, places[0]):
                continue
            span = _phrase(unit, places)
            yield Difference(
                DriftType.ATTRIBUTION_CHANGE,
                Severity.MAJOR,
                0.6,
                f'The source "{unit.original.text[span[0] : span[1]]}" is lost',
                ("The original says who says so; the sentence of the copy states it in its own voice.",),
                (span,),
                (unit.right_range(range(len(unit.right))),),
                (span,),
            )
    yield from _other_speakers(unit, left, right)
    yield from _other_kind(unit, left, right)
    for places in left:
        for others in right:
            a, b = unit.left[places[0]], unit.right[others[0]]
            pair = unit.to_right.get(places[0])
            if not (a.name and b.name) or (pair is not None and pair.how != "slot"):
                continue
            if any(word.norm == b.norm for word in unit.left):
                continue
            if related_names(a.norm, b.norm) or b.norm not in original.norms or len(left) > 1 or len(right) > 1:
                continue
            yield _another(unit, places, others, a.text, b.text)


def _another(unit: Unit, places: list[int], others: list[int], mine: str, theirs: str) -> Difference:
    """The finding that one speaker of the original and another of the copy say the same."""
    span, other = unit.left_range(places), unit.right_range(others)
    return Difference(
        DriftType.ATTRIBUTION_CHANGE,
        Severity.CRITICAL,
        0.6,
        f"{mine} says it in the original, {theirs} in the copy",
        ("The statement is kept and its speaker is another.",),
        (span,),
        (other,),
        (span,),
        (other,),
    )


def _cue(word: Word) -> bool:
    cues = lexicon.words().cues
    return word.lemma in cues or word.norm in cues


def _kept(unit: Unit, place: int, left: list[list[int]]) -> bool:
    """Whether a word of the copy is one that the original has too, outside its sources ("hold", "find", "show").

    In a quotation it is no witness: who is quoted may stand in the next sentence.
    """
    pair = unit.to_left.get(place)
    if any(word.text in _QUOTES for word in unit.right):
        return False
    if unit.right[place].lemma in _SAY and not _same_speaker(unit, pair):
        return False
    return pair is not None and pair.how in ("same", "lemma") and not any(pair.left in places for places in left)


def _same_speaker(unit: Unit, pair: Pair | None) -> bool:
    """Whether the same one says something in a statement of both sides: "parents say that he told the class that"."""
    if pair is None:
        return False
    verbs = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    mine, theirs = ({c.lemma_ for c in verb.children if c.dep_.startswith("nsubj")} for verb in verbs)
    return bool(mine & theirs)


def _quoted(unit: Unit) -> bool:
    """Whether the copy has the statement between quotation marks, or in a quotation that goes on."""
    marks = [k for k, word in enumerate(unit.right) if word.text in _QUOTES]
    return len(marks) % 2 == 1 or any(b - a > _STATED for a, b in pairwise(marks))


def _holds(unit: Unit, head: int) -> bool:
    """Whether the copy makes the source the subject of what is thought ("said they expected", "expect")."""
    pair = unit.to_right.get(head)
    if pair is None or pair.how == "slot":
        return False
    token = unit.copy.token(unit.right[pair.right])
    return token.dep_ == "nsubj" and token.head.lemma_ in lexicon.words().cues


def _named_beside(unit: Unit, head: int) -> bool:
    """Whether the sentence of the copy before or after names the source and that it says something.

    A quotation is often split around its source, and one source often serves several sentences.
    """
    first, last = min(unit.children), max(unit.children)
    source = unit.left[head]
    for k in (first - 1, last + 1):
        if 0 <= k < len(unit.copy.sentences):
            words = unit.copy.words[slice(*unit.copy.sentences[k])]
            if any(word.norm == source.norm for word in words) and any(_cue(word) for word in words):
                return True
    return False


def _phrase(unit: Unit, places: list[int]) -> tuple[int, int]:
    """Offsets of a source with its cue: its whole noun phrase if that is short, else the name or noun at its head."""
    head = unit.original.token(unit.left[places[0]])
    parts = {token.i for token in head.subtree}
    if len(parts) > _SHORT:
        parts = {head.i, *(child.i for child in head.children if child.dep_ in _NAMING)}
        parts |= {c.i for t in head.children if t.i in parts for c in t.children if c.dep_ in _NAMING}
    at = {word.token: k for k, word in enumerate(unit.left) if any(char.isalnum() for char in word.text)}
    return unit.left_range([*places, *(at[part] for part in parts if part in at)])


def _other_speakers(unit: Unit, left: list[list[int]], right: list[list[int]]) -> Iterator[Difference]:
    """Statements whose verbs render one another and which persons of other names make.

    A text of several sentences may name both, as when two speakers change places.
    """
    for places in left:
        for others in right:
            a, b = unit.original.token(unit.left[places[0]]), unit.copy.token(unit.right[others[0]])
            said = _said(unit.original.token(unit.left[places[1]]))
            told = _said(unit.copy.token(unit.right[others[1]]))
            pair = next((p for p in unit.alignment.pairs if said and unit.left[p.left].token == said.i), None)
            if told is None or pair is None or pair.how == "slot" or pair.right != unit.at_right.get(told.i):
                continue
            mine, theirs = _person(a), _person(b)
            if not mine or not theirs or any(related_names(x, y) or misspelt(x, y) for x in mine for y in theirs):
                continue
            yield _another(unit, places, others, a.text, b.text)


def _other_kind(unit: Unit, left: list[list[int]], right: list[list[int]]) -> Iterator[Difference]:
    """The only source of a unit, replaced by one of another kind: "the council", "the police"; "a lawyer", "a judge".

    Words for whoever speaks ("officials", "a spokesman") stand for any office.
    """
    if len(left) != 1 or len(right) != 1:
        return
    a, b = unit.left[left[0][0]], unit.right[right[0][0]]
    closed, relations = lexicon.words(), lexicon.relations()
    pair = unit.to_right.get(left[0][0])
    if a.name or b.name or {a.lemma, b.lemma} & closed.spokes or a.pos != "NOUN" or b.pos != "NOUN":
        return
    one, other = a.lemma.lower(), b.lemma.lower()
    if (pair is not None and pair.how in _ALIKE) or one == other:
        return
    if any(word.norm == b.norm for word in unit.left) or any(word.norm == a.norm for word in unit.right):
        return
    if relations.synonymous(one, other) or relations.above(one, other) or relations.above(other, one):
        return
    span, its = unit.left_range(left[0]), unit.right_range(right[0])
    yield Difference(
        DriftType.ATTRIBUTION_CHANGE,
        Severity.MAJOR,
        0.6,
        f'The source "{a.text}" has become "{b.text}"',
        ("The statement is kept and its source is another.",),
        (span,),
        (its,),
        (unit.left_range(left[0][:1]),),
        (unit.right_range(right[0][:1]),),
    )


def _said(cue: Token) -> Token | None:
    """The verb of what is said."""
    return next((child for child in cue.children if child.dep_ in ("ccomp", "parataxis")), None)


def _person(head: Token) -> tuple[str, ...]:
    """The folded words of the name of a speaker, or of the one in apposition; empty if no person is named."""
    for token in (head, *(child for child in head.children if child.dep_ == "appos")):
        if token.pos_ == "PROPN" and token.ent_type_ in ("PER", "PERSON"):
            return tuple(fold(part.text) for part in (token, *token.children) if part.ent_type_ == token.ent_type_)
    return ()


def sources(view: View, words: tuple[Word, ...]) -> list[list[int]]:
    """Places of the words of each source phrase among `words`, head of the source first, then the cue."""
    places = {word.token: k for k, word in enumerate(words)}
    found: list[list[int]] = []
    for k, word in enumerate(words):
        token = view.token(word)
        if word.norm == "according":
            head: Token | None = (
                token.head
                if token.dep_ in ("case", "fixed")
                else next((c for c in token.children if c.dep_ == "obl"), None)
            )
        elif token.lemma_ in _SAY and token.pos_ == "VERB":
            if not any(c.dep_ in ("ccomp", "parataxis") for c in token.children) and token.dep_ not in ("parataxis",):
                continue
            head = next((c for c in token.children if c.dep_ == "nsubj"), None)
        else:
            continue
        if head is None or head.i not in places or not _speaks(head):
            continue
        found.append([places[head.i], k])
    return found


def _speaks(head: Token) -> bool:
    """Whether a noun can be the source of a statement: a name, or a word for a person, a body or a record."""
    if head.pos_ == "PROPN" or head.ent_type_:
        return True
    above = lexicon.relations().broader.get(head.lemma_.lower(), frozenset())
    closed = lexicon.words()
    return head.lemma_.lower() in closed.records | closed.parties or not above.isdisjoint(_SPEAKERS)


_SPEAKERS = frozenset({"person", "organization", "institution", "authority", "people", "worker", "leader"})
_SPEAKERS |= {"being", "adult", "professional", "educator", "scholar", "relative"}
