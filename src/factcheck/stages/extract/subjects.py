"""What the subject of a predicate is, wherever it stands: through coordination, control and relative pronouns."""

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.stages.extract.cues import case_of, manner_of
from factcheck.stages.extract.predicates import is_fronted, is_participle, is_passive, is_predicate
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, rel

_SUBJECTS = ("nsubj", "csubj")

_SUMS = frozenset({"reward", "prize", "fine", "bounty", "grant", "loan", "ransom", "deposit", "bonus", "debt", "deal"})
_BODIES = frozenset({"family", "couple", "crew", "crowd", "gang", "authority", "police"})  # people, but "which" fits
# people, but "which" fits
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when", "why"})


def subject_of(token: Token, depth: int = 0) -> tuple[Token | None, bool, Token | None]:
    """The subject word, whether it stands elsewhere, and the antecedent if it was found through a relative pronoun.

    `depth` counts the predicates that were passed on the way here.
    """
    own = _whole_name(kids(token, *_SUBJECTS))
    relation = rel(token)
    if own is not None and own.tag_ in {"WP", "WDT"} and relation == "acl":
        nearer = [child for child in kids(token, *_SUBJECTS) if own.i < child.i < token.i and child.pos_ != "PRON"]
        if nearer:  # "a man who, police say, the guard tried to stop"
            return nearer[-1], False, token.head
    if own is not None:
        if relation == "acl" and own.pos_ in {"PRON", "DET", "SCONJ"} and lemma(own) in _RELATIVE:
            noun = _described(token, lemma(own))
            noun = noun and _meant(noun, token)
            noun = _measured(noun) if noun is not None and lemma(own) == "which" else noun
            said_of = _said_of(noun, depth) if noun is not None and lemma(own) == "who" else None
            return said_of or noun, True, noun
        if own.tag_ in {"WDT", "WP"} and relation not in {"ccomp", "csubj"}:
            before = noun_before(token)
            if before is not None:
                return before, True, before
        return own, False, None
    if depth > 12 or token.head.i == token.i:
        return None, False, None
    before = fronted_subject(token)
    if before is not None:
        return before, before.head.i != token.i, None
    if relation == "conj":
        strayed = strayed_subject(token)
        if strayed is not None:
            return strayed, True, None
        subject, _, antecedent = subject_of(token.head, depth + 1)
        teller = _goes_on_telling(token, subject, depth)
        if teller is not None:
            return teller, True, None
        if subject is not None and not number_agrees(subject, token):
            described = _relative_before(token)  # "found a frog that had not been seen in years and was taken for lost"
            return described, True, described
        return subject, True, antecedent
    if relation == "acl" and is_fronted(token):
        return kid(token.head, *_SUBJECTS), True, None
    if relation == "acl":
        return _doer_of(token, depth), True, None
    if relation == "xcomp":
        return _controller(token, depth)
    if relation == "advcl" or (relation == "parataxis" and is_participle(token)):
        governor = token.head
        if lemma(governor) == "responsible" and rel(governor) == "amod" and governor.i > governor.head.i:
            return governor.head, True, None  # "leaders responsible for smuggling"
        if not is_predicate(governor):
            return None, False, None
        judged = _judged(token)
        if judged is not None:
            return judged, True, None
        made = kid(governor, "obj")
        if made is not None and governor.i < made.i < token.i and _of_things(token):
            return made, True, None  # "is serving a term of four years, imposed in March"
        subject, _, antecedent = subject_of(governor, depth + 1)
        return subject, True, antecedent
    return None, False, None


def _whole_name(subjects: list[Token]) -> Token | None:
    """The first subject, or the noun that it measures where both were taken for subjects: "a magnitude 6.4 quake"."""
    if len(subjects) < 2:
        return subjects[0] if subjects else None
    first, last = subjects[:2]
    if first.pos_ != "NOUN" or kid(first, "flat", "nummod") is None:
        return first
    return last if last.pos_ == "NOUN" and last.i == first.right_edge.i + 1 else first


