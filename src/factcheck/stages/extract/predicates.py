"""Which words can head a clause, how a clause is marked, and which conjuncts and infinitives belong together."""

from collections.abc import Iterable

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.tree import kid, kids, lemma, rel

_SUBORDINATORS = frozenset({"as", "before", "after", "until", "since", "because"})


def is_predicate(token: Token) -> bool:
    """Whether the token can head a clause: a verb, or a word with a copula or a subject of its own."""
    if token.pos_ in {"VERB", "AUX"} and rel(token) not in {
        "aux",
        "cop",
        "amod",
        "compound",
        "case",
        "fixed",
        "flat",
        "mark",
        "advmod",
        "cc",
    }:
        return True
    return rel(token) not in {"cop", "aux"} and any(
        rel(child) in {"cop", "nsubj", "csubj"} or child.dep_ == "aux:pass" for child in token.children
    )


def is_gerund_noun(token: Token) -> bool:
    """Whether a participle is joined to a noun, as a noun itself ("warmth, fondness and liking")."""
    if rel(token) != "conj" or token.tag_ not in {"VBG", "VBN"} or kid(token, "aux", "cop", "nsubj") is not None:
        return False
    first = first_conjunct(token)
    if first.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.tag_ == "VBG" and _ends_list(first, token):
        return True
    return kid(first, "cop" if token.tag_ == "VBG" else "aux") is None


def _ends_list(first: Token, token: Token) -> bool:
    """Whether a gerund ends a list of nouns ("is a feeling of warmth, fondness, and liking")."""
    listed = [part for part in first.subtree if rel(part) == "conj" and part.pos_ == "NOUN" and part.i < token.i]
    return any(not any(rel(child) == "cc" for child in part.children) for part in listed)


