"""The transformer as a spaCy component: tags, morphology, dependencies, sentences, names and kinds of mentions at once.

A line is read in windows of whole sentences: where a window is full, the next begins with the last sentence begun.
Every window runs alone, so that a Doc does not depend on the others in its batch.

Reference for the scores of heads and relations: Dozat and Manning, "Deep biaffine attention for neural dependency
parsing", ICLR 2017.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from factcheck.errors import ModelError
from factcheck.stages.annotate.encoder import session, word_pieces
from factcheck.stages.annotate.files import MODELS, REINSTALL
from factcheck.stages.annotate.hints import dateline, lines, sentence_hints
from factcheck.stages.annotate.names import allowed, best_tags
from factcheck.stages.annotate.tree import best_heads
from factcheck.stages.annotate.wordfeatures import plain, shape

PIECES = 224
"""Most word pieces in one window, about what the model was trained on."""

LONGEST_WORD = 32
"""Most word pieces of one word: of longer ones (a line of digits and commas) the first and the last are read."""

LAYERS = ("xpos", "upos", "feats", "name", "kind", "start")

if not Token.has_extension("kind"):
    Token.set_extension("kind", default="")


@dataclass(slots=True)
class Line:
    """The words of one line of a Doc: indices in it, and their word pieces."""

    tokens: list[int]
    ids: list[list[int]]


@dataclass(slots=True)
class Reading:
    """What the model says of the words of some whole sentences, in order."""

    best: dict[str, list[int]]
    heads: list[int]
    """Index of the head among these words; the root's is its own."""
    relations: list[int]


@Language.factory("joint")
def make_joint(nlp: Language, name: str) -> Joint:
    """An empty component; its files come with `from_disk`."""
    return Joint(nlp.vocab)