def _doer_of(participle: Token, depth: int) -> Token:
    """What a participle after a noun is said of: the noun, or where a comma parts them, the subject of the clause that
    the noun ends ("is still a favourite, leading Roe"; "is dubious from that standpoint, breaking the law"; "left the
    van, flanked by guards").
    """
    noun = participle.head
    if participle.tag_ == "VB" and kid(noun, "cop") is not None and kid(noun, "nsubj") is not None:
        return kid(noun, "nsubj") or noun  # "is a favourite to win"
    edge = participle.left_edge
    if participle.i < noun.i or "," not in {edge.text, edge.nbor(-1).text if edge.i > 0 else ""}:
        return noun
    beside = _named_before(participle)
    if beside is not None and not _within(beside, noun):
        return beside
    governor = noun.head
    while rel(noun) in {"nmod", "conj", "appos"} and rel(governor) in {"obl", "obj", "nmod", "conj"}:
        noun, governor = governor, governor.head
    linking = rel(noun) == "xcomp" and noun.pos_ != "VERB" and lemma(governor) in {"remain", "become", "stay", "seem"}
    said = kid(noun, "cop") is not None or linking
    active = participle.tag_ == "VBG" and rel(noun) == "obl" and noun.i > governor.i and not _of_amounts(participle)
    active = active and lemma(governor) not in words("predicates", "charging") | {"charge"}
    led = participle.tag_ == "VBN" and lemma(participle) in words("predicates", "of_people")
    led = led and rel(noun) in {"obl", "obj"}
    clause = noun if kid(noun, "cop") is not None else governor
    if not (said or active or led) or not is_predicate(clause):
        return participle.head
    subject, _, _ = subject_of(clause, depth + 1)
    if subject is None or subject.i > participle.i or (led and not _is_person(subject)):
        return participle.head
    if led and (_is_person(participle.head) or _is_person(noun)):
        return participle.head
    return subject


def _named_before(participle: Token) -> Token | None:
    """The subject right before a participle between commas: "in a call, Ann Lee, naming herself, said"."""
    noun = noun_before(participle)
    if noun is None and participle.left_edge.text == ",":
        before = participle.left_edge.nbor(-1)
        noun = before.head if rel(before) == "flat" else before
    return noun if noun is not None and rel(noun) == "nsubj" else None


def _within(noun: Token, above: Token) -> bool:
    return noun.i == above.i or any(part.i == above.i for part in ancestors(noun))


def _of_amounts(participle: Token) -> bool:
    """Whether a participle can only be said of an amount or a group: "an average of 13, ranging from 4 to 25"."""
    return lemma(participle) in {"range", "number", "total", "vary", "include", "date", "cost", "consist", "contain"}


def _judged(gerund: Token) -> Token | None:
    """Who did it in "praised him for locking the door": whom a verb of praise, blame or punishment is about."""
    marks = {child.text.lower() for child in kids(gerund, "mark", "case")}
    judged = marks & {"for", "of"} and lemma(gerund.head) in words("predicates", "judging")
    if not judged and not ("with" in marks and lemma(gerund.head) == "charge"):
        return None
    return kid(gerund.head, "obj", "nsubj:pass")


def _relative_before(token: Token) -> Token | None:
    """What a relative clause right before a joined verb describes, if the verb can go on with it."""
    clauses = [part for part in token.head.subtree if rel(part) == "acl" and part.i < token.i]
    for clause in reversed(clauses):
        own = kid(clause, *_SUBJECTS)
        noun, _, _ = subject_of(clause)
        if own is not None and lemma(own) in _RELATIVE and noun is not None and number_agrees(noun, token):
            return noun
    return None


def _meant(noun: Token, clause: Token) -> Token:
    """The noun that a relative clause describes where the nearest does not fit: another number ("a frog in the forests
    that was lost"), or a place where an event is what does harm ("the shooting at a school that left four injured").
    """
    if lemma(clause) in words("predicates", "harming") and not _happens(noun) and type_is_thing(noun):
        near = noun_before(clause)  # "the crater left by the blast that killed ten"
        if near is not None and near.i > noun.i and inside(near, noun) and _happens(near):
            return near
    for _ in range(3):
        above = noun.head
        if rel(noun) != "nmod" or above.pos_ not in {"NOUN", "PROPN"}:
            return noun
        harms = lemma(clause) in words("predicates", "harming") and _happens(above) and not _happens(noun)
        if not (harms or not number_agrees(noun, clause)) or not number_agrees(above, clause):
            return noun
        noun = above
    return noun


