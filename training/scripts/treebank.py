"""Read the treebanks and name corpora into one shape: blocks of running text.

A block is a paragraph (or a short run of sentences of one document) with its raw spacing, so that whatever is trained
on it sees what a reader of raw text sees. A layer that a corpus does not annotate is None, never empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_LABELS = ("PER", "ORG", "LOC", "MISC")
KINDS = ("person", "organization", "place", "event", "time", "object", "abstract", "substance", "animal", "plant")

_PART_OF_SPLIT = re.compile(r"\[\d+/\d+\]")


@dataclass(slots=True)
class Sentence:
    """One annotated sentence. Heads are indices in the sentence, the root's is its own."""

    words: list[str]
    spaces: list[bool]
    lemmas: list[str] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    names: list[str] | None = None
    """BIO tags; "-" where the corpus does not say."""
    kinds: list[str] | None = None
    """Semantic kind of the mention that the word heads; "O" for none."""
    sent_id: str = ""
    doc: str = ""
    new_paragraph: bool = False


@dataclass(slots=True)
class Block:
    """A run of sentences of one document that follow one another without a line break."""

    sentences: list[Sentence] = field(default_factory=list)
    corpus: str = ""

    @property
    def n_words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, with GUM's Entity= where it is there."""
    doc = ""
    meta: dict[str, str] = {}
    rows: list[list[str]] = []
    has_entities = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key = key.strip()
            if key == "newdoc id":
                doc = value.strip()
                meta["newpar"] = "1"
            elif key.startswith("newpar") and "block" not in key:
                meta["newpar"] = "1"
            elif key == "global.Entity":
                has_entities = True
            else:
                meta[key] = value.strip()
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence(rows, doc, meta, has_entities)
            rows, meta = [], {}
    if rows:
        yield _sentence(rows, doc, meta, has_entities)


def _sentence(rows: list[list[str]], doc: str, meta: dict[str, str], has_entities: bool) -> Sentence:
    surface: dict[int, tuple[int, str, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            surface[first] = (last, row[1], "SpaceAfter=No" not in row[9])
    tokens = [row for row in rows if row[0].isdigit()]
    words = [row[1].replace("\xa0", " ").replace(" ", "") or "_" for row in tokens]
    spaces = ["SpaceAfter=No" not in row[9] for row in tokens]
    for first, (last, form, space_after) in surface.items():
        parts = words[first - 1 : last]
        if "".join(parts) != form and len("".join(parts)) == len(form):
            offset = 0
            for index in range(first - 1, last):
                length = len(words[index])
                words[index] = form[offset : offset + length]
                offset += length
        for index in range(first - 1, last):
            spaces[index] = False
        spaces[last - 1] = space_after
    sentence = Sentence(
        words=words,
        spaces=spaces,
        lemmas=[row[2] if row[2] != "_" or row[1] == "_" else row[1] for row in tokens],
        upos=[row[3] for row in tokens],
        xpos=[row[4] for row in tokens],
        feats=["" if row[5] == "_" else row[5] for row in tokens],
        heads=[int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(tokens)],
        deprels=[row[7] for row in tokens],
        sent_id=meta.get("sent_id", ""),
        doc=doc,
        new_paragraph="newpar" in meta,
    )
    if has_entities:
        mentions = _mentions(tokens)
        sentence.kinds = _kinds(sentence, mentions)
        sentence.names = _names_of_mentions(sentence, mentions)
    return sentence


def _mentions(tokens: list[list[str]]) -> list[tuple[int, int, str, bool]]:
    """(start, end, kind, linked to an encyclopaedia) of GUM's mentions, end exclusive."""
    opened: list[tuple[str, str, int, bool]] = []
    found: list[tuple[int, int, str, bool]] = []
    for index, row in enumerate(tokens):
        value = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), None)
        if value is None:
            continue
        for match in re.finditer(r"\(|\)|[^()]+", value):
            piece = match.group()
            if piece == ")":
                if opened:
                    _, kind, start, linked = opened.pop()
                    found.append((start, index + 1, kind, linked))
            elif piece != "(":
                piece_clean = _PART_OF_SPLIT.sub("", piece)
                fields = piece_clean.split("-")
                if match.start() > 0 and value[match.start() - 1] == "(":
                    linked = len(fields) > 6 and fields[-1] not in (
                        "coref",
                        "ana",
                        "sgl",
                        "bridge",
                        "cata",
                        "appos",
                        "pred",
                        "disc",
                        "bridge:aggr",
                    )
                    opened.append((fields[0], fields[1] if len(fields) > 1 else "abstract", index, linked))
                else:  # a closing id before ")": bring that mention to the top
                    for position in range(len(opened) - 1, -1, -1):
                        if opened[position][0] == fields[0]:
                            opened.append(opened.pop(position))
                            break
    return found


