"""Whether a claim stands alone: a whole predicate, nobody who speaks in it as "we", and no pronoun that stands for
somebody outside it.
"""

import re

from spacy.tokens import Span, Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Claim, Kind
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.context import Context, type_of
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.referents import BODIES, is_pleonastic
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, rel

UNRESOLVED = "unresolved reference"

_OPENING = frozenset({"when", "while", "as", "because", "although"})
_WHICH = frozenset({"which", "whom", "whose"})
_RELATIVE = frozenset({"where", "which", "who", "whom", "whose"})
_FINITE = frozenset(
    ["will", "would", "has", "have", "had", "is", "are", "was", "were", "could", "should", "can", "does", "did", "do"]
)
_EMPTY = re.compile(r"It ?(?:['’]s|is|was|has been)(?: \w+){1,2}\.")  # "It is always striking."
_BROKEN = re.compile(r"\bhaving been (?!being)\w+ing\b")  # two verbs that the parse joined
_AS_MANY = re.compile(r"As (?:many|few|much|little) as ")
_BARE_FIRST = re.compile(r"\b(?:became|is|was) the (?:first|last|only) (?:person|man|woman|one|time)\.$")
_HANGING = frozenset({"to", "of", "for", "with", "from", "at", "by", "into", "than"})
_OURS = frozenset({"our", "my", "we", "us", "i"})
_CUT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "msgr",
        "dr",
        "prof",
        "rev",
        "fr",
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "cmdr",
        "adm",
    ]
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|us|me|[Mm]y)\b(?= [a-z]| ?['’])|\b(?:us|me)\.$")
_PERSON = frozenset({"he", "him", "his", "she", "her", "hers"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_THING = frozenset({"it", "its"})
_THIRD = _PERSON | _PLURAL | _THING
_POINTING = frozenset({"this", "that", "these", "those"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "former", "latter", "same", "other"})
_ELLIPTIC = frozenset({"one", "another", "both", "former", "latter", "others", "all", "some", "each"})
_NOW = frozenset(
    {"year", "month", "week", "morning", "afternoon", "evening", "night", "season", "time", "summer", "winter"}
)
_KINDS = {
    **dict.fromkeys(_PERSON, frozenset({"person"})),
    **dict.fromkeys(_PLURAL, frozenset({"group", "organization", "thing", "place"})),
    **dict.fromkeys(_THING, frozenset({"organization", "thing", "place"})),
}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def is_whole(claim: Claim) -> bool:
    """Whether a restatement has a subject and a whole predicate, and nobody speaks in it as "we"."""
    words_ = claim.text.rstrip(".").split()
    first, last = words_[0].lower(), words_[-1].lower()
    if first in _OPENING and "," not in claim.text and not _AS_MANY.match(claim.text):
        return False
    if first in _RELATIVE | _FINITE or any(word.lower() in _WHICH for word in words_[1:2]):
        return False
    if last in _CUT and len(words_) > 2:
        return False  # a sentence cut after "Msgr."
    if len(words_) < 4 and last in _FINITE | {"means", "mean"}:
        return False
    if (
        _EMPTY.fullmatch(claim.text)
        or _BROKEN.search(claim.text)
        or _BARE_FIRST.search(claim.text)
        or last in _HANGING
        or claim.text.endswith("as saying.")
    ):
        return False
    if claim.kind is Kind.QUOTE or any(mark in claim.text for mark in '“”"'):
        return True
    if first == "if" and claim.span.text.lower().startswith("if "):
        return False
    return _FIRST_PERSON.search(claim.text) is None


def is_resolved(context: Context, draft: Draft, claim: Claim) -> bool:
    """Whether whoever a third-person pronoun of the claim means is named in it, as far as number and kind can tell.

    Pronouns within quotation marks are the speaker's and stay.
    """
    if claim.kind is Kind.QUOTE:
        return claim.subject is None or claim.subject.lower().split()[0] not in _THIRD | _ELLIPTIC
    span = context.doc.char_span(claim.span.start, claim.span.end, alignment_mode="expand")
    if span is None:
        return True
    if _points(context, draft, claim, span):
        return False
    told = [word.strip(".,;:'’\"“”()").lower() for word in claim.text.replace("’", " ’").replace("'", " '").split()]
    if told[0] in _THIRD and not any(token.text.lower() == told[0] for token in span):
        return any(  # an amount, told with the clause around it
            token.text.lower() == told[0] and (token.i in context.pronouns or _is_empty(token))
            for token in span[0].sent
        )
    for token in span:
        word = token.text.lower()
        if word not in _THIRD or token.pos_ not in {"PRON", "DET"} or word not in told:
            continue
        if token.i in context.pronouns or context.quotation_at(token.idx) is not None:
            continue
        if not _is_empty(token) and not _has_antecedent(context, draft, claim, token, list(span)):
            return False
    return True


def _points(context: Context, draft: Draft, claim: Claim, span: Span) -> bool:
    """Whether a word other than a pronoun points outside the claim: "this update", "both", "joined those groups"."""
    if _counts_one(claim):
        return False
    if any(_points_back(token) for token in span if rel(token) == "nsubj" and token.head.i == draft.anchor.i):
        return True
    if span[0].pos_ == "DET" and rel(span[0].head) == "nsubj" and _points_back(span[0].head):
        return True
    quoted = [token for token in span if context.quotation_at(token.idx) is not None]
    if any(token.text.lower() in _OURS for token in quoted):
        return True  # a scare quote in which somebody says "our"
    if any(_points_away(token, span) for token in span if token not in quoted):
        return True
    named = context.described.get(draft.anchor.i) if claim.predicate == "be" else None
    if named is not None and _points_back(named):
        return True
    first = claim.text.split()[0].lower()
    return first in _ELLIPTIC and claim.subject is not None and claim.subject.lower() == first  # "one described it"


def _counts_one(claim: Claim) -> bool:
    """ "(Two died and) one was injured": how many of what is known from before."""
    quantity = claim.quantity
    counted = quantity is not None and quantity.value == 1 and quantity.counted is not None
    return counted and claim.text.startswith("One ")


def _points_back(subject: Token) -> bool:
    """Whether a subject is known from a sentence before: "this update", "these changes", "the other", "both"."""
    if subject.tag_ in {"WP", "WDT"}:
        return False
    described = kid(subject, "acl", "nmod") is not None
    word = subject.text.lower()
    if subject.pos_ in {"NOUN", "PROPN"}:
        first = kid(subject, "det")
        return (
            first is not None
            and first.text.lower() in _POINTING
            and not described
            and subject.ent_type_ not in {"DATE", "TIME"}
            and lemma(subject) not in _NOW
        )
    definite = any(child.text.lower() == "the" for child in kids(subject, "det"))
    described = (
        described
        or kid(subject, "amod") is not None  # "those responsible"
        or any(child.text.lower() == "no" for child in kids(subject, "det"))  # "no one"
    )
    ordinal = subject.pos_ in {"NUM", "ADJ"} and (subject.pos_ == "NUM" or word in _ORDINALS)
    return not described and (word in _POINTING | _ELLIPTIC or (ordinal and definite))


def _points_away(token: Token, span: Span) -> bool:
    """Whether "these" or "those" stands before a noun that the claim has not named: "joined those groups"."""
    if token.pos_ != "DET" or token.text.lower() not in {"these", "those"} or rel(token) != "det":
        return False
    noun = token.head
    named = any(lemma(other) == lemma(noun) for other in span if other.i < token.i)
    return (
        rel(noun) in {"nsubj", "obj", "iobj"}
        and not named
        and noun.i > token.i
        and kid(noun, "acl", "nmod") is None
        and lemma(noun) not in _NOW | {"day"}
    )


def _is_empty(token: Token) -> bool:
    """ "It is clear that", "it rained": stands for nothing."""
    if token.text.lower() != "it":
        return False
    if rel(token) == "obj" and kid(token.head, "xcomp") is not None:
        return lemma(token.head) in {"make", "find", "consider", "deem", "think"}  # "made it easier to move"
    if rel(token) == "expl" or kid(token.head, "expl") is not None:
        return True
    said_of = kid(token.head, "cop") is not None and token.head.pos_ in {"NOUN", "PROPN"}
    return is_pleonastic(token) and not (said_of and kid(token.head, "acl:relcl", "csubj", "ccomp", "advcl") is None)


def _has_antecedent(context: Context, draft: Draft, claim: Claim, token: Token, tokens: list[Token]) -> bool:
    """Whether the claim names somebody before the pronoun who may be meant, or whom a fronted phrase looks ahead to."""
    before = [other for other in tokens if other.i < token.i and other.pos_ in _NOMINAL]
    target = token.tag_ == "PRP" and rel(token) != "nsubj"
    doer = clause_of(token.head).subject if target and token.head.pos_ in {"VERB", "AUX"} else None
    before = [  # "Lee gave him a name": him is not Lee
        other
        for other in before
        if other.ent_type_ not in {"DATE", "TIME"} and (doer is None or not inside(other, doer) or _owns(other, doer))
    ]
    if any(_fits(context, other, token.text.lower()) or _beside_owner(other, token) for other in before):
        return True
    if token.text.lower() in _PLURAL and sum(_fits(context, other, "he") for other in before) > 1:
        return True  # two people, each named alone
    if (
        claim.predicate == "be"
        and token.tag_ == "PRP$"
        and token.head.i == draft.anchor.i
        and kid(draft.anchor, "cop") is None
    ):
        return False  # "Lee is his brother": who is brother to whom
    first = claim.text.split()[0].lower()
    own = clause_of(draft.anchor).subject if draft.anchor.pos_ in {"VERB", "AUX"} else None
    shared = own is None or all(other.i != own.i for other in tokens)
    borrowed = shared and draft.subject is not None and claim.text.lower().startswith(draft.subject.lower()[:12])
    if borrowed and first not in _THIRD and not any(other.text.lower() == first for other in tokens[:1]):
        if target and rel(token) in {"obj", "iobj"}:
            return False  # "the fire left it burning"
        types = {part.type for part in draft.arguments if part.role == "subject"}
        return _KINDS[token.text.lower()] >= types - {None}
    ahead = [other for other in tokens if other.i > token.i and rel(other) == "nsubj" and other.pos_ != "PRON"]
    return rel(token) == "nmod" and any(_fits(context, other, token.text.lower()) for other in ahead[:1])


def _beside_owner(noun: Token, pronoun: Token) -> bool:
    """ "A mother and her daughter": the first of two is one person for the possessive before the second."""
    beside = rel(pronoun.head) == "conj" and pronoun.head.head.i == noun.i and pronoun.tag_ == "PRP$"
    one = noun.tag_ in {"NN", "NNP"} and type_of(noun) == "person"
    return beside and one and pronoun.text.lower() in _PERSON


def _owns(token: Token, head: Token) -> bool:
    """Whether a token stands within what owns the thing that `head` names ("the Awards' date")."""
    return any(rel(part) == "nmod" and part.i < head.i for part in (token, *ancestors(token)) if inside(part, head))


def _fits(context: Context, noun: Token, word: str) -> bool:
    if (
        noun.pos_ == "PRON"
        and (noun.i in context.pronouns) is False
        and noun.text.lower() not in words("people", "people")
    ):
        return noun.text.lower() not in _THIRD and noun.tag_ == "NN" and word in _PERSON | _PLURAL
    mention = context.names.of(noun)
    kind = mention.type if mention is not None else type_of(noun)
    plural = noun.tag_ in {"NNS", "NNPS"} or kind == "group" or kid(noun, "conj") is not None
    if word in _PLURAL:
        return plural or lemma(noun) in BODIES or (mention is not None and kind == "organization")
    if word in _PERSON:
        return not plural and kind == "person"
    return not plural and kind != "person" and lemma(noun) not in {"man", "woman"}
