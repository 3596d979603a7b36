"""Ages, which are durations in form only: "65-year-old", "Ortega, 43,", "aged 12", "who was 10", "in his 70s"."""

from typing import TYPE_CHECKING

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.bounds import before_hedge
from factcheck.readers.quantities.grammar import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLD = frozenset(("old", "olds", "yo", "y.o"))
_BE = frozenset(("was", "is", "turned", "were", "turns", "turning"))
_PERSON = frozenset(("who", "he", "she", "they", "i"))
_PEOPLE = word_set("ages_people")
_TENTHS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def age_end(grammar: Grammar, amount: Amount) -> int | None:
    """The last atom of an expression of age, None where the amount is no age."""
    atoms = grammar.atoms
    last = amount.last
    if amount.unit is not None and amount.unit.kind == "duration":
        at = last + 1
        if atoms[at].text in "-‐‑":
            at += 1
        if atoms[at].lower in _OLD:
            return at
        if atoms[at].lower == "of" and atoms[at + 1].lower == "age":
            return at + 1
        before = atoms[amount.first - 1].lower
        return (
            last if before in ("age", "aged") or (before == "of" and atoms[amount.first - 2].lower == "age") else None
        )
    if amount.form == "tens":
        return last
    if amount.unit is not None or amount.scale != 1 or amount.value is None or not 0 < amount.high <= 120:
        return None
    return last if _bare(grammar, amount) else None


def aged_bound(grammar: Grammar, amount: Amount) -> tuple[str, int] | None:
    """The hedge before "the age of" in "under the age of 5", and where it begins."""
    atoms = grammar.atoms
    at = amount.first - 1
    if atoms[at].lower == "of":
        at -= 1
    if atoms[at].lower not in ("age", "ages"):
        return None
    at -= 1
    if atoms[at].lower == "the":
        at -= 1
    return before_hedge(atoms, at + 1, -1) if amount.effect == "exact" else None


def _bare(grammar: Grammar, amount: Amount) -> bool:
    """Whether a number without a unit is the age of a person."""
    atoms = grammar.atoms
    before, nxt = atoms[amount.first - 1], atoms[amount.last + 1]
    two = atoms[amount.first - 2]
    if before.lower in ("and", "to", "or") and atoms[amount.first - 3].lower in ("age", "ages", "aged"):
        return True  # "ages 20 and 22"
    if atoms[amount.last + 1].lower == "yo" or (nxt.text in "-‐" and atoms[amount.last + 2].lower == "yo"):
        return True
    if before.lower in ("age", "aged", "ages") or (before.lower == "of" and two.lower in ("age", "ages")):
        return True
    hedged = amount.effect in ("less_than", "more_than", "at_least", "at_most")
    if hedged and before.lower in _PEOPLE and not grammar.noun(amount.last + 1):
        return True  # "children under 16"
    told_on = grammar.token(amount.last + 1)
    verb = told_on is not None and told_on.tag_ in ("VBD", "VBZ", "VBP")  # "Andrew Lopez, 20 was found guilty"
    ends = verb or nxt.kind == "none" or nxt.text in ",.;)—–―" or nxt.lower in ("when", "at", "and")
    if not ends or (atoms[amount.core[0]].kind != "digits" and before.lower not in _BE):
        return False
    if before.text in (",", "(") and amount.effect == "exact" and not amount.ranged and amount.high >= 10:
        person = grammar.token(amount.first - 2)
        if (
            person is None
            or not (nxt.text in (",", ".", ")", ";", "—", "–", "―") or (verb and _is_subject(person)))
            or person.ent_type_ in ("ORG", "LOC", "GPE")
        ):
            return False
        if person.ent_type_ in ("PER", "PERSON"):
            return True
        apposed = nxt.text == before.text == "," and atoms[amount.last + 2].kind == "word"
        return apposed and (person.pos_ == "PROPN" or (person.tag_ == "NN" and amount.high >= 15))
    return before.lower in _BE and two.lower in _PERSON and (nxt.kind == "none" or nxt.text in ",.;")


def _is_subject(token: "Token") -> bool:
    """Whether the name that a word ends is a subject, and not after a preposition ("according to Smith, 34 died")."""
    while token.dep_ in ("flat", "compound", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_.startswith("nsubj")


def decade_of_life(grammar: Grammar, amount: Amount) -> tuple[int, float, float] | None:
    """ "in her early 60s" as (first atom, low, high) in years; None for years of a century and other plurals."""
    atoms = grammar.atoms
    at = amount.first - 1
    part = atoms[at].lower
    if part in _TENTHS:
        at -= 1
        if atoms[at].text in "-‐‑":
            at -= 1
    else:
        part = ""
    if (
        atoms[at].lower not in ("his", "her", "their", "my", "your")
        or amount.value is None
        or not 10 < amount.value <= 100
    ):
        return None
    low, high = _TENTHS.get(part, (0, 9))
    return at + 1, amount.value + low, amount.value + high
