"""omission and addition: what one side says and the other has nowhere.

A stretch of words without a counterpart counts by what of it stands nowhere else in the other text: a name or a number
that is gone is a fact that is gone, a few plain words may be a tighter wording.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.amounts import figures
from factcheck.stages.drift.names import Names
from factcheck.stages.drift.unit import Difference, Range, Unit, joined, quote
from factcheck.stages.drift.view import View, Word

_TITLES = frozenset({"president", "minister", "senator", "judge", "secretary", "general", "king", "queen", "pope"})
_IF = frozenset({"if", "unless", "provided", "until"})
_WORDED: dict[tuple[float, str], str] = {
    (60, "minute"): "hour",
    (24, "hour"): "day",
    (7, "day"): "week",
    (14, "day"): "fortnight",
    (2, "week"): "fortnight",
    (3, "month"): "quarter",
    (12, "month"): "year",
    (52, "week"): "year",
    (10, "year"): "decade",
    (100, "year"): "century",
}
_PROVISO = re.compile(
    r"\b(?:if|unless|provided|(?:until|till)(?! \d)|should|depend\w*|condition\w*|otherwise|case|event|once|when"
    r"|without)\b",
    re.I,
)
_NO_FACTS = frozenset({"first", "once"})  # "once it was known", "not once", "was once a mill"
_BRIDGE = 6  # function words that a stretch may run over
_HEAVY = 2.4
_LIGHT = 1.1
_TOUCHED = 0.1  # share of a sentence up to which it is lost and not retold
_PARTIAL = 0.22  # share of a sentence that must be rendered for the rest to be an omission
_RENDERED = 0.45  # and for it to be a serious one


class Stock:
    """The lemmas, stems, numbers and names of a text, to ask whether a word of the other text stands anywhere in it."""

    def __init__(self, view: View, names: Names) -> None:
        self.names = names
        self.lemmas = frozenset(word.lemma for word in view.words if word.content)
        self.stems = frozenset(word.stem for word in view.words if word.content)
        self.values = frozenset(value for word in view.words for value in figures(word))
        groups: set[int] = set()
        for lemma in sorted(self.lemmas):
            groups |= lexicon.relations().synonyms.get(lemma, frozenset())
        self.senses = frozenset(groups)

    def has(self, word: Word) -> bool:
        """Whether the text has the word, its number, a form of it, or (of a name) a form of the name."""
        if word.value is not None:
            return word.value in self.values
        if word.name:
            return self.names.has(word) or word.lemma in self.lemmas
        return word.lemma in self.lemmas or word.stem in self.stems

    def knows(self, word: Word) -> bool:
        """Whether the text has the word or a synonym of it."""
        return self.has(word) or not lexicon.relations().synonyms.get(word.lemma, frozenset()).isdisjoint(self.senses)


def _facts(names: Names, words: Sequence[Word], other: Stock) -> list[Word]:
    """The names and numbers among some words.

    Zeros ("18:00"), "first", "once" and words that only make a name fuller are none.
    """
    return [
        word
        for word in words
        if (word.name and not names.lengthens(word, other.names))
        or (word.value is not None and word.value != 0 and word.norm not in _NO_FACTS)
    ]


def _worded(view: View, word: Word, other: Stock) -> bool:
    """Whether a number makes a length of time that the other text has a word for ("twelve months", "the year")."""
    after = view.words[word.i + 1] if word.i + 1 < len(view.words) else None
    name = _WORDED.get((word.value, after.lemma)) if word.value is not None and after is not None else None
    return name is not None and name in other.lemmas


def stretches(words: Sequence[Word], covered: frozenset[int]) -> list[list[Word]]:
    """Maximal stretches of content words without a counterpart; function words between them are passed over."""
    found: list[list[Word]] = []
    current: list[Word] = []
    gap = 0
    for word in words:
        if word.content and word.i not in covered:
            current.append(word)
            gap = 0
        elif word.content or word.text in ".;:!?":
            if current:
                found.append(current)
            current = []
        else:
            gap += 1
            if gap > _BRIDGE and current:
                found.append(current)
                current = []
    if current:
        found.append(current)
    return found


def lost_stretches(
    view: View,
    sentence: int,
    covered: frozenset[int],
    names: Names,
    other: Stock,
    shown: tuple[Range, ...],
    instead: dict[int, Range],
    copy: str,
) -> Iterator[Difference]:
    """Omissions inside a sentence of the original that has a counterpart, at `shown` in the copy.

    `names` are those of the original; `instead` has its words for which the copy has a vague one ("the move"), and
    where; `copy` is the text of the other side.
    """
    words = view.words[slice(*view.sentences[sentence])]
    kept = share(words, covered)
    for run in stretches(words, covered):
        run = _without_extensions(view, run, other)
        gone = [word for word in run if not other.has(word) and not _worded(view, word, other)]
        weight = sum(word.weight for word in gone)
        facts = _facts(names, gone, other)
        fuller = sum(word.weight for word in gone if word.name and word not in facts)
        clause = len(run) >= 4 and sum(word.weight for word in run) >= _HEAVY and _clausal(view, run)
        bound = _bound(view, run, covered) and not any(_PROVISO.search(copy, *span) for span in shown)
        strong = (bool(facts) and weight >= _LIGHT) or (weight - fuller >= _HEAVY and len(gone) >= 4) or clause
        if not (strong or bound) and (weight < _LIGHT or len(gone) < 2 or all(other.knows(word) for word in gone)):
            continue
        condition = bound or (weight >= _LIGHT and _dropped(view, run, covered, bool(facts)))
        if not condition and (kept < _PARTIAL or (kept < _RENDERED and not facts)):
            continue
        span = view.span(run[0].i, run[-1].i)
        at = tuple(instead[word.i] for word in run if word.i in instead) or shown
        severity = Severity.MAJOR if condition or (strong and kept >= _RENDERED) else Severity.MINOR
        marked = gone if len(gone) >= 2 else run
        rest = "The rest of the sentence is kept" if kept >= _RENDERED else "Other parts of the sentence are kept"
        told = f"{_list(gone)} stands nowhere in the copy" if gone else "the copy says it nowhere in this place"
        yield Difference(
            DriftType.OMISSION,
            severity,
            0.7 if facts else 0.6,
            f'"{quote(view, span)}" is left out',
            (f"{rest}; {told}.",),
            (span,),
            at,
            joined(marked, view.words),
        )


def unrendered(view: View, sentence: int, covered: frozenset[int]) -> bool:
    """Whether next to nothing of a sentence has a counterpart, though short texts are aligned as a whole."""
    return share(view.words[slice(*view.sentences[sentence])], covered) < _TOUCHED


def share(words: Sequence[Word], covered: frozenset[int]) -> float:
    """Share of the weight of some words that has a counterpart."""
    total = sum(word.weight for word in words)
    return sum(word.weight for word in words if word.i in covered) / total if total else 1.0


def _clausal(view: View, run: Sequence[Word]) -> bool:
    """Whether a stretch holds a clause of its own."""
    if not view.parsed:
        return False
    deps = {view.token(word).dep_ for word in run}
    return not deps.isdisjoint({"acl:relcl", "advcl", "acl", "parataxis", "ccomp"})


def _bound(view: View, run: Sequence[Word], covered: frozenset[int]) -> bool:
    """Whether a stretch has the verb of a condition of a kept statement, whose other words may stand elsewhere."""
    for word in run if view.parsed else ():
        token = view.token(word)
        if token.dep_ != "advcl" or view.by_token.get(token.head.i) not in covered:
            continue
        parts = (view.by_token.get(part.i) for part in token.subtree)
        if sum(place is not None and view.words[place].content for place in parts) < 2:
            continue  # "if you ask me", "if achieved"
        if any(c.lower_ in ("if", "unless") and not _conceded(c) for c in token.children):
            return True
    return False


def _conceded(mark: Token) -> bool:
    """Whether "even" or "as" before an "if" makes it no condition."""
    return mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as", "only")


def _dropped(view: View, run: Sequence[Word], covered: frozenset[int], facts: bool) -> bool:
    """Whether a stretch is a clause that is cut out of a statement that is kept, however long it is beside it.

    A condition, without which a promise reads as a fact; or a relative clause with a name or a number of its own.
    """
    if not view.parsed:
        return False
    for word in run:
        token = view.token(word)
        kept = view.by_token.get(token.head.i) in covered
        verb = view.by_token.get(token.head.head.i)
        if facts and kept and token.dep_ == "acl:relcl" and token.head.dep_.startswith("nsubj") and verb in covered:
            return True
        said = token.dep_ == "advcl" and kept
        if said and any(child.dep_ == "mark" and child.lower_ in _IF for child in token.children):
            return True
    return False


def _without_extensions(view: View, run: Sequence[Word], other: Stock) -> list[Word]:
    """A stretch without words that only lengthen a name which the other text has ("Chancellor Anna" before "Weber")."""
    kept = []
    for word in run:
        if word.name:
            near = [view.words[k] for k in range(max(0, word.i - 3), min(len(view.words), word.i + 4)) if k != word.i]
            if any(twin.name and other.names.has(twin) and _adjacent(view, word, twin) for twin in near):
                continue
        kept.append(word)
    return kept if any(word.content for word in kept) else []


def _adjacent(view: View, word: Word, twin: Word) -> bool:
    """Whether two words are parts of one person's name: only name words between, and neither a common word."""
    low, high = sorted((word.i, twin.i))
    if any(not view.words[k].name and view.words[k].norm not in ('"', "el", "la", "de") for k in range(low + 1, high)):
        return False
    person = {"PER", "PERSON"}
    if view.token(word).ent_type_ in person or view.token(twin).ent_type_ in person:
        return True
    return not lexicon.known(twin.norm) or word.norm in _TITLES


