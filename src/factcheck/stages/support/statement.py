"""A parsed text as its sentences with their words, amounts and times: all that is compared, in small frozen values."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.stem import stem
from factcheck.model.article import Article
from factcheck.model.parties import Parties
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.readers.dates import read_dates
from factcheck.readers.quantities import read_quantities
from factcheck.text import fold

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_REACH = 3  # heads up to which a denial is looked for
_MODALS = frozenset({"would", "could", "may", "might", "should", "must", "shall"})
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj", "parataxis", "obj", "nsubj", "cop", "aux"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; `head` is the place of its head in the sentence, its own for the root.

    `content` says that it carries meaning, `amount` is the number of the amount that it is a part of, and `denied` that
    an odd number of words turns it around ("not", "no", "failed to"). `real` says that it is told as what is or was so:
    no plan, fear, wish or condition. `person` says that it stands for one or more, as the pipeline reads it here.
    """

    place: int
    start: int
    end: int
    norm: str
    lemma: str
    stem: str
    pos: str
    dep: str
    head: int
    name: bool
    content: bool
    amount: int | None
    denied: bool
    real: bool
    person: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: `start` and `end` are its offsets in the text of `source`; `parties` says who does what there."""

    source: str
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    amounts: tuple[Quantity, ...]
    times: tuple[Time, ...]
    parties: Parties = field(default=Parties(), compare=False, repr=False)

    def children(self, place: int, *deps: str) -> tuple[Word, ...]:
        """The words that hang on a word, of some relations (by their part before a colon), in order."""
        return tuple(
            word for word in self.words if word.head == place and word.place != place and (not deps or word.dep in deps)
        )


def statements(doc: Doc, article: Article, parties: Parties | None = None) -> tuple[Statement, ...]:
    """The sentences of a parsed article, without its furniture, in order. Linear in the length of the text."""
    amounts = read_quantities(doc)
    times = read_dates(doc, article.published)
    entities = {token.i for entity in doc.ents for token in entity}
    made = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        start += len(sentence.text) - len(sentence.text.lstrip())
        if not sentence.text.strip() or any(mark.start <= start and end <= mark.end for mark in article.boilerplate):
            continue
        inside = tuple(item for item in amounts if start <= item.start and item.end <= end)
        when = tuple(item for item in times if start <= item.start and item.end <= end)
        made.append(
            Statement(
                article.id,
                start,
                end,
                sentence.text.strip(),
                _words(sentence, inside, entities),
                inside,
                when,
                parties or Parties(),
            )
        )
    return tuple(made)


def _words(sentence: Sentence, amounts: tuple[Quantity, ...], entities: set[int]) -> tuple[Word, ...]:
    closed = lexicon.words()
    tokens = [token for token in sentence if not token.is_space]
    at = {token.i: place for place, token in enumerate(tokens)}
    made = []
    for place, token in enumerate(tokens):
        norm = fold(token.text)
        lemma = fold(token.lemma_ or token.text)
        inside = next((n for n, a in enumerate(amounts) if a.start <= token.idx < a.end), None)
        name = token.pos_ == "PROPN" or (token.i in entities and token.text[:1].isupper())
        content = (
            token.pos_ in _CONTENT
            and inside is None
            and any(char.isalnum() for char in norm)
            and ((norm not in closed.function and lemma not in closed.function) or name)
        )
        made.append(
            Word(
                place,
                token.idx,
                token.idx + len(token.text),
                norm,
                lemma,
                stem(norm),
                token.pos_,
                token.dep_,
                at.get(token.head.i, place),
                name,
                content,
                inside,
                denied(token),
                real(token),
                token.has_extension("kind") and token._.kind == "person",
            )
        )
    return tuple(made)


def denied(token: Token) -> bool:
    """Whether an odd number of words turns a word around: "not", "no" on it, or a denying verb above it."""
    closed = lexicon.words()
    count = 0
    current = token
    for _ in range(_REACH):
        count += sum(
            1
            for child in current.children
            if child.lower_ in closed.negators and child.dep_ in ("advmod", "det", "cc:preconj", "cc", "case", "mark")
        )
        if current.dep_ in ("xcomp", "ccomp", "obj", "nsubj:pass") and current.head.lemma_.lower() in DENYING:
            count += current.dep_ == "xcomp" or current.head.lemma_.lower() in _OUTRIGHT
        if current.dep_ not in ("aux", "cop", "xcomp", "ccomp") or current.head.i == current.i:
            break
        current = current.head
    if token.dep_ in ("nsubj", "obj", "nsubj:pass") and token.pos_ in ("NOUN", "PRON"):
        return count % 2 == 1
    count += sum(
        1
        for child in token.children
        if child.dep_ in ("nsubj", "nsubj:pass", "obj")
        and (
            child.lower_ in ("nobody", "none", "nothing")
            or any(below.lower_ == "no" and below.dep_ == "det" for below in child.children)
        )
    )
    return count % 2 == 1


DENYING = frozenset({"fail", "refuse", "decline", "deny", "forget", "neglect", "stop", "avoid", "reject"})
_OUTRIGHT = frozenset({"deny"})


def real(token: Token) -> bool:
    """Whether a word is told as what is or was so: not under a modal, a condition, or a verb of aim, fear or wish."""
    closed = lexicon.words()
    current = token
    for _ in range(_REACH + 1):
        for child in current.children:
            if child.dep_ == "aux" and child.lower_ in _MODALS:
                return False
            if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                return False
        if current.head.i == current.i or current.dep_ not in _BELOW:
            return True
        head = current.head
        if current.dep_ in ("xcomp", "ccomp", "obj") and closed.hedges.get(head.lemma_.lower()) in _UNREAL:
            return False
        current = head
    return True


_UNREAL = frozenset({"possible", "feared", "intent", "believed", "seeming"})
