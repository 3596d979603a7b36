"""Third-person pronouns: resolved where one candidate stands out, otherwise left alone.

What the build of a sentence gives away comes first (antecedents.py); possessives take the subject of their own clause.
After that the candidates are weighed (salience.py). "It" takes only what has a name, or the subject of the clause
before it. Nothing is resolved inside quotations.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.antecedents import (
    announced,
    argued_about,
    beside_owner,
    clause_owns,
    counted_before,
    framed,
    has_doer,
    others_tell,
    own_subject,
    parallel,
    subject_ahead,
    subject_before,
    told_of_either,
    two_before,
    unnamed,
    who_tells,
)
from factcheck.stages.extract.cues import manner_of, tells
from factcheck.stages.extract.entities import Entities
from factcheck.stages.extract.quotes import Quotation
from factcheck.stages.extract.referents import (
    HUMAN,
    PERSON,
    PLURAL,
    THING,
    Known,
    Referent,
    agrees,
    candidate_of,
    is_pleonastic,
    referent_of,
)
from factcheck.stages.extract.salience import Seen, likeliest, same_clause
from factcheck.stages.extract.tree import kid, kids, lemma, rel

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest"})
_HAPPENING = frozenset({"strike", "erupt", "occur", "happen", "subside"})  # what storms and quakes do
_REACH = 3  # sentences back


def resolve(doc: Doc, names: Entities, quoted: list[Quotation], described: Mapping[int, Token]) -> dict[int, Referent]:
    """The referents of the pronouns that could be resolved, by token index."""
    found: dict[int, Referent] = {}

    def known(token: Token) -> Referent | None:
        return referent_of(token, names, described)

    spoken: dict[str, Counter[str]] = defaultdict(Counter)  # whose name shows no gender -> by which they were meant
    history: list[list[Referent]] = []
    speakers: list[tuple[int, Referent]] = []
    bodies: list[tuple[bool, Referent]] = []  # of this sentence: whether it tells, and what can be "it said"
    spans = iter(quoted)
    current = next(spans, None)
    for number, sentence in enumerate(doc.sents):
        here: list[Referent] = []
        told, bodies = bodies, []
        seen = Seen(here, history, found, spoken, known)
        for token in sentence:
            while current is not None and current.end <= token.idx:
                current = next(spans, None)
            speech = current is not None and current.start <= token.idx
            word = token.text.lower()
            if word in PERSON or word in PLURAL or word in THING:
                referent = None if speech else _speaks_on(token, word, number, speakers)
                if told and not speech and word in THING and tells(token):
                    referent = _said_before(told)
                elif referent is None and not speech:
                    referent = _choose(token, word, seen)
                if referent is not None:
                    if word in PERSON and referent.type == "person" and referent.gender is None:
                        spoken[referent.text][PERSON[word]] += 1
                    found[token.i] = referent
                    here.append(replace(referent, head=token, subject=rel(token) == "nsubj"))
                    if tells(token):
                        speakers.append((number, referent))
                continue
            candidate = candidate_of(token, names, described)
            if candidate is not None and (tells(token) or _sides(token)):
                speakers.append((number, candidate))
            if candidate is not None and not speech and _can_say(candidate):
                bodies.append((_is_source(token), candidate))
            nobody = any(child.lower_ == "no" for child in token.children)  # "no leader wins by claiming that he lost"
            if candidate is not None and not speech and not nobody:
                here.append(candidate)
                alone = names.of(token)
                if candidate.plural and candidate.type == "person" and alone is not None:  # each of "Ann and Bea"
                    here.append(replace(candidate, text=alone.entity, plural=False))
        history.append(here)
        del history[:-_REACH]
    return found


def _can_say(candidate: Referent) -> bool:
    """Whether "it said" can be said of a candidate: one body, or one document."""
    document = lemma(candidate.head) in words("speech", "documents")
    return not candidate.plural and (candidate.type == "organization" or document)


def _sides(token: Token) -> bool:
    """Whether a name is the subject of a judgement, after which "he said" is said by who judges."""
    verb = token.head
    judges = manner_of(verb) == "stance" or lemma(verb) in words("predicates", "naming")
    judged = [part for part in verb.subtree if part.pos_ == "PROPN" and part.i > verb.i]
    return rel(token) == "nsubj" and token.pos_ == "PROPN" and judges and rel(verb) == "root" and not judged


def _is_source(token: Token) -> bool:
    """Whether a noun tells something: as a subject, or after "according to"."""
    according = any(child.lower_ == "according" for child in token.children)
    return tells(token) or according or token.head.lower_ == "according"


def _said_before(told: list[tuple[bool, Referent]]) -> Referent | None:
    """Who or what "it said" goes on with: the one that told in the sentence before, else the one body there is."""
    tellers = {referent.text: referent for tells_, referent in told if tells_}
    fits = tellers or {referent.text: referent for _, referent in told}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _speaks_on(token: Token, word: str, number: int, speakers: list[tuple[int, Referent]]) -> Referent | None:
    """For the subject of an act of saying, who spoke last in the two sentences before: "Lee said ... He added ..."."""
    if word in THING or not tells(token):
        return None
    before = [referent for sentence, referent in speakers if number - _REACH < sentence < number]
    if not before or not agrees(before[-1], word):
        return None
    return before[-1] if before[-1].type in HUMAN else None  # "the results revealed ... They say"


def _choose(token: Token, word: str, seen: Seen) -> Referent | None:
    """What a pronoun stands for: what the build of the sentence says, else whom the text tells of most."""
    found, known = seen.found, seen.known
    if word in THING:
        told = who_tells(token, word, found, known) if rel(token) == "nsubj" and not is_pleonastic(token) else None
        return told or _thing(token, word, seen)
    about = argued_about(token, word, known)
    if about is not None:
        return about
    if _unresolvable(token, word, known):
        return None
    told = (
        framed(token, word, known)
        or who_tells(token, word, found, known)
        or announced(token, word, known)
        or beside_owner(token, word, found, known)
        or counted_before(token, word, known)
    )
    if told is not None:
        return told
    possessive = token.tag_ == "PRP$"
    if possessive and clause_owns(token, word, known):
        return None
    told = _owner(token, word, seen) if possessive else parallel(token, word, known)
    if told is not None or _ambiguous(token, word, known):
        return told
    return likeliest(token, word, seen)


def _unresolvable(token: Token, word: str, known: Known) -> bool:
    """Whether a pronoun means nobody whom another word names, or one of two who may both be meant."""
    if word.endswith(("self", "selves")) and token.i > 0 and token.nbor(-1).pos_ in {"PROPN", "NOUN"}:
        return True  # "the mayor himself"
    if word == "them" and token.i > 1 and (token.nbor(-2).text, token.nbor(-1).text.lower()) == (",", "among"):
        return True  # "12 men, among them a guard": whom the same words name
    if token.tag_ == "PRP$":
        owned = token.head
        if re.fullmatch(r"\d0s|teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties", owned.text):
            return True  # "a man in his early 30s"
        if owned.text.lower() in {"place", "stead"} and kid(owned, "case") is not None:
            return True  # "is to run in her place": not her own
    return word in PLURAL and (told_of_either(token, known) or unnamed(token) or others_tell(token))


def _owner(token: Token, word: str, seen: Seen) -> Referent | None:
    """For a possessive, the subject of its clause or of the one around it, or the one that comes after its phrase."""
    own = own_subject(token, seen.here, word, seen.found, seen.known)
    if own is not None:
        return own
    ahead = subject_ahead(token)
    referent = seen.known(ahead) if ahead is not None else None
    return referent if referent is not None and agrees(referent, word) else None


def _ambiguous(token: Token, word: str, known: Known) -> bool:
    """Whether the build of the sentence leaves open whom a pronoun means, so that no weight would settle it."""
    possessive = token.tag_ == "PRP$"
    if word in PERSON:
        return (possessive and has_doer(token, known)) or two_before(token, word, known)
    return not possessive and rel(token) not in {"nsubj", "obj", "iobj"}  # "around them"


def _thing(token: Token, word: str, seen: Seen) -> Referent | None:
    """What "it" or "its" stands for: the one subject with a name, or the subject of the clause before."""
    if rel(token) not in {"nsubj", "obj", "nmod"} or is_pleonastic(token) or _happens(token):
        return None
    if rel(token) in {"nsubj", "obj"}:
        before = subject_before(token, seen.here)
        if before is not None or rel(token) == "obj":
            return before
    fronted = rel(token.head) == "advcl" and token.i < token.head.head.i
    for level, pool in enumerate([seen.here] if fronted else [seen.here, *reversed(seen.history[-2:])]):
        fits = [referent for referent in pool if agrees(referent, word) and not same_clause(token, referent.head)]
        if not fits:
            continue
        subjects = [referent for referent in fits if referent.subject]
        alone = len({referent.text for referent in fits}) == 1
        if len({referent.text for referent in subjects}) == 1 and (alone or level > 0):
            return None if _nearer(token, subjects[-1], seen.here) else subjects[-1]
        return None
    return None


def _happens(token: Token) -> bool:
    """ "It struck before dawn", "it was the third this month": what happened, which has no name."""
    head = token.head
    if rel(token) != "nsubj":
        return False
    if kid(head, "cop") is not None:
        definite = any(child.lower_ == "the" for child in kids(head, "det"))
        return definite and head.pos_ in {"ADJ", "NUM"} and lemma(head) in _RANKS
    return lemma(head) in _HAPPENING and head.tag_ in {"VBD", "VBZ"} and kid(head, "obj", "aux", "ccomp") is None


def _nearer(token: Token, referent: Referent, here: list[Referent]) -> bool:
    """Whether a thing without a name was subject in between: "Socotra is far. Although the region is small, it"."""
    between = range(referent.head.i + 1, token.i)
    return any(
        other.subject and not other.plural and not other.named and other.gender == "n" and other.head.i in between
        for other in here
    )
