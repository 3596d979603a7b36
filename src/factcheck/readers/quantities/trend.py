"""Whether an amount rose or fell: the verb, adverb or noun of change that governs it."""

from spacy.tokens import Token

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar

UP = word_set("trend_up")
DOWN = word_set("trend_down")
_UP_FORMS = word_set("trend_up_forms")
_DOWN_FORMS = word_set("trend_down_forms")
_BETWEEN = frozenset(["by", "a", "an", "another", "further", "just", "only", "well"])
# Verbs that also take things as objects: "lost 14 men" is no fall, "lost 14 points" is one.
_TRANSITIVE = word_set("trend_transitive")
_OF_PRICES = word_set("trend_of_prices")
_MEASURED = frozenset(("percent", "percentage_point", "points"))


def trend(grammar: Grammar, amount: Amount) -> str | None:
    """ "up" or "down" where the amount is the size of a change ("rose 6.5%", "down 19 cents"); None elsewhere.

    The level that a change ends in ("rose to 30") has no trend of its own.
    """
    atoms = grammar.atoms
    at = amount.first - 1
    if amount.unit is not None and amount.unit.kind in _MEASURED and atoms[amount.core[0]].text in "-−–+":
        return "up" if atoms[amount.core[0]].text == "+" else "down"
    level = atoms[amount.first].lower == "as" and atoms[amount.first + 1].lower in ("high", "low")
    if atoms[at].lower == "to" or amount.step in ("to", "from") or level:
        return None
    steps = 0
    while steps < 3 and atoms[at].lower in _BETWEEN:
        at -= 1
        steps += 1
    word = atoms[at].lower
    if word in ("up", "down") and atoms[at + 1].lower == "to":
        return None
    unit = amount.unit
    if word in ("up", "down") and (at + 1 < amount.first if unit is None else unit.kind == "duration"):
        return None  # "set up a seven-member panel", "wrapped up three hours of talks"
    if word in _TRANSITIVE and atoms[at + 1].lower != "by" and not _size_of_change(amount, word):
        return None
    if word in _UP_FORMS:
        return "up"
    if word in _DOWN_FORMS:
        return "down"
    if atoms[amount.last + 1].lower in ("higher", "lower") and amount.unit is not None:
        return "up" if atoms[amount.last + 1].lower == "higher" else "down"
    return _from_parse(grammar, amount)


def _size_of_change(amount: Amount, word: str) -> bool:
    unit = amount.unit
    if unit is None:
        return False
    return unit.kind in _MEASURED or (unit.kind == "money" and (unit.factor < 1 or word in _OF_PRICES))


def _from_parse(grammar: Grammar, amount: Amount) -> str | None:
    """The governing verb, where the amount is its object or follows "by"."""
    if not grammar.tagged or amount.step != "by":
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
