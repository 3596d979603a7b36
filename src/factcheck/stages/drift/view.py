"""What drift sees of a text: its words with their forms and weights, and its sentences.

The view takes what the Doc has and guesses what it lacks, so that the same code runs on a bare tokenizer, on a parsed
Doc, on one sentence and on a book.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Token

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.numerals import value_of
from factcheck.stages.drift.forms import base, stem
from factcheck.text import fold

_END = re.compile(r"[.!?]['\"”’)]*$")
_ABBREVIATION = re.compile(
    r"^(?:[A-Z]\.)+$|^(?:mr|mrs|ms|dr|gen|sen|rep|gov|st|jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|vs|inc|co|corp|ltd)\.$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets, forms, and how much it tells.

    `norm` is folded, `lemma` folded too, `stem` a crude root. `name` says that it is a part of a name, `value` its
    number if it
    is one. `weight` is its information in [0, 1]; function words and punctuation have little or none.
    """

    i: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str
    stem: str
    pos: str
    tag: str
    content: bool
    name: bool
    value: float | None
    weight: float
    token: int
    dep: str


@dataclass(frozen=True, slots=True)
class View:
    """A text as drift reads it. `sentences` are ranges of word indices, in order and without gaps between words."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    doc: Doc
    parsed: bool
    tagged: bool
    by_token: dict[int, int] = field(default_factory=dict)
    lemmas: frozenset[str] = frozenset()
    """Of all words."""

    def token(self, word: Word) -> Token:
        """The spaCy token of a word."""
        return self.doc[word.token]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words `first` to `last`, both included."""
        return self.words[first].start, self.words[last].end

    def sentence(self, place: int) -> tuple[int, int]:
        """Offsets of a sentence."""
        first, last = self.sentences[place]
        return self.span(first, last - 1)


def view(doc: Doc) -> View:
    """The view of a Doc, tagged and parsed or not. Linear in its length."""
    tagged = doc.has_annotation("TAG") or doc.has_annotation("POS")
    parsed = doc.has_annotation("DEP") and any(token.head.i != token.i for token in doc[:200])
    starts = _sentence_starts(doc)
    capitals = _capitals(doc, starts, tagged)
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    by_token: dict[int, int] = {}
    first = 0
    initial = True
    for token in doc:
        if len(words) > first and (token.i in starts or len(words) - first >= _LONGEST):
            sentences.append((first, len(words)))
            first = len(words)
        if token.i in starts:
            initial = True
        if token.is_space:
            continue
        norm = fold(token.text)
        norm = _CLITICS.get(norm, norm)
        by_token[token.i] = len(words)
        words.append(_word(token, norm, len(words), capitals.name(token, norm, initial), tagged, parsed))
        if _alphabetic(norm) or norm.isdigit():
            initial = False
    if len(words) > first:
        sentences.append((first, len(words)))
    lemmas = frozenset(word.lemma for word in words)
    return View(doc.text, tuple(words), tuple(sentences), doc, parsed, tagged, by_token, lemmas)


def _sentence_starts(doc: Doc) -> set[int]:
    """Tokens that begin a sentence, by the sentence splitter or else by the looks of the tokens."""
    if doc.has_annotation("SENT_START"):
        return {sent.start for sent in doc.sents}
    return {0} | {i for i in range(1, len(doc)) if _starts(doc, i)} if len(doc) else set()


def _word(token: Token, norm: str, place: int, name: bool, tagged: bool, parsed: bool) -> Word:
    """The word at a place of the view; `norm` is its folded form, and `name` says that it is a part of a name."""
    text = token.text
    digit = any(char.isdigit() for char in norm)
    value = value_of(norm)
    lemma = fold(token.lemma_) if tagged and token.lemma_ else base(norm)
    content = (_alphabetic(norm) and norm not in lexicon.words().function) or digit
    told = lexicon.information(norm)
    weight = 0.0
    if content:
        weight = min(max((told - 5.0) / 9.0, 0.15), 1.0)
        if name or value is not None or digit:
            weight = max(weight, 0.7)
    return Word(
        place,
        token.idx,
        token.idx + len(text),
        text,
        norm,
        lemma,
        stem(lemma),
        token.pos_ if tagged else "",
        token.tag_ if tagged else "",
        content,
        name,
        value,
        weight,
        token.i,
        token.dep_.lower() if parsed else "",
    )


def _alphabetic(norm: str) -> bool:
    return any(char.isalpha() for char in norm)


@dataclass(frozen=True, slots=True)
class _Capitals:
    """What the capitals of a text say about its names.

    `entities` are the tokens of recognised names, `titled` those of headlines in capitals, `plain` the folded words
    with a capital elsewhere, `lowered` says that the text has no capitals, `tagged` that its words have tags.
    """

    entities: frozenset[int]
    titled: frozenset[int]
    plain: frozenset[str]
    lowered: bool
    tagged: bool

    def name(self, token: Token, norm: str, initial: bool) -> bool:
        """Whether a token is a part of a name; `initial` says that no word of its sentence stands before it."""
        closed = lexicon.words().function
        capital = token.text[:1].isupper() and _alphabetic(norm)
        if initial and not self.tagged and capital and norm not in closed and not lexicon.known(norm):
            return True
        name = (
            token.i in self.entities
            or (self.tagged and token.pos_ == "PROPN")
            or (not self.tagged and capital and not initial and norm not in closed)
        )
        if name and token.i in self.titled and norm not in self.plain and lexicon.known(norm):
            return False
        return name and (self.lowered or not token.text.islower())


def _capitals(doc: Doc, starts: set[int], tagged: bool) -> _Capitals:
    letters = [token for token in doc if token.is_alpha]
    lowered = bool(letters) and not any(char.isupper() for token in letters[:400] for char in token.text)
    titled = frozenset(_titled(doc, starts))
    plain = {fold(t.text) for t in doc if t.i not in titled and t.text[:1].isupper()} if titled else set()
    entities = frozenset(token.i for ent in doc.ents for token in ent if ent.label_ in _NAMED)
    return _Capitals(entities, titled, frozenset(plain), lowered, tagged)


def _titled(doc: Doc, starts: set[int]) -> set[int]:
    """Tokens of headlines in which most words have a capital, so that it says nothing about names."""
    found: set[int] = set()
    bounds = [*sorted(starts), len(doc)]
    for start, end in pairwise(bounds):
        letters = [token for token in doc[start:end] if token.is_alpha]
        capital = sum(token.text[:1].isupper() for token in letters)
        if len(letters) >= 4 and capital >= 0.7 * len(letters):
            found.update(range(start, end))
    return found


_LONGEST = 200  # words: a longer stretch without an end is a list or a table, and is cut
_CLITICS = {
    "n't": "not",
    "nt": "not",
    "ca": "can",
    "wo": "will",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "an": "a",
}
_NAMED = frozenset(
    {"PER", "PERSON", "ORG", "LOC", "GPE", "FAC", "NORP", "MISC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)


def _starts(doc: Doc, i: int) -> bool:
    """Whether token `i` begins a sentence, judged by the token before it; used only without a sentence splitter."""
    before = doc[i - 1]
    if "\n" in before.text or "\n" in before.whitespace_:
        return True
    if doc[i].is_punct and not doc[i].text.startswith(("“", '"', "‘", "'", "(", "—", "-")):
        return False
    if not _END.search(before.text) and before.text not in ("”", '"', "’"):
        return False
    if before.text in ("”", '"', "’") and (i < 2 or not _END.search(doc[i - 2].text)):
        return False
    return not _ABBREVIATION.match(before.text) and not doc[i].text[:1].islower()
