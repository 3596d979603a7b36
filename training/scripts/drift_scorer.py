"""Fit the drift scorer: `python drift_scorer.py BENCH_DATA_FOLDER [EPOCHS]` writes
src/factcheck/stages/drift/scorer.npz.

Trains on the one-edit corruptions of the development split and on edits that drift_edits.py makes of other faithful
pairs.
Words are supervised, not only pairs: a corrupted translation differs from the intact one in known words. `--fold K`
leaves
a quarter of the sentences out, trains on the rest and prints recall on those left out; nothing is written then.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from drift_edits import edited_pairs
from torch import nn
from torch.nn import functional

from factcheck.stages import annotate
from factcheck.stages.drift.features import both_sides
from factcheck.stages.drift.vectors import pool
from factcheck.stages.drift.view import View, view
from factcheck.stages.drift.words import align_words

TARGET = Path(__file__).resolve().parents[2] / "src" / "factcheck" / "stages" / "drift" / "scorer.npz"
WIDTH, BASIS, LAYERS, BATCH = 64, 64, 3, 64
Row = dict[str, Any]


class Texts:
    """Views and word vectors of texts, each made once."""

    def __init__(self) -> None:
        self.nlp = annotate.load()
        self.known: dict[str, tuple[View, np.ndarray]] = {}

    def __getitem__(self, text: str) -> tuple[View, np.ndarray]:
        if text not in self.known:
            seen = view(self.nlp(text))
            rows = []
            for k, (first, last) in enumerate(seen.sentences):
                start, end = seen.span(first, last - 1)
                ((offsets, vectors),) = annotate.encode_tokens([text[start:end]])
                rows.append(pool(seen, k, start, offsets, vectors))
            self.known[text] = seen, np.concatenate(rows) if rows else np.zeros((0, 384), dtype=np.float32)
        return self.known[text]


def features(row: Row, texts: Texts) -> Row:
    """A row with features of both sides and the words of both sides that the edit touched."""
    (left, a), (right, b) = texts[row["ref"]], texts[row["cand"]]
    sides = both_sides(left.words, right.words, align_words(left.words, right.words, a, b), a, b)
    marks = np.zeros(len(left.words), dtype=np.int64), np.zeros(len(right.words), dtype=np.int64)
    if row["kind"] != "control":
        intact, c = texts[row["intact"]]
        back = align_words(left.words, intact.words, a, c).to_left()
        before, after = [w.text for w in intact.words], [w.text for w in right.words]
        for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal" and after:
                marks[1][j1 : max(j2, j1 + 1)] = 1
                if j1 >= len(after):
                    marks[1][-1] = 1
                for i in range(i1, i2):
                    if i in back:
                        marks[0][back[i].left] = 1
    return {**row, "sides": sides, "marks": marks}


class Side(nn.Module):
    """Word log-odds of one side: a narrow stack of convolutions over projected vectors and signs."""

    def __init__(self, signs: int, kinds: int) -> None:
        super().__init__()
        self.vec = nn.Linear(4 * BASIS, WIDTH)
        self.sig = nn.Linear(signs, WIDTH, bias=False)
        self.convs = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=1) for _ in range(LAYERS))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(LAYERS + 1))
        self.tok = nn.Linear(WIDTH, kinds)

    def forward(self, own: Any, other: Any, gap: Any, signs: Any, mask: Any) -> Any:
        def drop(x: Any, rate: float) -> Any:
            return functional.dropout(x, rate, self.training)

        vectors = torch.cat([own * 5, other * 5, gap * 5, (own - other) * 5], -1)
        hidden = functional.gelu(self.vec(drop(vectors, 0.4)) + self.sig(drop(signs, 0.1)), approximate="tanh")
        hidden = self.norms[0](hidden) * mask[..., None]
        for conv, norm in zip(self.convs, self.norms[1:], strict=True):
            mixed = functional.gelu(conv(hidden.transpose(1, 2)).transpose(1, 2), approximate="tanh")
            hidden = norm(hidden + drop(mixed, 0.25)) * mask[..., None]
        return self.tok(drop(hidden, 0.25))


class Scorer(nn.Module):
    """Pair log-odds: a linear weighing of the strongest word signs of both sides."""

    def __init__(self, signs: int, meaning: list[bool]) -> None:
        super().__init__()
        self.L, self.R = Side(signs, len(meaning)), Side(signs, len(meaning))
        self.register_buffer("mean", torch.tensor(meaning))
        self.out = nn.Linear(2 * (len(meaning) + 2), 1)
        nn.init.constant_(self.out.weight, 0.05)

    def pool(self, logits: Any, mask: Any) -> Any:
        logs = functional.log_softmax(logits, -1)
        odds = logs[..., self.mean].logsumexp(-1) - logs[..., ~self.mean].logsumexp(-1)
        odds = odds.masked_fill(mask == 0, -12).clamp(-12, 8)
        best = torch.exp(logs).masked_fill(mask[..., None] == 0, 0).max(1).values
        return torch.cat([odds.topk(2, 1).values / 4, best], 1)

    def forward(self, left: Any, right: Any) -> tuple[Any, Any, Any]:
        tl, tr = self.L(*left), self.R(*right)
        return self.out(torch.cat([self.pool(tl, left[4]), self.pool(tr, right[4])], 1))[:, 0], tl, tr


def batch(rows: list[Row], side: int, basis: np.ndarray, kinds: dict[str, int]) -> tuple[list[Any], Any]:
    """Padded features, mask and word labels (-100 where padded) of one side."""
    n = max(2, *(len(row["marks"][side]) for row in rows))
    parts = [
        np.zeros((len(rows), n, size), dtype=np.float32)
        for size in (BASIS, BASIS, BASIS, rows[0]["sides"][0].signs.shape[1])
    ]
    mask, labels = np.zeros((len(rows), n), dtype=np.float32), np.full((len(rows), n), -100)
    for i, row in enumerate(rows):
        found, k = row["sides"][side], len(row["marks"][side])
        for part, value in zip(
            parts, (found.own @ basis, found.other @ basis, found.gap @ basis, found.signs), strict=True
        ):
            part[i, :k] = value
        mask[i, :k] = 1
        labels[i, :k] = np.where(row["marks"][side] > 0, kinds.get(row["category"], 0), 0)
    return [*(torch.from_numpy(part) for part in parts), torch.from_numpy(mask)], torch.from_numpy(labels)


def train(rows: list[Row], epochs: int, kinds: dict[str, int], meaning: list[bool], basis: np.ndarray) -> Scorer:
    """Fit a scorer; the same rows give the same weights."""
    torch.manual_seed(1)
    shuffle = random.Random(1)
    model = Scorer(rows[0]["sides"][0].signs.shape[1], meaning)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 2e-3, total_steps=epochs * (len(rows) // BATCH + 40), pct_start=0.1
    )
    for _ in range(epochs):
        order = list(range(len(rows)))
        shuffle.shuffle(order)
        batches = []
        for c in range(0, len(order), BATCH * 20):
            near = sorted(order[c : c + BATCH * 20], key=lambda i: sum(len(m) for m in rows[i]["marks"]))
            batches += [near[k : k + BATCH] for k in range(0, len(near), BATCH)]
        shuffle.shuffle(batches)
        for chosen in batches:
            part = [rows[i] for i in chosen]
            (left, on_left), (right, on_right) = batch(part, 0, basis, kinds), batch(part, 1, basis, kinds)
            pair, tl, tr = model(left, right)
            truth = torch.tensor([float(row["kind"] == "meaning") for row in part])
            weight = torch.tensor([4.0 if row["kind"] == "control" else 1.0 for row in part])
            loss = (
                functional.binary_cross_entropy_with_logits(pair, truth, reduction="none") * weight
            ).sum() / weight.sum()
            for logits, labels, share in ((tr, on_right, 4.0), (tl, on_left, 2.0)):
                loss = loss + share * functional.cross_entropy(
                    logits.flatten(0, 1), labels.flatten(), ignore_index=-100
                )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return model.eval()


def principal(rows: list[Row]) -> np.ndarray:
    """The first principal directions of the word vectors (384, BASIS)."""
    vectors = np.concatenate([row["sides"][1].own for row in rows[::5]])
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return np.ascontiguousarray(directions[:, ::-1][:, :BASIS], dtype=np.float32)


def save(model: Scorer, basis: np.ndarray, meaning: list[bool], path: Path) -> None:
    """Write the arrays as half precision numbers."""
    arrays = {name: value.numpy().astype(np.float16) for name, value in model.state_dict().items() if name != "mean"}
    arrays |= {
        "basis": basis.astype(np.float16),
        "meaning": np.array(meaning, dtype=np.float16),
        "temperature": np.array([1.5], dtype=np.float16),
    }
    np.savez_compressed(path, **arrays)


def report(model: Scorer, rows: list[Row], basis: np.ndarray, kinds: dict[str, int]) -> None:
    """Recall by category at five per cent alarms on the faithful rows."""
    scores = []
    with torch.no_grad():
        for k in range(0, len(rows), 128):
            part = rows[k : k + 128]
            scores += model(batch(part, 0, basis, kinds)[0], batch(part, 1, basis, kinds)[0])[0].tolist()
    controls = sorted((s for s, row in zip(scores, rows, strict=True) if row["kind"] == "control"), reverse=True)
    limit = controls[int(0.05 * len(controls))]
    for category in sorted(kinds):
        found = [s > limit for s, row in zip(scores, rows, strict=True) if row["category"] == category]
        print(f"{category:<36} {len(found):>5} {100 * sum(found) / max(len(found), 1):6.1f}")


def main() -> None:
    """Read the data, fit, and write or report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("epochs", type=int, nargs="?", default=6)
    parser.add_argument("--fold", type=int)
    arguments = parser.parse_args()
    texts = Texts()
    lines = (arguments.data / "demetr.jsonl").read_text(encoding="utf-8").splitlines()
    own = [row for row in map(json.loads, lines) if row["kind"] != "base" and row["split"] == "dev"]
    intact = {row["group"]: row["cand"] for row in own if row["kind"] == "control"}
    rows = [{**row, "intact": intact[row["group"]]} for row in own] + edited_pairs(arguments.data, texts.nlp)
    kinds = {
        name: k for k, name in enumerate(sorted({row["category"] for row in own if row["kind"] != "control"}), start=1)
    }
    meaning = [False, *(not name.startswith("minor") for name in sorted(kinds))]
    rows = [features(row, texts) for row in rows]
    basis = principal(rows)
    if arguments.fold is None:
        save(train(rows, arguments.epochs, kinds, meaning, basis), basis, meaning, TARGET)
        return
    left_out = [row for row in rows if zlib.crc32(row["group"].encode()) % 4 == arguments.fold]
    kept = [row for row in rows if zlib.crc32(row["group"].encode()) % 4 != arguments.fold]
    model = train(kept, arguments.epochs, kinds, meaning, basis)
    report(model, [row for row in left_out if "made" not in row], basis, kinds)


if __name__ == "__main__":
    main()