def _head(sentence: Sentence, start: int, end: int) -> int:
    assert sentence.heads is not None
    for index in range(start, end):
        head = sentence.heads[index]
        if head == index or not start <= head < end:
            return index
    return start


def _kinds(sentence: Sentence, mentions: list[tuple[int, int, str, bool]]) -> list[str]:
    kinds = ["O"] * len(sentence.words)
    for start, end, kind, _ in sorted(mentions, key=lambda mention: mention[0] - mention[1]):  # longest first
        kinds[_head(sentence, start, end)] = kind
    return kinds


def _names_of_mentions(sentence: Sentence, mentions: list[tuple[int, int, str, bool]]) -> list[str]:
    """Names among GUM's mentions: the run of proper nouns that holds the mention's head."""
    assert sentence.xpos is not None
    assert sentence.upos is not None
    label_of = {"person": "PER", "organization": "ORG", "place": "LOC"}
    names = ["O"] * len(sentence.words)
    proper = [tag in ("NNP", "NNPS") for tag in sentence.xpos]
    covered = [False] * len(sentence.words)
    for start, end, kind, linked in sorted(mentions, key=lambda mention: mention[0] - mention[1]):
        label = label_of.get(kind, "MISC")
        first, last = start, end
        while first < last and not proper[first]:
            first += 1
        while first < last and not proper[last - 1]:
            last -= 1
        head = _head(sentence, start, end)
        if first == last or not proper[head]:
            continue
        if not all(
            proper[i] or sentence.xpos[i] in ("IN", "HYPH", "DT", "POS", "CC", "CD", "NN", "NNS")
            for i in range(first, last)
        ) or (not linked and not all(proper[i] or sentence.xpos[i] == "HYPH" for i in range(first, last))):
            first, last = head, head + 1
            while first > start and (proper[first - 1] or sentence.xpos[first - 1] == "HYPH"):
                first -= 1
            while last < end and (proper[last] or sentence.xpos[last] == "HYPH"):
                last += 1
            while not proper[first]:
                first += 1
            while not proper[last - 1]:
                last -= 1
        if kind == "time" or any(covered[first:last]):
            continue
        for index in range(first, last):
            covered[index] = True
            names[index] = ("B-" if index == first else "I-") + label
    return names


def read_iob2(path: Path) -> dict[str, list[str]]:
    """Text of a sentence -> BIO tags of a Universal NER file; its auxiliary OTH becomes MISC."""
    result: dict[str, list[str]] = {}
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            _, word, tag, *_ = line.split("\t")
            words.append(word)
            tags.append("O" if tag == "B-O" else tag.replace("OTH", "MISC"))
        elif words:
            result.setdefault("".join(words), tags)
            words, tags = [], []
    return result


def with_names(sentences: Iterable[Sentence], names: dict[str, list[str]]) -> Iterator[Sentence]:
    """Attach names to the sentences that have the same number of words."""
    for sentence in sentences:
        tags = names.get("".join(sentence.words))
        if tags is not None and len(tags) == len(sentence.words):
            sentence.names = tags
        yield sentence


_NO_SPACE_BEFORE = frozenset(
    [".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'", "’", "’s", "'re", "'ve", "'ll", "'d", "'m", "-"]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "$", "£", "€", "-"])


def detokenised(words: list[str]) -> list[bool]:
    """Spacing for text that is only known in words: straight quotes are paired in order."""
    spaces = [True] * len(words)
    inside = False
    for index, word in enumerate(words):
        glue_left = word in _NO_SPACE_BEFORE
        glue_right = word in _NO_SPACE_AFTER
        if word in ('"', "``", "''"):
            glue_right, glue_left = not inside, inside
            inside = not inside
        if glue_left and index:
            spaces[index - 1] = False
        if glue_right:
            spaces[index] = False
    return spaces


