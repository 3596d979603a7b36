"""Numbers in digits: groups of three, decimals, fractions and powers, as English or as the continent writes them."""

import re

from factcheck.readers.quantities.atoms import Atom, Atoms

LONGEST = 30  # characters of digits that can still be an amount; longer runs are codes
_POWER = re.compile(r"\s?[x×*·]\s?10\s?(?:\^\s?([-−–+]?\d{1,2})|([-−–+]\d{1,2}))(?!\d)|\^([-+]{0,2}\d{1,3})(?![\d.])")
_EXPONENT = re.compile(r"[eE]([-+]?\d{1,3})(?![\w.])")
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 64, 100, 1000))


def digit_group(atoms: Atoms, at: int) -> tuple[float | None, int]:
    """The value of the digits at `at`, joined over blanks in groups of three, and how many atoms it took."""
    share = read_share(atoms, at)
    if share is not None:
        return share, 3
    head = atoms[at]
    if len(head.text) > LONGEST:
        return None, 1
    joined, taken = _grouped(atoms, at)
    value = digits_value(joined)
    if value is None:
        return None, 1
    end = atoms[at + taken - 1].end
    power = _POWER.match(atoms.text, end)
    if power is not None:
        exponent = power.group(1) or power.group(2)
        try:
            if exponent is not None:
                value *= 10.0 ** int(exponent.replace("−", "-").replace("–", "-"))
            else:
                sign = power.group(3)
                value **= int(sign.replace("--", "-"))
        except (OverflowError, ZeroDivisionError):
            return None, 1
        return value, atoms.at(power.end()) - at
    science = _EXPONENT.match(atoms.text, end)
    if science is not None:
        value *= 10.0 ** int(science.group(1)) if abs(int(science.group(1))) < 300 else 1.0
        return value, atoms.at(science.end()) - at
    return value, taken


def _grouped(atoms: Atoms, at: int) -> tuple[str, int]:
    """Digits with the groups of three that follow after blanks ("816 000") or after a comma and a blank ("10, 000")."""
    head = atoms[at]
    if not head.text.isdigit() or len(head.text) > 3 or head.text.startswith("0"):
        return head.text, 1
    parts, index = [head.text], at + 1
    while _is_group(atoms[index]) and len(parts) < 6:
        parts.append(atoms[index].text[:3])
        index += 1
    blank_is_plain = atoms.text[head.end : head.end + 1] == " "
    if (
        len(parts) > 1
        and (len(parts) > 2 or not blank_is_plain or parts[-1] == "000")
        and atoms[index].kind != "digits"
    ):
        return "".join(parts) + atoms[index - 1].text[3:], index - at
    if atoms[at + 1].text == "," and atoms[at + 1].gap == 0 and atoms[at + 2].text == "000" and atoms[at + 2].gap == 1:
        return head.text + "000", 3
    return head.text, 1


def _is_group(atom: Atom) -> bool:
    if atom.kind != "digits" or atom.gap != 1:
        return False
    return (len(atom.text) == 3 and atom.text.isdigit()) or (atom.text[3:4] == "." and atom.text[:3].isdigit())


def digits_value(text: str) -> float | None:
    """The value of digits with points and commas as English or, where that cannot be, as the continent writes them."""
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text) or re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", text) or re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return float(text.replace(",", "."))
    if re.fullmatch(r"\d{4,},\d{3}", text):
        return float(text.replace(",", ""))
    return None


def read_share(atoms: Atoms, at: int) -> float | None:
    """ "3/4" as a number, where it is a fraction and no date."""
    top, slash, below = atoms[at], atoms[at + 1], atoms[at + 2]
    if slash.text not in ("/", "⁄") or slash.gap or below.gap or below.kind != "digits":
        return None
    if atoms[at + 3].text in ("/", "-") and atoms[at + 3].gap == 0 and atoms[at + 4].kind == "digits":
        return None
    if atoms[at - 1].text == "/" or not (top.text.isdigit() and below.text.isdigit()) or len(below.text) > 4:
        return None
    bottom = int(below.text)
    if bottom not in DENOMINATORS or len(top.text) > 3 or int(top.text) == 0:
        return None
    return int(top.text) / bottom
