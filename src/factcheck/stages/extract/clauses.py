"""Which words head a clause, what each clause's subject is, and which stretch of text it covers.

A clause here is a predicate with its participants, as in ClausIE (Del Corro and Gemulla, WWW 2013), read off Universal
Dependencies: verbs, and nouns, adjectives and adverbs with a copula. Infinitives and participles that only complete
another verb (`xcomp`) stay in that verb's clause.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.tree import kid, kids, lemma, rel

_CLAUSAL = frozenset({"root", "ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp"})
_SUBJECTS = ("nsubj", "csubj")
_BODIES = frozenset({"family", "couple", "crew", "crowd", "gang", "authority", "police"})  # people, but "which" fits
_BESIDE = frozenset({"punct", "conj", "cc", "parataxis"})
_EMPTY = frozenset({"it", "this", "that", "there"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when", "why"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and how it is embedded.

    `head` is the predicate's word, `relation` how the clause hangs on its governor ("root", "relcl", "acl", "advcl",
    "ccomp", "csubj", "parataxis", "conj"); for a conjoined predicate it is "conj" and `base` is the relation of
    the first
    conjunct. `subject` is the word that names the subject, wherever it stands; `shared` says that it does not stand in
    this clause. `antecedent` is the noun that a relative clause describes. `passive` is the syntactic voice.
    """

    head: Token
    relation: str
    base: str
    subject: Token | None
    shared: bool
    passive: bool
    antecedent: Token | None = None
    mark: str | None = None


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


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence by the position of their head words."""
    return [clause_of(token) for token in sentence if is_predicate(token) and _heads_clause(token)]


def _heads_clause(token: Token) -> bool:
    relation = rel(token)
    if relation in {"xcomp"}:
        return False
    if relation == "conj":
        first = first_conjunct(token)
        if is_gerund_noun(token):
            return False
        return is_predicate(first) and (rel(first) in _CLAUSAL or is_predicate(token))
    if relation in {
        "nmod",
        "obl",
        "obj",
        "nsubj",
        "appos",
        "dep",
        "list",
    }:  # gerunds as nouns, free relatives, parser slips
        return kid(token, "nsubj", "cop", "obj", "aux") is not None or token.pos_ == "VERB"
    return relation in _CLAUSAL or relation in {"advmod", "dislocated", "orphan"}


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
    for child in kids(token, "advmod"):
        if (
            child.tag_ == "WRB"
            and child.i < token.i
            and lemma(child) in {"when", "while", "where", "how", "why", "whenever"}
        ):
            return lemma(child)
    return None


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
    if kid(token, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
        return True
    if token.tag_ == "VBN" and rel(token) == "advcl" and kid(token, "aux", "cop") is None and mark_of(token) == "with":
        return True  # "with two houses damaged"
    if kid(token, "nsubj", "cop") is not None or token.tag_ != "VBN":
        return False
    relation = rel(token)
    if relation == "conj":
        return kid(token, "aux") is None and is_passive(first_conjunct(token))
    return relation in {"acl", "advcl"} and kid(token, "aux") is None


def clause_of(token: Token) -> Clause:
    """The clause that the token heads, with its subject looked up through coordination, control and relativisation."""
    first = first_conjunct(token)
    base = _relation(first)
    subject, shared, antecedent = _subject(token, 0)
    if base == "relcl" and antecedent is None and first.left_edge.tag_ == "WP$":
        near = _noun_before(first)  # "the identity of Lee, whose name ..."
        antecedent = near if near is not None and near.pos_ == "PROPN" and first.head.pos_ != "PROPN" else None
    return Clause(
        token,
        "conj" if first.i != token.i else base,
        base,
        subject,
        shared,
        is_passive(token),
        antecedent or (_antecedent(first) if subject is not None or not shared else None),
        mark_of(token),
    )


def _relation(token: Token) -> str:
    relation = rel(token)
    if relation == "parataxis" and _is_participle(token):
        return "advcl"
    if relation == "acl" and _fronted(token):
        return "advcl"
    if relation == "acl":
        return "relcl" if token.dep_ == "acl:relcl" or _is_relative(token) else "acl"
    return relation if relation in _CLAUSAL else ("root" if relation == "conj" else relation)


def _fronted(token: Token) -> bool:
    """Whether a participle before a predicate noun describes that clause's subject ("known as Ace, Lee was a spy")."""
    subject = kid(token.head, "nsubj")
    return token.tag_ in {"VBN", "VBG"} and token.i < token.head.i and subject is not None and token.i < subject.i


