"""Numbers that are no amounts: names, dates, times of day, addresses, scores, codes, pronouns.

Each rule looks at a window of atoms first and at the parse only where the window cannot decide, because a parse is
least to be trusted around names and figures.
"""

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.codes import clock, code, counts, date, year
from factcheck.readers.quantities.grammar import Grammar

_ID_NOUNS = word_set("refuse_id_nouns")
_INDEXES = word_set("refuse_indexes")
_STREETS = word_set("refuse_streets")
_ONE_PRONOUN_BEFORE = frozenset(["no", "this", "that", "which", "every", "any", "each", "another", "such"])
_ONE_WAY = word_set("refuse_one_way")
_HARMED = frozenset(
    ["killed", "killing", "kills", "wounded", "wounding", "injured", "injuring", "injures", "hurt", "hurting"]
)
_SPORT = word_set("refuse_sport")
_CASUALTIES = word_set("counted_casualties")


def refusal(grammar: Grammar, amount: Amount) -> str | None:
    """Why a number is not an amount, None where it is one. The reason is a word for tests and for people who ask."""
    for rule in (code, clock, date, year, _identifier, _title, _address, _marker, _score, _one):
        reason = rule(grammar, amount)
        if reason:
            return reason
    return None


def _identifier(grammar: Grammar, amount: Amount) -> str | None:
    """ "Article 27", "Boeing 737", "the S&P 500", "787 Dreamliner"."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or (amount.ranged and grammar.plural(last + 1)):
        return None
    before, nxt = atoms[first - 1], atoms[last + 1]
    if before.text == "." and atoms[first - 2].lower in ("no", "nos"):
        return "identifier"
    digits = atoms[first].kind == "digits"
    glued = atoms[first].gap <= 1 and amount.first == first
    numbered = before.lower in _ID_NOUNS and glued and before.kind == "word" and (before.lower != "no" or digits)
    if numbered and (not grammar.plural(last + 1) or before.text[0].isupper()):
        return "identifier"
    if digits and glued and (before.lower in _INDEXES or (before.lower == "s" and atoms[first - 3].lower == "poor")):
        return "identifier"
    if digits and glued and grammar.named(first - 1) and (not counts(grammar, amount) or _model(grammar, last + 1)):
        return "identifier"
    if first == last and digits and amount.high >= 1000 and amount.effect == "exact" and atoms[first].text.isdigit():
        run = list(grammar.phrase(last + 1)) if grammar.tagged else []
        if run and run[-1].tag_ == "NN" and run[-1].lower_ not in ("people", "staff"):
            return "identifier"  # "the 8088 chip"
    if nxt.lower == "zip" or (nxt.lower == "block" and digits and amount.high % 100 == 0):
        return "identifier"
    plain = first == last and digits and atoms[first].text.isdigit()
    if plain and grammar.named(last + 1) and nxt.gap == 1 and len(nxt.text) > 1 and not counts(grammar, amount):
        return "identifier"
    return None


def _model(grammar: Grammar, index: int) -> bool:
    """Whether the number is inside a name: "iPhone 11 Pro cameras"."""
    return grammar.tag(index) == "NNP" and grammar.atoms[index].text[:1].isupper()


def _title(grammar: Grammar, amount: Amount) -> str | None:
    """Number words in names: "the Group of Seven", "Ten Most Wanted", "the Big Three"."""
    atoms = grammar.atoms
    first, last = amount.core
    head = atoms[first]
    if head.kind != "word" or not head.text[0].isupper() or amount.unit is not None or head.lower in ("a", "an"):
        return None
    if amount.form == "vague" or (head.text.isupper() and len(head.text) > 1):
        return None
    nxt, then = atoms[last + 1], atoms[last + 2]
    if grammar.opens(first):
        named = nxt.text[:1].isupper() and then.text[:1].isupper() and nxt.kind == then.kind == "word"
        return "title" if named and not counts(grammar, amount) and not _headline(grammar, first) else None
    if _headline(grammar, first):
        return None
    if nxt.text[:1].isupper() and counts(grammar, amount) and amount.effect != "exact":
        return None
    return "title"


def _headline(grammar: Grammar, index: int) -> bool:
    """Whether most words of the sentence begin with a capital."""
    around = grammar.sentence(index)
    words = [word for word in grammar.doc[around.start : around.stop] if word.is_alpha and len(word) > 3]
    return len(words) > 3 and sum(word.text[0].isupper() for word in words) > 0.7 * len(words)


def _address(grammar: Grammar, amount: Amount) -> str | None:
    atoms = grammar.atoms
    at = amount.core[1] + 1
    if amount.unit is not None or not atoms[at].text[:1].isupper():
        return None
    if len(atoms[at].text) == 1 and atoms[at + 1].text == ".":
        at += 2  # "200 W. Main Street"
    for k in range(at, at + 4):
        if not atoms[k].text[:1].isupper():
            return None
        if k > amount.core[1] + 1 and atoms[k].lower in _STREETS:
            return "address"
    return None


def _marker(grammar: Grammar, amount: Amount) -> str | None:
    """List numbers and shirt numbers: "1) ...", "Prescott (4)"."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or amount.scale != 1 or atoms[last + 1].text != ")" or amount.first != first:
        return None
    if (
        atoms[first - 1].text == "("
        or grammar.opens(first)
        or atoms[last + 1].gap == 1
        or (atoms[first].kind == "digits" and (amount.high < 20 and atoms[first - 1].text in ";,:."))
    ):
        return "marker"
    return None


