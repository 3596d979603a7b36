"""Whether a clause is held to be so: actual, planned, possible, feared, alleged, conditional, opinion; hedged;
negated.

What governs the clause counts as well as what stands in it: "officials feared that ...", "plans to ...", "is accused
of ...", "if ...". A negator counts for the predicate that it stands with, not for the clauses around or below it.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Modality
from factcheck.stages.extract.clauses import Clause, says_what
from factcheck.stages.extract.negation import NEGATORS, denies, is_negated, is_negated_before
from factcheck.stages.extract.predicates import complements, first_conjunct, is_predicate, mark_of
from factcheck.stages.extract.tree import kid, kids, lemma, phrase, rel

_BACKGROUND = frozenset({"as", "when", "while", "after", "since", "because"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_ONCE = frozenset({"after", "when", "once", "before", "until", "as soon as"})
_CONDITIONAL = frozenset({"if", "unless", "whether", "in case", "provided", "should", "lest"})


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is held to be so."""

    modality: Modality
    hedged: bool
    negated: bool


def mood(clause: Clause) -> Mood:
    """The mood of a clause from its own words and from what governs it, the strongest reading first."""
    chain = list(complements(clause.head))
    inner = chain[-1]
    modality, hedged = Modality.ACTUAL, False
    own = _own(chain)
    outer = _governing(clause)
    for candidate in (outer, own):
        if candidate is not None:
            modality = candidate[0] if modality is Modality.ACTUAL else modality
            hedged = hedged or candidate[1]
    negated = (
        any(is_negated(verb) for verb in chain)
        or is_negated_before(clause)
        or (len(chain) > 1 and lemma(chain[0]) in {"fail", "neglect"} and inner is not chain[0])
    )
    first = first_conjunct(clause.head)
    if rel(first) == "ccomp" and denies(first.head):
        negated = not negated
    return Mood(modality, hedged, negated)


def _own(chain: list[Token]) -> tuple[Modality, bool] | None:
    """What auxiliaries, adverbs and the governing verbs inside the clause say."""
    head = chain[0]
    marked = mark_of(head)
    if (marked in _CONDITIONAL and rel(head) == "advcl") or _inverted_should(head):
        return Modality.CONDITIONAL, False
    result: tuple[Modality, bool] | None = None
    for i, verb in enumerate(chain):
        found = _verb(verb, last=i == len(chain) - 1)
        if found is not None and (result is None or result[0] is Modality.ACTUAL):
            result = (found[0], found[1] or (result[1] if result else False))
        elif found is not None and result is not None:
            result = (result[0], result[1] or found[1])
    return result or _scheduled(head) or _conditioned(head)


def _scheduled(head: Token) -> tuple[Modality, bool] | None:
    """What is on the calendar or on the table: "is scheduled for May", "has a hearing set for May", "is under
    discussion".
    """
    scheduling = words("predicates", "scheduling")
    passive = lemma(head) in scheduling and kid(head, "obj") is None and kid(head, "aux:pass", "cop") is not None
    booked = lemma(head) == "have" and any(
        lemma(part) in scheduling and part.tag_ == "VBN"
        for part in (*kids(head, "xcomp", "acl"), *(part for item in kids(head, "obj") for part in kids(item, "acl")))
    )
    open_ = (
        kid(head, "cop") is not None
        and lemma(head) in {"discussion", "consideration", "negotiation"}
        and any(child.text.lower() == "under" for child in kids(head, "case"))
    )
    return (Modality.PLANNED, False) if passive or booked or open_ else None


def _conditioned(head: Token) -> tuple[Modality, bool] | None:
    """A condition beside the predicate ("threatened to leave if ..."); not "even if", nor an "if" for "whether"."""
    if lemma(head) in words("predicates", "asking") | words("predicates", "feared") | words("predicates", "believed"):
        return None
    for child in kids(head, "advcl"):
        if child.i < head.i and mark_of(child) not in {"if", "unless"}:
            continue
        if _inverted_should(child):
            return Modality.CONDITIONAL, False
        if mark_of(child) in {"if", "unless", "in case"} and kid(child, "nsubj", "expl") is not None:
            mark = kids(child, "mark")[0]
            if _of_a_threat(head, mark):
                continue
            if mark.i == 0 or mark.nbor(-1).text.lower() not in {"even", "as", "only"}:
                return Modality.CONDITIONAL, False
    return None