def _is_participle(token: Token) -> bool:
    """Whether a clause without subject hangs on a participle ("having won, ...")."""
    if kid(token, "nsubj", "cop") is not None:
        return False
    helper = kid(token, "aux")
    return helper.tag_ == "VBG" if helper is not None else token.tag_ in {"VBG", "VBN"}


def _is_relative(token: Token) -> bool:
    return any(child.tag_ in {"WDT", "WP", "WP$", "WRB"} for child in token.children)


def _antecedent(token: Token) -> Token | None:
    return token.head if rel(token) == "acl" and not _fronted(token) and token.head.i != token.i else None


def _subject(token: Token, depth: int) -> tuple[Token | None, bool, Token | None]:
    """The subject word, whether it stands elsewhere, and the antecedent if it was found through a relative pronoun."""
    own = kid(token, *_SUBJECTS)
    relation = rel(token)
    if own is not None and own.tag_ in {"WP", "WDT"} and relation == "acl":
        nearer = [child for child in kids(token, *_SUBJECTS) if own.i < child.i < token.i and child.pos_ != "PRON"]
        if nearer:  # "a man who, police say, the guard tried to stop"
            return nearer[-1], False, token.head
    if own is not None:
        if relation == "acl" and own.pos_ in {"PRON", "DET", "SCONJ"} and lemma(own) in _RELATIVE:
            noun: Token | None = token.head
            if lemma(own) == "who":
                noun = _somebody(token.head)
                near = _noun_before(token)
                if near is not None and not _is_person(noun) and near.ent_type_ in {"PER", "PERSON"}:
                    noun = near
                said_of = _said_of(noun, depth)
                if said_of is not None:
                    return said_of, True, noun
            elif lemma(own) == "which":
                noun = _something(token.head)
            elif lemma(own) == "that" and _is_person(token.head):
                near = _noun_before(token)  # "people killed in the floods that struck the town"
                if near is not None and not _is_person(near) and near.ent_type_ not in {"PER", "PERSON"}:
                    noun = near
            return noun, True, noun
        if own.tag_ in {"WDT", "WP"} and relation not in {"ccomp", "csubj"}:
            before = _noun_before(token)
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
        subject, _, antecedent = _subject(token.head, depth + 1)
        teller = _goes_on_telling(token, subject, depth)
        if teller is not None:
            return teller, True, None
        return subject, True, antecedent
    if relation == "acl" and _fronted(token):
        return kid(token.head, *_SUBJECTS), True, None
    if relation == "acl":
        return token.head, True, None
    if relation == "xcomp":
        return _controller(token, depth)
    if relation == "advcl" or (relation == "parataxis" and _is_participle(token)):
        governor = token.head
        if not is_predicate(governor):
            return None, False, None
        made = kid(governor, "obj")
        if made is not None and governor.i < made.i < token.i and _of_things(token):
            return made, True, None  # "is serving a term of four years, imposed in March"
        subject, _, antecedent = _subject(governor, depth + 1)
        return subject, True, antecedent
    return None, False, None


def fronted_subject(token: Token) -> Token | None:
    """The noun before a gerund that is what is shown to do it, taken for its object: "polls show Lee leading Roe"."""
    if token.tag_ != "VBG" or rel(token) != "ccomp" or kid(token, "nsubj", "aux", "mark") is not None:
        return None
    shown = kid(token.head, "obj") if lemma(token.head) in {"show", "put", "have", "find"} else None
    if shown is not None and shown.right_edge.i + 1 == token.left_edge.i and token.head.i < shown.i:
        return shown
    objects = kids(token, "obj")
    return objects[0] if len(objects) > 1 and objects[0].i < token.i < objects[1].i else None


