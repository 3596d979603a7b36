"""FC110: one name in two spellings, by two independent sources or inside one article.

Two things are compared. Full names of people: all words but one are equal, and that one is a letter or two apart. And
single words of names of any sort (streets, towns, surnames, teams), if one of the two spellings is no frequent word of
English and nothing says that there are two bearers. Where two sources differ neither has the other's spelling; a copy's
misspelling is drift, and reported there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.frames.identity import names_in, same_first_name, two_sexes
from factcheck.lexicon.drift import known
from factcheck.lexicon.lists import words as listed
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.stages.reconcile.written import Quoter, Written, of_two_sources, quoter
from factcheck.text import digest, fold

_SHORTEST = 5  # letters; shorter words are one letter apart by chance
_SHORT_SURNAME = 4  # letters of a last name that may lack one behind one and the same first name
_LONG = 8  # letters of a word that may be two letters apart
_ALONE, _LONG_ALONE = 6, 9  # the same for words that share no other word of their names
_SURE, _IN_ONE = 0.6, 0.55
_WORDS_OF_A_NAME = 3
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?|[^\w\s]|\d[\w,.:]*")
_WRITTEN = re.compile(r"[^\W\d_][^\W\d_]+\Z")
_INITIAL = re.compile(r"[^\W\d_]\.?\Z")
_OPENERS = frozenset(".!?:“\"'‘’”()[]-–—•*")

_SOUNDS = (
    ("ephe", "eve"),
    ("ein", "ine"),
    ("ck", "k"),
    ("ph", "f"),
    ("c", "k"),
    ("y", "i"),
    ("ie", "i"),
    ("z", "s"),
    ("w", "v"),
    ("j", "i"),
)
_ENDINGS = frozenset(  # what makes another word of a name and no misspelling: Somali, Somalia; Texan, Texas
    [
        *("s", "es", "n", "an", "ns", "ans", "ian", "ians", "i", "is", "ese", "ish", "ist", "ists", "er", "ers"),
        *("y", "a", "o", "e", "ed", "d", "ing", "ly", "al", "ic"),
    ]
)
_BARE = frozenset({"", "a", "e", "o", "y"})  # how what those are made from ends
_PAIRED = tuple(  # Latin plurals, and what a wife is called in Greek and Slavic languages
    {one, other}
    for one, other in (("um", "a"), ("us", "i"), ("us", "s"), ("i", "s"), ("s", "u"), ("y", "aya"), ("i", "aya"))
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name at one place: as written, and the words of the name before and behind it, folded."""

    source: str
    start: int
    end: int
    written: str
    before: str | None
    after: str | None


def spellings(claims: Sequence[Claim], around: Surroundings) -> Iterator[Finding]:
    """Names that two sources, of which none derives from the other, write in two ways, or one article does.

    Args:
        claims: The claims of all sources, in any order.
    """
    quote = quoter(claims, around)
    pairs = list(_full_names(claims, around))
    seen = {_changed(left, right) for left, right in pairs}
    for left, right in _single_words(claims, quote, around):
        if _changed(left, right) not in seen:
            seen.add(_changed(left, right))
            pairs.append((left, right))
    for group in _of_one_name(pairs):
        yield _finding(group)


def _of_one_name(pairs: Sequence[tuple[Written, Written]]) -> list[list[Written]]:
    """All spellings of one name together, each where it was found first, by source and place."""
    groups: list[dict[str, Written]] = []
    for left, right in pairs:
        spelled = {_own_words(one, other): one for one, other in ((right, left), (left, right))}
        joined = [group for group in groups if group.keys() & spelled.keys()]
        for group in joined:
            groups.remove(group)
            spelled.update(group)
        groups.append(spelled)
    return [sorted(group.values(), key=lambda written: (written.source, written.start)) for group in groups]


def _own_words(one: Written, other: Written) -> str:
    """The words of a name that the other spelling of it does not have."""
    theirs = _WORD.findall(fold(other.name))
    return " ".join(word for word in _WORD.findall(fold(one.name)) if word not in theirs)


def _changed(one: Written, other: Written) -> frozenset[str]:
    """What two spellings of one name differ in, whichever comes first."""
    return frozenset((_own_words(one, other), _own_words(other, one)))


