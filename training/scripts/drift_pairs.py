"""Fit the graded drift score: an encoder that reads an original and its copy together.

    python scripts/drift_pairs.py rows BENCH_DATA MINILM ROWS.npz
    python scripts/drift_pairs.py train ROWS.npz MINILM TARGET --minutes 3 [--start JOINT] [--fold K]

The first command makes one-edit corruptions of faithful pairs (drift_edits.py), both ways round, and puts them beside
the development part's own corruptions and real translations with a known error. The second trains on them. Words of
the copy are supervised, not only pairs: a corrupted copy differs from the intact one in known words. `--fold K` leaves
a quarter of the groups out, and prints recall on those.

The encoder is all-MiniLM-L6-v2, or with `--start` that of a joint model (transformer.py), which knows syntax; the word
table is frozen (the one that ships). Each word piece is told how its word stands on the other side
(factcheck.lexicon.signs). Reading both texts at once is the cross-encoder of Reimers
and Gurevych, "Sentence-BERT", EMNLP 2019, section 1.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bert import pretrained
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

Row = dict[str, Any]
MOST = 250  # word pieces of a pair in training
REAL = "real"  # the category of an error that a translation system made
N_SIGNS = 16  # of factcheck.lexicon.signs.Sign
NO_TARGET = -100


def rows_main(args: argparse.Namespace) -> None:
    """Write the rows as numbers; see `numbers`."""
    from drift_edits import EDITS, UNTIDY, Draft, faithful_pairs, stock_of

    from factcheck.lexicon.signs import split_words
    from factcheck.stages import annotate

    def read(name: str) -> list[Row]:
        lines = (args.data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        return [row for row in map(json.loads, lines) if row["split"] == "dev"]

    nlp = annotate.load()
    rng = random.Random(11)
    found: list[Row] = []
    pairs = faithful_pairs(args.data)
    pairs = [*pairs, *((g, b, a, source) for g, a, b, source in pairs if len(b.split()) > 7)]
    docs = {text: nlp(text) for text in sorted({pair[2] for pair in pairs})}
    stock = stock_of(docs.values())
    for group, ref, text, source in pairs:
        made: list[list[Any]] = [["control", 0.0, text, [], []]]
        for category in sorted(EDITS):
            often = 2 if category.startswith("minor") else 4
            if source == "msrp":
                often = 1 if rng.random() < 0.6 else 0
            known = {text}
            for _ in range(often):
                draft = Draft(docs[text], rng, stock)
                if not EDITS[category](draft):
                    continue
                edited = draft.text(tidy=category not in UNTIDY)
                if edited and edited not in known:
                    known.add(edited)
                    made.append([category, _truth(category), edited, *_changed(text, edited)])
        found.append({"group": group, "source": source, "ref": ref, "rows": made})
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in read("demetr"):
        if row["kind"] != "base":
            by_group[row["group"]].append(row)
    for group, rows in sorted(by_group.items()):
        intact = next(row["cand"] for row in rows if row["kind"] == "control")
        made = [[r["category"], float(r["kind"] == "meaning"), r["cand"], *_changed(intact, r["cand"])] for r in rows]
        found.append({"group": group, "source": "own", "ref": rows[0]["ref"], "rows": made})
    for row in read("wmt20_zhen"):
        truth = min(1.0, row["mqm_penalty"] / 5)
        made = [[REAL if truth else "control", truth, row["mt"], None if truth else [], []]]
        found.append({"group": "w20-" + row["group"], "source": "mqm20", "ref": row["ref"], "rows": made})
    for row in read("wmt21_zhen"):
        words = split_words(row["mt"])
        major = [s for s in row["spans"] if s["severity"] == "major"]
        touched = [i for i, (a, b) in enumerate(words) if any(a < s["end"] and s["start"] < b for s in major)]
        truth = 1.0 if row["majors"] else 0.25 if row["minors"] else 0.0
        made = [[REAL if truth else "control", truth, row["mt"], touched, []]]
        found.append({"group": "w21-" + row["group"], "source": "mqm21", "ref": row["ref"], "rows": made})
    np.savez_compressed(args.target, **numbers(found, args.minilm))


def _truth(category: str) -> float:
    return float(not category.startswith("minor"))


def _changed(intact: str, edited: str) -> tuple[list[int], list[str]]:
    """Indices of the edited text's words that the edit made, or that stand where it removed some; and what it removed,
    in lower case.
    """
    from factcheck.lexicon.signs import split_words

    before = [intact[a:b] for a, b in split_words(intact)]
    after = [edited[a:b] for a, b in split_words(edited)]
    marked: set[int] = set()
    gone: list[str] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal" and after:
            marked |= set(range(j1, max(j2, j1 + 1))) if j1 < len(after) else {len(after) - 1}
            gone += [word.lower() for word in before[i1:i2]]
    return sorted(marked), gone


def numbers(items: list[Row], minilm: Path) -> dict[str, np.ndarray]:
    """Flat arrays of all rows: pieces, signs and targets of every word piece, and a line of facts a row.

    Targets of the copy are the kinds of its changed words; of the original, those of the words that an edit took from
    the copy, as far as the original has them literally.
    """
    from factcheck.lexicon.signs import signs, split_words

    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    kinds = ["none", *sorted({row[0] for item in items for row in item["rows"]} - {"control"})]
    index = {name: k for k, name in enumerate(kinds)} | {"control": 0}
    cache: dict[str, tuple[list[str], list[list[int]]]] = {}

    def side(text: str) -> tuple[list[str], list[list[int]]]:
        words = [text[a:b] for a, b in split_words(text)]
        encoding = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        ids: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None:
                ids[word].append(piece)
        return words, ids

    flat: dict[str, list[np.ndarray]] = {"pieces": [], "sign": [], "y": []}
    lines: dict[str, list[Any]] = {name: [] for name in ("size", "left", "truth", "category", "group", "source")}
    for item in items:
        if item["ref"] not in cache:
            cache[item["ref"]] = side(item["ref"])
        left_words, left = cache[item["ref"]]
        lower = [word.lower() for word in left_words]
        for category, truth, copy, changed, gone in item["rows"]:
            right_words, right = side(copy)
            n = sum(map(len, left))
            total = n + sum(map(len, right)) + 3
            if total > MOST or not right_words:
                continue
            k = index[category]
            there = Counter(word.lower() for word in right_words)
            on_left = [k if word in gone and not there[word] else 0 for word in lower]
            on_right = [NO_TARGET] * len(right) if changed is None else [0] * len(right)
            for word in changed or ():
                on_right[word] = k
            if changed is None:
                on_left = [NO_TARGET] * len(left)

            def spread(values: Sequence[int], pieces: Sequence[list[int]]) -> list[int]:
                return [value for value, own in zip(values, pieces, strict=True) for _ in own]

            flat["pieces"].append(np.array([101, *chain(*left), 102, *chain(*right), 102], dtype=np.int16))
            sign = [
                0,
                *spread(signs(left_words, right_words), left),
                0,
                *spread(signs(right_words, left_words), right),
                0,
            ]
            flat["sign"].append(np.array(sign, dtype=np.int8))
            y = [NO_TARGET, *spread(on_left, left), NO_TARGET, *spread(on_right, right), NO_TARGET]
            flat["y"].append(np.array(y, dtype=np.int8))
            for name, value in zip(lines, (total, n + 2, truth, k, item["group"], item["source"]), strict=True):
                lines[name].append(value)
    arrays = {name: np.concatenate(values) for name, values in flat.items()}
    arrays |= {name: np.array(values) for name, values in lines.items()}
    return arrays | {"kinds": np.array(kinds)}


class Scorer(nn.Module):
    """Kinds of change of each word piece, and the log-odds that the pair differs in meaning."""

    def __init__(self, minilm: Path, kinds: list[str]) -> None:
        super().__init__()
        self.bert, width = pretrained(minilm)
        self.sign = nn.Embedding(N_SIGNS, width)
        nn.init.normal_(self.sign.weight, std=0.02)
        self.kinds = nn.Linear(width, len(kinds))
        meaning = torch.tensor([k > 0 and not name.startswith("minor") for k, name in enumerate(kinds)])
        self.register_buffer("meaning", meaning)
        self.pair_hidden = nn.Linear(width, 128)
        self.pair = nn.Linear(128 + 4, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Log-odds (batch) of another meaning, and scores (batch, pieces, kinds)."""
        with torch.autocast("cuda", dtype=torch.bfloat16, enabled=batch["pieces"].is_cuda):
            vectors = self.bert.embeddings.word_embeddings(batch["pieces"]) + self.sign(batch["signs"])
            h = self.bert(vectors, batch["mask"], batch["side"])
        h = self.dropout(h.float())
        kinds = self.kinds(h)
        logs = functional.log_softmax(kinds, -1)
        odds = logs[..., self.meaning].logsumexp(-1) - logs[..., ~self.meaning].logsumexp(-1)
        best = [
            odds.masked_fill(~(batch["mask"] & (batch["side"] == side)), -12).clamp(-12, 8).topk(2, 1).values / 4
            for side in (0, 1)
        ]
        pair = self.pair(torch.cat([functional.gelu(self.pair_hidden(h[:, 0])), *best], -1))
        return pair[:, 0], kinds


