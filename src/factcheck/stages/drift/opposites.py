"""Opposites that exclude nothing where they stand: "foreign debt" and "domestic currency", "is left" and "remains", "A
won" and "B lost".

Two aligned words that a thesaurus calls opposites are a change of meaning only if they are said of one thing, in one
sense, under as many denials.
"""

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift import grammar
from factcheck.stages.drift.clause import apart
from factcheck.stages.drift.denial import raised
from factcheck.stages.drift.exceptions import excepted
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_GIVING, _GETTING = frozenset({"give", "send", "lend", "award"}), frozenset({"receive", "get", "borrow", "obtain"})
_SINCE = frozenset({"starting", "beginning"})  # "starting on Friday" tells from when on
_AGE = frozenset({"-", "–", "year", "years", "month", "months"})  # before "old", which is no opposite of "new" then
_ANY = frozenset({"ever", "somebody", "anybody", "someone", "anyone", "something", "anything"})
_BEATING = frozenset({"beat", "defeat"})
_STAYING = frozenset({"remain", "stay"})
_LATEST = "latest"  # the newest, whatever "late" is the opposite of
_COMPARED = frozenset({"JJR"})
_BELONGING = ("compound", "nmod", "nmod:poss")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def compatible(unit: Unit, pair: Pair) -> bool:
    """Whether the two words of a pair, opposites by themselves, can both be right where they stand."""
    if _another_kind(unit, pair) or _converse(unit, pair.left, pair.right) or _elsewhere(unit, pair):
        return True
    if _other_amounts(unit, pair) or _both_named(unit, pair):
        return True
    if excepted(unit):
        return True
    a, b = unit.left[pair.left], unit.right[pair.right]
    if raised(unit.original, a) != raised(unit.copy, b):
        return True
    return _lessened(unit.left, pair.left) != _lessened(unit.right, pair.right)


def _another_kind(unit: Unit, pair: Pair) -> bool:
    """Whether opposites say no opposite thing: a verb of losing beside a noun of winning tells the same match from the
    other side, "go" and "come" differ in where the writer stands, and of two joined by "and" either can be taken for
    the other's counterpart ("domestic and overseas", "local and foreign").
    """
    a, b = unit.left[pair.left], unit.right[pair.right]
    if {a.lemma, b.lemma} <= lexicon.words().deictic:
        return True
    if _LATEST in (a.norm, b.norm) and not lexicon.relations().opposite(a.norm, b.norm):
        return True
    if not (unit.original.parsed and unit.copy.parsed):
        return not _SINCE.isdisjoint((a.norm, b.norm))
    left, right = unit.original.token(a), unit.copy.token(b)
    if any(_since(token) or _aged(token) for token in (left, right)) or _left_there(unit, left, right):
        return True
    if _with_any(unit, pair) or _particle(left) != _particle(right) or _beaten(unit, left, right):
        return True
    if _both_ways(unit.left, pair.left) or _both_ways(unit.right, pair.right):
        return True
    kinds = {_kind(left), _kind(right)}
    return kinds == {"act", "thing"} or _crossed(unit, left, right)