def shared_object(head: Token) -> Token | None:
    """The object that a verb has in common with another one of its coordination, and that the parse hung on that one.

    The last verb before an object always takes it ("hit and killed a woman"). One before that does where it is a verb
    that nearly always has an object, or shooting and stabbing that hurt somebody; a number counts those of the last
    verb alone ("shot and killed three": more may have been shot).
    """
    bare_gerund = head.tag_ == "VBG" and kid(first_conjunct(head), "aux") is None  # "a savings and borrowing plan"
    if head.pos_ != "VERB" or is_passive(head) or bare_gerund:
        return None
    verbs = _coordinated(head)
    after = [(verb, noun) for verb in verbs if verb.i != head.i for noun in kids(verb, "obj") if noun.i > head.i]
    if not after or any(child.i > head.i and rel(child) not in _BESIDE for child in head.children):
        return None
    owner, noun = after[0]
    edge = noun.left_edge.i
    last = max((verb for verb in verbs if verb.i < edge), key=lambda verb: verb.i)
    if (
        is_passive(owner)
        or owner.i > last.i
        or not _side_by_side(min(head, owner, key=lambda verb: verb.i), last, edge)
    ):
        return None
    if head.i == last.i:
        return noun
    hurts = lemma(head) in {"shoot", "stab"} and lemma(last) in {"kill", "wound", "injure"}
    takes = hurts or lemma(head) in words("predicates", "taking")
    return noun if takes and owner.i == last.i and not is_counted(noun) else None


def is_counted(noun: Token) -> bool:
    """Whether a noun comes with a number, or with a word like "several"."""
    return noun.like_num or any(
        rel(child) == "nummod" or child.text.lower() in {"several", "many", "some", "dozens", "hundreds", "thousands"}
        for child in (noun, *noun.children)
    )


def _coordinated(head: Token) -> list[Token]:
    """The verbs of a coordination in text order."""
    found = [first_conjunct(head)]
    for verb in found:
        found.extend(child for child in kids(verb, "conj") if child.pos_ == "VERB" and kid(child, "nsubj") is None)
        if len(found) > 6:
            break
    return sorted(found, key=lambda verb: verb.i)


def _side_by_side(first: Token, last: Token, edge: int) -> bool:
    """Whether only "and", commas and adverbs stand between two verbs, and nothing between the last and `edge`."""
    between = first.doc[first.i + 1 : last.i] if first.i < last.i else ()
    tight = all(
        (rel(token) == "cc" and token.text.lower() in {"and", "then", "&"})
        or rel(token) in {"punct", "advmod"}
        or (rel(token) == "conj" and token.pos_ == "VERB")
        for token in between
    )
    return tight and all(token.dep_ == "compound:prt" for token in first.doc[last.i + 1 : edge])


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
    """Who praises in "she said arson had been ruled out and praised the crew": no thing does, so it is who said it."""
    told = token.head
    cue = told.head
    if token.tag_ != "VBD" or rel(told) != "ccomp" or cue.tag_ != "VBD" or manner_of(cue) != "speech":
        return None
    if (
        subject is None
        or subject.pos_ != "NOUN"
        or not is_passive(told)
        or manner_of(token) not in {"speech", "stance"}
    ):
        return None
    if any(lemma(subject) in words("people", name) for name in ("people", "roles", "kin", "organizations")):
        return None
    if lemma(subject) in words("speech", "documents") or subject.ent_type_:
        return None
    teller, _, _ = _subject(cue, depth + 1)
    return teller


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
    subject, _, _ = _subject(noun, depth + 1)
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


def _noun_before(token: Token) -> Token | None:
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
    subject, _, antecedent = _subject(governor, depth + 1)
    return subject, True, antecedent


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
