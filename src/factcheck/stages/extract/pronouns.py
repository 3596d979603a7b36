"""Third-person pronouns: resolved where one candidate stands out, otherwise left alone.

Candidates are weighed as by Lappin and Leass (Computational Linguistics 20:4, 1994): each mention of somebody counts by
its grammatical role, half as much for each sentence back, and the mentions of one entity add up. A pronoun takes the
entity that agrees in number and gender and outweighs the next one clearly; possessives take the subject of their own
clause first. "It" takes only what has a name, or the subject of the clause before it. Nothing is resolved inside
quotations.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import clause_of, first_conjunct
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.entities import Entities
from factcheck.stages.extract.quotes import Quotation
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, noun_phrase, rel, text_of

Known = Callable[[Token], "Referent | None"]

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_BODIES = frozenset({"family", "couple", "crew", "crowd", "gang", "authority", "people"})  # one word, several people
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
_CLEAR = 1.15  # how many times the weight of the second the first must have
_CLEAR_PLURAL = 1.35
_UNSURE = 0.7  # somebody whose gender is not known
_UNNAMED = 0.85
_INANIMATE = 0.8
_SOURCE = 0.3  # "according to Lee" names who tells, not whom the text is about
_AROUND = 2.0  # for the subject of the clause around the pronoun's own
_MEASURES = frozenset(
    [
        *("year", "day", "month", "week", "hour", "minute", "second", "time", "decade", "percent", "%"),
        *("mile", "kilometer", "metre", "meter", "yard", "point", "dollar", "euro", "way"),
    ]
)
_LIMBS = frozenset({"head"})  # "the head of the firm" is somebody, "shot in the head" nobody


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun stands for: the name or description to put in its place, the type, the head word."""

    text: str
    type: str | None
    head: Token
    gender: str | None = None
    plural: bool = False
    subject: bool = False
    named: bool = False


def resolve(doc: Doc, names: Entities, quoted: list[Quotation], described: Mapping[int, Token]) -> dict[int, Referent]:
    """The referents of the pronouns that could be resolved, by token index."""
    found: dict[int, Referent] = {}

    def known(token: Token) -> Referent | None:
        return _referent(token, names, described)

    history: list[list[Referent]] = []
    spans = iter(quoted)
    current = next(spans, None)
    for sentence in doc.sents:
        here: list[Referent] = []
        for token in sentence:
            while current is not None and current.end <= token.idx:
                current = next(spans, None)
            speech = current is not None and current.start <= token.idx
            word = token.text.lower()
            if word in _PERSON or word in _PLURAL or word in _THING:
                referent = None if speech else _choose(token, word, here, history, found, known)
                if referent is not None:
                    found[token.i] = referent
                    here.append(replace(referent, head=token, subject=rel(token) == "nsubj"))
                continue
            candidate = _candidate(token, names, described)
            if candidate is not None and not speech:
                here.append(candidate)
                alone = names.of(token)
                if candidate.plural and candidate.type == "person" and alone is not None:  # each of "Ann and Bea"
                    here.append(replace(candidate, text=alone.entity, plural=False))
        history.append(here)
        del history[:-_REACH]
    return found


def _candidate(token: Token, names: Entities, described: Mapping[int, Token]) -> Referent | None:
    if (
        token.pos_ not in {"NOUN", "PROPN", "NUM"}
        or rel(token)
        in {
            "compound",
            "flat",
            "fixed",
            "nummod",
            "amod",
            "appos",
        }
        or token.dep_ == "nmod:desc"
    ):
        return None
    if lemma(token) in _MEASURES or token.text[:1].isdigit() or token.ent_type_ in {"DATE", "TIME"}:
        return None
    return _referent(token, names, described)


