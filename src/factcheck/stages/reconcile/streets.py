"""FC121: one street of two kinds: "Partridge Lane", "Partridge Drive"; one scene in two blocks of a street.

Each article has the one and nowhere the other, in sentences that have more in common; numbered streets and those that
are named after their town's park or market are many, and are left alone. Of the blocks only those are compared at which
something happened: where somebody lives or was arrested is another place.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.frames.wording import stems
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.stages.reconcile.written import Written, of_two_sources, quoter
from factcheck.text import digest, fold

_KINDS = {  # no courts and places, which are more than streets
    **{kind: kind for kind in ("street", "avenue", "road", "drive", "lane", "boulevard", "terrace")},
    "st": "street",
    "ave": "avenue",
    "rd": "road",
    "dr": "drive",
    "ln": "lane",
    "blvd": "boulevard",
}
_ADDRESS = re.compile(
    r"\b(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]{3,})[ \u00a0]"
    r"(?P<kind>Street|Avenue|Road|Drive|Lane|Boulevard|Terrace|St|Ave|Rd|Dr|Ln|Blvd)\b(?!['’])"
    r"(?! (?:[a-z]+ )?(?:station|school|hotel|church|stadium|hospital|market|bridge|park)\b)"
)
_TOWN = re.compile(r"\.? in (?P<town>[A-ZÀ-ÖØ-Þ][\w-]+)")
_IN_EVERY_TOWN = frozenset(
    [
        *("main", "park", "church", "high", "market", "bridge", "station", "broad", "front", "school", "mill", "river"),
        *("lake", "hill", "grove", "green", "forest", "garden", "center", "central", "north", "south", "east", "west"),
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "washington"),
        *("upper", "lower", "old", "great", "wall", "state", "county", "supreme", "federal", "district", "magistrates"),
    ]
)


def streets(claims: Sequence[Claim], around: Surroundings) -> Iterator[Finding]:
    """Streets to which two sources, of which none derives from the other, give one name and two kinds.

    Args:
        claims: The claims of all sources, in any order.
    """
    quote = quoter(claims, around)
    first: dict[str, dict[str, dict[str, Written]]] = defaultdict(lambda: defaultdict(dict))
    for source in sorted({claim.source for claim in claims} & set(around.articles)):
        for match in _ADDRESS.finditer(around.articles[source].text):
            name, kind = fold(match["name"]), _KINDS[match["kind"].lower()]
            if name not in _IN_EVERY_TOWN and source not in first[name][kind]:
                first[name][kind][source] = quote(source, *match.span())
    for name in sorted(first):
        told = first[name]
        both = {source for one, other in combinations(told, 2) for source in told[one].keys() & told[other].keys()}
        for one, other in combinations(sorted(told), 2):
            sides = [
                {source: written for source, written in told[kind].items() if source not in both}
                for kind in (one, other)
            ]
            pair = of_two_sources(sides[0], sides[1], around)
            if pair is not None and len(_beside(pair[0]) & _beside(pair[1])) >= _SHARED and _one_town(*pair):
                yield _finding(*_in_order(pair), _KIND)
    yield from _blocks(claims, around)


def _blocks(claims: Sequence[Claim], around: Surroundings) -> Iterator[Finding]:
    """Blocks of one street at which two sources put what happened, each source one block alone."""
    quote = quoter(claims, around)
    scenes: dict[str, dict[str, dict[str, Written]]] = defaultdict(lambda: defaultdict(dict))
    for source in sorted({claim.source for claim in claims} & set(around.articles)):
        for match in _BLOCK.finditer(around.articles[source].text):
            written = quote(source, *match.span())
            name = fold(match["name"])
            if name not in _IN_EVERY_TOWN and _scenes(written) and not _ELSE.search(written.quote.text):
                scenes[name][source].setdefault(match["block"], written)
    for street in sorted(scenes):
        single = {source: next(iter(told.items())) for source, told in scenes[street].items() if len(told) == 1}
        blocks = sorted({block for block, _ in single.values()}, key=int)
        for one, other in combinations(blocks, 2):
            sides = [
                {source: item for source, (block, item) in single.items() if block == told} for told in (one, other)
            ]
            pair = of_two_sources(sides[0], sides[1], around)
            if pair is not None and _one_scene(*pair) and _one_kind(*pair) and _one_town(*pair):
                yield _finding(*_in_order(pair), _WHICH)


_BLOCK = re.compile(
    r"\b(?P<block>[1-9]\d{1,4}) block of (?:(?:North|South|East|West|[NSEW]\.?) )?"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]*\w(?: [A-ZÀ-ÖØ-Þ][\w'’-]*\w)?)"
    r"(?: (?P<kind>(?:Street|Avenue|Road|Drive|Lane|Boulevard|Terrace|St|Ave|Rd|Dr|Ln|Blvd)\b))?"
)
_SCENES = {
    "any": r"incident|happen\w*|occurr?\w*|took place|broke out|respond\w*|called to",
    "shooting": r"shoot\w*|shots?|gunfire|opened fire|gunned|bullets?",
    "crash": r"crash\w*|collision|collided|hit-and-run",
    "stabbing": r"stab\w*|knif\w*",
    "robbery": r"rob(?:bed|bery|bers?)?|burgl\w*",
    "blaze": r"blaze|burn\w*|flames|firefighters",
    "blast": r"explo\w+|blast",
}
_SCENE = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _SCENES.items()}


def _scenes(written: Written) -> frozenset[str]:
    """Which sorts of event the sentence around a block tells of."""
    return frozenset(name for name, words in _SCENE.items() if words.search(written.quote.text))


def _one_scene(one: Written, other: Written) -> bool:
    """Whether two sentences can tell of one event: of one sort, or the one of "the incident" alone."""
    mine, theirs = _scenes(one), _scenes(other)
    return bool((mine & theirs) - {"any"}) or {"any"} in (mine, theirs)


def _one_kind(one: Written, other: Written) -> bool:
    """Whether two addresses do not give their street two kinds: 5th Street, 5th Avenue."""
    matches = [_BLOCK.match(item.name) for item in (one, other)]
    kinds = {_KINDS[match["kind"].lower()] for match in matches if match is not None and match["kind"]}
    return len(kinds) < 2


_ELSE = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|reside\w*|resident|arrest\w*|search\w*|warrant|flee\w*|fled|ran|chas\w+|another|second|later|earlier"
    r"|abandoned|car was|vehicle was)\b",
    re.IGNORECASE,
)
_KIND = "One name with two kinds of street, and neither source has the other's."
_WHICH = "Each source puts what happened into one block of that street, and neither has the other's."


_SHARED = 2  # words that both sentences have beside the street: homes on Willow Lane, a family on Willow Drive


def _in_order(pair: tuple[Written, Written]) -> tuple[Written, Written]:
    one, other = pair
    return pair if one.source <= other.source else (other, one)


def _one_town(one: Written, other: Written) -> bool:
    """Whether the towns that stand right behind two streets are not two."""
    matches = [_TOWN.match(item.quote.text, item.end - item.quote.start) for item in (one, other)]
    return len({match["town"] for match in matches if match is not None}) < len(matches)


def _beside(written: Written) -> frozenset[str]:
    """What else the sentence around a street says, as stems."""
    return frozenset(stems(written.quote.text)) - frozenset(stems(written.name))


def _finding(one: Written, other: Written, why: str) -> Finding:
    return Finding(
        id=digest("FC121", one.source, fold(one.name), other.source, fold(other.name)),
        rule="FC121",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=0.6,
        message=f"“{one.name}” ({one.source}) is “{other.name}” to {other.source}.",
        explanation=(
            f"{one.source}: “{one.name}”",
            f"{other.source}: “{other.name}”",
            why,
        ),
        claims=tuple(dict.fromkeys(item.claim.id for item in (one, other) if item.claim is not None)),
        spans=tuple(sorted((one.quote, other.quote))),
        marks=tuple(sorted((one.mark, other.mark))),
        question=f"Is it “{one.name}” or “{other.name}”?",
    )