def _of_a_threat(head: Token, mark: Token) -> bool:
    """Whether an "if" is that of a threat or an offer which the sentence names by the way.

    "It came under pressure, including a threat of tariffs if it did not act": the pressure was no matter of an "if". A
    threat "to families" is a danger, and nobody's words.
    """
    between = head.doc[head.i + 1 : mark.i]
    commas = [token.i for token in between if token.text == ","]
    for token in between:
        if token.pos_ != "NOUN" or lemma(token) not in words("predicates", "conditional_nouns"):
            continue
        danger = token.nbor(1).lower_ == "to" and token.nbor(2).pos_ not in {"VERB", "AUX"}
        if token.head.i != head.i and not danger and any(place < token.i for place in commas):
            return True
    return False


def _inverted_should(head: Token) -> bool:
    """ "Should flights be delayed": a conditional without "if"."""
    should = next(
        (child for child in kids(head, "aux") if lemma(child) == "should" or child.text.lower() == "should"), None
    )
    subject = kid(head, "nsubj")
    return should is not None and subject is not None and should.i < subject.i and rel(head) == "advcl"


def _verb(verb: Token, last: bool) -> tuple[Modality, bool] | None:
    adverbs = {lemma(child) for child in kids(verb, "advmod")}
    first = _shares_subject(verb)
    before = {lemma(child) for child in kids(first, "advmod") if child.i < first.i} if first is not None else set()
    if (adverbs | before) & words("speech", "allege_adverbs"):
        return Modality.ALLEGED, True
    governing = verb if first is None or verb.tag_ != "VB" or kid(verb, "aux") is not None else first
    auxiliaries = {child.text.lower() for child in kids(governing, "aux")}
    result: tuple[Modality, bool] | None = None
    if auxiliaries & {"may", "might", "could", "can"}:
        if auxiliaries & {"may", "might"} or ("could" in auxiliaries and not _ability(verb)):
            result = (Modality.POSSIBLE, True)
    elif auxiliaries & _WILL or lies_ahead(verb):
        result = (Modality.PLANNED, False)
    elif auxiliaries & {"would", "'d", "’d"} and "have" not in {lemma(child) for child in kids(verb, "aux")}:
        result = (_would(verb), False)
    elif auxiliaries & {"should", "must", "ought"}:
        result = (Modality.OPINION, False)
    if result is None and not last:
        result = _colour(verb)
    if result is None and last:
        result = _judged(verb)
    if (
        kid(verb, "cop") is not None
        and verb.pos_ == "ADJ"
        and lemma(verb) in words("predicates", "possible_adjectives") - {"able", "unable"}
    ):
        result = result or (Modality.POSSIBLE, True)
    if adverbs & words("predicates", "hedge_adverbs"):
        result = (
            result[0] if result else (Modality.OPINION if adverbs & {"widely", "arguably"} else Modality.POSSIBLE),
            True,
        )
    return result


def _shares_subject(verb: Token) -> Token | None:
    """The first of the joined predicates that a verb shares its subject with; None where it stands by itself."""
    first = first_conjunct(verb)
    return None if first.i == verb.i or kid(verb, "nsubj", "csubj", "expl") is not None else first


def lies_ahead(verb: Token) -> bool:
    """ "The line is to be reopened", "the aim is to reopen it": what lies ahead; not "is to blame"."""
    be = [child for child in kids(verb, "aux", "cop") if child.tag_ in {"VBZ", "VBP", "VBD"} and lemma(child) == "be"]
    to = [child for child in kids(verb, "mark") if child.text.lower() == "to"]
    return (
        verb.tag_ in {"VB", "VBN"} and bool(be and to) and be[0].i < to[0].i and lemma(verb) not in {"blame", "expect"}
    )


def _lies_in_future(verb: Token) -> bool:
    """Whether a predicate has "will"."""
    return any(child.lower_ in _WILL for child in kids(verb, "aux"))


def _in_present(verb: Token) -> bool:
    """Whether a clause stands in the present, which after "when" or "once" is what is to come."""
    finite = [part for part in (verb, *kids(verb, "aux", "cop")) if part.tag_ in {"VBZ", "VBP", "VBD", "MD"}]
    return bool(finite) and all(part.tag_ in {"VBZ", "VBP"} for part in finite)


