"""Sentences with a part taken out or moved, for training what reads a text alone: is anything missing here?

    python scripts/gap_edits.py TREEBANKS BENCH_DATA STORIES SENTENCES.jsonl

writes what is learned from: sentences of the treebanks' training parts with their gold trees, and of Wikipedia, news
and invented stories with the trees of the shipped pipeline. `spoil` makes an example of one. Each gap between two
words, the two ends included, has a kind: whole, or a verb, a noun or another word is missing there, or the words beside
it do not belong together. What a sentence can well do without (a modifier, a circumstance, a clause) is taken out too,
and no gap is marked: otherwise whatever is short would be taken for torn.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

WHOLE, VERB, NOUN, OTHER, ORDER = range(5)
KINDS = ("whole", "verb", "noun", "other", "order")
FREE = frozenset({"advmod", "amod", "nummod", "obl:tmod", "obl:unmarked", "discourse", "det:predet"})
CLAUSES = frozenset({"advcl", "advcl:relcl", "acl", "acl:relcl", "appos", "parataxis", "conj", "obl", "nmod"})
INNER = frozenset({"compound", "flat", "fixed", "goeswith", "list"})
SHORTEST, LONGEST = 5, 60  # words of a sentence


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence: its words, their parts of speech, tags, relations and heads (the root's is its own)."""

    words: list[str]
    upos: list[str]
    xpos: list[str]
    deps: list[str]
    heads: list[int]

    def children(self, k: int) -> list[int]:
        """Indices of the words that hang on word `k`, in order."""
        return [i for i, head in enumerate(self.heads) if head == k and i != k]

    def below(self, k: int) -> set[int]:
        """Word `k` and all that hangs on it."""
        found, todo = {k}, [k]
        while todo:
            for child in self.children(todo.pop()):
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return found


@dataclass(slots=True)
class Draft:
    """Words of a sentence under edit, by index, and the kind of the gap before each; the last gap is the end."""

    order: list[int]
    gaps: list[int]
    words: dict[int, str]

    def take(self, places: Iterable[int], kind: int) -> None:
        """Take words out, and mark where they stood."""
        for place in sorted(places, reverse=True):
            if place not in self.order:
                continue
            at = self.order.index(place)
            mark = kind or self.gaps[at] or self.gaps[at + 1]
            del self.order[at], self.gaps[at]
            self.gaps[at] = mark

    def text(self) -> list[str]:
        """The words that are left, in order."""
        return [self.words[k] for k in self.order]


def spoil(tree: Tree, rng: random.Random, stock: list[str]) -> tuple[list[str], list[int]]:
    """The words of a sentence after some edits, and the kind of each gap: before each word, and at the end."""
    draft = Draft(list(range(len(tree.words))), [WHOLE] * (len(tree.words) + 1), dict(enumerate(tree.words)))
    if rng.random() < 0.45:
        _shorten(tree, draft, rng)
    if rng.random() < 0.15:
        _misspell(draft, rng)
    chance = rng.random()
    if chance < 0.32:
        _take_one(tree, draft, rng, _lost_verb, VERB)
    elif chance < 0.47:
        _take_one(tree, draft, rng, _lost_noun, NOUN)
    elif chance < 0.52:
        _take_one(tree, draft, rng, _lost_other, OTHER)
    elif chance < 0.56:
        _insert(draft, rng, stock)
    elif chance < 0.62:
        _move(draft, rng)
    if rng.random() < 0.3:
        _restop(tree, draft, rng)
    return draft.text(), draft.gaps


def _take_one(tree: Tree, draft: Draft, rng: random.Random, lost: Callable[[Tree, int], bool], kind: int) -> None:
    fitting = [k for k in draft.order if lost(tree, k)]
    for k in rng.sample(fitting, min(len(fitting), 2 if rng.random() < 0.1 else 1)):
        if len(draft.order) > SHORTEST:
            draft.take([k], kind)


def _lost_verb(tree: Tree, k: int) -> bool:
    """A verb without which the sentence is torn: no attribute ("confirmed cases"), and of helpers those of the passive
    and of predicates.
    """
    dep = tree.deps[k]
    if tree.upos[k] == "AUX":
        return dep in ("cop", "aux:pass")
    return tree.upos[k] == "VERB" and dep not in ("amod", "compound", "case", "mark", "fixed", "advmod")


def _lost_noun(tree: Tree, k: int) -> bool:
    """A noun or pronoun that is a subject, or that leaves an article, a preposition or a modifier alone."""
    if tree.upos[k] not in ("NOUN", "PROPN", "PRON"):
        return False
    children = tree.children(k)
    kept = [child for child in children if tree.deps[child] in INNER]
    if kept:
        return False
    if tree.deps[k] in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return True
    return tree.deps[k] not in ("expl", "compound", "flat") and any(
        tree.deps[child] in ("det", "case", "amod", "nmod:poss") and child < k for child in children
    )


def _lost_other(tree: Tree, k: int) -> bool:
    return (tree.upos[k] in ("ADP", "DET") and tree.deps[k] in ("case", "det")) or (
        tree.upos[k] == "PART" and tree.xpos[k] == "TO"
    )


def _shorten(tree: Tree, draft: Draft, rng: random.Random) -> None:
    """Take out what a sentence can do without."""
    for k in rng.sample(draft.order, len(draft.order)):
        if k not in draft.order or len(draft.order) <= SHORTEST:
            continue
        dep = tree.deps[k]
        below = tree.below(k) & set(draft.order)
        if dep in FREE and len(below) == 1 and tree.xpos[k] not in ("WRB", "WP") and rng.random() < 0.3:
            if tree.words[k].lower() not in ("not", "n't", "n’t", "so", "as", "too", "only", "more", "most", "when"):
                draft.take(below, WHOLE)
        elif dep in CLAUSES and len(below) < 0.6 * len(draft.order) and rng.random() < 0.12 and _cuttable(tree, k):
            draft.take(below, WHOLE)


