"""Lemmas and roots guessed from the form of a word alone."""

import re
from functools import lru_cache

from factcheck.lexicon import drift as lexicon

_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
)
_SUFFIX = re.compile(
    r"(?:ization|isation|ational|fulness|iveness|ations?|ements?|ments?|ities|ity|ances?|ences?|ions?|ors?|ers?|ing|ed|ies|es|s"
    r"|al|ive|ous|ly|ness|ful|able|ible|ist|ism|ize|ise|ate|y|e)$"
)
_FORMS = """
be is are was were been being am; have has had having; do does did done; say said; go went gone; make made;
take took taken; come came; see saw seen; get got gotten; give gave given; find found; think thought; tell
told; become became; show shown; leave left; feel felt; put put; bring brought; begin began begun; keep kept;
hold held; write wrote written; stand stood; hear heard; let let; mean meant; meet met; run ran; pay paid; sit
sat; speak spoke spoken; lie lay lain; lead led; grow grew grown; lose lost; fall fell fallen; send sent;
build built; understand understood; draw drew drawn; break broke broken; spend spent; rise rose risen; drive
drove driven; buy bought; wear wore worn; choose chose chosen; seek sought; catch caught; fight fought; teach
taught; sell sold; win won; shoot shot; fly flew flown; throw threw thrown; know knew known; steal stole
stolen; hide hid hidden; strike struck stricken; flee fled; man men; woman women; child children; person
people persons; foot feet; tooth teeth; life lives; leaf leaves; wife wives; bear bore borne born; swear swore
sworn; beat beaten; shake shook shaken; sink sank sunk; ride rode ridden
"""
_IRREGULAR = {form: forms.split()[0] for forms in " ".join(_FORMS.split()).split("; ") for form in forms.split()[1:]}


@lru_cache(maxsize=100_000)
def base(norm: str) -> str:
    """A lemma guessed from the form alone: the longest stripped form that is a known word and not much rarer.

    >>> base("prisons")
    'prison'
    """
    irregular = _IRREGULAR.get(norm)
    if irregular:
        return irregular
    if len(norm) < 4 or not norm.isascii():
        return norm
    for ending, instead in _ENDINGS[:12]:
        if norm.endswith(ending) and not (ending == "s" and norm.endswith(("ss", "us", "is"))):
            shorter = norm[: -len(ending)] + instead
            if len(shorter) < 3:
                continue
            if (
                ending in ("ing", "ed")
                and not instead
                and len(shorter) > 3
                and shorter[-1] == shorter[-2]
                and shorter[-1] not in "ls"
            ):
                shorter = shorter[:-1]
            if lexicon.known(shorter) and lexicon.information(shorter) < lexicon.information(norm) + 4:
                return shorter
    return norm


@lru_cache(maxsize=100_000)
def stem(lemma: str) -> str:
    """A crude root that a verb shares with its noun ("transfer", "transferral"; "arrest", "arrested")."""
    for _ in range(2):
        found = _SUFFIX.search(lemma)
        if found is None or found.start() < 4:
            break
        lemma = lemma[: found.start()]
    return lemma
