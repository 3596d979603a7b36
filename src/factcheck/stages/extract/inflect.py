"""Finite forms of English verbs, for turning participles and infinitives into sentences."""

import re

from factcheck.lexicon.lists import mapping, words

_VOWELS = frozenset("aeiou")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtvz]")  # one short syllable: "stop", "plan", "star"


def past(lemma: str) -> str:
    """The simple past: "kill" gives "killed", "take over" gives "took over".

    >>> past("carry"), past("ban"), past("take over")
    ('carried', 'banned', 'took over')
    """
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    irregular = mapping("inflection", "past").get(verb)
    if irregular is not None:
        return irregular + tail
    if verb == "be":
        return "was" + tail
    if verb.endswith("e"):
        return verb + "d" + tail
    if len(verb) > 1 and verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied" + tail
    return verb + (verb[-1] if verb in words("inflection", "doubling") or _SHORT.fullmatch(verb) else "") + "ed" + tail


def present(lemma: str, plural: bool) -> str:
    """The simple present for a third person.

    >>> present("carry", False), present("go", False), present("kill", True)
    ('carries', 'goes', 'kill')
    """
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if verb == "be":
        return ("are" if plural else "is") + tail
    if plural:
        return lemma
    if verb == "have":
        return "has" + tail
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es" + tail
    if len(verb) > 1 and verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies" + tail
    return verb + "s" + tail


def be(plural: bool, is_past: bool) -> str:
    """The form of "to be" for a third person."""
    return ("were" if plural else "was") if is_past else ("are" if plural else "is")
