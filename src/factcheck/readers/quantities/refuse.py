"""Numbers that are no amounts: names, dates, times of day, addresses, scores, codes, pronouns.

Each rule looks at a window of atoms first and at the parse only where the window cannot decide, because a parse is least
to be trusted around names and figures.
"""

import re

from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
_ID_NOUNS = frozenset(
    "article articles section sections row chapter chapters paragraph page pages volume number no nos highway route interstate "
    "exit flight unit room suite apartment apt gate platform pier channel title phase type tier grade class category level "
    "stage step figure fig table question proposition prop amendment resolution bill act district precinct ward zone block "
    "lot line version model mark episode season series round game match race week day verse item appendix schedule annex "
    "rule regulation form case count-no order docket group pool lane hole bus train car tram terminal runway sector reactor "
    "tower building hall studio box building quarter q kilometer-marker mp psalm opus op symphony no. seed windows "
    "ps playstation covid formula area code extension ext zip postcode issue edition track no part vol parts".split()
)
_INDEXES = frozenset("sp p s&p dow nasdaq ftse stoxx cac dax nikkei asx russell tsx csi topix ibex sensex nifty aex mib".split())
_STREETS = frozenset(
    "road street avenue lane drive boulevard st ave rd blvd dr way square place court terrace crescent parkway highway row "
    "close gardens hill plaza".split()
)
_YEAR_BEFORE = frozenset(
    "in since by until till during from before after of early late mid year circa summer spring winter fall autumn through "
    "to class between and january february march april may june july august september october november december".split()
)
_ONE_PRONOUN_BEFORE = frozenset("no this that which every any each another such".split())
_JOINED_BEFORE = frozenset("now then sub minus mid pre post under over some about nearly almost".split())
_ONE_WAY = frozenset("off sided stop way liner on to upmanship size armed handed eyed upping trick hit".split())
_ANNUAL = frozenset("level levels prices figures standards dollars season election elections census budget model".split())
_HARMED = frozenset("killed killing kills wounded wounding injured injuring injures hurt hurting".split())
_CLOCK = frozenset("am pm o'clock o’clock gmt bst est edt cet utc pst pdt hrs".split())
_SPORT = frozenset(
    "win won wins winning lose lost loss beat beats beaten defeat defeated defeating tie tied draw drew victory lead leading "
    "led trailed trailing score scored scores match game goal half-time halftime innings rout routed edged thrashed drubbing "
    "series record aggregate scoreline".split()
)
_LAWLESS = re.compile(r"0\d+$")


def refusal(grammar: Grammar, amount: Amount) -> str | None:
    """Why a number is not an amount, None where it is one. The reason is a word for tests and for people who ask."""
    for rule in (_code, _clock, _date, _year, _identifier, _title, _address, _marker, _score, _one):
        reason = rule(grammar, amount)
        if reason:
            return reason
    return None


def _code(grammar: Grammar, amount: Amount) -> str | None:
    """Digits glued to letters or to other digits: "F-35", "49ers", "89-89", "555-0134", "5G", "#7"."""
    atoms = grammar.atoms
    first, last = amount.core
    head, before = atoms[first], atoms[first - 1]
    if head.gap == 0 and before.kind != "none" and head.kind == "digits":
        if before.kind == "word" and amount.effect == "exact" and not _is_sign(grammar, amount):
            return "code"
        if before.text in "-–‐‑/" and atoms[first - 2].kind != "none" and before.gap == 0:
            word = atoms[first - 2]
            if not (word.kind == "word" and word.text.islower() and (word.lower in _JOINED_BEFORE or amount.effect != "exact")):
                return "code"
        if before.text in "#№_@\\:.§" and (before.gap == 0 or before.text in "#№§"):
            return "code"
    nxt, after = atoms[amount.last + 1], atoms[amount.last + 2]
    if atoms[last].kind == "digits" and amount.last == last:
        if nxt.gap == 0 and nxt.kind == "word":
            return "code"
        if nxt.gap == 0 and nxt.text in ":/-–‐‑" and after.gap == 0 and after.kind == "digits":
            return "code"
        if nxt.gap == 0 and nxt.text in "@_\\":
            return "code"
    if amount.ranged and amount.unit is None and last == first + 2 and len(head.text) == 3 and len(atoms[last].text) == 4:
        return "code"  # 555-0134
    if head.text in ("911", "999", "112") and (nxt.lower in ("call", "calls", "dispatcher", "operator") or (
        atoms[amount.first - 1].lower in ("called", "call", "dialed", "calling", "dial")
    )):
        return "code"
    if amount.unit is None and head.kind == "digits" and first == last and "." not in head.text:
        if _LAWLESS.match(head.text):
            return "code"
        if len(head.text) >= 9 and head.text.isdigit() and not _counts(grammar, amount):
            return "code"
    return None