def _score(grammar: Grammar, amount: Amount) -> str | None:
    atoms = grammar.atoms
    if not amount.ranged or amount.unit is not None or amount.effect != "exact":
        return None
    first, last = amount.core
    dashed = any(atoms[k].text in "-–" for k in range(first, last + 1))
    if not dashed or grammar.plural(last + 1):
        return None
    window = {atoms[k].lower for k in range(max(0, first - 12), last + 12)}
    return "score" if window & _SPORT else None


_ONE_PRONOUN_DET = frozenset({"the", "each", "every", "no", "only", "first", "last", "another"})


def _befell(grammar: Grammar, at: int) -> bool:
    """Whether a word here, or after an adverb, says what befell somebody."""
    words = [grammar.atoms[at].lower, grammar.atoms[at + 1].lower if grammar.atoms[at].lower.endswith("ly") else ""]
    return any(word in _CASUALTIES for word in words)


def _one(grammar: Grammar, amount: Amount) -> str | None:
    """ "the one you mentioned", "one can", "one another": a pronoun, not a number."""
    atoms = grammar.atoms
    first, last = amount.core
    if first != last or atoms[first].lower not in ("one", "nil"):
        return None
    if atoms[first].lower == "nil":
        return "pronoun"
    before, nxt = atoms[first - 1], atoms[last + 1]
    if before.lower in _ONE_PRONOUN_BEFORE or nxt.lower == "another" or (nxt.text in ("'", "’") and nxt.gap == 0):
        return "pronoun"
    if before.lower in _HARMED or nxt.lower in ("dead", "killed", "injured", "wounded", "hurt"):
        return None  # "killed one and wounded two"
    if nxt.lower in ("was", "is") and not _ONE_PRONOUN_DET & {before.lower} and _befell(grammar, last + 2):
        return None  # "three died, and one was seriously injured"
    if nxt.text in "-‐‑" and nxt.text:
        return "pronoun" if atoms[last + 2].lower in _ONE_WAY else None
    if amount.unit is not None or amount.effect != "exact":
        return None
    if nxt.lower == "of":
        return None
    if grammar.tagged:
        token = grammar.token(first)
        run = list(grammar.phrase(last + 1))
        if token is not None and run:
            return None
        return "pronoun"
    return None if nxt.kind == "word" and nxt.lower not in ("is", "was", "can", "you", "who", "that") else "pronoun"
