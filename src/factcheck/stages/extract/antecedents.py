"""Pronouns whose referent the build of the sentence gives away: who tells, whose lawyer speaks, what comes first.

Each rule looks at one configuration and names the referent, or says that the pronoun cannot be told ("Lee shot Roe as
he ran").
"""

from collections.abc import Mapping

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.predicates import first_conjunct, is_predicate
from factcheck.stages.extract.referents import HUMAN, PERSON, PLURAL, Known, Referent, agrees
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, rel

_SPEAKS_FOR = frozenset(
    [
        "lawyer",
        "attorney",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
        "rep",
        "publicist",
        "agent",
        "aide",
    ]
)

_PARTS = frozenset(["most", "many", "some", "all", "none", "half", "several", "few", "each", "both", "any", "majority"])


def who_tells(token: Token, word: str, found: Mapping[int, Referent], known: Known) -> Referent | None:
    """For "they" and "it" as the subject of what is said: the one who says it, if a group of people or a body does
    ("the navy said it had sunk a boat", "two jurors said they were tired").
    """
    clause = token.head
    if rel(token) != "nsubj" or rel(clause) != "ccomp" or manner_of(clause.head) not in {"speech", "belief", "fear"}:
        return None
    teller = clause_of(clause.head).subject
    if teller is None or teller.i > clause.i:
        return None
    if word in PERSON:
        return _represented(teller, word, found, known)
    referent = found.get(teller.i) or known(teller)
    if referent is None or "they" in referent.text.lower().split():
        return None
    if word in PLURAL:
        return referent if referent.plural and (referent.type in {"group", "person"}) else None
    return referent if not referent.plural and referent.type == "organization" else None


def _represented(teller: Token, word: str, found: Mapping[int, Referent], known: Known) -> Referent | None:
    """Whom somebody speaks for: "Lee's lawyer said he was ill", "a spokesman for Lee said he was ill"."""
    if lemma(teller) not in _SPEAKS_FOR:
        return None
    for client in kids(teller, "nmod"):
        if client.i < teller.i or any(part.text.lower() in {"for", "of"} for part in kids(client, "case")):
            referent = found.get(client.i) or known(client)
            if referent is not None and agrees(referent, word):
                return referent
    return None


def announced(token: Token, word: str, known: Known) -> Referent | None:
    """For the subject of a clause that comes first, the subject of the clause after it ("when she came, Lee spoke"),
    and the other way round.
    """
    clause = token.head
    if rel(token) != "nsubj":
        return None
    fronted = next((child for child in kids(clause, "advcl") if child.i < token.i), None)
    if fronted is not None:  # "when Lee came, she spoke"
        subject = kid(fronted, "nsubj")
    elif rel(clause) == "advcl" and clause.i < clause.head.i:
        subject = kid(clause.head, "nsubj")
        subject = subject if subject is not None and subject.i > clause.i else None
    else:
        return None
    if subject is None:
        return None
    referent = known(subject)
    alone = not any(part.tag_ in {"NNS", "NNPS"} for part in subject.head.subtree if part.i < token.i)
    body = referent is not None and referent.type == "organization" and not referent.plural
    tells = manner_of(clause) in {"speech", "belief"}
    if body and alone and tells and word == "they":
        return referent  # "while the ministry saw the danger, they said ..."; not "after the court freed the men, they"
    return referent if referent is not None and agrees(referent, word) else None


def beside_owner(token: Token, word: str, found: Mapping[int, Referent], known: Known) -> Referent | None:
    """For a possessive in the second of two coordinated phrases, the first: "Lee and his brother", "him and his
    partner".
    """
    owned = token.head
    if token.tag_ != "PRP$" or rel(owned) != "conj" or owned.head.i > token.i:
        return None
    owner = kid(owned.head, "nmod:poss")  # "Lee's job and his wife"
    first = owner if owner is not None else owned.head
    referent = found.get(first.i) or known(first)
    return referent if referent is not None and not is_predicate(owned.head) and agrees(referent, word) else None