def type_is_thing(noun: Token) -> bool:
    """Whether a noun is no name and nobody."""
    people = words("people", "people") | words("people", "roles") | words("people", "kin")
    return noun.pos_ == "NOUN" and lemma(noun) not in people | words("people", "organizations")


def _measured(noun: Token) -> Token:
    """The sum or prize whose amount a clause with "which" follows: "the reward of 25,000 euros, which ran out"."""
    above = noun.head
    amount = rel(noun) == "nmod" and kid(noun, "nummod") is not None and case_of(noun) == "of"
    return above if amount and lemma(above) in _SUMS else noun


def _happens(noun: Token) -> bool:
    return lemma(noun) in mapping("events", "object") or lemma(noun) in words("events", "happenings")


def number_agrees(subject: Token, predicate: Token) -> bool:
    """Whether a noun can be the subject of a predicate by their number; True where either does not show it."""
    verbs = [part for part in (*kids(predicate, "aux", "cop"), predicate) if part.tag_ in {"VBZ", "VBP", "VBD"}]
    finite = verbs[0] if verbs else None
    if finite is None or subject.pos_ != "NOUN" or subject.ent_type_ or kid(subject, "conj", "nummod") is not None:
        return True
    word = finite.text.lower()
    one = finite.tag_ == "VBZ" or word == "was"
    several = word in {"are", "were", "have"}
    if subject.tag_ == "NNS":
        return not one or lemma(subject) == subject.text.lower()  # "headquarters", "news"
    single = subject.tag_ == "NN" and lemma(subject) not in words("people", "organizations") | words(
        "predicates", "many"
    )
    return not several or not single


def _described(token: Token, pronoun: str) -> Token | None:
    """The noun that a relative clause describes, by its pronoun: "who" a person, "which" a thing."""
    if pronoun == "which":
        return _something(token.head)
    near = noun_before(token)
    named = near is not None and near.ent_type_ in {"PER", "PERSON"}
    if pronoun == "who":
        noun = _somebody(token.head)
        return near if named and not _is_person(noun) else noun
    if pronoun == "that" and near is not None and _is_person(token.head) and not _is_person(near) and not named:
        return near  # "people killed in the floods that struck the town"
    return token.head


def fronted_subject(token: Token) -> Token | None:
    """The noun before a gerund that is what is shown to do it, taken for its object: "polls show Lee leading Roe"."""
    if token.tag_ != "VBG" or rel(token) != "ccomp" or kid(token, "nsubj", "aux", "mark") is not None:
        return None
    shown = kid(token.head, "obj") if lemma(token.head) in {"show", "put", "have", "find"} else None
    if shown is not None and shown.right_edge.i + 1 == token.left_edge.i and token.head.i < shown.i:
        return shown
    objects = kids(token, "obj")
    return objects[0] if len(objects) > 1 and objects[0].i < token.i < objects[1].i else None


def strayed_subject(token: Token) -> Token | None:
    """The subject of a conjoined verb that the parse hung on the verb before: "(many were) killed and thousands
    driven from home".
    """
    joint = kid(token, "cc")
    if rel(token) != "conj" or joint is None or joint.i > token.i or kid(token, *_SUBJECTS) is not None:
        return None
    return next((child for child in kids(token.head, "nsubj", "obj") if joint.i < child.i < token.i), None)


def _of_things(participle: Token) -> bool:
    """Whether a bare participle says what is done to things and never to people: "imposed in March"."""
    bare = participle.tag_ == "VBN" and kid(participle, "aux", "mark", "nsubj", "obj") is None
    return bare and lemma(participle) in words("predicates", "of_things")


