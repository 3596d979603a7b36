"""Numbers joined into amounts: unit, range and hedge, over the atoms alone.

An amount knows its span and its interval but neither what it counts nor whether it is one at all: grammar.py and
refuse.py decide that with the sentence at hand.
"""

from dataclasses import replace

from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.bounds import after_hedge, before_hedge
from factcheck.readers.quantities.implied import implied
from factcheck.readers.quantities.scan import Numeral, numbers
from factcheck.readers.quantities.units import Measure, is_million, measure

_DASHES = frozenset("-‐‑–—~")
_RISE = frozenset(
    "rose rise rises risen rising fell fall falls fallen falling grew grow grown growing climbed climb climbing jumped jump "
    "dropped drop dropping increased increase increasing decreased decrease decreasing declined decline gained gain slid slide "
    "slipped slip surged soared plunged tumbled sank shrank lost raised raise lowered lower cut lifted going went gone moved "
    "upward downward expanded doubled tripled improved slow slowed advanced edged inched crept creeping hiked boosted "
    "reduced reduce narrowed widened shrunk dipped".split()
)


def amounts(atoms: Atoms) -> list[Amount]:
    """Every number expression of a text with its unit and hedge, in order, none overlapping."""
    single: list[Amount] = []
    for numeral in numbers(atoms):
        single.append(_single(atoms, numeral, single[-1].last if single else -1))
    single = _with_implied(single, implied(atoms))
    ranged = _steps(atoms, _ranges(atoms, _ranges(atoms, _coins(atoms, single), dashes=True)))
    hedged = [_hedged(atoms, amount, ranged[index - 1] if index else None) for index, amount in enumerate(ranged)]
    return _two_sided(atoms, hedged)


def _with_implied(single: list[Amount], unstated: list[Amount]) -> list[Amount]:
    """Both lists by place; where they overlap the stated number wins."""
    taken = {at for amount in single for at in range(amount.first, amount.last + 1)}
    free = [amount for amount in unstated if taken.isdisjoint(range(amount.first, amount.last + 1))]
    return sorted([*single, *free], key=lambda amount: amount.first) if free else single


def _single(atoms: Atoms, numeral: Numeral, floor: int) -> Amount:
    if numeral.form in ("ordinal", "decade"):
        return Amount(
            numeral.first, numeral.last, (numeral.first, numeral.last), numeral.value, numeral.low, numeral.high, numeral.form
        )
    if numeral.joined and not is_million(atoms, numeral):
        plain = replace(
            numeral,
            last=numeral.last - 1,
            value=numeral.value / numeral.scale,
            low=numeral.low / numeral.scale,
            high=numeral.high / numeral.scale,
            scale=1.0,
            joined=False,
        )
        found = measure(atoms, plain, floor)
        if found is not None:
            return _of(plain, found)
    something = _something(atoms, numeral)
    if something is not None:
        return something
    return _of(numeral, measure(atoms, numeral, floor))


def _something(atoms: Atoms, numeral: Numeral) -> Amount | None:
    """ "70-something", "twentysomething" apart: some number of that ten."""
    at = numeral.last + 1
    if atoms[at].text in _DASHES:
        at += 1
    if atoms[at].lower not in ("something", "somethings") or numeral.value % 10 or not 20 <= numeral.value <= 90:
        return None
    return Amount(numeral.first, at, (numeral.first, at), None, numeral.value, numeral.value + 9, "tens")


def _coins(atoms: Atoms, single: list[Amount]) -> list[Amount]:
    """Add "and forty-five cents" to "thirteen dollars", and the bare "and 50" that ends "15 dollars and 50"."""
    out: list[Amount] = []
    for amount in single:
        left = out[-1] if out else None
        if left is not None and _completes(atoms, left, amount):
            assert left.value is not None and amount.value is not None
            value = left.value + amount.value / 100
            out[-1] = replace(left, last=amount.last, value=value, low=value, high=value)
        else:
            out.append(amount)
    return out


def _completes(atoms: Atoms, left: Amount, right: Amount) -> bool:
    if left.unit is None or left.unit.kind != "money" or left.unit.factor != 1 or left.scale != 1 or left.per:
        return False
    if left.value is None or right.value is None or not left.value.is_integer() or not 0 < right.value < 100:
        return False
    between = [atoms[k].lower for k in range(left.last + 1, right.first)]
    if between not in ([], ["and"]):
        return False
    if right.unit is not None:
        return right.unit.kind == "money" and right.unit.factor == 0.01 and right.unit.base == left.unit.base
    ended = atoms[right.last + 1].kind == "none" or atoms[right.last + 1].text in (".", ",", ";")
    return between == ["and"] and ended and right.value >= 5