# Full names of people


def _full_names(claims: Sequence[Claim], around: Surroundings) -> Iterator[tuple[Written, Written]]:
    first: dict[str, dict[str, Written]] = defaultdict(dict)
    people = _people(claims)
    listed_ = sorted(claims, key=lambda claim: claim.position)
    spans = [(claim, claim.span) for claim in listed_]
    sentences: dict[tuple[str, int], Claim] = {}
    for claim in listed_:
        sentences.setdefault((claim.source, claim.sentence.start), claim)
    spans += [(claim, claim.sentence) for claim in sentences.values()]  # a speaker stands outside the words quoted
    for claim, span in spans:
        for name in names_in(span.text):
            key = name_key(name)
            if " " not in key or key not in people or claim.source in first[key]:
                continue
            bare = " ".join(name.split()[-len(key.split()) :])  # the key has no title
            found = re.search(r"\s+".join(map(re.escape, bare.split())), span.text)
            if found is not None:
                shown = SourceSpan(claim.source, span.start, span.end, span.text)
                start, end = (span.start + place for place in found.span())
                first[key][claim.source] = Written(claim.source, claim, shown, bare, start, end)
    for mine, theirs in _near(first):
        pair = of_two_sources(first[mine], first[theirs], around)
        if pair is not None and _is_kin(pair[0]) == _is_kin(pair[1]):
            yield pair


def _people(claims: Sequence[Claim]) -> set[str]:
    """The keys of the names that persons bear: participants, and who is quoted, unless it is a body elsewhere."""
    found: set[str] = set()
    bodies: set[str] = set()
    for claim in claims:
        for argument in claim.arguments:
            if argument.entity and argument.type == "person":
                found.add(name_key(argument.entity))
            elif argument.entity:
                bodies.add(name_key(argument.entity))
    spoken = {name_key(claim.attribution.speaker) for claim in claims if claim.attribution is not None}
    return found | {key for key in spoken - bodies if key and len(key.split()) <= _WORDS_OF_A_NAME}