def _other_amounts(unit: Unit, pair: Pair) -> bool:
    """Whether each of two opposites has an amount of its own that the other side gives elsewhere: "lost 75 million,
    after a profit of 20 million", "a loss of 75 million, after it had earned 20 million".
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    mine = _figures(unit.left, unit.original.token(unit.left[pair.left]))
    theirs = _figures(unit.right, unit.copy.token(unit.right[pair.right]))
    given, told = ({word.value for word in words} for words in (unit.left, unit.right))
    return bool((mine - theirs) & told and (theirs - mine) & given)


def _both_named(unit: Unit, pair: Pair) -> bool:
    """Whether both sides have both of two nouns, so that either renders itself: "women earn less than men", "men earn
    more than women". Whether they have changed roles is told elsewhere.
    """
    a, b = unit.left[pair.left], unit.right[pair.right]
    mine, theirs = ({word.lemma for word in words} for words in (unit.left, unit.right))
    return a.pos == b.pos == "NOUN" and a.lemma in theirs and b.lemma in mine


def _figures(words: tuple[Word, ...], token: Token) -> set[float]:
    """The numbers of the amounts that hang from a word."""
    inside = {child.i for child in token.subtree}
    return {word.value for word in words if word.value is not None and word.token in inside}


def _with_any(unit: Unit, pair: Pair) -> bool:
    """Whether the opposite of "never" or "nobody" stands under a denial too: "without ever", "unless somebody"."""
    denials = lexicon.words().negators | {"unless"}
    sides = ((unit.left, pair.left), (unit.right, pair.right))
    return any(words[k].norm in _ANY and any(word.norm in denials for word in words) for words, k in sides)


def _particle(token: Token) -> bool:
    """Whether a verb has a particle, with which it says something else: "gave up teaching", "to take care of her"."""
    return grammar.is_verb(token) and any(child.dep_ == "compound:prt" for child in token.children)


def _beaten(unit: Unit, left: Token, right: Token) -> bool:
    """Whether who wins in the one beats somebody in the other: "won gold", "was defeated by her"."""
    verbs = {left.lemma_, right.lemma_}
    if "win" not in verbs or verbs.isdisjoint(_BEATING):
        return False
    return _aligned(unit, grammar.agents(left), grammar.agents(right))


def _both_ways(words: tuple[Word, ...], place: int) -> bool:
    """Whether a side says the word once with "not" and once without: "guilty of assault, but not guilty of murder"."""
    again = [k for k, word in enumerate(words) if word.lemma == words[place].lemma]
    negators = lexicon.words().negators
    denied = [any(word.norm in negators for word in words[max(0, k - 2) : k]) for k in again]
    return any(denied) and not all(denied)


def _left_there(unit: Unit, left: Token, right: Token) -> bool:
    """Whether what is left is what stays: "is left", "leave the oil in the ground"."""
    for leaving, staying in ((left, right), (right, left)):
        if leaving.lemma_ != "leave" or staying.lemma_ not in _STAYING:
            continue
        if leaving.tag_ == "VBN" and any(child.dep_ in ("cop", "aux:pass") for child in leaving.children):
            return True
        things = [child for child in leaving.children if child.dep_ == "obj"]
        bearers = [child for child in staying.children if child.dep_ in _SUBJECTS]
        sides = (things, bearers) if leaving is left else (bearers, things)
        if _aligned(unit, *sides):
            return True
    return False


def _since(token: Token) -> bool:
    """Whether a word tells from when on ("starting on Friday"), and not what was begun ("beginning a tour")."""
    return token.lower_ in _SINCE and token.pos_ != "NOUN" and not any(_is_thing(child) for child in token.children)


def _is_thing(child: Token) -> bool:
    return child.dep_ == "obj" and child.pos_ == "NOUN"


def _aged(token: Token) -> bool:
    return token.lower_ == "old" and token.i > 0 and token.nbor(-1).lower_ in _AGE


def _crossed(unit: Unit, left: Token, right: Token) -> bool:
    """Whether each of two words is joined to another by "and" or "or", and those are no counterparts ("neither bans nor
    allows", "neither permitted nor prohibited").
    """
    mine, theirs = _partners(left), _partners(right)
    places = {unit.at_right.get(token.i, -2) for token in theirs}
    pairs = [unit.to_right.get(unit.at_left.get(token.i, -1)) for token in mine]
    kept = any(pair is not None and pair.how not in ("slot", "antonym") and pair.right in places for pair in pairs)
    return bool(mine and theirs) and not kept


def _partners(token: Token) -> list[Token]:
    """The words that an adjective or noun is joined to, or a verb by "or" or "nor"."""
    joined = [child for child in token.children if child.dep_ == "conj"] + [token.head] * (token.dep_ == "conj")
    if token.pos_ in ("ADJ", "NOUN"):
        return joined
    last = [token, *joined]
    return joined if any(child.lower_ in ("or", "nor") for each in last for child in each.children) else []


def _elsewhere(unit: Unit, pair: Pair) -> bool:
    """Whether two opposites are said of different things: "foreign debt", "domestic currency"; "the yen's rise",
    "falling rates". Two verbs are no such, nor are two nouns.
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    kinds = {_kind(a), _kind(b)}
    if not {a.pos_, b.pos_} <= {"ADJ", "ADV"} and kinds != {"quality", "thing"}:
        return False
    there = unit.to_right.get(unit.at_left.get(_said_of(a).i, -1))
    if there is not None and there.how == "slot" and {a.pos_, b.pos_} == {"ADJ"}:
        return False
    if a.dep_ == b.dep_ == "amod" and _other_places(unit, [a.head], [b.head]):
        return True
    others = {unit.at_right.get(token.i, -2) for token in _bearers(b)}
    pairs = [unit.to_right.get(unit.at_left.get(token.i, -1)) for token in _bearers(a)]
    return not any(found is not None and found.how != "slot" and found.right in others for found in pairs)


def _said_of(token: Token) -> Token:
    """What an adjective or adverb is said of: the word that it modifies, or its subject."""
    subject = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
    return subject if subject is not None else token.head


def _bearers(token: Token) -> list[Token]:
    """What a quality may be said of: its noun with the nouns before that, what a noun belongs to, or the participants
    of its verb and of the verb above ("let the fabric get too hot").
    """
    if _kind(token) == "thing":
        return [child for child in token.children if child.dep_ in _BELONGING]
    of = _said_of(token)
    found = [of, *(child for child in of.children if child.dep_ in _BELONGING)]
    if token.pos_ == "ADV" or token.dep_ == "amod":
        return found
    verbs = [above for above in (of, of.head) if grammar.is_verb(above)]
    return found + [child for verb in verbs for child in verb.children if child.dep_ in (*_SUBJECTS, "obj")]


def _lessened(words: tuple[Word, ...], place: int) -> bool:
    """Whether "less" stands before a word, perhaps with a hyphen: "less severe" is milder."""
    return any(word.norm in ("less", "least") for word in words[max(0, place - 2) : place])


def _kind(token: Token) -> str:
    if token.pos_ in ("NOUN", "PROPN"):
        return "thing"
    return "act" if token.pos_ == "VERB" and token.dep_ != "amod" else "quality"


def _converse(unit: Unit, left: int, right: int) -> bool:
    """Whether an opposite is none here: the verbs tell of different things or of different doers, or the participants
    changed places too ("sold to A by B", "bought by A from B"; "A won, B lost"; "was given", "received").
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = unit.original.token(unit.left[left]), unit.copy.token(unit.right[right])
    if {a.tag_, b.tag_} == _COMPARED:
        return _met(unit, _phrase(_held(a)), _phrase(_than(b))) or _met(unit, _phrase(_than(a)), _phrase(_held(b)))
    if not (grammar.is_verb(a) and grammar.is_verb(b)):
        return False
    if apart(unit, a, b) or (_given(a) and _getting(b)) or (_getting(a) and _given(b)):
        return True
    mine, theirs = _in_full(grammar.agents(a)), _in_full(grammar.agents(b))
    if _aligned(unit, mine, _obliques(b)) or _aligned(unit, _obliques(a), theirs):
        return True
    return _other_places(unit, mine, theirs)


def _in_full(found: list[Token]) -> list[Token]:
    """Some participants with what they are called besides: "the mayor, Ann Roe"."""
    return [*found, *(child for token in found for child in token.children if child.dep_ == "appos")]


def _other_places(unit: Unit, mine: list[Token], theirs: list[Token]) -> bool:
    """Whether both have counterparts, and each in another place than where the other stands."""
    left, right = ([at.get(t.i, -1) for t in side] for at, side in ((unit.at_left, mine), (unit.at_right, theirs)))
    there = [pair.right for k in left if (pair := unit.to_right.get(k)) is not None and pair.how != "slot"]
    back = [pair.left for k in right if (pair := unit.to_left.get(k)) is not None and pair.how != "slot"]
    return bool(there and back) and not set(there) & set(right) and not set(back) & set(left)


def _held(token: Token) -> list[Token]:
    """What a comparative is said of."""
    return [child for child in token.children if child.dep_ in _SUBJECTS]


def _than(token: Token) -> list[Token]:
    """What a comparative is measured by."""
    return [child for child in token.children if any(mark.lower_ == "than" for mark in child.children)]


def _phrase(heads: list[Token]) -> list[Token]:
    return [word for head in heads for word in head.subtree if word.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")]


def _given(token: Token) -> bool:
    """Whether a verb says that somebody was given, sent or lent something: in the passive, what receiving is."""
    return token.lemma_ in _GIVING and (grammar.shape(token).passive or token.tag_ == "VBN")


def _getting(token: Token) -> bool:
    return token.lemma_ in _GETTING and not grammar.shape(token).passive


def _obliques(token: Token) -> list[Token]:
    """To or from whom something is done, without the by-phrase of a passive."""
    doers = {agent.i for agent in grammar.agents(token)}
    return [child for child in token.children if child.dep_ in ("obl", "iobj") and child.i not in doers]


def _met(unit: Unit, left: list[Token], right: list[Token]) -> bool:
    """Whether some adjective, name or number of one phrase has its counterpart in the other."""
    return _aligned(unit, [t for t in left if t.pos_ != "NOUN"], [t for t in right if t.pos_ != "NOUN"])


def _aligned(unit: Unit, left: list[Token], right: list[Token]) -> bool:
    for a in left:
        for b in right:
            pair = unit.to_right.get(unit.at_left.get(a.i, -1))
            if pair is not None and pair.right == unit.at_right.get(b.i, -2):
                return True
    return False
