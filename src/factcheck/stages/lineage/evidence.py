"""What speaks for one article deriving from another: credit lines, shared word sequences, sentences told again."""

import re
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.lexicon.drift import known
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.model.article import Article
from factcheck.model.finding import SourceSpan
from factcheck.names import name_key
from factcheck.text import plain

SHINGLE = 7  # words: long enough that two reporters seldom choose the same seven
_SHORT_SHINGLE = 5
_LONGEST = 120  # words of a sentence; what follows is not read for lineage
_SENTENCES = 400  # of an article; what follows is not read for lineage
_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|[\"”’')]\s|\Z)[^\n.!?]*)*[.!?\n]?[\"”’')]*")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,600}[”\"]")
_CUE = re.compile(
    r"\b(?:according|report(?:s|ed)?|told|tells|spoke|speaking|reveal\w*|citing|cited|quoted|confirmed|via|"
    r"first published|interview|outlet|said|wrote|noted)\b",
    re.IGNORECASE,
)
_SYNDICATED = re.compile(r"appeared first on|all rights reserved|follow .{0,40}coverage", re.IGNORECASE)
_STOP = listed("frames", "light_stop")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place, the stems of its words that carry meaning, and how many words it has."""

    start: int
    end: int
    words: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as lineage sees it: sentences, shingles outside quotations with their places, and odd words."""

    article: Article
    sentences: tuple[Sentence, ...]
    shingles: Mapping[tuple[str, ...], tuple[int, int]]
    short: frozenset[tuple[str, ...]]
    odd: frozenset[str]

    @property
    def length(self) -> int:
        """Words in its sentences."""
        return sum(sentence.length for sentence in self.sentences)


def written_words(text: str) -> list[str]:
    """The words of a text as written, in order, 120 at most."""
    return _WORD.findall(plain(text))[:_LONGEST]


def profile(article: Article) -> Profile:
    """The profile of one article, its publisher's furniture left out. Linear in the text's length."""
    text = plain(_without(article))
    sentences = []
    for match in _SENTENCE.finditer(text):
        words = written_words(match.group().lower())
        stems = frozenset(stem(word) for word in words if word not in _STOP and len(word) > 1)
        if len(words) >= 6 and len(stems) >= 4:
            sentences.append(Sentence(match.start(), match.end(), stems, len(words)))
        if len(sentences) >= _SENTENCES:
            break
    end = sentences[-1].end if sentences else 0
    outside = _QUOTED.sub(lambda match: "\n" * len(match.group()), text[:end])
    tokens = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(outside)]
    shingles: dict[tuple[str, ...], tuple[int, int]] = {}
    short = set()
    for index in range(len(tokens)):
        window = tokens[index : index + SHINGLE]
        if len(window) == SHINGLE and "\n\n" not in outside[window[0][1] : window[-1][2]]:
            shingles.setdefault(tuple(token for token, _, _ in window), (window[0][1], window[-1][2]))
        short.add(tuple(token for token, _, _ in window[:_SHORT_SHINGLE]))
    lower = {word for word, start, _ in tokens if len(word) > 4 and outside[start].islower() and word.isalpha()}
    return Profile(
        article, tuple(sentences), shingles, frozenset(short), frozenset(word for word in lower if not known(word))
    )


def _without(article: Article) -> str:
    """The article's text with its boilerplate blanked out, every offset kept."""
    text = article.text
    for part in article.boilerplate:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text


def candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of articles that share three short word sequences; those in more than 20 articles tell nothing."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(profiles):
        for shingle in item.short:
            holders[shingle].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= 20:
            for position, left in enumerate(places):
                for right in places[position + 1 :]:
                    shared[left, right] += 1
    return sorted(pair for pair, count in shared.items() if count >= 3)


def credit(copy: Profile, original: Profile) -> SourceSpan | None:
    """The first place where an article credits the other's publisher with what it tells; None where it does not."""
    publisher = original.article.publisher
    own = name_key(copy.article.publisher or "")
    if not publisher or name_key(publisher) == own:
        return None
    name = re.sub(r"^the\s+", "", publisher.strip(), flags=re.IGNORECASE)
    if len(name) < 4:
        return None
    for match in re.finditer(rf"\b{re.escape(name)}\b", copy.article.text):
        start = max(copy.article.text.rfind("\n", 0, match.start()) + 1, match.start() - 200)
        stop = copy.article.text.find("\n", match.end())
        end = min(stop if stop >= 0 else len(copy.article.text), match.end() + 200)
        around = copy.article.text[start:end]
        if _CUE.search(around) and not _SYNDICATED.search(around):
            return SourceSpan(copy.article.id, match.start(), match.end(), match.group())
    return None


def verbatim(left: Profile, right: Profile, common: frozenset[tuple[str, ...]]) -> tuple[float, list[tuple[str, ...]]]:
    """Share of the smaller article's long word sequences that the other has too, without the common ones."""
    shared = sorted((set(left.shingles) & set(right.shingles)) - common)
    size = min(len(left.shingles), len(right.shingles))
    return (len(shared) / size if size >= 20 else 0.0), shared


@dataclass(frozen=True, slots=True)
class Retelling:
    """How far an article's sentences tell those of another again: share of them, likeness, share in order."""

    share: float
    likeness: float
    order: float
    matches: tuple[tuple[int, int], ...]  # (sentence of the original, sentence of the copy)


def retelling(original: Profile, copy: Profile) -> Retelling:
    """Match each sentence of `copy` to the likest of `original`. O(words) through an index of the original's words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(original.sentences):
        for word in sentence.words:
            holders[word].append(index)
    matches: list[tuple[int, int]] = []
    total = 0.0
    for number, sentence in enumerate(copy.sentences):
        counts: Counter[int] = Counter()
        for word in sentence.words:
            if len(holders[word]) <= 60:
                counts.update(holders[word])
        best, at = 0.0, -1
        for index, count in counts.items():
            likeness = count / (len(sentence.words) * len(original.sentences[index].words)) ** 0.5
            if (likeness, -index) > (best, -at):
                best, at = likeness, index
        total += best
        if best >= 0.4:
            matches.append((at, number))
    size = len(copy.sentences)
    if not size:
        return Retelling(0.0, 0.0, 0.0, ())
    return Retelling(len(matches) / size, total / size, _ordered([index for index, _ in matches]), tuple(matches))


def _ordered(places: Sequence[int]) -> float:
    """Share of pairs that stand in the same order on both sides; 1 for fewer than two."""
    pairs = len(places) * (len(places) - 1) // 2
    kept = 0
    seen: list[int] = []
    for place in places:
        kept += bisect_right(seen, place)
        insort(seen, place)
    return kept / pairs if pairs else 1.0