def _near(names: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in one word, by a letter or two. O(n) buckets of names that share all but a word."""
    buckets: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for index in range(len(words)):
            buckets[(*words[:index], "", *words[index + 1 :])].add(name)
    for rest, group in sorted(buckets.items()):
        place = rest.index("")
        for mine, theirs in combinations(sorted(group), 2):
            one, other = mine.split()[place], theirs.split()[place]
            short = place < len(rest) - 1 and _is_choice(one, other)
            last = place == len(rest) - 1
            if not short and _misspelt(one, other, last):  # "Steve" for "Steven" is a choice
                yield mine, theirs


def _is_choice(one: str, other: str) -> bool:
    """Whether one first name is a short form of the other: "Steve" for "Steven", but not "Ronal" for "Ronald"."""
    short, full = sorted((one, other), key=len)
    given = listed("people", "male") | listed("people", "female")
    if full.startswith(short):
        return short in given or full not in given
    if _sound(one) == _sound(other):
        return False  # "Stephen", "Steven"
    return same_first_name(one, other) or two_sexes(one, other)  # Alexander and Alexandra Lee are two


def _misspelt(one: str, other: str, last: bool) -> bool:
    """Whether two words of a name are one word spelled in two ways; `last` says that they are surnames."""
    if not (one + other).isalpha():
        return False
    if min(len(one), len(other)) >= _SHORTEST and one[-1] != "s" != other[-1] and _sound(one) == _sound(other):
        return True  # "lenny", "lennie"; "karolos", "carolos"
    if one[0] != other[0]:
        return False
    if min(len(one), len(other)) < _SHORTEST and _sound(one) != _sound(other):
        dropped = last and len(one) != len(other) and min(len(one), len(other)) >= _SHORT_SURNAME
        if not dropped:  # "Trask", "Task"; "Lind" and "Land" are two families
            return False
    if one.rstrip("s") == other.rstrip("s"):
        return False  # "the Miller brothers", "the Millers"
    most = 2 if min(len(one), len(other)) >= _LONG - 1 else 1
    return DamerauLevenshtein.distance(one, other) <= most


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """A word with letters that are spelled for one another made equal: "eric" and "erik"."""
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    return re.sub(r"(.)\1", r"\1", word)


# Single words of names


def _single_words(claims: Sequence[Claim], quote: Quoter, around: Surroundings) -> Iterator[tuple[Written, Written]]:
    places: dict[str, list[Word]] = defaultdict(list)
    common: set[str] = set()
    for source in sorted({claim.source for claim in claims} & set(around.articles)):
        for word, small in _words_of_names(source, around):
            if small:
                common.add(word.written.lower())
            else:
                places[fold(word.written)].append(word)
    plurals = {name for name in places if name.endswith("s") and name[:-1] in places}  # "the Klitschkos"
    for name in plurals | {fold(small) for small in common if known(small)}:
        places.pop(name, None)
    for one, other in _alike(places):
        mine, theirs = places[one], places[other]
        shared = _share_a_word(mine, theirs)
        if shared is None or not (shared or _alone(one, other) or _slip(mine, theirs)):
            continue
        pair = of_two_sources(_first(mine, quote), _first(theirs, quote), around)
        if pair is None and DamerauLevenshtein.distance(one, other) == 1:  # Charlene and Charlie Lee are two
            pair = _of_one(mine, theirs, quote)
        if pair is not None and not _told_together(*pair):
            yield pair


_NEAR_BY = 40  # characters between two names that are told in one breath, as two


def _told_together(one: Written, other: Written) -> bool:
    return one.source == other.source and abs(one.start - other.start) <= _NEAR_BY


_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:\w+ )?"
    r"(?:wife|husband|mother|father|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece),? (?:[A-Z][\w.-]* )*$"
)


def _is_kin(written: Written) -> bool:
    """Whether a name is that of somebody's kin, whose own name it may be like: "his uncle, Omar Hassan"."""
    text, first = written.quote.text, written.quote.start
    if written.claim is not None:
        text, first = written.claim.sentence.text, written.claim.sentence.start
    return _KIN.search(text[: max(0, written.start - first)]) is not None


def _words_of_names(source: str, around: Surroundings) -> Iterator[tuple[Word, bool]]:
    """The words of an article that are written as parts of names, and those in small letters, which says the flag."""
    article = around.articles[source]
    titles = listed("people", "titles")
    for line in re.finditer(r"[^\n]+", article.text):
        if any(mark.start < line.end() and line.start() < mark.end for mark in article.boilerplate):
            continue
        tokens = list(_TOKEN.finditer(line.group()))
        for index, token in enumerate(tokens):
            written = re.sub(r"['’]s?$", "", token.group().rstrip("."))
            if not _WRITTEN.match(written):
                continue
            start = line.start() + token.start()
            word = Word(
                source,
                start,
                start + len(written),
                written,
                _beside(tokens, index, -1, titles),
                _beside(tokens, index, 1, titles),
            )
            if written[0].islower():
                yield word, True
                continue
            opens = index == 0 or (tokens[index - 1].group() in _OPENERS)
            if written[1:].islower() and not (opens and known(written.lower())):
                yield word, False


def _beside(tokens: Sequence[re.Match[str]], index: int, step: int, titles: frozenset[str]) -> str | None:
    """The folded word of the same name that stands next to a word, initials passed over; None where there is none."""
    place = index + step
    while 0 <= place < len(tokens) and _INITIAL.match(tokens[place].group()):
        place += step
    if not 0 <= place < len(tokens):
        return None
    written = tokens[place].group()
    ended = written.endswith(".") or re.search(r"['’]s?$", tokens[min(index, place)].group()) is not None
    word = fold(re.sub(r"['’]s?$", "", written.rstrip(".")))
    if not written[0].isupper() or word in titles or (step < 0 and ended) or len(word) < _SHORTEST - 2:
        return None
    return None if step > 0 and tokens[index].group().endswith((".", "'s", "’s")) else word


def _alike(places: Mapping[str, Sequence[Word]]) -> Iterator[tuple[str, str]]:
    """Pairs of words a letter or two apart of which one is no frequent word of English, in order."""
    buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(places):
        buckets[word[0], len(word)].append(word)
    for word in sorted(places):
        for length in range(len(word), len(word) + 3):
            for other in buckets[word[0], length]:
                if (length, other) <= (len(word), word) or (_frequent(word) and _frequent(other)):
                    continue
                if _misspelt(word, other, last=True) and not _of_one_stem(word, other):
                    yield word, other


def _frequent(word: str) -> bool:
    return known(word) or known(word.removesuffix("s"))


def _of_one_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one ("Somali", "Somalia") or two names that languages have for one thing."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = {one[shared:], other[shared:]}
    if (rests <= _ENDINGS | {""} and rests & _BARE) or rests in _PAIRED:
        return True
    return any(one.replace(*pair) == other or other.replace(*pair) == one for pair in (("our", "or"), ("is", "iz")))


def _share_a_word(mine: Sequence[Word], theirs: Sequence[Word]) -> bool | None:
    """Whether two spellings stand beside one other word of a name; None where they stand beside different ones."""
    shared = False
    for side in ("before", "after"):
        one, other = ({value for word in words if (value := getattr(word, side))} for words in (mine, theirs))
        if one & other:
            shared = True
        elif one and other:
            return None  # "Tom Berger", "Ana Bergen"
    for people, things in ((mine, theirs), (theirs, mine)):
        if all(word.before and not word.after for word in people) and all(
            word.after and not word.before for word in things
        ):
            return None  # "Susan Harrington", "Herrington Park"
    return shared


def _alone(one: str, other: str) -> bool:
    """Whether two words are so long that they are one name misspelt though no other word of it is there."""
    shortest = min(len(one), len(other))
    return shortest >= _ALONE and DamerauLevenshtein.distance(one, other) <= (2 if shortest >= _LONG_ALONE else 1)


def _slip(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether an article that names somebody in full has another vowel in the surname alone: "Ali Syed", "Sayed"."""
    for full, bare in ((mine, theirs), (theirs, mine)):
        named = {word.source for word in full if word.before is not None}
        alone = {word.source for word in bare}
        one, other = fold(full[0].written), fold(bare[0].written)
        if (
            alone == alone & named
            and all(word.before is None and word.after is None for word in bare)
            and _VOWEL.sub("", one) == _VOWEL.sub("", other)
            and len(full) > len(bare)
        ):
            return True
    return False


_VOWEL = re.compile(r"[aeiou]")


def _first(words: Sequence[Word], quote: Quoter) -> dict[str, Written]:
    """Where each source has a spelling first."""
    found: dict[str, Written] = {}
    for word in words:
        if word.source not in found:
            found[word.source] = quote(word.source, word.start, word.end)
    return found


def _of_one(mine: Sequence[Word], theirs: Sequence[Word], quote: Quoter) -> tuple[Written, Written] | None:
    """The first places of two spellings in the first article that has both."""
    one, other = _first(mine, quote), _first(theirs, quote)
    both = sorted(one.keys() & other.keys())
    return (one[both[0]], other[both[0]]) if both else None


def _finding(told: Sequence[Written]) -> Finding:
    names = [f"“{one.name}”" for one in told]
    spelled = f"{', '.join(names[:-1])} or {names[-1]}"
    within = len({one.source for one in told}) == 1
    reason = (
        "All words but one are equal, that one is a letter or two apart, and neither source has the other's."
        if " " in told[0].name
        else "They are a letter or two apart, one is no common word, and nothing says that they name two."
    )
    first, *others = told
    message = (
        f"{first.source} spells one name {spelled.replace(' or ', ' and ')}."
        if within
        else f"“{first.name}” ({first.source}) is spelled "
        + " and ".join(f"“{other.name}” by {other.source}" for other in others)
        + "."
    )
    return Finding(
        id=digest("FC110", *(part for one in told for part in (one.source, fold(one.name)))),
        rule="FC110",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=_IN_ONE if within else _SURE,
        message=message,
        explanation=(*(f"{one.source}: “{one.name}”" for one in told), reason),
        claims=tuple(dict.fromkeys(one.claim.id for one in told if one.claim is not None)),
        spans=tuple(sorted({one.quote for one in told})),
        marks=tuple(sorted(one.mark for one in told)),
        question=f"How is the name spelled, {spelled}?",
    )
