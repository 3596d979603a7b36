"""Whether an amount rose or fell: the verb, adverb or noun of change that governs it."""

from spacy.tokens import Token

from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar

UP = frozenset(
    "rise grow climb jump increase gain surge soar advance rally add raise lift boost expand improve accelerate double triple "
    "quadruple leap spike escalate swell balloon rebound bounce strengthen appreciate hike up higher inch edge creep upward "
    "upwards".split()
)
DOWN = frozenset(
    "fall drop decrease decline lose slide slip plunge tumble sink shrink cut lower reduce dip slow slump plummet crash "
    "contract weaken shed narrow dive ease retreat halve trim slash depreciate shave down downward downwards".split()
)
_UP_FORMS = frozenset(
    "rose rise rises risen rising grew grow grows grown growing climbed climb climbs climbing jumped jump jumps jumping "
    "increased increase increases increasing gained gain gains gaining surged surge surging soared soar soaring advanced "
    "rallied rally added raised raise lifted boosted expanded leapt leaped spiked rebounded up higher hiked upward upwards "
    "inched edged climbing".split()
)
_DOWN_FORMS = frozenset(
    "fell fall falls fallen falling dropped drop drops dropping decreased decrease decreases decreasing declined decline "
    "declines declining lost lose loses losing slid slide slides sliding slipped slip slips slipping plunged plunge plunging "
    "tumbled tumble tumbling sank sink shrank shrink cut cuts lowered reduced reduce dipped dip dips slowed slumped slump "
    "plummeted plummet crashed weakened shed sheds eased retreated halved trimmed slashed down lower downward".split()
)
_BETWEEN = frozenset("by a an another further just only well".split())
# Verbs that also take things as objects: "lost 14 men" is no fall, "lost 14 points" is one.
_TRANSITIVE = frozenset(
    "lost lose loses losing gained gain added raised raise cut lowered reduced reduce shed sheds lifted boosted trimmed "
    "slashed expanded hiked increased increase dropped drop".split()
)
_MEASURED = frozenset(("percent", "percentage_point", "points"))


def trend(grammar: Grammar, amount: Amount) -> str | None:
    """ "up" or "down" where the amount is the size of a change ("rose 6.5%", "down 19 cents"); None elsewhere.

    The level that a change ends in ("rose to 30") has no trend of its own.
    """
    atoms = grammar.atoms
    at = amount.first - 1
    if amount.unit is not None and amount.unit.kind in _MEASURED and atoms[amount.core[0]].text in "-−–+":
        return "up" if atoms[amount.core[0]].text == "+" else "down"
    if atoms[at].lower == "to" or amount.step == "to":
        return None
    steps = 0
    while steps < 3 and atoms[at].lower in _BETWEEN:
        at -= 1
        steps += 1
    word = atoms[at].lower
    if word in ("up", "down") and atoms[at + 1].lower == "to":
        return None
    if word in _TRANSITIVE and atoms[at + 1].lower != "by" and not _size_of_change(amount):
        return None
    if word in _UP_FORMS:
        return "up"
    if word in _DOWN_FORMS:
        return "down"
    if atoms[amount.last + 1].lower in ("higher", "lower") and amount.unit is not None:
        return "up" if atoms[amount.last + 1].lower == "higher" else "down"
    return _from_parse(grammar, amount)


def _size_of_change(amount: Amount) -> bool:
    unit = amount.unit
    return unit is not None and (unit.kind in _MEASURED or (unit.kind == "money" and unit.factor < 1))


def _from_parse(grammar: Grammar, amount: Amount) -> str | None:
    """The governing verb, where the amount is its object or follows "by"."""
    if not grammar.tagged or amount.step not in ("by", "from"):
        return None
    token = grammar.token(amount.core[1])
    if token is None:
        return None
    for head in token.ancestors:
        if head.pos_ == "VERB":
            return _direction(head)
    return None


def _direction(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if lemma in UP:
        return "up"
    return "down" if lemma in DOWN else None
