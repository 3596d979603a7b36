"""What an amount counts or measures, and whose it is: noun phrases around a number in the parsed sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar

_NOUNS = frozenset(("NOUN", "PROPN"))
_DROPPED = word_set("counted_dropped")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_PERIOD_NOUNS = word_set("counted_period_nouns")
_CASUALTIES = word_set("counted_casualties")
_WHEN = frozenset(["last", "next", "this", "each", "every", "earlier", "late", "early"])
_DAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow"]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found: `noun` is the counted phrase in lemmas, `tokens` its words; `concepts` are the words for what the
    amount belongs to; `whole` is what it is a part of, as text; `event` the lemma of the governing predicate."""

    noun: str | None = None
    tokens: tuple[Token, ...] = ()
    concepts: tuple[str, ...] = ()
    whole: str | None = None
    event: str | None = None
    last: int | None = None  # atom index where the counted phrase ends


def counted(grammar: Grammar, amount: Amount) -> Counted:
    """Find the thing counted or measured. Without a parse only the phrase right after the number is looked at."""
    token = grammar.token(amount.core[1])
    if token is None:
        return Counted()
    if not grammar.tagged or not grammar.parsed:
        return _spelled(grammar, amount)
    run: tuple[Token, ...] = ()
    whole = None
    at = amount.last + 1
    if amount.unit is None:
        run, whole = _phrase_after(grammar, amount)
    elif grammar.atoms[at].lower == "of":
        run = tuple(_without_determiner(grammar, at + 1))
    elif grammar.atoms[at].text in "-‐‑" or grammar.noun(at) or grammar.pos(at) == "ADJ":
        run = tuple(grammar.phrase(at + 1 if grammar.atoms[at].text in "-‐‑" else at))
    if amount.unit is None and not run and grammar.atoms[at].lower in _CASUALTIES:
        state = grammar.token(at)
        return Counted(noun="people", event=None if state is None else state.lemma_.lower())
    anchor = run[-1] if run else (grammar.token(amount.last) or token)
    predicate = _predicate(anchor)
    return Counted(
        noun=lemma_phrase(run) or None,
        tokens=run,
        whole=whole,
        event=predicate.lemma_.lower() if predicate is not None else None,
    )


def lemma_phrase(run: tuple[Token, ...]) -> str:
    """The lemmas of a noun phrase, without determiners, participles, words of quantity and possessors."""
    words: list[str] = []
    for token in run:
        if token.tag_ == "POS":
            words.clear()
        if token.pos_ not in _NOUNS and (token.pos_ != "ADJ" or token.lower_ in _DROPPED):
            continue
        words.append(token.lemma_.lower() if token.lemma_ else token.lower_)
    return " ".join(words)


def _spelled(grammar: Grammar, amount: Amount) -> Counted:
    atom = grammar.atoms[amount.last + 1]
    if amount.unit is None and atom.kind == "word" and grammar.plural(amount.last + 1):
        return Counted(noun=atom.lower.removesuffix("s"))
    if amount.unit is None and amount.value == 1 and not amount.ranged and atom.kind == "word" and atom.text.islower():
        return Counted(noun=atom.lower)
    return Counted()


def _phrase_after(grammar: Grammar, amount: Amount) -> tuple[tuple[Token, ...], str | None]:
    """The noun phrase after a count, and the whole of "28 of the 55"."""
    atoms = grammar.atoms
    at = amount.core[1] + 1
    if atoms[at].text in "-‐‑" and atoms[at].gap == 0:
        run = tuple(grammar.phrase(at + 1))
        return run[:1] if run and run[0].pos_ in _NOUNS else run, None  # "four-cylinder engine" has four cylinders
    while atoms[at].lower in (
        "more",
        "other",
        "others",
        "additional",
        "further",
        "such",
        "most",
        "or",
        "so",
        "new",
    ) and at < (amount.core[1] + 3):
        if atoms[at].lower in ("or", "so") and at > amount.last:
            break
        if atoms[at].lower in ("others", "new"):
            break
        at += 1
    if atoms[at].lower == "of":
        start = at + 1
        run = tuple(_without_determiner(grammar, start))
        owned = any(token.tag_ == "POS" for token in run) or grammar.tag(start) in ("PRP$", "PRP")
        text = None
        if run and (owned or grammar.pos(start) in ("DET", "NUM")):
            first = grammar.token(start)
            text = grammar.text[first.idx : run[-1].idx + len(run[-1])] if first is not None else None
        return run, text
    if atoms[at].kind == "digits" and len(atoms[at].text) == 4 and amount.high < 1000 and grammar.plural(at + 1):
        at += 1  # "nine 2004 options"
    run = tuple(grammar.phrase(at))
    return (() if _tells_when(run) else run), None


def _tells_when(run: tuple[Token, ...]) -> bool:
    """Whether a phrase after a number is a time: "2.1 last year", "killed 12 Monday"."""
    if not run:
        return False
    return (run[-1].lower_ in _PERIOD_NOUNS and run[0].lower_ in _WHEN) or run[0].lower_ in _DAYS


def _without_determiner(grammar: Grammar, at: int) -> tuple[Token, ...]:
    limit = at + 3
    while at < limit and (
        grammar.pos(at) in ("DET", "NUM") or grammar.tag(at) == "PRP$" or grammar.atoms[at].kind == "digits"
    ):
        at += 1
    return tuple(grammar.phrase(at))


def _predicate(token: Token) -> Token | None:
    """The verb, or the predicate of a copula, that governs a token."""
    for head in [token, *token.ancestors]:
        if head.pos_ == "VERB":
            return head
        if (
            head.pos_ in ("ADJ", "ADV", "NOUN")
            and head.i != token.i
            and any(c.dep_ in _SUBJECTS for c in head.children)
        ):
            return head
    return None