def read_rows(path: Path) -> tuple[list[Row], list[str]]:
    """The rows of a file of `numbers`, and the kinds of change."""
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    kinds = [str(name) for name in arrays["kinds"]]
    ends = np.cumsum(arrays["size"].astype(np.int64))
    rows = []
    for i, end in enumerate(ends):
        start = end - int(arrays["size"][i])
        truth, category = float(arrays["truth"][i]), kinds[int(arrays["category"][i])]
        kind = "surface" if category.startswith("minor") else "control" if category == "none" else "meaning"
        rows.append(
            {
                **{name: arrays[name][start:end] for name in ("pieces", "sign", "y")},
                "left": int(arrays["left"][i]),
                "truth": truth,
                "category": category,
                "kind": kind,
                "weight": 6.0 if kind == "control" else 4.0 if category == REAL else 1.0,
                "group": str(arrays["group"][i]),
                "source": str(arrays["source"][i]),
            }
        )
    return rows, kinds


def collate(rows: list[Row], device: torch.device) -> dict[str, Tensor]:
    n = max(len(row["pieces"]) for row in rows)
    pieces, sign = np.zeros((len(rows), n), dtype=np.int64), np.zeros((len(rows), n), dtype=np.int64)
    side, y = np.zeros((len(rows), n), dtype=np.int64), np.full((len(rows), n), -100, dtype=np.int64)
    mask = np.zeros((len(rows), n), dtype=bool)
    for i, row in enumerate(rows):
        k = len(row["pieces"])
        pieces[i, :k], sign[i, :k], y[i, :k] = row["pieces"], row["sign"], row["y"]
        side[i, row["left"] : k], mask[i, :k] = 1, True
    arrays = {"pieces": pieces, "signs": sign, "side": side, "y": y, "mask": mask}
    found = {name: torch.from_numpy(value).to(device, non_blocking=True) for name, value in arrays.items()}
    for name in ("truth", "weight"):
        found[name] = torch.tensor([row[name] for row in rows], device=device)
    return found