def has_doer(token: Token, known: Known) -> bool:
    """Whether the clause of a possessive has somebody as its subject who is not known to be meant by it."""
    verb = next((above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    subject = kid(verb, "nsubj") if verb is not None else None
    if subject is None or subject.i > token.i or inside(token, subject):
        return False
    referent = known(subject)
    return referent is not None and not referent.plural and referent.type == "person"


def two_before(token: Token, word: str, known: Known) -> bool:
    """Whether a clause after the main one may speak of its subject or its object: "Lee shot Roe as he ran"."""
    clause = token.head
    if rel(token) != "nsubj" or rel(clause) != "advcl" or clause.i < clause.head.i:
        return False
    first = first_conjunct(clause.head)
    people = [clause_of(clause.head).subject, kid(clause.head, "obj"), kid(first, "obj")]
    people += [kid(part, "nmod:poss") for part in people if part is not None]
    fits = [referent for part in people if part is not None and (referent := known(part)) and agrees(referent, word)]
    return len({referent.text for referent in fits}) > 1


def told_of_either(token: Token, known: Known) -> bool:
    """Whether several who are told of may be the tellers or those that they did something to: "the lawyers challenged
    the removals, arguing that they were illegal".
    """
    aside = token.head.head if rel(token) == "nsubj" and rel(token.head) == "ccomp" else None
    if aside is None or aside.tag_ != "VBG" or rel(aside) != "advcl":
        return False
    sides = [clause_of(aside.head).subject, kid(aside.head, "obj")]
    referents = [known(side) for side in sides if side is not None]
    return sum(referent is not None and referent.plural for referent in referents) > 1


def others_tell(token: Token) -> bool:
    """Whether those who say something are several whom no noun names, so that "they" is nobody else: "others said they
    had felt nothing".
    """
    clause = first_conjunct(token.head)
    if rel(token) != "nsubj" or rel(clause) != "ccomp" or manner_of(clause.head) not in {"speech", "belief", "fear"}:
        return False
    teller = clause_of(clause.head).subject
    return teller is not None and teller.i < token.i and teller.lower_ in {"others", *_PARTS}


def unnamed(token: Token) -> bool:
    """Whether a clause says why somebody is not named, so that one person may be "they": "an official who asked for
    anonymity because they were not allowed to speak".
    """
    clause = first_conjunct(token.head)
    if rel(token) != "nsubj" or rel(clause) != "advcl" or clause.i < clause.head.i:
        return False
    ahead = token.doc[token.sent.start : clause.left_edge.i]
    return any(lemma(part) in {"anonymity", "anonymous", "anonymously"} for part in ahead) or any(
        lemma(part) in {"name", "identify", "quote"} and {"not", "be"} <= {child.lower_ for child in part.children}
        for part in ahead
    )


def argued_about(token: Token, word: str, known: Known) -> Referent | None:
    """For the subject of what somebody argues about things, those things: "the lawyers challenged the removals, arguing
    that they were illegal". What only people do ("feared", "said") is left to the tellers, and so is all that is said.
    """
    clause = token.head
    arguing = clause.head
    if word not in PLURAL or rel(token) != "nsubj" or rel(clause) != "ccomp" or arguing.tag_ != "VBG":
        return None
    if rel(arguing) != "advcl" or lemma(arguing) not in words("speech", "arguing") or kid(arguing, "nsubj", "mark"):
        return None
    if manner_of(clause) is not None or kid(clause, "xcomp") is not None:
        return None
    if clause.pos_ == "ADJ" and lemma(clause) not in words("speech", "arguable"):
        return None  # "claiming they were too tired"
    target = kid(arguing.head, "obj")
    referent = known(target) if target is not None and arguing.head.i < target.i < arguing.i else None
    return referent if referent is not None and referent.plural and referent.type == "thing" else None


def framed(token: Token, word: str, known: Known) -> Referent | None:
    """For things that somebody describes, the subject of what he said before: "Lee said the cuts were made in May and
    described them as part of a deal".
    """
    verb = token.head
    told = verb.head
    if rel(token) != "obj" or rel(verb) != "conj" or rel(told) != "ccomp" or manner_of(told.head) != "speech":
        return None
    as_ = any(mark.text.lower() == "as" for child in kids(verb, "obl", "xcomp", "advcl") for mark in child.children)
    subject = kid(told, "nsubj")
    if not as_ or lemma(verb) not in words("predicates", "seeing_as") or subject is None:
        return None
    referent = known(subject)
    return referent if referent is not None and referent.type == "thing" and agrees(referent, word) else None


def parallel(token: Token, word: str, known: Known) -> Referent | None:
    """For an object in the second of two coordinated predicates, the object of the first: "took the men and freed
    them".
    """
    verb = token.head
    if rel(token) not in {"obj", "iobj"} or rel(verb) != "conj" or kid(verb, "nsubj") is not None:
        return None
    target = kid(verb.head, "obj")
    referent = known(target) if target is not None else None
    if referent is None or (word in PLURAL and not referent.plural):
        return None
    return referent if agrees(referent, word) else None


def clause_owns(token: Token, word: str, known: Known) -> bool:
    """Whether a possessive most likely belongs to the subject of its own clause, which is things, or to somebody else
    whom the clause names, so that it stays as it is ("many shops have their stores here", "gave him his name").
    """
    verb = next((above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    if any(part.pos_ == "PRON" and part.tag_ == "PRP" and part.i < token.i for part in kids(verb, "iobj", "obj")):
        return True
    subject = kid(verb, "nsubj")
    if word not in PLURAL or subject is None or subject.i > token.i:
        return False
    noun = subject if subject.pos_ in {"NOUN", "PROPN"} else kid(subject, "nmod")  # "many of the shops"
    referent = known(noun) if noun is not None else None
    return referent is not None and referent.plural and referent.type == "thing"


def subject_before(token: Token, here: list[Referent]) -> Referent | None:
    """The subject of the clause that the pronoun's clause is joined to or hangs on ("the boat drifted until it sank"),
    if it is one thing, and nothing else before the pronoun is.
    """
    clause = first_conjunct(token.head)
    governor = token.head.head if rel(token.head) in {"conj", "advcl", "parataxis"} else None
    if rel(token.head) == "ccomp" and rel(clause.head) in {"advcl", "parataxis"}:
        governor = clause.head.head
    subject = clause_of(governor).subject if governor is not None and governor.i < token.i else None
    if subject is None:
        return None
    single = [
        referent
        for referent in here
        if not referent.plural
        and referent.type in {"thing", "organization", "place"}
        and referent.head.i < token.i
        and not (
            rel(referent.head) == "obj" and (referent.head.like_num or kid(referent.head, "nummod"))
        )  # "will save 900 million kronor"
    ]
    mine = [referent for referent in single if referent.head.i == subject.i]
    rivals = {referent.text for referent in single if rel(referent.head) in {"nsubj", "obj"}} - {
        referent.text for referent in mine
    }
    return mine[-1] if mine and not rivals else None


def counted_before(token: Token, word: str, known: Known) -> Referent | None:
    """For the whole that a part is taken of, who was counted last, here or in the sentence before: "it sent 40 men.
    Most of them are ill", "among them is Lee", "they include Lee".
    """
    cases = {child.text.lower() for child in kids(token, "case")}
    part = "among" in cases or ("of" in cases and lemma(token.head) in _PARTS) or token.head.pos_ == "NUM"
    if word not in PLURAL or not (part or (rel(token) == "nsubj" and lemma(token.head) == "include")):
        return None
    start = token.sent.start
    start = token.doc[start - 1].sent.start if start > 0 else start
    counted = [noun for noun in token.doc[start : token.i] if noun.tag_ in {"NNS", "NNPS"} and kids(noun, "nummod")]
    people = [referent for noun in counted if (referent := known(noun)) and referent.type in {"person", "group"}]
    return people[-1] if people and people[-1].plural and agrees(people[-1], word) else None


def subject_ahead(token: Token) -> Token | None:
    """The main subject after a phrase with a possessive: "despite their win, the Reds left"."""
    phrase = next((above for above in ancestors(token) if rel(above) in {"obl", "advcl", "acl", "ccomp"}), None)
    if phrase is None or rel(phrase) in {"acl", "ccomp"} or phrase.i > phrase.head.i or rel(phrase.head) != "root":
        return None
    subject = kid(phrase.head, "nsubj")
    return subject if subject is not None and subject.i > phrase.i > token.i else None


def own_subject(
    token: Token, here: list[Referent], word: str, found: Mapping[int, Referent], known: Known
) -> Referent | None:
    """The subject of the clause that a possessive stands in, or of the clause around that one, if it is a person:
    "Lee raised her hand", "Lee says that her hand hurts".
    """
    for verb in [above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}][:2]:
        subject = clause_of(verb).subject
        if subject is None or subject.i > token.i:
            continue
        if inside(token, subject) and not inside(verb, subject):
            continue
        if subject.i in found:
            return found[subject.i] if agrees(found[subject.i], word) else None
        fit = next((referent for referent in here if referent.head.i == subject.i and agrees(referent, word)), None)
        fit = fit or known(subject)
        if fit is not None and agrees(fit, word):
            described = word in PLURAL and subject.i == verb.head.i and fit.type not in HUMAN
            return None if described else fit  # "issues affecting their town"
        if rel(subject) == "nsubj" and subject.pos_ == "PRON":
            return None
    return None