def added_stretches(
    view: View, sentence: int, covered: frozenset[int], names: Names, other: Stock, shown: tuple[Range, ...]
) -> Iterator[Difference]:
    """Additions inside a sentence of the copy that has a counterpart, at `shown` in the original.

    `names` are those of the copy.
    """
    words = view.words[slice(*view.sentences[sentence])]
    closed = lexicon.words()
    for run in stretches(words, covered):
        run = _without_extensions(view, run, other)
        new = [word for word in run if not other.has(word) and not _worded(view, word, other)]
        if new and all(
            word.norm in closed.outlets or word.lemma in closed.credits or word.norm in closed.credits for word in new
        ):
            continue
        facts = _facts(names, new, other)
        weight = sum(word.weight for word in new)
        superlative = len(new) >= 2 and any(word.tag in ("JJS", "RBS") for word in new)
        plain = weight < 1.8 or len(new) < 3 or all(other.knows(word) for word in new)
        novel = _claims_first(view, run)
        if not facts and not superlative and not novel and plain:
            continue
        span = view.span(run[0].i, run[-1].i)
        severity = Severity.MAJOR if (facts or novel) and share(words, covered) >= _PARTIAL else Severity.MINOR
        if novel and not facts:
            first = view.span(*novel)
            told = "The copy says that something is so for the first time; the original says so nowhere in this place."
            message = f'"{quote(view, first)}" is added'
            yield Difference(DriftType.ADDITION, severity, 0.5, message, (told,), shown, (first,), (), (first,))
            continue
        yield Difference(
            DriftType.ADDITION,
            severity,
            0.7 if facts else 0.5,
            f'"{quote(view, span)}" is added',
            (f"{_list(new or run)} stands nowhere in {'the original' if new else 'its sentences'}.",),
            shown,
            (span,),
            (),
            joined(new or run, view.words),
        )


