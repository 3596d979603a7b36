"""term_substitution: a term rendered word for word, by a false friend, or by one that names another act.

A synonym is no finding. Four things are: one sense of a foreign word put for another ("blow" for "strike"); a part of a
fixed term ("stock market") replaced by a word that shares only one of its senses; an act replaced by one that the law
keeps apart; and, as minor unless it is counted or each word of a term, a word replaced by one with no known relation.
"""

from collections.abc import Iterator

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.grammar import patients
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair

_CLOSE = 0.62
_FAR = 0.45
_ALIEN = 0.4  # two words of one term that are as near as this in context are two names of a thing ("plant", "station")
_TELLING = 11.0  # bits in a word: one less common than this is not said for lack of a better one
_STRANGE = 0.35  # two adjectives less alike than this in context have nothing in common
_SAME = frozenset({"same", "lemma", "form", "derived", "spelling"})
_PARTIAL = 8.0  # the same for a word of a term whose other word is kept
_JOINED = 10.0  # and for several words of which the place of one alone says that they are counterparts
_STRANGER = 0.3  # a word less like another than this in context can be a common one
_LIKE = 0.65  # nearness of words, each put for one, from which they are taken for a paraphrase
_NEARLY = 0.6  # nearness up to which a word that is rarer by so many nats is odd beside a kept part of its term
_RARER = 3.5
_BINDING = ("amod", "compound")


def term_changes(unit: Unit) -> Iterator[Difference]:
    """Aligned content words of one unit that do not mean the same."""
    closed = lexicon.words()
    relations = lexicon.relations()
    copied = unit.original.lemmas
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        if not (a.content and b.content) or a.value is not None or b.value is not None:
            continue
        if _false_friends(unit, pair):
            step = "Another language has one word for both, and it is the other of them that fits here."
            yield _difference(unit, pair, Severity.MAJOR, 0.7, step)
            continue
        if a.name or b.name:
            continue
        if pair.how in ("same", "lemma", "form", "derived", "number", "antonym", "spelling"):
            continue
        if misspelt(a.norm, b.norm):
            continue  # a variant or a slip in spelling
        if a.pos and b.pos and _class(a) != _class(b):
            continue
        if frozenset((a.lemma, b.lemma)) in closed.varieties:
            continue
        distinct = closed.distinct.get(a.lemma, frozenset()) & closed.distinct.get(b.lemma, frozenset())
        if distinct:
            yield _difference(
                unit,
                pair,
                Severity.MAJOR,
                0.75,
                "The two words name different acts, which the law or the record keeps apart.",
            )
            continue
        if pair.how in ("synonym", "broader") and not _rendering(unit, pair):
            continue
        term = _term(unit, pair)
        if term and b.lemma not in copied and _odd(a, b, pair) and not relations.above(b.lemma, a.lemma):
            yield _difference(
                unit,
                pair,
                Severity.MAJOR,
                0.65,
                "The rest of the term is kept, and this word of it is replaced by one that fits another sense.",
                term,
            )


def _false_friends(unit: Unit, pair: Pair) -> bool:
    """Whether the words are the two senses of one word of another language, and the original never has the second."""
    a, b = unit.left[pair.left], unit.right[pair.right]
    forms = {frozenset((x, y)) for x in (a.lemma, a.norm, a.text) for y in (b.lemma, b.norm)}
    if lexicon.words().false_friends.isdisjoint(forms) or b.lemma in unit.original.lemmas:
        return False
    return not a.pos or not b.pos or _class(a) == _class(b) or {_class(a), _class(b)} == {"NOUN", "ADJ"}


def _class(word: Word) -> str:
    """The word class, common and proper nouns as one."""
    return "NOUN" if word.pos == "PROPN" else word.pos


def _rendering(unit: Unit, pair: Pair) -> bool:
    """Whether a synonym looks like one picked from a dictionary: much rarer than the word it stands for."""
    a, b = unit.left[pair.left], unit.right[pair.right]
    return pair.how == "synonym" and lexicon.information(b.norm) > lexicon.information(a.norm) + 5


def _odd(a: Word, b: Word, pair: Pair) -> bool:
    return (
        pair.likeness < _CLOSE
        and pair.near < _ALIEN
        and lexicon.information(b.norm) > max(10.0, lexicon.information(a.norm) - 0.5)
    )


def _term(unit: Unit, pair: Pair) -> tuple[int, int] | None:
    """Places, left and right, of a neighbour noun or adjective that makes a term with the pair and is kept as it is."""
    a = unit.left[pair.left]
    for step in (-1, 1):
        k = pair.left + step
        other = unit.to_right.get(k)
        if other is None or other.how not in ("same", "lemma") or other.right != pair.right + step:
            continue
        if not unit.left[k].content or unit.left[k].name:
            continue
        if not unit.original.parsed:
            return k, other.right
        token, near = unit.original.token(a), unit.original.token(unit.left[k])
        bound = (near.head.i == token.i and near.dep_ in ("compound", "amod")) or (
            token.head.i == near.i and token.dep_ in ("compound",)
        )
        if bound and token.pos_ == "NOUN" and (near.pos_ == "NOUN" or token.dep_ == "compound"):
            return k, other.right
    return None