class Joint:
    """Fills a Doc; see the module."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._folder: Path | None = None
        self._session: Any = None
        self._labels: dict[str, list[str]] = {}
        self._keys: dict[str, npt.NDArray[np.uint64]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of dependencies."""
        return tuple(self._labels.get("rel", ()))

    def from_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> Joint:
        """Read joint.onnx and labels.json in the folder `path`."""
        self._folder = Path(path)
        try:
            self._labels = json.loads((self._folder / "labels.json").read_text(encoding="utf-8"))
            table = np.array(self._labels.pop("combinations"), dtype=np.intp)
            self._combinations = {layer: table[:, column] for column, layer in enumerate(("xpos", "upos", "feats"))}
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"The labels in {self._folder} cannot be read: {error}.", REINSTALL) from error
        self._session = session(self._folder / "joint.onnx")
        self._pieces = word_pieces(MODELS / "encoder")
        self._allowed = allowed(self._labels["name"])
        add = self.vocab.strings.add
        self._keys = {
            "xpos": np.array([add(tag) for tag in self._labels["xpos"]], dtype=np.uint64),
            "upos": np.array([add(tag) for tag in self._labels["upos"]], dtype=np.uint64),
            "feats": np.array([self.vocab.morphology.add(feats) for feats in self._labels["feats"]], dtype=np.uint64),
            "rel": np.array([add("ROOT" if rel == "root" else rel) for rel in self._labels["rel"]], dtype=np.uint64),
        }
        return self

    def to_disk(self, path: Path | str, exclude: tuple[str, ...] = ()) -> None:
        """Copy the files to the folder `path`."""
        assert self._folder is not None
        target = Path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in ("joint.onnx", "labels.json"):
            (target / name).write_bytes((self._folder / name).read_bytes())

    def pipe(self, docs: Iterator[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Docs, in order, each by itself."""
        for doc in docs:
            yield self(doc)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, filled."""
        columns = _Columns(len(doc))
        hints = sentence_hints(doc)
        for line in self._lines(doc, columns):
            done = 0
            while done < len(line.tokens):
                size = _fitting(line.ids, done)
                last = done + size == len(line.tokens)
                reading = self._read(doc, line, done, size, hints, last)
                self._write(line.tokens[done : done + len(reading.heads)], reading, columns)
                done += len(reading.heads)
        return self._fill(doc, columns)

    def _lines(self, doc: Doc, columns: _Columns) -> Iterator[Line]:
        """The lines of a Doc; a dateline is read by itself, so that the sentence after it is read like any other."""
        for tokens in lines(doc):
            size = dateline([doc[index].text for index in tokens])
            if size:
                columns.datelines.append((tokens[:size], tokens[size]))
                yield self._line(doc, tokens[:size])
            yield self._line(doc, tokens[size:])

    def _line(self, doc: Doc, tokens: list[int]) -> Line:
        half = LONGEST_WORD // 2
        split = self._pieces.split_words([plain(doc[index].text) for index in tokens])
        return Line(tokens, [ids if len(ids) <= LONGEST_WORD else ids[:half] + ids[-half:] for ids in split])

    def _read(self, doc: Doc, line: Line, start: int, size: int, hints: list[bool | None], last: bool) -> Reading:
        """The sentences in a window; all but the last one begun, if words of the line remain beyond the window."""
        tokens = line.tokens[start : start + size]
        shapes = [shape(doc[i].text, i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space) for i in tokens]
        ids: list[int] = []
        piece_shapes, first, final = [0], [], []
        for number, word in enumerate(line.ids[start : start + size]):
            first.append(len(ids) + 1 if word else len(ids))
            ids += word
            final.append(len(ids))
            piece_shapes += [shapes[number]] * len(word)
        found = self._session.run(
            None,
            {
                "vectors": self._pieces.vectors(ids),
                "piece_shapes": np.array([*piece_shapes, 0], dtype=np.int64),
                "first": np.array(first, dtype=np.int64),
                "last": np.array(final, dtype=np.int64),
                "shapes": np.array(shapes, dtype=np.int64),
            },
        )
        scores = dict(zip((*LAYERS, "arc", "rel_dep", "rel_head"), found, strict=True))
        likely = scores["start"][:, 1] > scores["start"][:, 0]
        begins = [i for i in range(size) if i == 0 or _begins(hints[tokens[i]], bool(likely[i]))]
        kept = begins.pop() if not last and len(begins) > 1 else size
        heads: list[int] = []
        for begin, end in zip(begins, [*begins[1:], kept], strict=True):
            block = scores["arc"][begin:end].astype(np.float64)
            own = np.concatenate([block[:, :1], block[:, begin + 1 : end + 1]], axis=1)
            heads += [begin + head for head in best_heads(own)]
        rows = np.array([0 if head == i else head + 1 for i, head in enumerate(heads)], dtype=np.intp)
        relations = np.einsum("nre,ne->nr", scores["rel_dep"][:kept], scores["rel_head"][rows])
        root = self._labels["rel"].index("root")
        is_root = rows == 0
        relations[~is_root, root] = -np.inf
        names = _log_softmax(scores["name"][:kept]).astype(np.float64)
        best = {"name": best_tags(names, begins, self._allowed), "kind": scores["kind"][:kept].argmax(axis=1).tolist()}
        # Tag, part of speech and features are chosen together, among those that occur together.
        joint = sum(
            _log_softmax(scores[layer][:kept])[:, self._combinations[layer]] for layer in ("xpos", "upos", "feats")
        )
        chosen = np.asarray(joint).argmax(axis=1)
        best |= {layer: self._combinations[layer][chosen].tolist() for layer in ("xpos", "upos", "feats")}
        return Reading(best, heads, np.where(is_root, root, relations.argmax(axis=1)).tolist())

    def _write(self, tokens: list[int], reading: Reading, columns: _Columns) -> None:
        for layer in ("xpos", "upos", "feats"):
            columns.values[layer][tokens] = self._keys[layer][reading.best[layer]]
        columns.values["rel"][tokens] = self._keys["rel"][reading.relations]
        names = self._labels["name"]
        kinds = self._labels["kind"]
        for number, index in enumerate(tokens):
            columns.heads[index] = tokens[reading.heads[number]]
            columns.names[index] = names[reading.best["name"][number]]
            kind = kinds[reading.best["kind"][number]]
            if kind != "O":
                columns.kinds[index] = kind

    def _fill(self, doc: Doc, columns: _Columns) -> Doc:
        strings = self.vocab.strings
        n = len(doc)
        for tokens, after in columns.datelines:  # the dateline hangs on the sentence
            root = after
            while columns.heads[root] != root:
                root = columns.heads[root]
            for index in tokens:
                if columns.heads[index] == index:
                    columns.heads[index] = root
                    columns.values["rel"][index] = strings.add("dep")
        anchor = next((token.i for token in doc if not token.is_space), 0)
        for token in doc:
            if token.is_space:  # hangs on the word before it; at the start, on the first word
                columns.heads[token.i] = anchor
                columns.values["rel"][token.i] = strings.add("dep")
                columns.values["xpos"][token.i] = strings.add("_SP")
                columns.values["upos"][token.i] = strings.add("SPACE")
            else:
                anchor = token.i
        if all(token.is_space for token in doc):
            columns.values["rel"][:] = strings.add("ROOT")
            columns.heads = list(range(n))
        for index in range(n - 2, -1, -1):  # a name goes on over a no-break space, which is a token of its own
            if doc[index].is_space and columns.names[index + 1].startswith("I"):
                columns.names[index] = columns.names[index + 1]
        for index in range(n):  # and begins where nothing is before it
            before = columns.names[index - 1] if index else "O"
            if columns.names[index].startswith("I") and before == "O":
                columns.names[index] = f"B{columns.names[index][1:]}"
        table = np.zeros((n, 7), dtype=np.uint64)
        table[:, 0] = (np.array(columns.heads, dtype=np.int64) - np.arange(n)).astype(np.uint64)
        for column, layer in ((1, "rel"), (2, "xpos"), (3, "upos"), (4, "feats")):
            table[:, column] = columns.values[layer]
        table[:, 5] = [3 if name.startswith("B") else 1 if name.startswith("I") else 2 for name in columns.names]
        table[:, 6] = [strings.add(name[2:]) if name != "O" else 0 for name in columns.names]
        if n:
            doc.from_array([HEAD, DEP, TAG, POS, MORPH, ENT_IOB, ENT_TYPE], table)  # type: ignore[arg-type]
        for index, kind in sorted(columns.kinds.items()):
            doc[index]._.kind = kind
        return doc


class _Columns:
    """What is known of each token of a Doc so far."""

    def __init__(self, n: int) -> None:
        self.values = {layer: np.zeros(n, dtype=np.uint64) for layer in ("xpos", "upos", "feats", "rel")}
        self.heads = list(range(n))
        self.names = ["O"] * n
        self.kinds: dict[int, str] = {}
        self.datelines: list[tuple[list[int], int]] = []


def _fitting(ids: list[list[int]], start: int) -> int:
    """How many words from `start` on fit into a window; at least one."""
    total, size = 0, 0
    while start + size < len(ids) and (size == 0 or total + len(ids[start + size]) <= PIECES):
        total += len(ids[start + size])
        size += 1
    return size


def _log_softmax(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def _begins(hint: bool | None, predicted: bool) -> bool:
    return predicted if hint is None else hint