def _of(numeral: Numeral, found: Measure | None) -> Amount:
    core = (numeral.first, numeral.last)
    value = None if numeral.form == "vague" else numeral.value
    if found is None:
        return Amount(*core, core, value, numeral.low, numeral.high, numeral.form, scale=numeral.scale, joined=numeral.joined)
    factor = found.factor
    return Amount(
        min(found.first, core[0]),
        max(found.last, core[1]),
        core,
        None if value is None else value * factor,
        numeral.low * factor,
        numeral.high * factor,
        numeral.form,
        unit=found.unit,
        written=found.written,
        per=found.per,
        scale=numeral.scale * factor,
        joined=numeral.joined,
    )


def _ranges(atoms: Atoms, single: list[Amount], dashes: bool = False) -> list[Amount]:
    """Join "5 to 7 percent" and "between $1 and $2"; with `dashes`, "20-30" alone, which binds closer."""
    out: list[Amount] = []
    index = 0
    while index < len(single):
        left = single[index]
        right = single[index + 1] if index + 1 < len(single) else None
        joined = _join(atoms, left, right, dashes) if right is not None else None
        if joined is not None:
            single[index + 1] = joined
            index += 1
            continue
        out.append(left)
        index += 1
    return out


def _join(atoms: Atoms, left: Amount, right: Amount, dashes: bool) -> Amount | None:
    if not (_plain(left) and _plain(right)) or left.value is None or right.value is None:
        return None
    between = right.first - left.last - 1
    if between > 3 or "\n" in atoms.text[atoms[left.last].end : atoms[right.first].start]:
        return None
    words = [atoms[k].lower for k in range(left.last + 1, right.first)]
    if dashes != (len(words) == 1 and words[0] in _DASHES):
        return None
    opener = atoms[left.first - 1].lower
    if opener in ("about", "around", "roughly", "some", "approximately", "of") and atoms[left.first - 2].lower == "between":
        opener = "between"
    if opener == "of" and atoms[left.first - 2].lower == "ages" and atoms[left.first - 4].lower == "between":
        opener = "between"  # "between the ages of 18 and 22"
    unit = right.unit or left.unit
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return None
    if left.unit is not None and right.unit is None and right.first - left.last == 1:
        return None
    if not _is_range(atoms, left, right, words, opener):
        return None
    low, high = left.value, right.value
    if right.scale > 1 and left.scale == 1 and left.value < right.value / right.scale and right.unit == unit:
        low *= right.scale  # "24.2 to 33 billion"
    if low > high and opener != "between":
        return None
    first = left.first
    if opener in ("between", "from") and words != ["-"]:
        first = left.first - 1
        while atoms[first].lower not in ("between", "from") and first > left.first - 5:
            first -= 1
    low, high = min(low, high), max(low, high)
    holder = right if right.unit is not None else left
    return Amount(
        first, right.last, (left.core[0], right.core[1]), (low + high) / 2, low, high, right.form, ranged=True, unit=unit,
        written=holder.written, per=right.per or left.per, scale=right.scale,
    )


def _plain(amount: Amount) -> bool:
    return amount.form in ("digits", "words", "fraction", "article") and not amount.ranged


def _is_range(atoms: Atoms, left: Amount, right: Amount, words: list[str], opener: str) -> bool:
    assert left.value is not None and right.value is not None
    if len(words) == 1 and words[0] in _DASHES:
        dash = atoms[left.last + 1]
        tight = dash.gap == 0 and atoms[right.first].gap == 0
        loose = dash.gap == 1 and atoms[right.first].gap == 1 and words[0] in "-–~"
        return (tight or loose) and left.value < right.value
    if words in (["to"], ["up", "to"]):
        if left.unit is not None and right.unit is None:
            return False  # "rose 64 points to 4,577"
        moving = _change_before(atoms, left.first)
        if opener == "by" and right.unit is not None and left.unit is None and left.value < right.value <= 3 * left.value:
            return True  # "dropped by 1 to 1.5 degrees"
        if opener == "from":
            return not _change_around(atoms, left, right)
        return left.value < right.value * max(1.0, right.scale) and not moving
    if words == ["and"]:
        return opener == "between"
    if words == ["or"]:
        return left.unit is None and right.value == left.value + 1 and left.form == right.form
    return False


def _change_before(atoms: Atoms, first: int) -> bool:
    return atoms[first - 1].lower in _RISE or (atoms[first - 1].lower == "by" and atoms[first - 2].lower in _RISE)