def _judged(verb: Token) -> tuple[Modality, bool] | None:
    """A judgement: "is viewed as", "is the best ...", "was important"."""
    seen_as = lemma(verb) != "see" or any(
        part.text.lower() == "as" for child in verb.children for part in child.children
    )
    if lemma(verb) in {"view", "regard", "see", "consider", "deem"} and kid(verb, "aux:pass") is not None and seen_as:
        return Modality.OPINION, True
    if kid(verb, "cop") is None:
        return None
    if verb.text.lower() == "all" and any(part.text.lower() == "but" for part in verb.subtree):
        return Modality.OPINION, True
    if any(part.text.lower() == "but" and part.i > 0 and part.nbor(-1).text.lower() == "all" for part in verb.children):
        return Modality.OPINION, True  # "all but certain"
    if verb.pos_ == "ADJ" and lemma(verb) in words("predicates", "evaluative"):
        return Modality.OPINION, False
    parts = [child for child in phrase(verb) if child.i > verb.left_edge.i]
    best = any(part.tag_ in {"JJS", "RBS"} and part.text.lower() not in {"at", "least", "latest"} for part in parts)
    judged = kid(verb, "case") is None and any(
        part.pos_ == "ADJ" and lemma(part) in words("predicates", "evaluative") and part.head.i == verb.i
        for part in parts
    )
    return (
        (Modality.OPINION, False)
        if judged or (best and any(lemma(part) in words("predicates", "evaluative") for part in parts))
        else None
    )


def _ability(verb: Token) -> bool:
    return any(lemma(child) in NEGATORS for child in kids(verb, "advmod"))


def _would(verb: Token) -> Modality:
    return (
        Modality.CONDITIONAL
        if any(mark_of(child) in _CONDITIONAL for child in kids(verb, "advcl"))
        else Modality.PLANNED
    )


def _colour(verb: Token) -> tuple[Modality, bool] | None:
    """What a verb says of the infinitive that completes it."""
    word = lemma(verb)
    if kid(verb, "compound:prt") is not None:
        return None  # "set up", "turn out"
    if word in words("predicates", "seem") and not (word == "look" and kid(verb, "obl") is not None):
        return Modality.OPINION, True
    if word in words("predicates", "feared"):
        return Modality.FEARED, True
    if word in words("predicates", "alleged"):
        return Modality.ALLEGED, True
    if word in words("predicates", "attempted"):
        return None
    sensed = word == "see" and any(child.tag_ == "VBG" for child in kids(verb, "xcomp"))  # "was seen running"
    if word == "expect" or (
        word in words("predicates", "believed") and kid(verb, "aux:pass") is not None and not sensed
    ):
        return (Modality.PLANNED if word == "expect" else Modality.OPINION), True
    if word in words("predicates", "planned"):
        return Modality.PLANNED, False
    if word == "go" and verb.tag_ == "VBG" and kid(verb, "aux") is not None:
        return Modality.PLANNED, False
    return None


def _governing(clause: Clause) -> tuple[Modality, bool] | None:
    """What the governors of the clause say, nearest first; reports do not colour, beliefs and fears do."""
    token = first_conjunct(clause.head)
    for step in range(6):
        if token.head.i == token.i:
            return None
        relation, governor = rel(token), token.head
        if token.dep_ == "acl:relcl" and not says_what(token):
            return None  # what describes a noun is taken for granted, whatever stands around the noun
        if is_subjunctive(token):
            return Modality.PLANNED, False
        if relation == "ccomp" and _is_seen(token):
            return None
        if relation in {"ccomp", "csubj"} or (relation == "parataxis" and governor.pos_ in {"VERB", "ADJ"}):
            found = _attitude(governor) or _perhaps_shown(governor)
            if found is not None:
                return found
        elif relation == "acl" and governor.pos_ == "NOUN":
            found = _noun(governor, token)
            if found is not None:
                return found
        elif relation in {"advcl", "obl", "nmod", "acl"}:
            marked = mark_of(token)
            if marked in _CONDITIONAL and relation == "advcl":
                return Modality.CONDITIONAL, False
            if _marked_by_preposition(token) and lemma(governor) in words("predicates", "alleged") | {
                "charge",
                "accuse",
            }:
                return Modality.ALLEGED, False
            if relation == "advcl" and marked in _ONCE and _in_present(token) and _lies_in_future(governor):
                return Modality.PLANNED, False  # "will be named after the inquiry ends"
            if relation == "advcl" and marked in _BACKGROUND and kid(token, "nsubj") is not None:
                return None  # "accused of firing as the school closed": that it closed is taken for granted
            if relation == "advcl" and step == 0 and _is_purpose(token):
                return Modality.PLANNED, False
            if relation == "advcl":
                found = _own([*complements(governor)])
                if (
                    found is not None
                    and marked is None
                    and found[0] in {Modality.POSSIBLE, Modality.CONDITIONAL, Modality.FEARED, Modality.PLANNED}
                ):
                    return found
        elif relation == "xcomp":
            found = _colour(governor)
            if found is not None:
                return found
        elif relation not in {"conj", "root"} and not is_predicate(token):
            return None
        token = first_conjunct(governor)
    return None