_PEOPLES = re.compile(
    r"[A-Z]\w+(?:ians?|eans?|ese|ish|mans?|[mr]icans?|[bfjtw]ans)|Dutch|French|Welsh|Greeks?|Swiss|Czechs?|Thais?|Poles?|Turks?|Danes?|Swedes?|Serbs?|Arabs?|"
    r"Kurds?|Jews?|"
    r"Slavs?|Basques?|Scots?|Scottish|Slovaks?|Croats?|Filipinos?|Moroccans?|Cubans?|Tibetans?|Puerto Ricans?|"
    r"African(?: |-)Americans?|"
    r"(?:Iraq|Israel|Pakistan|Bangladesh|Afghan|Yemen|Kuwait|Saud|Oman|Qatar|Nepal|Somal|Punjab|Bengal|Azerbaijan|Uzbek|Tajik|Kazakh|Emirat)i?s?|"
    r"English|Welshm[ae]n|Englishm[ae]n|Irishm[ae]n|Frenchm[ae]n|Native Americans?|Vietnamese|Catalans?|Latin"
)
_NOT_PEOPLES = frozenset(
    [
        "Oman",
        "Qatar",
        "Nepal",
        "Bengal",
        "Punjab",
        "Israel",
        "Pakistan",
        "Bangladesh",
        "Yemen",
        "Kuwait",
        "Azerbaijan",
        "Iraq",
    ]
)


def _redocred_name(words: list[str], start: int, end: int, label: str) -> tuple[int, str]:
    """Start and label by Universal NER's rules: no article before a name, and a people or a language is not a place."""
    if words[start] == "the" and end - start > 1:
        start += 1
    name = " ".join(words[start:end])
    if label == "LOC" and _PEOPLES.fullmatch(name) and name not in _NOT_PEOPLES:
        label = "MISC"
    return start, label


def read_redocred(path: Path) -> Iterator[Block]:
    """Paragraphs of Re-DocRED with names; its TIME and NUM are left out, overlapping mentions keep the longest."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        tags = [["O"] * len(words) for words in document["sents"]]
        mentions = {
            (mention["sent_id"], mention["pos"][0], mention["pos"][1], mention["type"])
            for vertex in document["vertexSet"]
            for mention in vertex
            if mention["type"] in NAME_LABELS
        }
        for sent_id, start, end, label in sorted(mentions, key=lambda m: (m[0], m[1] - m[2], m[1], m[3])):
            row = tags[sent_id]
            start, label = (
                _redocred_name(document["sents"][sent_id], start, end, label) if end <= len(row) else (start, label)
            )
            if end <= len(row) and all(tag == "O" for tag in row[start:end]):
                row[start:end] = ["B-" + label] + ["I-" + label] * (end - start - 1)
        block = Block(corpus="redocred")
        for number, words in enumerate(document["sents"]):
            clean = [(word.strip() or "_").replace(" ", "_") for word in words]
            block.sentences.append(
                Sentence(
                    clean, detokenised(clean), names=tags[number], doc=document["title"], new_paragraph=number == 0
                )
            )
        yield block


def read_wikigold(path: Path) -> Iterator[Block]:
    """Sentences of wikigold; its IO tags become BIO."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, tag = line.rsplit(" ", 1)
            if word == "-DOCSTART-":
                continue
            previous = tags[-1][2:] if tags and tags[-1] != "O" else None
            words.append(word)
            tags.append(tag if tag == "O" else ("I-" if tag[2:] == previous else "B-") + tag[2:])
        elif words:
            yield Block([Sentence(words, detokenised(words), names=tags, new_paragraph=True)], corpus="wikigold")
            words, tags = [], []


def blocks(sentences: Iterable[Sentence], corpus: str, max_words: int = 160) -> Iterator[Block]:
    """Paragraphs, cut between sentences where they grow beyond max_words."""
    block = Block(corpus=corpus)
    for sentence in sentences:
        full = block.n_words + len(sentence.words) > max_words
        if block.sentences and (sentence.new_paragraph or full):
            yield block
            block = Block(corpus=corpus)
        block.sentences.append(sentence)
    if block.sentences:
        yield block


def load(folder: Path, split: str) -> list[Block]:
    """All blocks of a split: "train", "dev" or "test"."""
    found: list[Block] = []
    ewt = read_conllu(folder / f"ewt-{split}.conllu")
    found += blocks(with_names(ewt, read_iob2(folder / f"uner-ewt-{split}.iob2")), "ewt")
    found += blocks(read_conllu(folder / f"gum-{split}.conllu"), "gum")
    if split == "train":
        found += read_redocred(folder / "redocred-dev.json")
        found += read_redocred(folder / "redocred-test.json")
        found += read_wikigold(folder / "wikigold.conll")
    return found


def load_pud(folder: Path) -> list[Block]:
    """PUD, a block a document (it keeps two or three sentences of each)."""
    sentences = with_names(read_conllu(folder / "pud-test.conllu"), read_iob2(folder / "uner-pud-test.iob2"))
    return list(blocks(sentences, "pud"))