def _beside_kept(unit: Unit, pair: Pair) -> bool:
    """Whether a word is part of a term of which another part is kept: a noun of a compound, or the adjective of a kept
    noun where the two adjectives have nothing in common ("principal", "significant" component).
    """
    if _term(unit, pair):
        return True
    if pair.how != "slot" or pair.near >= _STRANGE or not unit.original.parsed:
        return False
    following = unit.to_right.get(pair.left + 1)
    if following is None or following.right != pair.right + 1 or following.how not in _SAME:
        return False
    token = unit.original.token(unit.left[pair.left])
    return token.pos_ == "ADJ" and unit.original.token(unit.left[pair.left + 1]).pos_ == "NOUN"


def replaced_phrases(unit: Unit) -> Iterator[Difference]:
    """Phrases of one to four telling words that stand between words kept as they are and say something unrelated.

    A rewriting that keeps the words on both sides and replaces all between them word by word is how a program spins or
    translates a fixed term ("cardiac failure", "heart disappointment"); a person who rephrases moves more than that.
    """
    k = 0
    varieties = lexicon.words().varieties
    pairs = unit.alignment.pairs
    while k + 1 < len(pairs):
        a, b = pairs[k], pairs[k + 1]
        k += 1
        end = k
        while end < len(pairs) and not _kept(unit, pairs[end]):
            end += 1
        if not _kept(unit, a) or end >= len(pairs):
            continue
        b = pairs[end]
        left, right = range(a.left + 1, b.left), range(a.right + 1, b.right)
        told_left = [i for i in left if unit.left[i].content]
        told_right = [j for j in right if unit.right[j].content]
        if not (1 <= len(told_left) <= 4 and 1 <= len(told_right) <= 5 and len(left) <= 6 and len(right) <= 8):
            continue
        if any(_exempt(unit.left[i]) for i in told_left) or any(_exempt(unit.right[j]) for j in told_right):
            continue
        inner = [p for p in pairs[k:end] if unit.left[p.left].content]
        if not inner or any(p.how in _SAME | {"antonym", "number"} or _false_friends(unit, p) for p in inner):
            continue
        if any(frozenset((unit.left[p.left].lemma, unit.right[p.right].lemma)) in varieties for p in inner):
            continue
        told = max(lexicon.information(unit.right[j].norm) for j in told_right)
        if told < _telling(unit, inner) or not _alien(unit, inner, told, len(told_left), len(told_right)):
            continue
        if not any(_nominal(unit, unit.left[i]) for i in told_left):
            continue
        clause = any(_finite(unit.left[i]) for i in left) or any(_finite(unit.right[j]) for j in right)
        if clause and len(told_right) > 1:
            continue  # said anew, not word by word
        counted = len(told_right) == 1 and _counted(unit, inner)
        grave = counted or _word_for_word(inner, told_left, told_right)
        span, other = unit.left_range(told_left), unit.right_range(told_right)
        yield Difference(
            DriftType.TERM_SUBSTITUTION,
            Severity.MAJOR if grave else Severity.MINOR,
            0.5,
            f'"{unit.original.text[span[0] : span[1]]}" has become "{unit.copy.text[other[0] : other[1]]}"',
            ("The nearest words before and after have counterparts, what stands between them has no known relation.",),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def _counted(unit: Unit, inner: list[Pair]) -> bool:
    """Whether what a kept number counts has become something else ("40 houses", "40 cars")."""
    pair = inner[0]
    if len(inner) > 1 or not unit.original.parsed or not unit.copy.parsed or pair.near >= _STRANGER:
        return False
    a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    left = [c.i for c in a.children if c.dep_ == "nummod"]
    right = [c.i for c in b.children if c.dep_ == "nummod"]
    return any(
        unit.left[p.left].token in left and unit.right[p.right].token in right and unit.left[p.left].value != 1
        for p in unit.alignment.pairs
        if p.how in ("same", "number")
    )


def _word_for_word(inner: list[Pair], left: list[int], right: list[int]) -> bool:
    """Whether each of several words of a term is replaced by one that has nothing in common with it."""
    joined = left[-1] - left[0] == right[-1] - right[0] == len(inner) - 1
    return joined and len(inner) > 1 and all(p.how == "slot" and p.near < _STRANGE for p in inner)


def _alien(unit: Unit, inner: list[Pair], told: float, before: int, after: int) -> bool:
    """Whether the words that are put for others mean something else.

    One word must be far from the other in context, or much rarer and beside a kept word of its term ("artificial
    cleverness"). Of several, one far word is enough, and where each has its own counterpart, so is one that is not
    near: who rephrases moves or joins words.
    """
    near = [pair.near for pair in inner]
    if len(inner) > 1:
        return min(near) < (_LIKE if len(inner) == before == after else _FAR)
    rarer = told >= lexicon.information(unit.left[inner[0].left].norm) + _RARER
    return near[0] < _FAR or (rarer and near[0] < _NEARLY and _modifying(unit, inner[0]))


def _telling(unit: Unit, inner: list[Pair]) -> float:
    """How telling the rarest word of the copy has to be."""
    if len(inner) > 1:
        unknown = [pair.how == "slot" for pair in inner]
        return _PARTIAL if all(unknown) else _JOINED if any(unknown) else _TELLING
    pair = inner[0]
    strange = pair.how == "slot" and pair.near < _STRANGER and _modifying(unit, pair)
    return _PARTIAL if strange or _beside_kept(unit, pair) else _TELLING


def _modifying(unit: Unit, pair: Pair) -> bool:
    """Whether a kept word right beside a word modifies it, is modified by it, or modifies the same noun as it does."""
    if not unit.original.parsed:
        return False
    token = unit.original.token(unit.left[pair.left])
    for step in (-1, 1):
        other = unit.to_right.get(pair.left + step)
        if other is None or other.right != pair.right + step or other.how not in _SAME:
            continue
        near = unit.original.token(unit.left[other.left])
        if step == -1 and near.head.i == token.i and near.dep_ in _BINDING:
            return True
        if step == 1 and token.head.i == near.i and token.dep_ in (*_BINDING, "advmod"):
            return True
        if step == 1 and near.head.i == token.head.i and near.dep_ in _BINDING and token.pos_ in ("ADJ", "NOUN"):
            return True
    return False


def _nominal(unit: Unit, word: Word) -> bool:
    """Whether a word can be a part of a term: a noun, an adjective, or a participle before a noun."""
    if word.pos in ("NOUN", "PROPN", "ADJ", ""):
        return True
    return unit.original.parsed and unit.original.token(word).dep_ == "amod"


def _finite(word: Word) -> bool:
    return word.tag in ("VBD", "VBZ", "VBP", "MD")


def _kept(unit: Unit, pair: Pair) -> bool:
    return pair.how in _SAME and unit.left[pair.left].text not in ".,;:"


def _exempt(word: Word) -> bool:
    return word.name or word.value is not None


def distinct_acts(original: View, copy: View) -> Iterator[Difference]:
    """Acts that the copy names by another word of a group that the law keeps apart, done to the same counted things.

    This looks at whole texts: a rewriting tells the act in a sentence of its own. The original must do something of the
    group to "55 prisoners" and nothing of the copy's name for it.
    """
    closed = lexicon.words()
    done: dict[tuple[str, float], list[tuple[Word, Word]]] = {}
    for act, thing, key in _acts(original):
        done.setdefault(key, []).append((act, thing))
    for act, thing, key in _acts(copy):
        twins = done.get(key, [])
        groups = closed.distinct[act.lemma]
        others = [(a, t) for a, t in twins if a.lemma != act.lemma and groups & closed.distinct[a.lemma]]
        if not others or any(a.lemma == act.lemma for a, _ in twins):
            continue
        first, its = others[0]
        left = min(first.start, its.start), max(first.end, its.end)
        right = min(act.start, thing.start), max(act.end, thing.end)
        yield Difference(
            DriftType.TERM_SUBSTITUTION,
            Severity.MAJOR,
            0.8,
            f'"{first.text}" has become "{act.text}"',
            (
                f'Both texts tell what is done to the "{its.text}" by number.',
                "The two words name different acts, which the law or the record keeps apart.",
            ),
            (left,),
            (right,),
            ((first.start, first.end),),
            ((act.start, act.end),),
        )


def _acts(view: View) -> Iterator[tuple[Word, Word, tuple[str, float]]]:
    """Verbs of the groups with a counted thing that they are done to, and the thing's lemma and number."""
    distinct = lexicon.words().distinct
    if not view.parsed:
        return
    for word in view.words:
        if word.pos != "VERB" or word.lemma not in distinct:
            continue
        for head in patients(view.token(word)):
            inside = [
                view.words[view.by_token[t.i]] for t in head.subtree if t.i in view.by_token and t.i - head.i <= 8
            ]
            number = next((w for w in inside if w.value is not None and w.value > 2), None)
            noun = next((w for w in inside if w.pos == "NOUN" and number is not None and w.i > number.i), None)
            if number is not None and number.value is not None and noun is not None:
                yield word, noun, (noun.lemma, number.value)


def _difference(
    unit: Unit, pair: Pair, severity: Severity, confidence: float, step: str, term: tuple[int, int] | None = None
) -> Difference:
    left = unit.left_range([pair.left, term[0]] if term else [pair.left])
    right = unit.right_range([pair.right, term[1]] if term else [pair.right])
    a, b = unit.original.text[left[0] : left[1]], unit.copy.text[right[0] : right[1]]
    return Difference(
        DriftType.TERM_SUBSTITUTION,
        severity,
        confidence,
        f'"{a}" has become "{b}"',
        (step,),
        (left,),
        (right,),
        (unit.left_range([pair.left]),),
        (unit.right_range([pair.right]),),
    )