def _is_sign(grammar: Grammar, amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.kind == "money" and amount.first < amount.core[0]


def _clock(grammar: Grammar, amount: Amount) -> str | None:
    atoms = grammar.atoms
    nxt = atoms[amount.core[1] + 1]
    if nxt.lower in _CLOCK or (nxt.lower in ("a", "p") and atoms[amount.core[1] + 2].text == "." and
                               atoms[amount.core[1] + 3].lower == "m"):
        return "clock"
    return None


def _date(grammar: Grammar, amount: Amount) -> str | None:
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or amount.high > 31 or atoms[first].kind != "digits":
        return None
    before = atoms[first - 2] if atoms[first - 1].text == "." else atoms[first - 1]
    if before.lower in MONTHS and (before.text[0].isupper() or before.lower not in ("may", "march") or
                                   atoms[first - 2].lower in ("on", "in", "by", "of")):
        return "date"
    nxt = atoms[last + 1]
    if nxt.lower in MONTHS and (nxt.text[0].isupper() or nxt.lower not in ("may", "march", "mar") or
                                atoms[first - 1].lower in ("on", "by", "until", "from")):
        return "date"
    return None


def _year(grammar: Grammar, amount: Amount) -> str | None:
    """A bare four-figure number is a year unless something is counted right after it."""
    atoms = grammar.atoms
    first, last = amount.core
    head = atoms[first]
    if amount.unit is not None or amount.scale != 1 or not (head.text.isdigit() and len(head.text) == 4):
        return None
    if amount.ranged:
        years = 1500 <= amount.low and amount.high <= 2100 and atoms[last].text.isdigit()
        return "year" if years and not grammar.plural(last + 1) else None
    if first != last or amount.value is None or not 1000 <= amount.value <= 2100:
        return None
    if 1950 <= amount.value < 2050 and amount.effect == "exact" and grammar.tagged and atoms[first].gap and (
        grammar.pos(first - 1) in ("PROPN", "NOUN", "ADJ") or grammar.tag(first - 1) in ("PRP$", "POS", "DT")
    ):
        return "year"  # "its 2018 sales", "the 2019 elections"
    if atoms[last + 1].lower in _ANNUAL and 1950 <= amount.value < 2050:
        return "year"  # "below 2005 levels"
    before = atoms[first - 1]
    if before.lower == "to" and atoms[first - 3].lower == "from" and atoms[first - 2].text.isdigit() and (
        not 1500 <= int(atoms[first - 2].text[:9]) <= 2100
    ):
        return None
    if atoms[first - 2].lower in MONTHS or before.lower in MONTHS or before.text in ("'", "’"):
        return "year"
    if amount.effect not in ("exact", "about"):
        return "year" if amount.first == first and before.lower in _YEAR_BEFORE else None
    if before.lower in ("in", "since", "during", "until", "till") and not grammar.plural(last + 1):
        return "year"
    if grammar.plural(last + 1) or grammar.pos(last + 1) in ("ADJ", "VERB") and _counts(grammar, amount) and (
        before.lower not in _YEAR_BEFORE
    ):
        return None
    if _counts(grammar, amount) and not grammar.named(last + 1) and before.lower not in _YEAR_BEFORE:
        return None
    if before.lower == "of" and atoms[first - 2].lower in ("average", "total", "maximum", "minimum", "number", "rate", "high", "low"):
        return None
    early = before.lower in ("in", "since", "by", "circa", "year", "until", "before", "after")
    return "year" if amount.value >= 1600 or early else None


def _identifier(grammar: Grammar, amount: Amount) -> str | None:
    """ "Article 27", "Boeing 737", "the S&P 500", "787 Dreamliner"."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or amount.ranged and grammar.plural(last + 1):
        return None
    before, nxt = atoms[first - 1], atoms[last + 1]
    if before.text == "." and atoms[first - 2].lower in ("no", "nos"):
        return "identifier"
    digits = atoms[first].kind == "digits"
    glued = atoms[first].gap <= 1 and amount.first == first
    if before.lower in _ID_NOUNS and glued and before.kind == "word" and not (before.lower == "no" and not digits):
        if not grammar.plural(last + 1) or before.text[0].isupper():
            return "identifier"
    if before.lower in _INDEXES and digits and glued:
        return "identifier"
    if digits and glued and grammar.named(first - 1) and (not _counts(grammar, amount) or _model(grammar, last + 1)):
        return "identifier"
    if first == last and digits and amount.high >= 1000 and amount.effect == "exact" and atoms[first].text.isdigit():
        run = list(grammar.phrase(last + 1)) if grammar.tagged else []
        if run and run[-1].tag_ == "NN" and run[-1].lower_ not in ("people", "staff"):
            return "identifier"  # "the 8088 chip"
    if nxt.lower == "zip" or (nxt.lower == "block" and digits and amount.high % 100 == 0):
        return "identifier"
    plain = first == last and digits and atoms[first].text.isdigit()
    if plain and grammar.named(last + 1) and nxt.gap == 1 and len(nxt.text) > 1 and not _counts(grammar, amount):
        return "identifier"
    return None


def _model(grammar: Grammar, index: int) -> bool:
    """Whether the number is inside a name: "iPhone 11 Pro cameras"."""
    return grammar.tag(index) == "NNP" and grammar.atoms[index].text[:1].isupper()


def _counts(grammar: Grammar, amount: Amount) -> bool:
    """Whether a plural noun follows, with nothing but its modifiers between."""
    at = amount.core[1] + 1
    if grammar.atoms[at].text in "-‐‑":
        return True
    if not grammar.tagged:
        return any(grammar.plural(k) for k in range(at, at + 3))
    run = list(grammar.phrase(at))
    return bool(run) and any(token.tag_ in ("NNS", "NNPS") or token.lower_ == "people" for token in run)


def _title(grammar: Grammar, amount: Amount) -> str | None:
    """Number words in names: "the Group of Seven", "Ten Most Wanted", "the Big Three"."""
    atoms = grammar.atoms
    first, last = amount.core
    head = atoms[first]
    if head.kind != "word" or not head.text[0].isupper() or amount.unit is not None or head.lower in ("a", "an"):
        return None
    if head.text.isupper() and len(head.text) > 1:
        return None
    nxt, then = atoms[last + 1], atoms[last + 2]
    if grammar.opens(first):
        named = nxt.text[:1].isupper() and then.text[:1].isupper() and nxt.kind == then.kind == "word"
        return "title" if named and not _counts(grammar, amount) and not _headline(grammar, first) else None
    if _headline(grammar, first):
        return None
    if nxt.text[:1].isupper() and _counts(grammar, amount) and amount.effect != "exact":
        return None
    return "title"


def _headline(grammar: Grammar, index: int) -> bool:
    """Whether most words of the sentence begin with a capital."""
    token = grammar.token(index)
    if token is None:
        return False
    around = grammar.doc[max(0, token.i - 8) : token.i + 9]
    words = [word for word in around if word.is_alpha and len(word) > 3]
    return len(words) > 3 and sum(word.text[0].isupper() for word in words) > 0.7 * len(words)


def _address(grammar: Grammar, amount: Amount) -> str | None:
    atoms = grammar.atoms
    at = amount.core[1] + 1
    if amount.unit is not None or not atoms[at].text[:1].isupper():
        return None
    for k in range(at, at + 4):
        if not atoms[k].text[:1].isupper():
            return None
        if k > at and atoms[k].lower in _STREETS:
            return "address"
    return None


def _marker(grammar: Grammar, amount: Amount) -> str | None:
    """List numbers and shirt numbers: "1) ...", "Prescott (4)"."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or amount.scale != 1 or atoms[last + 1].text != ")" or amount.first != first:
        return None
    if atoms[first - 1].text == "(" or grammar.opens(first) or atoms[last + 1].gap == 1 or atoms[first].kind == "digits" and (
        amount.high < 20 and atoms[first - 1].text in ";,:."
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