def first_conjunct(token: Token) -> Token:
    """The first conjunct of a coordination."""
    while rel(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def mark_of(token: Token) -> str | None:
    """The subordinator of a clause in lower case ("after", "if", "as", "to"), or None."""
    found = kids(token, "mark")
    if found:
        return " ".join([found[0].text.lower(), *(child.text.lower() for child in kids(found[0], "fixed"))])
    strayed = strayed_mark(token)
    if strayed is not None:
        return strayed.text.lower()
    for child in kids(token, "advmod"):
        if (
            child.tag_ == "WRB"
            and child.i < token.i
            and lemma(child) in {"when", "while", "where", "how", "why", "whenever"}
        ):
            return lemma(child)
    return None


def strayed_mark(token: Token) -> Token | None:
    """The subordinator that the parse hung on the subject: "came as talks failed". A subject has no preposition."""
    subject = kid(token, "nsubj") if rel(token) in {"advcl", "parataxis"} else None
    first = kid(subject, "case") if subject is not None else None
    return first if first is not None and first.i == token.left_edge.i and first.lower_ in _SUBORDINATORS else None


def is_general(token: Token) -> bool:
    """Whether a "when" clause and what it belongs to are in the present: a rule that holds only under that
    condition.
    """
    if mark_of(token) not in {"when", "once", "whenever", "where"} or rel(token) != "advcl" or token.i > token.head.i:
        return False
    return all(
        any(part.tag_ in {"VBZ", "VBP", "MD"} for part in (verb, *kids(verb, "aux", "cop")))
        for verb in (token, token.head)
    )


def is_passive(token: Token) -> bool:
    """Whether the predicate is in the passive, its own or shared with the conjunct before it, or a past participle."""
    fires = lemma(token) in {"fire", "shoot"} and any(_at(child) for child in kids(token, "obl"))
    if fires and kid(token, "aux:pass") is None:
        return False  # "officer fired at gunman"
    if kid(token, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
        return True
    if token.tag_ == "VBD" and (_reduced(token) or _undergone(token) or _goes_on_passive(token)):
        return True
    if token.tag_ == "VBN" and rel(token) == "advcl" and kid(token, "aux", "cop") is None and mark_of(token) == "with":
        return True  # "with two houses damaged"
    if kid(token, "nsubj", "cop") is not None or token.tag_ != "VBN":
        return False
    relation = rel(token)
    if relation == "conj":
        return kid(token, "aux") is None and is_passive(first_conjunct(token))
    return relation in {"acl", "advcl"} and kid(token, "aux") is None


def _at(noun: Token) -> bool:
    return any(child.text.lower() == "at" for child in kids(noun, "case")) and noun.pos_ in {"NOUN", "PROPN"}


def _reduced(verb: Token) -> bool:
    """ "A man gunned down in May": a form in "-ed" that describes a noun without "who" is a participle; in a headline
    it may be the predicate ("Prices fell", "Officer fired at gunman").
    """
    if rel(verb.head) == "root" and lemma(verb) not in words("predicates", "undergone") - {"fire", "shoot", "die"}:
        return False
    return verb.dep_ == "acl" and kid(verb, "nsubj", "obj", "aux", "mark", "ccomp") is None


def _goes_on_passive(verb: Token) -> bool:
    """Whether a form in "-ed" goes on with a passive: "was taken to jail and later released", "led away and placed in
    a cell". Verbs that nearly always have an object have none here.
    """
    if rel(verb) != "conj" or kid(verb, "obj", "aux", "ccomp", "xcomp", "csubj", "nsubj") is not None:
        return False
    first = first_conjunct(verb)
    if first.tag_ != "VBN" or any(kid(other, "obj") is not None for other in kids(verb, "conj")):
        return False
    if kid(first, "aux:pass") is None:
        return rel(first) in {"acl", "advcl"} and kid(first, "aux", "nsubj", "obj") is None
    listed = words("predicates", "taking") | words("predicates", "of_people") | words("predicates", "only_undergone")
    return lemma(verb) in listed | words("predicates", "done_by_others")


def _undergone(verb: Token) -> bool:
    """Whether a form in "-ed" is no past tense: "(was) taken to hospital and expected to live", "a woman shot and
    injured", "army veteran identified". Somebody does these things to somebody, and here nobody is named.
    """
    if kid(verb, "obj", "aux", "ccomp", "csubj") is not None:
        return False
    first = first_conjunct(verb)
    if lemma(verb) in words("predicates", "expected") and kid(verb, "xcomp") is not None:
        return first.i != verb.i and kid(verb, "nsubj") is None and kid(first, "aux:pass") is not None
    start = verb
    while rel(start) == "conj" and kid(start, "nsubj") is None:
        start = start.head
    joined = [part for part in (start, *kids(start, "conj"), *kids(verb, "conj")) if part.i != verb.i]
    joined = [part for part in joined if part.i == start.i or kid(part, "nsubj") is None]
    if any(kid(part, "obj") is not None for part in joined):
        return False  # "struck and injured a cyclist"
    word, undergone = lemma(verb), words("predicates", "only_undergone")
    beside = any(part.tag_ == "VBD" and lemma(part) in undergone for part in joined)
    return word in undergone or (word in words("predicates", "harmed") and beside)  # "shot" alone may be at somebody


def is_fronted(token: Token) -> bool:
    """Whether a participle before a predicate noun describes that clause's subject ("known as Ace, Lee was a spy")."""
    subject = kid(token.head, "nsubj")
    return token.tag_ in {"VBN", "VBG"} and token.i < token.head.i and subject is not None and token.i < subject.i


def is_participle(token: Token) -> bool:
    """Whether a clause without subject hangs on a participle ("having won, ...")."""
    if kid(token, "nsubj", "cop") is not None:
        return False
    helper = kid(token, "aux")
    return helper.tag_ == "VBG" if helper is not None else token.tag_ in {"VBG", "VBN"}


def complements(token: Token) -> Iterable[Token]:
    """The verb and the chain of infinitives that complete it, outermost first."""
    chain = [token]
    while len(chain) < 8:
        inner = next(
            (child for child in kids(chain[-1], "xcomp") if child.pos_ in {"VERB", "AUX"} or kid(child, "cop")), None
        )
        if inner is None:
            break
        chain.append(inner)
    return chain


def in_the_perfect(head: Token) -> bool:
    """Whether what looks like a past tense is a participle after "or": "had not met or called her"."""
    first = first_conjunct(head)
    joint = next((child for child in head.children if rel(child) == "cc"), None)
    either = joint is not None and joint.lower_ in {"or", "nor"}
    have = any(lemma(child) == "have" for child in first.children if rel(child) == "aux")
    return head.tag_ == "VBD" and first.tag_ == "VBN" and first.i != head.i and either and have
