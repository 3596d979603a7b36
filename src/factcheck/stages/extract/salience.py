"""Whom a pronoun most likely means where the build of the sentence does not give it away.

Candidates are weighed as by Lappin and Leass (Computational Linguistics 20:4, 1994): each mention of somebody counts by
its grammatical role, half as much for each sentence back, and the mentions of one entity add up. A pronoun takes the
entity that agrees in number and gender and outweighs the next one clearly.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.cues import manner_of, tells
from factcheck.stages.extract.predicates import first_conjunct
from factcheck.stages.extract.referents import HUMAN, PERSON, PLURAL, Known, Referent, agrees
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, rel

_ROLES = {
    "nsubj": 80.0,
    "csubj": 80.0,
    "obj": 50.0,
    "iobj": 40.0,
    "obl": 35.0,
    "nmod": 20.0,
}  # Lappin and Leass, halved
_RECENT = 100.0
_CLEAR = 1.6  # how many times the weight of the second the first must have
_CLEAR_PLURAL = 1.35
_CLEAR_ASIDE = 3.0  # where the first is no subject in this sentence or the one before
_UNSURE = 0.7  # somebody whose gender is not known
_UNNAMED = 0.85
_INANIMATE = 0.8
_SOURCE = 0.3  # "according to Lee" names who tells, not whom the text is about
_TELLER = 1.3  # for who has told something, where the pronoun tells
_AROUND = 2.0  # for the subject of the clause around the pronoun's own
_OFTEN = 2  # times that somebody is spoken of as a man or as a woman, and never otherwise, before that is known


@dataclass(frozen=True, slots=True)
class Seen:
    """What a text has told before a pronoun.

    `here` are the mentions of its own sentence so far and `history` those of the sentences before, nearest last.
    `found` has the referents of the pronouns by token index, `spoken` how often a name that shows no gender was spoken
    of as a man or as a woman, and `known` tells what a noun can be.
    """

    here: list[Referent]
    history: list[list[Referent]]
    found: Mapping[int, Referent]
    spoken: Mapping[str, Counter[str]]
    known: Known

    def lately(self) -> Iterator[Referent]:
        """The mentions of this sentence and of the one before."""
        for pool in (self.here, *self.history[-1:]):
            yield from pool


def likeliest(token: Token, word: str, seen: Seen) -> Referent | None:
    """The candidate that outweighs the others clearly, or None."""
    weights, last = _weigh(token, word, seen)
    ranked = sorted(weights, key=lambda text: (-weights[text], text))
    if not ranked or _is_guess(token, word, last[ranked[0]], seen):
        return None
    first = last[ranked[0]]
    if len(ranked) > 1 and weights[ranked[0]] < _lead(word, first, seen) * weights[ranked[1]]:
        return None
    return first


def _weigh(token: Token, word: str, seen: Seen) -> tuple[dict[str, float], dict[str, Referent]]:
    """The weight of each candidate, and a mention of it in the nearest sentence that has one."""
    barred = _barred(token, seen)
    settled = _settled(seen.spoken)
    around = _subject_around(token)
    cue = rel(token) == "nsubj" and manner_of(token.head) in {"speech", "belief", "fear"}
    does = _does(token)
    weights: dict[str, float] = {}
    last: dict[str, Referent] = {}
    for back, pool in enumerate([seen.here, *reversed(seen.history)]):
        for referent in pool:
            human = referent.type in HUMAN
            if referent.text in barred or not _fits(token, word, referent, settled) or (cue and not human):
                continue
            weight = _weight(referent) * 0.5**back
            if word in PERSON and referent.text in settled:
                weight /= _UNSURE  # as sure as if the name showed it
            if word in PLURAL and not human:
                if not _may_be_things(token, referent, back):
                    continue
                weight *= _INANIMATE if does else 1.0  # what does something is mostly somebody
            if referent.head.i == around:
                weight *= _AROUND
            if cue and referent.subject and manner_of(referent.head.head) == "speech":
                weight *= _TELLER
            weights[referent.text] = weights.get(referent.text, 0.0) + weight
            last.setdefault(referent.text, referent)
    return weights, last


def _fits(token: Token, word: str, referent: Referent, settled: Mapping[str, str]) -> bool:
    """Whether number, gender and place let a pronoun stand for a candidate."""
    if not agrees(referent, word) or (same_clause(token, referent.head) and not _beside(token)):
        return False
    return word not in PERSON or settled.get(referent.text, PERSON[word]) == PERSON[word]


def _may_be_things(token: Token, referent: Referent, back: int) -> bool:
    """Whether "they" may be things of `back` sentences before: the subject of a main clause, taken up in
    a main clause or as what does nothing.
    """
    main = rel(first_conjunct(referent.head).head) == "root"
    return referent.subject and back <= 1 and main and (rel(token.head) == "root" or not _does(token))


def _does(token: Token) -> bool:
    """Whether a pronoun is the subject of an act, and neither of a passive nor of a copula."""
    return rel(token) == "nsubj" and token.dep_ != "nsubj:pass" and kid(token.head, "cop") is None


def _is_guess(token: Token, word: str, first: Referent, seen: Seen) -> bool:
    """Whether the candidate with the greatest weight is no more than a guess, however far ahead it is."""
    if word in PERSON and _one_of_two(first.head):
        return True  # "Both Lee and Roe were fond of jokes, he of puns"
    if word in PERSON and _stranger(first, seen.spoken):
        settled = _settled(seen.spoken)
        others = any(told == PERSON[word] and text[:1].isupper() for text, told in settled.items())
        if others and all(referent.text != first.text for referent in seen.lately()):
            return True  # the text speaks of another name as such
    if word not in PLURAL:
        return False
    if rel(token) == "nsubj" and not tells(token) and _seeks(first.head):
        return True
    here = [referent for referent in seen.here if referent.text == first.text]
    if rel(token) != "nsubj" and not _people(first) and not here:
        return True  # "their" and "them" of a sentence before are a guess, but for people with a name
    near = any(rel(referent.head) == "obj" or rel(referent.head.head) == "nsubj" for referent in here)
    return not near and not _is_subject(first, seen)  # much in a text is several: a lone one far away is a guess


def _seeks(head: Token) -> bool:
    """Whether somebody is told to look for several others, of whom "they" may tell as well: "police hunt two men"."""
    verb = head.head
    sought = [part for part in kids(verb, "obj", "obl") if part.tag_ in {"NNS", "NNPS"} and part.i > verb.i]
    return (
        rel(head) == "nsubj" and lemma(verb) in {"search", "hunt", "look", "seek", "chase", "pursue"} and bool(sought)
    )


def _is_subject(first: Referent, seen: Seen) -> bool:
    """Whether somebody was the subject in this sentence or the one before."""
    return any(referent.subject and referent.text == first.text for referent in seen.lately())


def _lead(word: str, first: Referent, seen: Seen) -> float:
    """How many times the weight of the second candidate the first must have."""
    if not _is_subject(first, seen):
        return _CLEAR_ASIDE
    return _CLEAR_PLURAL if word in PLURAL else _CLEAR


def _settled(spoken: Mapping[str, Counter[str]]) -> dict[str, str]:
    """The gender of those whose name does not show it, by how they were spoken of before."""
    return {text: next(iter(votes)) for text, votes in spoken.items() if len(votes) == 1 and votes.total() >= _OFTEN}


def _stranger(referent: Referent, spoken: Mapping[str, Counter[str]]) -> bool:
    """Whether neither the name of somebody nor a pronoun before shows that it is a man or a woman."""
    unknown = referent.named and referent.type == "person" and referent.gender is None
    return unknown and not spoken.get(referent.text)


def _one_of_two(head: Token) -> bool:
    """Whether somebody is named together with somebody else."""
    return rel(head) == "conj" or any(other.pos_ == "PROPN" for other in kids(head, "conj"))


def _people(referent: Referent) -> bool:
    """Whether it is several people with a name: "the Lee brothers", "Ann and Bea"."""
    words = (referent.head, *kids(referent.head, "compound"))
    return referent.type in {"person", "group"} and any(word.pos_ == "PROPN" for word in words)


def _subject_around(token: Token) -> int:
    """The index of the subject of the clause that the pronoun's own clause hangs on, or -1."""
    verbs = [above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}]
    for verb in verbs[:3]:
        subject = clause_of(verb).subject
        if subject is not None and subject.i < token.i:
            return subject.i
    return -1