def train_main(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    args.target.mkdir(parents=True, exist_ok=True)
    every, kinds = read_rows(args.rows)
    (args.target / "kinds.json").write_text(json.dumps(kinds))

    def outside(row: Row) -> bool:
        return args.fold is not None and zlib.crc32(row["group"].encode()) % 4 == args.fold

    held = [row for row in every if outside(row) and row["source"] in ("own", "mqm20", "mqm21")]
    rows = [row for row in every if not outside(row)]
    print(args.target.name, len(rows), "rows", len(held), "left out", flush=True)
    model = Scorer(args.minilm, kinds).to(device)
    if args.start is not None:
        given = torch.load(args.start / "model.pt", map_location=device)["model"]
        body = {name: value.float() for name, value in given.items() if name.startswith("bert.")}
        model.load_state_dict(body, strict=False)
    trained = [p for p in model.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert")]
    body = [p for n, p in model.named_parameters() if n.startswith("bert") and p.requires_grad]
    groups = [
        {"params": body, "peak": args.lr, "weight_decay": 0.01},
        {"params": heads, "peak": 4 * args.lr, "weight_decay": 0.01},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), fused=device.type == "cuda")
    average = [p.detach().clone() for p in trained]
    started, step, progress, epoch = time.monotonic(), 0, 0.0, 0
    model.train()
    while progress < 1.0:
        order = list(range(len(rows)))
        rng.shuffle(order)
        todo: list[list[int]] = []
        for c in range(0, len(order), args.batch * 20):
            near = sorted(order[c : c + args.batch * 20], key=lambda i: len(rows[i]["pieces"]))
            todo += [near[k : k + args.batch] for k in range(0, len(near), args.batch)]
        rng.shuffle(todo)
        seen = torch.zeros(2, device=device)
        for number, chosen in enumerate(todo):
            minutes = (time.monotonic() - started) / 60
            progress = minutes / args.minutes if args.minutes else (epoch + number / len(todo)) / args.epochs
            if progress >= 1.0:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 200) * max(0.02, 1.0 - progress)
            batch = collate([rows[i] for i in chosen], device)
            pair, scores = model(batch)
            weight = batch["weight"]
            on_pair = functional.binary_cross_entropy_with_logits(pair, batch["truth"], reduction="none")
            on_words = functional.cross_entropy(scores.flatten(0, 1), batch["y"].flatten(), ignore_index=-100)
            loss = (on_pair * weight).sum() / weight.sum() + 3.0 * on_words
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0, foreach=True)
            optimizer.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(average, trained, 1 - min(0.998, (1 + step) / (20 + step)))
            seen += torch.stack([(on_pair * weight).sum() / weight.sum(), on_words]).detach()
        epoch += 1
        progress = max(progress, epoch / args.epochs if not args.minutes else 0.0)
        shown = [round(float(value) / (number + 1), 4) for value in seen]
        print(f"{args.target.name} epoch {epoch} step {step} minutes {minutes:.2f} {shown}", flush=True)
    with torch.no_grad():
        torch._foreach_copy_(trained, average)
    model.eval()
    if held:
        report(model, held, device, args.target.name)
    kept = {n: v.half().cpu() for n, v in model.state_dict().items() if "word_embeddings" not in n and n != "meaning"}
    torch.save({"model": kept, "epoch": epoch}, args.target / "model.pt")