def _goes_on_telling(token: Token, subject: Token | None, depth: int) -> Token | None:
    """Who praises in "she said arson had been ruled out and praised the crew": no thing does, so it is who said it, and
    who describes in "she said the cuts were fair and described them as a start".
    """
    told = token.head
    cue = told.head
    if token.tag_ != "VBD" or rel(told) != "ccomp" or cue.tag_ != "VBD" or manner_of(cue) != "speech":
        return None
    if (
        subject is None
        or subject.pos_ != "NOUN"
        or not (is_passive(told) or kid(told, "cop") is not None)
        or not (manner_of(token) in {"speech", "stance"} or _describes(token))
    ):
        return None
    if any(lemma(subject) in words("people", name) for name in ("people", "roles", "kin", "organizations")):
        return None
    if lemma(subject) in words("speech", "documents") or subject.ent_type_:
        return None
    teller, _, _ = subject_of(cue, depth + 1)
    return teller


def _describes(verb: Token) -> bool:
    """Whether a verb says as what somebody sees something that a pronoun stands for: "framed them as a start"."""
    seen = kid(verb, "obj")
    return lemma(verb) in words("predicates", "seeing_as") and seen is not None and seen.tag_ == "PRP"


def _somebody(noun: Token) -> Token:
    """The noun that "who" can describe: the nearest person among the noun it was attached to and those above it."""
    current = noun
    for _ in range(4):
        word = lemma(current)
        if current.ent_type_ in {"PER", "PERSON"} or any(
            word in words("people", name) for name in ("people", "roles", "kin")
        ):
            return current
        if rel(current) not in {"nmod", "compound", "appos", "conj"} or current.head.i == current.i:
            break
        current = current.head
    return noun


def _said_of(noun: Token, depth: int) -> Token | None:
    """Whom "a lawyer" is said of in "Lee is a lawyer who won three cases": who won them is Lee."""
    indefinite = any(child.text.lower() in {"a", "an"} for child in kids(noun, "det"))
    if not indefinite or kid(noun, "cop") is None or depth > 6:
        return None
    subject, _, _ = subject_of(noun, depth + 1)
    if (
        subject is None
        or subject.pos_ not in {"PROPN", "NOUN", "PRON"}
        or lemma(subject) in {"it", "this", "that", "there"}
    ):
        return None
    return subject


def _is_person(noun: Token) -> bool:
    if noun.ent_type_ in {"PER", "PERSON"}:
        return True
    word = lemma(noun)
    return word not in _BODIES and any(word in words("people", name) for name in ("people", "roles", "kin"))


def _something(noun: Token) -> Token | None:
    """The noun that "which" can describe: if it was attached to a person, the nearest thing before that person."""
    if not _is_person(noun) or noun.tag_ in {"NNS", "NNPS"}:
        return noun
    before = [
        child
        for child in noun.head.children
        if child.i < noun.i and rel(child) in {"obj", "obl", "nmod"} and child.i != noun.i and not _is_person(child)
    ]
    if rel(noun) == "nmod" and noun.head.pos_ == "NOUN" and not _is_person(noun.head):
        return noun.head
    return before[-1] if before else None


def noun_before(token: Token) -> Token | None:
    """The noun that a clause with a relative pronoun follows, where the parse does not say so."""
    position = token.left_edge.i - 1
    doc = token.doc
    while position >= 0 and doc[position].text in {",", "—", "–", "(", "and"}:
        position -= 1
    if position < 0 or doc[position].pos_ not in {"NOUN", "PROPN"} or doc[position].sent.start != token.sent.start:
        return None
    noun = doc[position]
    while rel(noun) in {"flat", "compound"} and noun.head.i < position:
        noun = noun.head
    return noun


def _controller(token: Token, depth: int) -> tuple[Token | None, bool, Token | None]:
    governor = token.head
    if lemma(governor) in words("predicates", "object_control"):
        target = kid(governor, "obj", "iobj", "nsubj:pass")
        if target is not None:
            return target, True, None
    subject, _, antecedent = subject_of(governor, depth + 1)
    return subject, True, antecedent