def _weight(referent: Referent) -> float:
    """The salience of one mention in its own sentence."""
    relation = rel(first_conjunct(referent.head))
    weight = _RECENT + _ROLES.get(relation, 20.0)
    if relation == "nsubj" and rel(first_conjunct(referent.head).head) == "root":
        weight += 30.0
    if any(child.text.lower() == "according" for child in kids(referent.head, "case")):
        weight *= _SOURCE
    if referent.type == "person" and referent.gender is None:
        weight *= _UNSURE
    if not referent.named and referent.type in {"person", "thing"}:
        weight *= _UNNAMED
    return weight


def _barred(token: Token, seen: Seen) -> set[str]:
    """Who takes part in the same predicate under another name or pronoun, and so cannot be meant by this one."""
    if token.tag_ == "PRP$" or token.text.lower().endswith(("self", "selves")) or _beside(token):
        return set()
    content = kid(token.head, "ccomp")
    if tells(token) and (rel(token.head) == "parataxis" or (content is not None and content.i < token.i)):
        # "Lee never called, he said": he is not Lee
        return {referent.text for referent in seen.here if referent.head.i < token.i}
    barred = {referent.text for referent in seen.here if same_clause(token, referent.head)}
    verb = next((above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    subject = clause_of(verb).subject if verb is not None and rel(token) != "nsubj" else None
    if subject is not None and subject.i != token.i:
        barred |= {referent.text for referent in seen.here if referent.head.i == subject.i}
        if subject.i in seen.found:
            barred.add(seen.found[subject.i].text)
    return barred


def _beside(token: Token) -> bool:
    """ "A bright future ahead of him", "with her": phrases of place in which a plain pronoun may mean the subject."""
    if any(child.text.lower() == "with" for child in kids(token, "case")) and kid(token.head, "obj") is None:
        return False  # "Lee went with him", not "Lee took it with him"
    return rel(token) in {"obl", "nmod"} and any(
        child.text.lower() in {"behind", "around", "near", "above", "below", "beside", "with", "ahead", "before"}
        for child in (*kids(token, "case"), *kids(token.head, "case"), *(token.doc[max(0, token.i - 2) : token.i]))
    )


def same_clause(token: Token, other: Token) -> bool:
    """Whether both are arguments of one predicate, so that a plain pronoun cannot mean the other."""
    if token.tag_ == "PRP$":
        return inside(token, other)  # "his brother" is not his own brother
    if token.text.lower().endswith(("self", "selves")):
        return False
    above = next((part for part in ancestors(token) if rel(part) == "acl" or part.i == other.i), None)
    within = above is not None and above.i == other.i  # not "Lee, who said that he"
    return token.head.i == other.head.i or within or inside(other, token)
