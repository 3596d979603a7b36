"""Word stems: one key for the forms of a word, so that "killed", "killing" and "kills" meet.

Steps 1 and 5 of Porter's algorithm (Program 14:3, 1980), which take off inflection and leave derivation alone, with a
table of irregular forms before them. A stem is a key for comparison, never shown to people.
"""

from functools import lru_cache

from factcheck.text import fold

_IRREGULAR = """
am be is be are be was be were be been be being be 's be has have had have did do does do done do went go gone go
men man women woman children child people person persons person feet foot teeth tooth mice mouse wives wife lives life
knives knife wolves wolf leaves leaf thieves thief halves half shelves shelf loaves loaf
arose arise arisen arise awoke awake ate eat eaten eat beaten beat became become began begin begun begin bent bend
bit bite bitten bite bled bleed blew blow blown blow bore bear borne bear bought buy bound bind bred breed broke break
broken break brought bring built build burnt burn came come caught catch chose choose chosen choose clung cling
crept creep dealt deal drank drink drawn draw drew draw driven drive drove drive drunk drink dug dig fallen fall fed feed
fell fall felt feel fled flee flew fly flown fly flung fling forbade forbid forbidden forbid forgot forget forgotten forget
fought fight found find froze freeze frozen freeze gave give given give gotten get got get grew grow grown grow
heard hear held hold hid hide hidden hide hung hang kept keep knelt kneel knew know known know laid lay lain lie led lead
left leave lent lend lit light lost lose made make meant mean met meet mistook mistake mistaken mistake paid pay
ran run rang ring risen rise rose rise said say sang sing sank sink sat sit saw see seen see sent send shaken shake
shook shake shone shine shot shoot shown show shrank shrink slain slay slept sleep slew slay slid slide sold sell
sought seek spent spend spoke speak spoken speak sprang spring spun spin stole steal stolen steal stood stand strove strive
struck strike stuck stick stung sting swam swim swore swear sworn swear swept sweep swum swim swung swing taken take
taught teach thought think threw throw thrown throw told tell took take tore tear torn tear understood understand
upheld uphold withdrew withdraw withdrawn withdraw woke wake woken wake won win wore wear worn wear wound wound wove weave
woven weave wrote write written write overthrew overthrow overthrown overthrow underwent undergo undergone undergo
overtook overtake overtaken overtake rebuilt rebuild undertook undertake undertaken undertake dying die died die lying lie lied lie tying tie tied tie buses bus used use using use
better good best good worse bad worst bad
"""
_PAIRS = _IRREGULAR.split()
_FORMS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_VOWELS = frozenset("aeiou")


def _measure(word: str) -> int:
    """Porter's m: how many times a vowel run is followed by a consonant run."""
    kinds = []
    for index, char in enumerate(word):
        vowel = char in _VOWELS or (char == "y" and index > 0 and word[index - 1] not in _VOWELS)
        if not kinds or kinds[-1] != vowel:
            kinds.append(vowel)
    return sum(1 for left, right in zip(kinds, kinds[1:], strict=False) if left and not right)


def _has_vowel(word: str) -> bool:
    return any(char in _VOWELS or (char == "y" and index > 0) for index, char in enumerate(word))


def _short(word: str) -> bool:
    """Whether a word ends consonant, vowel, consonant, the last not w, x or y (Porter's *o)."""
    return (
        len(word) >= 3
        and word[-1] not in "aeiouwxy"
        and (word[-2] in _VOWELS or word[-2] == "y")
        and word[-3] not in _VOWELS
    )


def _plural(word: str) -> str:
    if word.endswith("sses") or word.endswith("ies"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        base = word[: -len(suffix)]
        if word.endswith(suffix) and _has_vowel(base):
            if base.endswith(("at", "bl", "iz")):
                return base + "e"
            if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "lsz":
                return base[:-1]
            return base + "e" if _measure(base) == 1 and _short(base) else base
    return word


@lru_cache(maxsize=65536)
def stem(word: str, lemma: bool = False) -> str:
    """The stem of one word, folded. A `lemma` is taken at its word: "found" is then to establish, not what one did.

    >>> stem("Killed"), stem("planes"), stem("planned"), stem("releasing")
    ('kill', 'plane', 'plan', 'releas')
    """
    key = fold(word)[:64].removesuffix("'s").removesuffix("'")
    if not lemma:
        key = _FORMS.get(key, key)
    if len(key) <= 2 or not key.replace("-", "").replace("'", "").isalpha():
        return key
    key = _past(_plural(key))
    if key.endswith("y") and _has_vowel(key[:-1]):
        key = key[:-1] + "i"
    if key.endswith("e"):
        measure = _measure(key[:-1])
        if measure > 1 or (measure == 1 and not _short(key[:-1])):
            key = key[:-1]
    if key.endswith("ll") and _measure(key) > 1:
        key = key[:-1]
    return key