def _marked_by_preposition(token: Token) -> bool:
    return any(child.text.lower() in {"of", "with"} for child in kids(token, "mark", "case"))


def _is_purpose(token: Token) -> bool:
    return any(child.text.lower() == "to" for child in kids(token, "mark")) and token.tag_ == "VB"


def _is_seen(clause: Token) -> bool:
    """Whether a complement is what is sensed, and no belief: "felt the car hit something"."""
    governor = clause.head
    return (
        lemma(governor) in {"feel", "see", "hear", "watch"}
        and governor.tag_ == "VBD"
        and clause.tag_ in {"VB", "VBP"}
        and mark_of(clause) is None
    )


def is_subjunctive(clause: Token) -> bool:
    """Whether a complement clause says what should be: "suggested that users wait", with no tense of its own."""
    governor = clause.head
    return (
        rel(clause) == "ccomp"
        and lemma(governor) in words("predicates", "mandative")
        and clause.tag_ in {"VB", "VBP"}
        and governor.tag_ in {"VBD", "VBN"}
        and not any(part.pos_ == "AUX" for part in kids(clause, "aux"))
    )


def _attitude(governor: Token) -> tuple[Modality, bool] | None:
    word = lemma(governor)
    if word in words("predicates", "feared") or (governor.pos_ == "ADJ" and word in words("speech", "fear_adjectives")):
        return Modality.FEARED, True
    if word in words("predicates", "alleged"):
        return Modality.ALLEGED, False
    if governor.pos_ == "ADJ" and word in words("predicates", "possible_adjectives"):
        return Modality.POSSIBLE, True
    if governor.pos_ == "ADJ" and word in words("predicates", "certain_adjectives") and is_negated(governor):
        return Modality.POSSIBLE, True
    if word in {"expect", "anticipate", "predict", "forecast"}:
        return Modality.PLANNED, True
    if word in words("predicates", "seem"):
        return Modality.OPINION, True
    if word in words("predicates", "believed"):
        return Modality.OPINION, word not in words("speech", "arguing")  # what one argues is one's view, said outright
    if word in {
        "want",
        "demand",
        "propose",
        "urge",
        "recommend",
        "promise",
        "vow",
        "pledge",
        "threaten",
        "hope",
        "wish",
    }:
        return Modality.PLANNED, False
    return None


def _perhaps_shown(governor: Token) -> tuple[Modality, bool] | None:
    """ "This may indicate that ...": what perhaps follows is itself only possible."""
    may = {child.lower_ for child in kids(governor, "aux")} & {"may", "might", "could"}
    shows = lemma(governor) in words("speech", "showing")
    return (Modality.POSSIBLE, True) if may and shows and not _ability(governor) else None


def _noun(governor: Token, token: Token) -> tuple[Modality, bool] | None:
    word = lemma(governor)
    infinitive = token.tag_ == "VB" or any(child.text.lower() == "to" for child in kids(token, "mark"))
    if word in {"fear", "worry", "concern", "danger", "risk"}:
        return Modality.FEARED, True
    if word in {"allegation", "accusation", "suspicion", "claim", "charge"}:
        return Modality.ALLEGED, False
    if word in {"belief", "view", "opinion", "feeling", "theory", "speculation", "hope"}:
        return Modality.OPINION, True
    if word in {"possibility", "chance", "likelihood", "prospect"}:
        return Modality.POSSIBLE, True
    if infinitive:
        return Modality.PLANNED, False
    return None
