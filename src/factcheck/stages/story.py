"""Articles -> stories: which of them tell of one matter, so that claims of different matters are never compared.

Two articles are as alike as their words, each weighed by how rare it is in English and how often the article says it,
and their names, which weigh most. Nothing depends on the other articles of a folder. Groups come from average-link
agglomeration (Sokal and Michener 1958) by chains of nearest neighbours (Benzécri 1982), so that one article that
touches two matters does not make them one.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.frames.identity import names_in
from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.stem import stem
from factcheck.model.article import Article
from factcheck.names import name_parts

ALIKE = 0.26  # mean cosine from which two groups are one story; set on development data, see docs/false-alarms.md
FEW_ALIKE = 0.17  # the same for a few articles, which are mostly put together because they tell of one matter
FEW, MANY = (
    8,
    40,
)  # articles up to which, and from which, the one and the other holds; in between it rises with the number
NAMED_ALIKE = 0.105  # the same for a few that share rare names
LIMIT = 2000  # articles: more are taken as one story, since every pair of them is weighed
_BRIEF = 40  # different words: a text of fewer shares little with anything, so its likeness counts double
_COMMON, _RAREST = 4.0, 14.0  # nats of information of a word that tells nothing, and as much as any
_OPENING = 400  # characters: what a story is about is said by then
_LEAD = 2000  # characters: whom a story is about is named by then
_NAME = 20.0  # weight of a part of a name
_RARE_NAME, _NAMES = 12, 2  # nats of information of a part of a name, and how many two articles have to share
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

Matrix = NDArray[np.float32]


def stories(articles: Sequence[Article], together: Sequence[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """Group articles by the matter that they tell of.

    Args:
        articles: n articles with ids of their own, in any order.
        together: Pairs of ids that are of one story whatever their words, a copy and its original for one.
    Returns:
        Each id in one group; groups and the ids in each are sorted. More than `LIMIT` articles are one group.

    O(n^2) time and memory.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    ids = [article.id for article in ordered]
    if len(ids) < 2 or len(ids) > LIMIT:
        return (tuple(ids),) if ids else ()
    parent = list(range(len(ids)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    at = {id_: index for index, id_ in enumerate(ids)}
    known = [(at[left], at[right]) for left, right in together if left in at and right in at]
    told = [telling(article) for article in ordered]
    least = bar(len(ids))
    alike = likeness(told) if len(ids) > FEW else by_name(likeness(told), told, least)
    for left, right in [*_merges(alike, least), *known]:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    groups: dict[int, list[str]] = defaultdict(list)
    for index, id_ in enumerate(ids):
        groups[root(index)].append(id_)
    return tuple(sorted(tuple(group) for group in groups.values()))


def by_name(alike: Matrix, told: Sequence[Mapping[str, float]], least: float) -> Matrix:
    """The likeness of a few articles, raised where two share rare names: newsrooms differ in words, not in people.

    It is raised to twice what is needed, so that one such pair is enough for a third article.
    """
    names = [
        {word for word in words if word.startswith("name ") and lexicon.information(word[5:]) >= _RARE_NAME}
        for words in told
    ]
    shared = np.array([[len(one & other) >= _NAMES for other in names] for one in names])
    return np.where(shared & (alike >= NAMED_ALIKE), np.maximum(alike, np.float32(2 * least)), alike)


def bar(articles: int) -> float:
    """The likeness from which two groups of articles are one story, by how many articles there are.

    The more stories a folder may hold, the less likely it is that any two of its articles are of one.
    """
    if articles <= FEW:
        return FEW_ALIKE
    share = min(1.0, math.log(articles / FEW) / math.log(MANY / FEW))
    return FEW_ALIKE + share * (ALIKE - FEW_ALIKE)


def telling(article: Article) -> dict[str, float]:
    """The words and names of an article that tell what it is about, each with its weight, by stem."""
    text = f"{article.title}. {article.text}" if article.title else article.text
    closed = lexicon.words().function
    found: dict[str, float] = {}
    lead = {word.lower() for word in _WORD.findall(text[:_OPENING])}
    counted = Counter(word.lower() for word in _WORD.findall(text))
    for word, count in sorted(counted.items()):
        information = min(lexicon.information(word), _RAREST)
        if word not in closed and len(word) > 1 and information > _COMMON + 1:
            key = stem(word)
            found[key] = found.get(key, 0.0) + (1 + math.log(count) + (word in lead)) * (information - _COMMON)
    for name in names_in(text[:_LEAD]):
        for part in name_parts(name):
            if len(part) > 2:
                found[f"name {part}"] = _NAME
    return found


def likeness(vectors: Sequence[Mapping[str, float]]) -> Matrix:
    """The cosine of each pair of vectors, in [0, 1] and rounded; that of a brief counts double."""
    size = len(vectors)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        norm = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        for word, weight in vector.items():
            postings[word].append((index, weight / norm))
    matrix = np.zeros((size, size), dtype=np.float32)
    for word in sorted(postings):
        if len(postings[word]) > 1:
            places = np.array([index for index, _ in postings[word]])
            weights = np.array([weight for _, weight in postings[word]], dtype=np.float32)
            matrix[np.ix_(places, places)] += np.outer(weights, weights)
    brief = np.array([len(vector) < _BRIEF for vector in vectors])
    matrix = np.where(brief[:, None] | brief[None, :], 2 * matrix, matrix)
    return np.asarray(np.minimum(1.0, matrix).round(4), dtype=np.float32)


def _merges(matrix: Matrix, least: float) -> list[tuple[int, int]]:
    """The merges of average-link agglomeration whose mean is `least` and more; ties go to the first by id."""
    alike = matrix.astype(np.float64)
    np.fill_diagonal(alike, -1.0)
    sizes = np.ones(len(alike))
    alive = np.ones(len(alike), dtype=bool)
    chain: list[int] = []
    merged = []
    for _ in range(len(alike) - 1):
        if not chain:
            chain.append(int(np.flatnonzero(alive)[0]))
        while True:
            here = chain[-1]
            best = int(np.argmax(alike[here]))
            before = chain[-2] if len(chain) > 1 else -1
            if before >= 0 and alike[here, before] >= alike[here, best]:
                best = before
            if best == before:
                break
            chain.append(best)
        right, left = sorted((chain.pop(), chain.pop()), reverse=True)
        if alike[left, right] >= least:
            merged.append((left, right))
        total = sizes[left] + sizes[right]
        row = (sizes[left] * alike[left] + sizes[right] * alike[right]) / total
        row[[left, right]] = -1.0
        row[~alive] = -1.0
        alike[left, :], alike[:, left] = row, row
        alike[right, :], alike[:, right] = -1.0, -1.0
        alive[right] = False
        sizes[left] = total
    return merged