def _change_around(atoms: Atoms, left: Amount, right: Amount) -> bool:
    """Whether a verb of change governs "from A to B", so that A and B are states, not the ends of a range."""
    before = {atoms[k].lower for k in range(max(0, left.first - 8), left.first)}
    return bool(before & _RISE)


def _steps(atoms: Atoms, found: list[Amount]) -> list[Amount]:
    """Mark the parts of a change: "rose by 5", "from 25", "to 30"."""
    out: list[Amount] = []
    for index, amount in enumerate(found):
        word = atoms[amount.first - 1].lower
        window = {atoms[k].lower for k in range(max(0, amount.first - 9), amount.first)}
        step = None
        if word == "to" and any(left.step == "from" and amount.first - left.last < 8 for left in out[-2:]):
            step = "to"
        elif not window & _RISE:
            step = None
        elif word == "to" and index and (atoms[found[index - 1].last + 1].lower == "to" or window & _RISE):
            step = "to"
        elif word == "from":
            step = "from"
        elif word == "by" or word in _RISE:
            step = "by"
        elif word == "to":
            step = "to"
        out.append(replace(amount, step=step) if step else amount)
        if step == "to" and index and out[-2].step in ("from", "by") and out[-2].unit is None and amount.unit is not None:
            out[-2] = _like(out[-2], amount)
    return out


def _like(left: Amount, right: Amount) -> Amount:
    """The left of "from 24 to 33 billion euros" with the unit and scale of the right."""
    scale = right.scale if left.scale == 1 and right.scale > 1 and left.high < right.high / right.scale * 2 else 1.0
    value = None if left.value is None else left.value * scale
    return replace(left, value=value, low=left.low * scale, high=left.high * scale, unit=right.unit, written=right.written)


def _hedged(atoms: Atoms, amount: Amount, previous: Amount | None) -> Amount:
    """Apply the hedge before the number and the one after it; the one before wins where both say something."""
    if amount.form in ("ordinal", "decade", "tens", "some"):
        return amount
    floor = previous.last if previous is not None else -1
    before = before_hedge(atoms, amount.first, floor)
    after = after_hedge(atoms, amount.last)
    first, last, effect = amount.first, amount.last, "exact"
    behind: int | None = None
    if before is not None:
        effect, first = before
    if after is not None and after[0] == "equal":
        effect, behind = _OR_EQUAL.get(effect, effect), after[1]
        last = behind
    elif after is not None and (before is None or effect in ("exact", "equal") or after[0] in ("at_least", "at_most")):
        effect, last = after
        behind, first = last, amount.first if before is not None and before[0] == "about" else first
    if amount.ranged and effect == "at_most" and atoms[amount.core[0] - 1].lower == "to" and atoms[first - 1].lower == "from":
        effect = "exact"  # "from up to 250 to 290 miles"
    if amount.form == "half" and effect == "exact":
        effect = "about"  # "a half-dozen" is six or so
    return replace(amount, first=first, last=max(last, amount.last), effect=effect, after=behind)


_OR_EQUAL = {"less_than": "at_most", "more_than": "at_least"}
_LOWER = frozenset(("at_least", "more_than"))
_UPPER = frozenset(("at_most", "less_than"))


def _two_sided(atoms: Atoms, hedged: list[Amount]) -> list[Amount]:
    """Join "more than 20 but less than 35" into one range."""
    out: list[Amount] = []
    for amount in hedged:
        left = out[-1] if out else None
        if left is not None and _bounds_the_same(atoms, left, amount):
            lower, upper = (left, amount) if left.effect in _LOWER else (amount, left)
            out[-1] = replace(
                amount, first=left.first, core=(left.core[0], amount.core[1]), value=(lower.low + upper.high) / 2,
                low=lower.low, high=upper.high, effect="exact", ranged=True, ends=(lower.effect, upper.effect),
                unit=amount.unit or left.unit, written=amount.written or left.written,
            )
        else:
            out.append(amount)
    return out


def _bounds_the_same(atoms: Atoms, left: Amount, right: Amount) -> bool:
    sides = {left.effect in _LOWER, right.effect in _LOWER} == {True, False}
    if not sides or not {left.effect, right.effect} <= _LOWER | _UPPER or left.ranged or right.ranged:
        return False
    lower, upper = (left, right) if left.effect in _LOWER else (right, left)
    between = [atoms[k].lower for k in range(left.last + 1, right.first)]
    same = left.unit == right.unit or left.unit is None or right.unit is None
    return between in (["and"], ["but"], [","], [",", "but"], [",", "and"]) and same and lower.low < upper.high


