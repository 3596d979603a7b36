"""Third-person pronouns: resolved where one candidate stands out, otherwise left alone.

Candidates are weighed as by Lappin and Leass (Computational Linguistics 20:4, 1994): each mention of somebody counts by
its grammatical role, half as much for each sentence back, and the mentions of one entity add up. A pronoun takes the
entity that agrees in number and gender and outweighs the next one clearly; possessives take the subject of their own
clause first. "It" takes only what has a name, or the subject of the clause before it. Nothing is resolved inside
quotations.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from factcheck.stages.extract.antecedents import (
    announced,
    beside_owner,
    clause_owns,
    counted_before,
    has_doer,
    own_subject,
    parallel,
    subject_ahead,
    subject_before,
    told_of_either,
    two_before,
    who_tells,
)
from factcheck.stages.extract.clauses import clause_of, first_conjunct
from factcheck.stages.extract.cues import manner_of
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
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, rel

_REACH = 3  # sentences back
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
_AROUND = 2.0  # for the subject of the clause around the pronoun's own


def resolve(doc: Doc, names: Entities, quoted: list[Quotation], described: Mapping[int, Token]) -> dict[int, Referent]:
    """The referents of the pronouns that could be resolved, by token index."""
    found: dict[int, Referent] = {}

    def known(token: Token) -> Referent | None:
        return referent_of(token, names, described)

    spoken: dict[str, Counter[str]] = defaultdict(Counter)  # whose name shows no gender -> by which they were meant
    history: list[list[Referent]] = []
    speakers: list[tuple[int, Referent]] = []
    spans = iter(quoted)
    current = next(spans, None)
    for number, sentence in enumerate(doc.sents):
        here: list[Referent] = []
        for token in sentence:
            while current is not None and current.end <= token.idx:
                current = next(spans, None)
            speech = current is not None and current.start <= token.idx
            word = token.text.lower()
            if word in PERSON or word in PLURAL or word in THING:
                referent = None if speech else _speaks_on(token, word, number, speakers)
                if referent is None and not speech:
                    referent = _choose(token, word, here, history, found, known, spoken)
                if referent is not None:
                    if word in PERSON and referent.type == "person" and referent.gender is None:
                        spoken[referent.text][PERSON[word]] += 1
                    found[token.i] = referent
                    here.append(replace(referent, head=token, subject=rel(token) == "nsubj"))
                    if _tells(token):
                        speakers.append((number, referent))
                continue
            candidate = candidate_of(token, names, described)
            if candidate is not None and _tells(token):
                speakers.append((number, candidate))
            if candidate is not None and not speech:
                here.append(candidate)
                alone = names.of(token)
                if candidate.plural and candidate.type == "person" and alone is not None:  # each of "Ann and Bea"
                    here.append(replace(candidate, text=alone.entity, plural=False))
        history.append(here)
        del history[:-_REACH]
    return found


_OFTEN = 2  # times that somebody is spoken of as a man or as a woman, and never otherwise, before that is known


def _settled(spoken: Mapping[str, Counter[str]]) -> dict[str, str]:
    """The gender of those whose name does not show it, by how they were spoken of before."""
    return {text: next(iter(votes)) for text, votes in spoken.items() if len(votes) == 1 and votes.total() >= _OFTEN}


def _tells(token: Token) -> bool:
    """Whether a word is the subject of an act of saying."""
    return rel(token) == "nsubj" and manner_of(token.head) == "speech"


def _speaks_on(token: Token, word: str, number: int, speakers: list[tuple[int, Referent]]) -> Referent | None:
    """For the subject of an act of saying, who spoke last in the two sentences before: "Lee said ... He added ..."."""
    if word in THING or not _tells(token):
        return None
    before = [referent for sentence, referent in speakers if number - _REACH < sentence < number]
    if not before or not agrees(before[-1], word):
        return None
    return before[-1] if before[-1].type in HUMAN else None  # "the results revealed ... They say"


def _choose(
    token: Token,
    word: str,
    here: list[Referent],
    history: list[list[Referent]],
    found: Mapping[int, Referent],
    known: Known,
    spoken: Mapping[str, Counter[str]],
) -> Referent | None:
    if word in THING:
        told = who_tells(token, word, found, known) if rel(token) == "nsubj" and not is_pleonastic(token) else None
        return told or _thing(token, word, here, history)
    if word.endswith(("self", "selves")) and token.i > 0 and token.nbor(-1).pos_ in {"PROPN", "NOUN"}:
        return None  # "the mayor himself"
    possessive = token.tag_ == "PRP$"
    if possessive and re.fullmatch(r"\d0s|teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties", token.head.text):
        return None  # "a man in his early 30s"
    if possessive and token.head.text.lower() in {"place", "stead"} and kid(token.head, "case") is not None:
        return None  # "is to run in her place": not her own
    if word in PLURAL and told_of_either(token, known):
        return None
    told = (
        who_tells(token, word, found, known)
        or announced(token, word, known)
        or beside_owner(token, word, found, known)
        or counted_before(token, word, known)
    )
    if told is not None:
        return told
    if possessive and clause_owns(token, word, known):
        return None
    before = None if possessive else parallel(token, word, known)
    if before is not None:
        return before
    if possessive:
        own = own_subject(token, here, word, found, known)
        if own is not None:
            return own
        ahead = subject_ahead(token)
        referent = known(ahead) if ahead is not None else None
        if referent is not None and agrees(referent, word):
            return referent
        if word in PERSON and has_doer(token, known):
            return None
    if word in PERSON and two_before(token, word, known):
        return None
    aside = word in PLURAL and rel(token) != "nsubj"
    if aside and not possessive and rel(token) not in {"obj", "iobj"}:
        return None  # "around them"
    barred = _barred(token, possessive, here, found)
    cue = rel(token) == "nsubj" and manner_of(token.head) in {"speech", "belief", "fear"}
    does = rel(token) == "nsubj" and token.dep_ != "nsubj:pass" and kid(token.head, "cop") is None
    around = _subject_around(token)
    settled = _settled(spoken)
    weights: dict[str, float] = {}
    last: dict[str, Referent] = {}
    for back, pool in enumerate([here, *reversed(history)]):
        for referent in pool:
            if (
                referent.text in barred
                or not agrees(referent, word)
                or (_same_clause(token, referent.head, possessive) and not _beside(token))
            ):
                continue
            if word in PERSON and settled.get(referent.text, PERSON[word]) != PERSON[word]:
                continue
            weight = _weight(referent) * 0.5**back
            if word in PERSON and referent.text in settled:
                weight /= _UNSURE  # as sure as if the name showed it
            human = referent.type in HUMAN
            if cue and not human:
                continue
            if word in PLURAL and not human:
                main = rel(first_conjunct(referent.head).head) == "root"
                if not referent.subject or back > 1 or not main or (does and rel(token.head) != "root"):
                    continue
                weight *= _INANIMATE if does else 1.0  # what does something is mostly somebody
            if referent.head.i == around:
                weight *= _AROUND
            if cue and referent.subject and manner_of(referent.head.head) == "speech":
                weight *= 1.3
            weights[referent.text] = weights.get(referent.text, 0.0) + weight
            last.setdefault(referent.text, referent)
    ranked = sorted(weights, key=lambda text: (-weights[text], text))
    if not ranked:
        return None
    others = word in PERSON and any(told == PERSON[word] and text[:1].isupper() for text, told in settled.items())
    if others and _stranger(last[ranked[0]], spoken):  # the text speaks of another name as such
        recent = {referent.text for pool in (here, *history[-1:]) for referent in pool}
        if ranked[0] not in recent:
            return None
    if aside and not _people(last[ranked[0]]) and all(referent.text != ranked[0] for referent in here):
        return None  # "their" and "them" of a sentence before are a guess, but for people with a name
    if word in PERSON and _one_of_two(last[ranked[0]].head):
        return None  # "Both Lee and Roe were fond of jokes, he of puns"
    clear = _CLEAR_PLURAL if word in PLURAL else _CLEAR
    if not any(referent.subject and referent.text == ranked[0] for pool in (here, *history[-1:]) for referent in pool):
        near = any(
            referent.text == ranked[0] and (rel(referent.head) == "obj" or rel(referent.head.head) == "nsubj")
            for referent in here
        )
        if word in PLURAL and not near:  # much in a text is several: a lone one far away is a guess
            return None
        clear = _CLEAR_ASIDE
    if len(ranked) > 1 and weights[ranked[0]] < clear * weights[ranked[1]]:
        return None
    return last[ranked[0]]


def _stranger(referent: Referent, spoken: Mapping[str, Counter[str]]) -> bool:
    """Whether neither the name of somebody nor a pronoun before shows that it is a man or a woman."""
    unknown = referent.named and referent.type == "person" and referent.gender is None
    return unknown and not spoken.get(referent.text)


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


def _barred(token: Token, possessive: bool, here: list[Referent], found: Mapping[int, Referent]) -> set[str]:
    """Who takes part in the same predicate under another name or pronoun, and so cannot be meant by this one."""
    if possessive or token.text.lower().endswith(("self", "selves")) or _beside(token):
        return set()
    content = kid(token.head, "ccomp")
    if _tells(token) and (rel(token.head) == "parataxis" or (content is not None and content.i < token.i)):
        # "Lee never called, he said": he is not Lee
        return {referent.text for referent in here if referent.head.i < token.i}
    barred = {referent.text for referent in here if _same_clause(token, referent.head, possessive)}
    verb = next((above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    subject = clause_of(verb).subject if verb is not None and rel(token) != "nsubj" else None
    if subject is not None and subject.i != token.i:
        barred |= {referent.text for referent in here if referent.head.i == subject.i}
        if subject.i in found:
            barred.add(found[subject.i].text)
    return barred


def _beside(token: Token) -> bool:
    """ "A bright future ahead of him", "with her": phrases of place in which a plain pronoun may mean the subject."""
    if any(child.text.lower() == "with" for child in kids(token, "case")) and kid(token.head, "obj") is None:
        return False  # "Lee went with him", not "Lee took it with him"
    return rel(token) in {"obl", "nmod"} and any(
        child.text.lower() in {"behind", "around", "near", "above", "below", "beside", "with", "ahead", "before"}
        for child in (*kids(token, "case"), *kids(token.head, "case"), *(token.doc[max(0, token.i - 2) : token.i]))
    )


def _thing(token: Token, word: str, here: list[Referent], history: list[list[Referent]]) -> Referent | None:
    """What "it" or "its" stands for: the one subject with a name, or the subject of the clause before."""
    if rel(token) not in {"nsubj", "obj", "nmod"} or is_pleonastic(token):
        return None
    possessive = token.tag_ == "PRP$"
    if rel(token) in {"nsubj", "obj"}:
        before = subject_before(token, here)
        if before is not None or rel(token) == "obj":
            return before
    fronted = rel(token.head) == "advcl" and token.i < token.head.head.i
    for level, pool in enumerate([here] if fronted else [here, *reversed(history[-2:])]):
        fits = [
            referent
            for referent in pool
            if agrees(referent, word) and not _same_clause(token, referent.head, possessive)
        ]
        if not fits:
            continue
        subjects = [referent for referent in fits if referent.subject]
        alone = len({referent.text for referent in fits}) == 1
        if len({referent.text for referent in subjects}) == 1 and (alone or level > 0):
            return None if _nearer(token, subjects[-1], here) else subjects[-1]
        return None
    return None


def _one_of_two(head: Token) -> bool:
    """Whether somebody is named together with somebody else."""
    return rel(head) == "conj" or any(other.pos_ == "PROPN" for other in kids(head, "conj"))


def _people(referent: Referent) -> bool:
    """Whether it is several people with a name: "the Lee brothers", "Ann and Bea"."""
    words = (referent.head, *kids(referent.head, "compound"))
    return referent.type in {"person", "group"} and any(word.pos_ == "PROPN" for word in words)


def _nearer(token: Token, referent: Referent, here: list[Referent]) -> bool:
    """Whether a thing without a name was subject in between: "Socotra is far. Although the region is small, it"."""
    between = range(referent.head.i + 1, token.i)
    return any(
        other.subject and not other.plural and not other.named and other.gender == "n" and other.head.i in between
        for other in here
    )


def _same_clause(token: Token, other: Token, possessive: bool) -> bool:
    """Whether both are arguments of one predicate, so that a plain pronoun cannot mean the other."""
    if possessive:
        return inside(token, other)  # "his brother" is not his own brother
    if token.text.lower().endswith(("self", "selves")):
        return False
    above = next((part for part in ancestors(token) if rel(part) == "acl" or part.i == other.i), None)
    within = above is not None and above.i == other.i  # not "Lee, who said that he"
    return token.head.i == other.head.i or within or inside(other, token)