def _referent(token: Token, names: Entities, described: Mapping[int, Token]) -> Referent | None:
    """What a noun can be for a pronoun; None for what is no noun."""
    if token.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return None
    mention = names.of(described.get(token.i, token))
    subject = rel(token) == "nsubj" and rel(token.head) not in {"acl"}
    if mention is not None and mention.type == "person":
        plural = kid(token, "conj") is not None
        subject = subject or (rel(token) == "conj" and rel(token.head) == "nsubj")
        named = [mention.entity]
        if plural:
            named += [found.entity for part in kids(token, "conj") if (found := names.of(part)) is not None]
            plural = len(named) > 1
        both = " and ".join([", ".join(named[:-1]), named[-1]]) if plural else mention.entity
        return Referent(both, "person", token, names.genders.get(mention.entity), plural, subject, named=True)
    if mention is not None and mention.type == "group":
        return Referent(mention.entity, "group", token, None, True, subject)
    if mention is not None:
        return Referent(_described(token), mention.type, token, "n", False, subject, named=True)
    plural = (
        lemma(token) == "police"
        or "Plur" in token.morph.get("Number", [])
        or token.tag_ in {"NNS", "NNPS"}
        or kid(token, "conj") is not None
    )
    limb = lemma(token) in _LIMBS and kid(token, "nmod", "compound", "amod") is None
    human = (
        not limb
        and lemma(token) not in _BODIES
        and lemma(token) in words("people", "people") | words("people", "roles") | words("people", "kin")
    )
    kind = (
        "group"
        if plural and human
        else ("person" if human else ("organization" if lemma(token) in words("people", "organizations") else "thing"))
    )
    gender = None if human else "n"
    if lemma(token) in {"woman", "mother", "sister", "daughter", "wife", "girl", "actress", "aunt"}:
        gender = "f"
    elif lemma(token) in {"man", "father", "brother", "son", "husband", "boy", "actor", "uncle"}:
        gender = "m"
    return Referent(_described(token), kind, token, gender, plural, subject)


def _described(token: Token) -> str:
    tokens = noun_phrase(token)
    text = text_of(tokens)
    if text[:2] in {"A ", "a "}:
        text = "the " + text[2:]
    elif text[:3] in {"An ", "an "}:
        text = "the " + text[3:]
    first = tokens[0]
    common = first.pos_ not in {"PROPN", "NOUN"} or (first.pos_ == "NOUN" and first.is_sent_start)
    keeps = first.text[1:].lower() != first.text[1:] or first.ent_type_
    return text[:1].lower() + text[1:] if common and not keeps else text


def _choose(
    token: Token,
    word: str,
    here: list[Referent],
    history: list[list[Referent]],
    found: Mapping[int, Referent],
    known: Known,
) -> Referent | None:
    if word in _THING:
        return _thing(token, word, here, history)
    if word.endswith(("self", "selves")) and token.i > 0 and token.nbor(-1).pos_ in {"PROPN", "NOUN"}:
        return None  # "the mayor himself"
    possessive = token.tag_ == "PRP$"
    if possessive:
        own = _own_subject(token, here, word, found, known)
        if own is not None:
            return own
    barred = _barred(token, possessive, here, found)
    cue = rel(token) == "nsubj" and manner_of(token.head) in {"speech", "belief", "fear"}
    does = rel(token) == "nsubj" and token.dep_ != "nsubj:pass" and kid(token.head, "cop") is None
    around = _subject_around(token)
    weights: dict[str, float] = {}
    last: dict[str, Referent] = {}
    for back, pool in enumerate([here, *reversed(history)]):
        for referent in pool:
            if (
                referent.text in barred
                or not _agrees(referent, word)
                or (_same_clause(token, referent.head, possessive) and not _beside(token))
            ):
                continue
            weight = _weight(referent) * 0.5**back
            human = referent.type in {"person", "group", "organization"}
            if cue and not human:
                continue
            if word in _PLURAL and not human:
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
    clear = _CLEAR_PLURAL if word in _PLURAL else _CLEAR
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] < clear * weights[ranked[1]]):
        return None
    return last[ranked[0]]


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
    return rel(token) in {"obl", "nmod"} and any(
        child.text.lower() in {"behind", "around", "near", "above", "below", "beside", "with", "ahead", "before"}
        for child in (*kids(token, "case"), *kids(token.head, "case"), *(token.doc[max(0, token.i - 2) : token.i]))
    )


