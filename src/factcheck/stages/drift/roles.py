"""role_reversal: who did it to whom, the other way round in the copy.

The active reading of both sides is compared, so that a passive with the same participants is no finding. A participant
that moves between doer and done-to of one aligned verb is.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.words import Pair

_GETTING = frozenset({"get", "receive", "win"})  # what one gets goes to one
_PROMISING = frozenset({"promise", "threaten", "vow", "pledge"})  # "promised them to come": who promises comes
_SPANS = grammar.SPANS | {"second", "time"}
_PERSONS = frozenset({"he", "she", "they", "we", "i"})
_NAMES = frozenset({"flat", "compound", "appos"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
_NEAR = 4
_ONE_VERB = frozenset({"same", "lemma", "form", "spelling"})
_TURNED = 'Doer and done-to of "{}" have changed places'


def role_changes(unit: Unit) -> Iterator[Difference]:
    """Aligned verbs of one unit whose participants changed places, or lost their doer by a change of voice."""
    if not (unit.original.parsed and unit.copy.parsed):
        return

    def same(a: Token, b: Token) -> bool:
        if a.pos_ == b.pos_ == "PRON":
            return a.lemma_ == b.lemma_ and a.lemma_ in _PERSONS
        pair = unit.to_right.get(unit.at_left.get(a.i, -1))
        return pair is not None and pair.right == unit.at_right.get(b.i, -2) and pair.how != "slot"

    def surely(moved: list[tuple[Token, Token]]) -> bool:
        """Whether some participant that moved is the same word, and not one that is merely near in sense."""
        return any(x.lemma_ == y.lemma_ or x.pos_ == y.pos_ == "PROPN" for x, y in moved)

    for pair in unit.alignment.pairs:
        if pair.how in ("slot", "antonym") or pair.likeness < 0.6:
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if not (grammar.is_verb(a) and grammar.is_verb(b)) or not unit.left[pair.left].content:
            continue
        if any(x.lemma_ in _GETTING and y.lemma_ == "go" for x, y in ((a, b), (b, a))):
            continue
        if any(token.lemma_ == "take" and _lasting(token) for token in (a, b)):
            continue
        agents, patients = grammar.agents(a), grammar.patients(a)
        new_agents, new_patients = grammar.agents(b), grammar.patients(b)
        moved = _turned_round(a, b, same)
        if moved:
            yield _difference(unit, pair, moved, Severity.CRITICAL, 0.85, _told(unit, a, b) or _TURNED.format(a.text))
            continue
        crossed = [(x, y) for x in agents for y in new_patients if same(x, y)]
        turned = [(x, y) for x in patients for y in new_agents if same(x, y)]
        kept = any(same(x, y) for x in agents for y in new_agents) or any(
            same(x, y) for x in patients for y in new_patients
        )
        if pair.how not in _ONE_VERB and not (crossed and turned):
            continue  # "the drone delivered the blood", "the blood reached the hospital"
        if kept or not (crossed or turned) or not ((crossed and turned) or surely(crossed + turned)):
            continue
        if crossed and turned:
            severity, confidence = Severity.CRITICAL, 0.85
            message = _told(unit, a, b) or _TURNED.format(a.text)
        elif turned and not new_patients and grammar.shape(a).passive and pair.how in ("same", "lemma"):
            severity, confidence = Severity.MINOR, 0.6
            message = f'What is done to somebody ("{a.text}") is something they do ("{b.text}") in the copy'
        elif crossed and new_agents and not any(same(x, y) for x in patients for y in new_agents) and patients:
            severity, confidence = Severity.CRITICAL, 0.7
            message = _told(unit, a, b) or f'Who does "{a.text}" in the original has it done to them in the copy'
        elif turned and new_patients and agents:
            severity, confidence = Severity.CRITICAL, 0.7
            message = _told(unit, a, b) or f'To whom "{a.text}" happens in the original, they do it in the copy'
        else:
            continue
        yield _difference(unit, pair, crossed + turned, severity, confidence, message)


def _told(unit: Unit, a: Token, b: Token) -> str:
    """Who does it to whom on either side, in plain words; empty if somebody is not named."""
    parties = [_name(found) for verb in (a, b) for found in (grammar.agents(verb), grammar.patients(verb))]
    if not all(parties):
        return ""
    doer, other, new_doer, new_other = parties
    first, second = (_present(verb, grammar.agents(verb)[0]) for verb in (a, b))
    return f"In the original {doer} {first} {other}, in the copy {new_doer} {second} {new_other}"


def _name(found: list[Token]) -> str:
    """What to call a participant: a name in full, a noun with its article and what stands before it, and for "who" the
    noun of the clause.
    """
    if not found:
        return ""
    token = found[0]
    if token.tag_ in ("WP", "WDT") or token.lower_ == "that":
        clause = next((above for above in token.ancestors if above.dep_.startswith("acl")), None)
        if clause is None:
            return ""
        token = clause.head
    name = (
        token if token.pos_ == "PROPN" else next((c for c in token.children if c.dep_ in _NAMES and c.ent_type_), token)
    )
    if name is token and token.dep_ == "appos" and token.head.pos_ == "PROPN":
        name = token.head
    if name.pos_ == "PROPN":
        parts = [
            name,
            *(c for c in name.children if c.dep_ in _NAMES and c.pos_ == "PROPN" and abs(c.i - name.i) < _NEAR),
        ]
    elif token.pos_ == "NOUN":
        parts = [token, *(c for c in token.children if c.dep_ in _BEFORE and c.i < token.i)]
    else:
        return ""
    return " ".join(part.lower_ if part.pos_ == "DET" else part.text for part in sorted(parts, key=lambda part: part.i))


def _present(verb: Token, doer: Token) -> str:
    """A verb in the third person of the present, as a headline has it."""
    form = verb.lemma_
    if doer.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in doer.children):
        return form
    if form.endswith(("s", "x", "z", "ch", "sh", "o")):
        return form + "es"
    if form.endswith("y") and form[-2:-1] not in "aeou":
        return form[:-1] + "ies"
    return form + "s"


def _lasting(verb: Token) -> bool:
    """Whether a verb tells how long something took somebody: "it took the firemen two hours"."""
    return any(child.lemma_ in _SPANS and child.dep_ in ("obj", "obl", "obl:unmarked") for child in verb.children)


def _turned_round(a: Token, b: Token, same: Callable[[Token, Token], bool]) -> list[tuple[Token, Token]]:
    """The doer and the one that it is done or told to, if they have changed places; empty if not.

    At least one of them has to be named by the same word on both sides: pronouns alone may mean others.
    """
    agents, new_agents = _doers(a), _doers(b)
    others, new_others = (_undergoers(t) + grammar.recipients(t) for t in (a, b))
    if any(same(x, y) for x in agents for y in new_agents):
        return []
    crossed = [(x, y) for x in agents for y in new_others if same(x, y)]
    turned = [(x, y) for x in others for y in new_agents if same(x, y)]
    named = any(x.pos_ != "PRON" and x.lemma_ == y.lemma_ for x, y in crossed + turned)
    return crossed + turned if crossed and turned and named else []


def _doers(verb: Token) -> list[Token]:
    """Who does it, for an infinitive without a subject the one of the verb above: "they threatened to dismiss him"."""
    found = grammar.agents(verb)
    return found if found or grammar.shape(verb).passive else _understood(verb)


def _undergoers(verb: Token) -> list[Token]:
    found = grammar.patients(verb)
    return found if found or not grammar.shape(verb).passive else _understood(verb)


def _understood(verb: Token) -> list[Token]:
    """The subject that a verb shares with the one above it, or the object of that: "told them to leave"."""
    above = verb.head
    if above.i == verb.i or above.pos_ not in ("VERB", "AUX"):
        return []
    joined = verb.dep_ == "conj"
    if not joined and not (verb.dep_ == "xcomp" and grammar.infinitive(verb)):
        return []
    told = [child for child in above.children if child.dep_ in ("obj", "iobj") and child.i < verb.i]
    if told and not joined and above.lemma_ not in _PROMISING:
        return told
    own = [child for child in above.children if child.dep_.startswith("nsubj")]
    return own or _understood(above)


def _difference(
    unit: Unit,
    pair: Pair,
    moved: list[tuple[Token, Token]],
    severity: Severity,
    confidence: float,
    message: str,
) -> Difference:
    moved_left = sorted({unit.at_left[x.i] for x, _ in moved})
    moved_right = sorted({unit.at_right[y.i] for _, y in moved})
    return Difference(
        DriftType.ROLE_REVERSAL,
        severity,
        confidence,
        message,
        ("Read in the active voice, the participants of the two verbs do not stand in the same roles.",),
        (unit.left_range([pair.left, *moved_left]),),
        (unit.right_range([pair.right, *moved_right]),),
        tuple(unit.left_range([k]) for k in [*moved_left, pair.left]),
        tuple(unit.right_range([k]) for k in [*moved_right, pair.right]),
    )
