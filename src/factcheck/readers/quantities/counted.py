"""What an amount counts or measures, and whose it is: noun phrases around a number in the parsed sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.readers.quantities.amounts import Amount
from factcheck.readers.quantities.grammar import Grammar

_NOUNS = frozenset(("NOUN", "PROPN"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON", "X"))
_KEPT = frozenset(("NOUN", "PROPN", "ADJ", "X"))
_LEFT = frozenset(("compound", "amod", "flat", "nmod:poss", "nmod", "nummod", "nmod:unmarked", "fixed", "obl:tmod", "nmod:tmod"))
_DROPPED = frozenset("other more additional further total combined such same own many most least last next first respective "
                     "overall whole entire some few several various certain only".split())
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_PERIOD_NOUNS = frozenset("year month week day quarter today yesterday tomorrow century decade morning evening night".split())
_WHEN = frozenset("last next this each every earlier late early".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split())
_EMPTY = frozenset("it they he she we i you this that these those which who whom what there one".split())


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
    if not grammar.tagged or not grammar.doc.has_annotation("DEP"):
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
    anchor = run[-1] if run else (grammar.token(amount.last) or token)
    predicate = _predicate(anchor)
    concepts = _concepts(grammar, amount, run, anchor)
    return Counted(
        noun=lemma_phrase(run) or None,
        tokens=run,
        concepts=concepts,
        whole=whole,
        event=predicate.lemma_.lower() if predicate is not None else None,
    )


def lemma_phrase(run: tuple[Token, ...]) -> str:
    """The lemmas of a noun phrase, without determiners, participles and words of quantity."""
    words = []
    for token in run:
        if token.pos_ not in _NOUNS and (token.pos_ != "ADJ" or token.lower_ in _DROPPED):
            continue
        words.append(token.lemma_.lower() if token.lemma_ else token.lower_)
    return " ".join(words)


def _spelled(grammar: Grammar, amount: Amount) -> Counted:
    atom = grammar.atoms[amount.last + 1]
    if amount.unit is None and atom.kind == "word" and grammar.plural(amount.last + 1):
        return Counted(noun=atom.lower.removesuffix("s"))
    return Counted()


def _phrase_after(grammar: Grammar, amount: Amount) -> tuple[tuple[Token, ...], str | None]:
    """The noun phrase after a count, and the whole of "28 of the 55"."""
    atoms = grammar.atoms
    at = amount.core[1] + 1
    if atoms[at].text in "-‐‑" and atoms[at].gap == 0:
        run = tuple(grammar.phrase(at + 1))
        return run[:1] if run and run[0].pos_ in _NOUNS else run, None  # "four-cylinder engine" has four cylinders
    while atoms[at].lower in ("more", "other", "others", "additional", "further", "such", "most", "or", "so", "new") and at < (
        amount.core[1] + 3
    ):
        if atoms[at].lower in ("or", "so") and at > amount.last:
            break
        if atoms[at].lower in ("others", "new"):
            break
        at += 1
    if atoms[at].lower == "of":
        start = at + 1
        run = tuple(_without_determiner(grammar, start))
        text = None
        if run:
            first = grammar.token(start)
            text = grammar.doc.text[first.idx : run[-1].idx + len(run[-1])] if first is not None else None
        return run, text
    run = tuple(grammar.phrase(at))
    return (() if _tells_when(run) else run), None


def _tells_when(run: tuple[Token, ...]) -> bool:
    """Whether a phrase after a number is a time: "2.1 last year", "killed 12 Monday"."""
    if not run:
        return False
    return run[-1].lower_ in _PERIOD_NOUNS and run[0].lower_ in _WHEN or run[0].lower_ in _DAYS


def _without_determiner(grammar: Grammar, at: int) -> tuple[Token, ...]:
    limit = at + 3
    while at < limit and (grammar.pos(at) in ("DET", "NUM") or grammar.tag(at) == "PRP$" or grammar.atoms[at].kind == "digits"):
        at += 1
    return tuple(grammar.phrase(at))


def _predicate(token: Token) -> Token | None:
    """The verb, or the predicate of a copula, that governs a token."""
    for head in [token, *token.ancestors]:
        if head.pos_ == "VERB":
            return head
        if head.pos_ in ("ADJ", "ADV", "NOUN") and head.i != token.i and any(c.dep_ in _SUBJECTS for c in head.children):
            return head
    return None


def _concepts(grammar: Grammar, amount: Amount, run: tuple[Token, ...], anchor: Token) -> tuple[str, ...]:
    if amount.unit is None and run:
        return _holder(grammar, amount, run, anchor)
    if run:
        return _np(run[-1], amount, grammar) or tuple(t.text for t in run)
    return _measured(grammar, amount, anchor)


def _holder(grammar: Grammar, amount: Amount, run: tuple[Token, ...], anchor: Token) -> tuple[str, ...]:
    """Whose the counted things are: the complement of "of" or "in", else the subject of the verb they depend on."""
    for child in anchor.children:
        if child.dep_ == "nmod" and child.i > anchor.i and child.pos_ in _NOUNS:
            return _np(child, amount, grammar)
    verb = _predicate(anchor)
    if verb is None:
        return ()
    subject = _subject(verb)
    if subject is None or subject in run or subject.pos_ not in _NOUNS:
        return ()
    return _np(subject, amount, grammar)


def _measured(grammar: Grammar, amount: Amount, anchor: Token) -> tuple[str, ...]:
    """What a price, share or length is one of: the noun that the amount modifies, else the subject of its verb."""
    first, last = grammar.token(amount.first), grammar.token(amount.last)
    if first is None or last is None:
        return ()
    inside = range(first.i, last.i + 1)
    top = anchor
    while top.i in inside and top.head.i != top.i and top.head.i in inside:
        top = top.head
    head = top
    for _ in range(6):
        up = head.head
        if up.i == head.i:
            break
        if up.i not in inside and up.pos_ in _NOUNS and head.dep_ in ("nmod", "compound", "nummod", "amod", "appos", "obl", "nmod:unmarked"):
            found = _np(up, amount, grammar, skip=inside)
            if found:
                return found
        if up.pos_ in ("VERB", "ADJ", "ADV") and up.i not in inside:
            subject = _subject(up)
            if subject is not None and subject.i not in inside:
                return _np(subject, amount, grammar, skip=inside)
        head = up
    subject = _subject(head)
    if subject is not None and subject.i not in inside:
        return _np(subject, amount, grammar, skip=inside)
    return ()


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, through conjunction, control and relative clauses."""
    seen = 0
    while verb is not None and seen < 6:
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                if child.tag_ in ("WDT", "WP") and verb.dep_ == "acl:relcl":
                    return verb.head
                return child if child.lower_ not in _EMPTY else None
        if verb.dep_ in ("acl", "acl:relcl") and verb.head.pos_ in _NOUNS:
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and verb.head is not verb:
            verb = verb.head
            seen += 1
            continue
        return None
    return None


def _np(head: Token, amount: Amount, grammar: Grammar, skip: range = range(0)) -> tuple[str, ...]:
    """The content words of a noun phrase in text order: modifiers on the left, name parts and complements on the right."""
    words: list[Token] = []
    _collect(head, words, skip, 0)
    words.sort(key=lambda t: t.i)
    return tuple(token.text for token in words)


def _collect(token: Token, words: list[Token], skip: range, depth: int) -> None:
    if token.i in skip or token.lower_ in _EMPTY or depth > 4:
        return
    if token.pos_ in _KEPT or token.pos_ == "NUM":
        words.append(token)
    for child in token.children:
        if child.i in skip or child.pos_ == "PRON" or child.pos_ == "DET":
            continue
        if child.i < token.i:
            if child.dep_ in _LEFT and (child.pos_ in _KEPT or child.pos_ == "NUM") and child.lower_ not in _DROPPED:
                _collect(child, words, skip, depth + 1)
        elif child.dep_ in ("flat", "compound", "fixed", "nummod") or (
            child.dep_ == "nmod" and child.pos_ in _NOUNS and not any(k in skip for k in range(token.i, child.i))
        ):
            _collect(child, words, skip, depth + 1)