def _thing(token: Token, word: str, here: list[Referent], history: list[list[Referent]]) -> Referent | None:
    """What "it" or "its" stands for: something with a name that stands out, or the subject of the clause before."""
    if rel(token) not in {"nsubj", "nmod"} or _pleonastic(token):
        return None
    possessive = token.tag_ == "PRP$"
    if rel(token) == "nsubj":
        before = _subject_before(token, here)
        if before is not None:
            return before
    fronted = rel(token.head) == "advcl" and token.i < token.head.head.i
    for level, pool in enumerate([here] if fronted else [here, *reversed(history[-2:])]):
        fits = [
            referent
            for referent in pool
            if _agrees(referent, word) and not _same_clause(token, referent.head, possessive)
        ]
        if not fits:
            continue
        subjects = [referent for referent in fits if referent.subject]
        if len({referent.text for referent in fits}) == 1:
            return fits[-1] if subjects or level == 0 else None
        if len({referent.text for referent in subjects}) == 1 and level > 0:
            return subjects[-1]
        return None
    return None


def _subject_before(token: Token, here: list[Referent]) -> Referent | None:
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
        if not referent.plural and referent.type in {"thing", "organization", "place"} and referent.head.i < token.i
    ]
    mine = [referent for referent in single if referent.head.i == subject.i]
    rivals = {referent.text for referent in single if rel(referent.head) in {"nsubj", "obj"}} - {
        referent.text for referent in mine
    }
    return mine[-1] if mine and not rivals else None


def _own_subject(
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
            return found[subject.i] if _agrees(found[subject.i], word) else None
        fit = next((referent for referent in here if referent.head.i == subject.i and _agrees(referent, word)), None)
        fit = fit or known(subject)
        if fit is not None and _agrees(fit, word):
            return fit
        if rel(subject) == "nsubj" and subject.pos_ == "PRON":
            return None
    return None


def _agrees(referent: Referent, word: str) -> bool:
    team = referent.named and re.match(r"[Tt]he \w+s$", referent.text) is not None  # "the Giants"
    if word in _PLURAL:
        return (referent.plural or team) and not {"their", "they", "them"} & set(referent.text.lower().split())
    if word in _THING:  # only what has a name: "it" may stand for too much else
        return (
            not referent.plural and not team and referent.named and referent.type in {"organization", "place", "thing"}
        )
    if referent.text in {"God", "Allah", "Jesus"}:
        return False
    return referent.type == "person" and not referent.plural and referent.gender in {None, _PERSON[word]}


def _same_clause(token: Token, other: Token, possessive: bool) -> bool:
    """Whether both are arguments of one predicate, so that a plain pronoun cannot mean the other."""
    if possessive:
        return inside(token, other)  # "his brother" is not his own brother
    if token.text.lower().endswith(("self", "selves")):
        return False
    return token.head.i == other.head.i or inside(token, other) or inside(other, token)


def _pleonastic(token: Token) -> bool:
    """ "It is clear that", "it rained", "it seems": no referent."""
    head = token.head
    if rel(token) != "nsubj":
        return False
    tells = manner_of(head) == "speech" and token.dep_ == "nsubj" and kid(head, "aux:pass") is None
    if (kid(head, "csubj", "ccomp") is not None and not tells) or lemma(head) in {
        "seem",
        "appear",
        "rain",
        "snow",
        "take",
        "turn",
    }:
        return True
    if kid(head, "cop") is not None and head.pos_ in {"NOUN", "PROPN", "NUM", "ADV"}:
        return True  # "it was the first time": what was told before
    return kid(head, "cop") is not None and any(
        mark.text.lower() in {"to", "that"}
        for child in kids(head, "advcl", "acl", "xcomp")
        for mark in kids(child, "mark")
    )
