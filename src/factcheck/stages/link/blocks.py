"""Which pairs of claims are worth comparing: those that share a name, an event, a thing counted, a number, a rare word.

A block is the set of claims with one key. Two claims are candidates when they share one telling key or two common
ones. A block too big to compare in pairs is passed over and reported with its size, never silently.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations

from factcheck.frames.frame import Frame
from factcheck.lexicon.words import predicates
from factcheck.model.article import Skip
from factcheck.model.claim import Kind

LIMIT = 150  # claims in a block: above, pairs grow too fast, and the key tells too little
_COMMON_EVENTS = frozenset({"say", "own", "know", "believe", "receive", "give", "face", "control", "perform"})


def keys(frame: Frame, rare: Mapping[str, int]) -> list[str]:
    """The block keys of one claim, sorted."""
    found = {f"name:{name}" for name in frame.names}
    found |= {f"event:{sense}" for sense in predicates().widened(frame.events) - _COMMON_EVENTS}
    if frame.predicate and not frame.senses:
        found.add(f"verb:{frame.predicate[0]}")
    for party in (frame.subject, frame.object, frame.counted):
        found |= {f"group:{group}" for group in party.groups}
        if party.head and not party.groups:
            found.add(f"head:{party.head}")
    quantity = frame.claim.quantity
    if quantity is not None and quantity.value is not None:
        found.add(f"number:{quantity.value:g}:{quantity.unit or ''}")
    when = frame.claim.time
    if when is not None and when.first is not None and when.resolved:
        found.add(f"year:{when.first.year}")
    found |= {f"word:{word}" for word in frame.words if rare.get(word, 0) > 1}
    return sorted(found)


def _count(frame: Frame) -> bool:
    quantity = frame.claim.quantity
    return frame.claim.kind is Kind.QUANTITY and quantity is not None and quantity.unit is None


def candidates(frames: Mapping[str, Frame]) -> tuple[list[tuple[str, str]], list[Skip]]:
    """The pairs of claim ids to compare, sorted, and the blocks that were too big."""
    frequency = Counter(word for frame in frames.values() for word in frame.words)
    rare_limit = max(12, len(frames) // 25)
    rare = {word: count for word, count in frequency.items() if 1 < count <= rare_limit}
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(frames):
        for key in keys(frames[id_], rare):
            blocks[key].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    skipped = []
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) > LIMIT:
            skipped.append(
                Skip("link", "block", f"{len(members)} claims share {key!r}, too many to compare by that alone", False)
            )
            continue
        weight = 2 if (key.startswith(("name:", "number:")) and len(members) <= 40) or key.startswith("word:") else 1
        event = key.startswith("event:")
        for pair in combinations(members, 2):
            mine, theirs = frames[pair[0]], frames[pair[1]]
            denial = event and mine.claim.negated != theirs.claim.negated
            counts = event and _count(mine) and _count(theirs)
            # "no one was hurt" has no word more in common with who was, "nine were killed" with "eleven have died"
            shared[pair] += 2 if denial or counts else weight
    return sorted(pair for pair, count in shared.items() if count >= 2), skipped
