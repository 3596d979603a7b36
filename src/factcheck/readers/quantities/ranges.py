"""Two numbers that are one amount, "5 to 7 percent", and numbers that are steps of a change, "from 5 to 7"."""

from dataclasses import replace

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.atoms import Atoms

_DASHES = frozenset("-‐‑–—~")
_RISE = word_set("amounts_rise")


def ranges(atoms: Atoms, single: list[Amount], dashes: bool = False) -> list[Amount]:
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
    if (
        opener in ("about", "around", "roughly", "some", "approximately", "of")
        and atoms[left.first - 2].lower == "between"
    ):
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
        first,
        right.last,
        (left.core[0], right.core[1]),
        (low + high) / 2,
        low,
        high,
        right.form,
        ranged=True,
        unit=unit,
        written=holder.written,
        per=right.per or left.per,
        scale=right.scale,
    )


def _plain(amount: Amount) -> bool:
    return amount.form in ("digits", "words", "fraction", "article") and not amount.ranged


def _is_range(atoms: Atoms, left: Amount, right: Amount, words: list[str], opener: str) -> bool:
    if len(words) == 1 and words[0] in _DASHES:
        dash = atoms[left.last + 1]
        tight = dash.gap == 0 and atoms[right.first].gap == 0
        loose = dash.gap == 1 and atoms[right.first].gap == 1 and words[0] in "-–~"
        return (tight or loose) and left.low < right.low
    if words in (["to"], ["up", "to"]):
        if left.unit is not None and right.unit is None:
            return False  # "rose 64 points to 4,577"
        moving = _change_before(atoms, left.first)
        if opener == "by" and right.unit is not None and left.unit is None and left.low < right.low <= 3 * left.low:
            return True  # "dropped by 1 to 1.5 degrees"
        if opener == "from":
            return not _change_around(atoms, left, right)
        return left.low < right.low * max(1.0, right.scale) and not moving
    if words == ["and"]:
        return opener == "between"
    if words == ["or"]:
        return left.unit is None and right.low == left.low + 1 and left.form == right.form
    return False


def _change_before(atoms: Atoms, first: int) -> bool:
    return atoms[first - 1].lower in _RISE or (atoms[first - 1].lower == "by" and atoms[first - 2].lower in _RISE)


def _change_around(atoms: Atoms, left: Amount, right: Amount) -> bool:
    """Whether a verb of change governs "from A to B", so that A and B are states, not the ends of a range."""
    before = {atoms[k].lower for k in range(max(0, left.first - 8), left.first)}
    return bool(before & _RISE)


def steps(atoms: Atoms, found: list[Amount]) -> list[Amount]:
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
        if (
            step == "to"
            and index
            and out[-2].step in ("from", "by")
            and out[-2].unit is None
            and amount.unit is not None
        ):
            out[-2] = _like(out[-2], amount)
    return out


def _like(left: Amount, right: Amount) -> Amount:
    """The left of "from 24 to 33 billion euros" with the unit and scale of the right."""
    scale = right.scale if left.scale == 1 and right.scale > 1 and left.high < right.high / right.scale * 2 else 1.0
    value = None if left.value is None else left.value * scale
    return replace(
        left, value=value, low=left.low * scale, high=left.high * scale, unit=right.unit, written=right.written
    )