def _claims_first(view: View, run: Sequence[Word]) -> Range | None:
    """First and last word of a phrase of a stretch which says that something is so for the first time."""
    for word in run:
        if word.norm == "first":
            after = [view.words[k].norm for k in range(word.i + 1, min(word.i + 2, len(view.words)))]
            before = [view.words[k].norm for k in range(max(0, word.i - 2), word.i)]
            if after == ["time"] and before == ["for", "the"]:
                return word.i - 2, word.i + 1
            if after == ["ever"]:
                return word.i, word.i + 1
    return None


def lost_sentence(view: View, sentence: int, other: Stock, kept_around: bool) -> Difference | None:
    """The omission of a whole sentence, or None if all that it says stands elsewhere in the copy.

    `kept_around`: both neighbour sentences are rendered, so that the gap is a choice and not the end of a shorter text.
    """
    words = [word for word in view.words[slice(*view.sentences[sentence])] if word.content]
    gone = [word for word in words if not other.has(word)]
    facts = [word for word in gone if word.name or word.value is not None]
    if sum(word.weight for word in gone) < _LIGHT:
        return None
    start, end = view.sentences[sentence]
    span = view.span(start, end - 1)
    severity = Severity.MAJOR if kept_around and facts else Severity.MINOR
    return Difference(
        DriftType.OMISSION,
        severity,
        0.7,
        f'The sentence "{quote(view, span)}" is left out',
        (f"No sentence of the copy renders it; {_list(gone)} stands nowhere in the copy.",),
        (span,),
        (),
        joined(gone, view.words),
    )


def added_sentence(view: View, sentence: int, other: Stock) -> Difference | None:
    """The addition of a whole sentence, or None if it has nothing that the original lacks."""
    words = [word for word in view.words[slice(*view.sentences[sentence])] if word.content]
    new = [word for word in words if not other.has(word)]
    if sum(word.weight for word in new) < _LIGHT or len(words) < 4:
        return None
    start, end = view.sentences[sentence]
    span = view.span(start, end - 1)
    return Difference(
        DriftType.ADDITION,
        Severity.MINOR,
        0.6,
        f'The sentence "{quote(view, span)}" is added',
        (f"It renders no sentence of the original; {_list(new)} stands nowhere in it.",),
        (),
        (span,),
        (),
        joined(new, view.words),
    )


def covered_words(units: Sequence[Unit], left: bool) -> frozenset[int]:
    """Indices of the words of one text that some unit aligns."""
    vague = lexicon.words().vague
    return frozenset(
        (unit.left[pair.left] if left else unit.right[pair.right]).i
        for unit in units
        for pair in unit.alignment.pairs
        if not (
            left
            and unit.right[pair.right].lemma in vague
            and unit.left[pair.left].lemma != unit.right[pair.right].lemma
        )
    )


def vague_words(units: Sequence[Unit]) -> dict[int, Range]:
    """Words of the original that the copy renders by a vague one, and where that stands."""
    vague = lexicon.words().vague
    found: dict[int, Range] = {}
    for unit in units:
        for pair in unit.alignment.pairs:
            word, other = unit.left[pair.left], unit.right[pair.right]
            if other.lemma in vague and word.lemma != other.lemma:
                found[word.i] = (other.start, other.end)
    return found


def _list(words: Sequence[Word]) -> str:
    shown = ", ".join(f'"{word.text}"' for word in words[:4])
    return shown + (f" and {len(words) - 4} more" if len(words) > 4 else "")