@torch.no_grad()
def report(model: Scorer, rows: list[Row], device: torch.device, name: str) -> None:
    """Recall by category at five per cent alarms on the faithful rows, and the area under the curve of real errors."""
    scores: list[float] = []
    for k in range(0, len(rows), 256):
        scores += model(collate(rows[k : k + 256], device))[0].tolist()
    own = [(s, row) for s, row in zip(scores, rows, strict=True) if row["source"] == "own"]
    controls = sorted((s for s, row in own if row["kind"] == "control"), reverse=True)
    limit = controls[int(0.05 * len(controls))]
    by: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for s, row in own:
        by[row["kind"], row["category"]].append(s > limit)
    for (kind, category), found in sorted(by.items()):
        print(f"{name} {kind:<8} {category:<34} {len(found):>5} {100 * sum(found) / len(found):6.1f}")
    for kind in ("meaning", "surface"):
        shares = [sum(found) / len(found) for (k, _), found in by.items() if k == kind]
        print(f"{name} MEAN {kind} {100 * sum(shares) / len(shares):.1f}")
    for source in ("mqm20", "mqm21"):
        part = [(s, row) for s, row in zip(scores, rows, strict=True) if row["source"] == source]
        bad = [s for s, row in part if row["truth"] >= 1]
        good = [s for s, row in part if row["truth"] < 0.2]
        if bad and good:
            area = sum((b > g) + 0.5 * (b == g) for b in bad for g in good) / (len(bad) * len(good))
            print(f"{name} AUC {source} {100 * area:.1f} of {len(bad)} and {len(good)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    make = commands.add_parser("rows")
    make.add_argument("data", type=Path)
    make.add_argument("minilm", type=Path)
    make.add_argument("target", type=Path)
    make.set_defaults(run=rows_main)
    fit = commands.add_parser("train")
    fit.add_argument("rows", type=Path)
    fit.add_argument("minilm", type=Path)
    fit.add_argument("target", type=Path)
    fit.add_argument("--epochs", type=int, default=4)
    fit.add_argument("--minutes", type=float, default=0.0)
    fit.add_argument("--fold", type=int)
    fit.add_argument("--batch", type=int, default=96)
    fit.add_argument("--lr", type=float, default=1.5e-4)
    fit.add_argument("--seed", type=int, default=1)
    fit.add_argument("--start", type=Path, help="folder of a joint model to take the encoder from")
    fit.set_defaults(run=train_main)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