def _cuttable(tree: Tree, k: int) -> bool:
    """Whether a phrase or clause can go as a whole: joined ones only with what joins them, and the last of several."""
    below = tree.below(k)
    if max(below) - min(below) + 1 != len(below):
        return False
    first = min(below)
    if tree.deps[k] == "conj":
        later = [i for i in tree.children(tree.heads[k]) if tree.deps[i] == "conj" and i > k]
        return tree.upos[first] == "CCONJ" and not later
    if tree.deps[k] in ("obl", "nmod"):
        return tree.deps[first] == "case"
    inner = any(tree.upos[i] == "PUNCT" for i in (first, max(below)))
    return inner or tree.deps[k] in ("acl:relcl", "acl")


def _misspell(draft: Draft, rng: random.Random) -> None:
    """A slip of the typist: a letter too few, or two changed places."""
    long = [k for k in draft.order if len(draft.words[k]) > 4]
    if long:
        k = rng.choice(long)
        word, at = draft.words[k], rng.randrange(1, len(draft.words[k]) - 2)
        swap = rng.random() < 0.5
        draft.words[k] = word[:at] + (word[at + 1] + word[at] if swap else word[at + 1]) + word[at + 2 :]


def _restop(tree: Tree, draft: Draft, rng: random.Random) -> None:
    """Stops more or fewer than the writer had put, words and stops written twice: careless, but nothing is missing."""
    chance = rng.random()
    stops = [k for k in draft.order if k < len(tree.words) and tree.upos[k] == "PUNCT"]
    if chance < 0.5 and draft.order[-1] in stops:
        draft.take(draft.order[-1:], WHOLE)
    elif chance < 0.6 and stops:
        draft.take([rng.choice(stops)], WHOLE)
    elif chance < 0.8:
        _put(draft, rng.randrange(1, len(draft.order)), rng.choice(",,,-;.:"))
    else:
        at = rng.randrange(1, len(draft.order) + 1) if rng.random() < 0.5 else len(draft.order)
        for key in draft.order[max(0, at - rng.choice((1, 1, 2, 3))) : at]:
            _put(draft, at, draft.words[key])
            at += 1


def _put(draft: Draft, at: int, word: str) -> None:
    key = max(draft.words) + 1
    draft.words[key] = word
    draft.order.insert(at, key)
    draft.gaps.insert(at, WHOLE)


def _insert(draft: Draft, rng: random.Random, stock: list[str]) -> None:
    """A word that belongs elsewhere."""
    at = rng.randrange(len(draft.order))
    _put(draft, at, rng.choice(stock))
    draft.gaps[at] = draft.gaps[at + 1] = ORDER


def _move(draft: Draft, rng: random.Random) -> None:
    """Some words in a row in another order, all of them at times."""
    n = len(draft.order)
    size = min(n, rng.choice((2, 2, 3, 4, 5, 7, 10, 100)))
    start = rng.randrange(n - size + 1)
    part = draft.order[start : start + size]
    edges = [None if start == 0 else draft.order[start - 1]]
    edges += [draft.order[start + size] if start + size < n else None]
    beside = set(pairwise([edges[0], *part, edges[1]]))
    rng.shuffle(part)
    draft.order[start : start + size] = part
    for offset, pair in enumerate(pairwise([edges[0], *part, edges[1]])):
        if pair not in beside:
            draft.gaps[start + offset] = ORDER


def main(treebanks: Path, data: Path, stories: Path, target: Path) -> None:
    from spacy.tokens import Doc
    from treebank import load

    from factcheck.stages import annotate

    nlp = annotate.load()
    seen: set[str] = set()
    count = 0

    def parsed(text: str) -> Iterator[Tree]:
        doc: Doc = nlp(text)
        for sentence in doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            index = {token.i: k for k, token in enumerate(tokens)}
            heads = [index.get(token.head.i, k) for k, token in enumerate(tokens)]
            deps = ["root" if token.dep_ == "ROOT" else token.dep_ for token in tokens]
            yield Tree([t.text for t in tokens], [t.pos_ for t in tokens], [t.tag_ for t in tokens], deps, heads)

    def trees() -> Iterator[Tree]:
        for block in load(treebanks, "train"):
            if block.corpus in ("ewt", "gum"):
                for s in block.sentences:
                    yield Tree(s.words, s.upos or [], s.xpos or [], s.deprels or [], s.heads or [])
            else:
                yield from parsed(" ".join(" ".join(s.words) for s in block.sentences))
        for path in sorted(stories.rglob("*.txt")):
            yield from parsed(path.read_text(encoding="utf-8"))
        for name, fields in (("ecbplus_docs", ("text",)), ("msrp", ("text1", "text2"))):
            for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row["split"] == "dev":
                    for field in fields:
                        yield from parsed(row[field])

    with target.open("w", encoding="utf-8") as file:
        for tree in trees():
            key = " ".join(tree.words)
            if key in seen or not SHORTEST <= len(tree.words) <= LONGEST or not _sound(tree):
                continue
            seen.add(key)
            count += 1
            row = [tree.words, tree.upos, tree.xpos, tree.deps, tree.heads]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(count, "sentences")


def _sound(tree: Tree) -> bool:
    """A whole sentence: it has a finite verb and ends in a stop."""
    return tree.words[-1] in (".", "?", "!", '"', "”", "''") and any(
        tag in ("VBD", "VBZ", "VBP", "MD") for tag in tree.xpos
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
