"""Train the reader that says whether a source bears a sentence out, contradicts it, or neither.

    python scripts/support_pairs.py rows BENCH_DATA MINILM ROWS.pickle
    python scripts/support_pairs.py train ROWS.pickle MINILM PAIRS.onnx TARGET [--fold K]

Pairs of texts with a label of the development parts of public sets, each with a weight: news pairs count most, made-up
ones least. A label that leaves two of the three verdicts open ("not entailed") is learned as their sum. The transformer
starts from the shipped reader of pairs (drift_pairs.py), which has learned to hold two texts against each other; its
weights are taken back from seven bits. `--fold K` leaves a third of the groups out, of which no text occurs in the
rest, and writes what it makes of those to TARGET/held.json: only such figures say how good it is.

The sizes suit one core of a processor: a fold takes about ten minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
import re
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from bert import Bert
from export_encoder import weights
from onnx import numpy_helper
from onnx_bert import quantised_table
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

Row = dict[str, Any]
TOLD, CONTRADICTED, NEITHER = range(3)
N_SIGNS = 16  # of factcheck.lexicon.signs.Sign
FOLDS = 3
MOST = 128, 48  # word pieces of a source and of a checked sentence in training
LAYERS = 6
HEAD = 32  # width of a head of attention
VERDICTS = {
    "entailment": (TOLD,),
    "contradiction": (CONTRADICTED,),
    "neutral": (NEITHER,),
    "not_entailment": (CONTRADICTED, NEITHER),
    "not_contradiction": (TOLD, NEITHER),
}
EVIDENCE = {"SUPPORTS": (TOLD,), "REFUTES": (CONTRADICTED,), "NOT_ENOUGH_INFO": (NEITHER,)}
# How much a row of a set, or of a part of one, counts, and which share of the rows is taken.
WEIGHTS = {"cad_nli": 0.5, "breaking_nli": 0.3, "clcd": 0.5, "StressTest": 0.3, "AWPNLI": 0.3}
SHARES = {"breaking_nli": 0.5, "clcd": 0.5, "StressTest": 0.35, "climate_fever": 0.8, "msrp": 0.3}
SETS = ("rte3_3way", "equate", "rte12", "fever_symmetric", "climate_fever", "msrp", "med", "breaking_nli")
SETS += ("conj_nli", "clcd", "cad_nli")
_TWO_WAY = ("NewsNLI", "RTE-Quant")  # their "neutral" is whatever is not entailed


def pairs(data: Path) -> Iterator[Row]:
    """The labelled pairs: premise, hypothesis, the verdicts that the label allows, weight, group, set, part, id."""
    for name in SETS:
        for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["split"] == "dev":
                yield from _pairs(name, row)


def _pairs(name: str, row: Row) -> Iterator[Row]:
    about = {"group": row["group"], "set": name, "part": row.get("subset") or "", "id": row["id"], "weight": 1.0}
    if name == "climate_fever":
        for number, evidence in enumerate(row["evidences"]):
            if len(votes := set(evidence["votes"])) == 1:
                allowed = EVIDENCE[votes.pop()]
                sure = {"allowed": allowed, "weight": 0.5 if allowed == (NEITHER,) else 1.0}
                names = {"group": name + row["group"], "id": f"{row['id']}-{number}"}
                yield about | names | sure | {"premise": evidence["text"], "hypothesis": row["claim"]}
    elif name == "msrp":
        # A paraphrase mostly bears the shorter text out; of two that differ the shorter seldom tells the longer.
        same = row["label"] == "equivalent"
        short, long = sorted((row["text1"], row["text2"]), key=len)
        texts = {"premise": long if same else short, "hypothesis": short if same else long}
        allowed = (TOLD,) if same else (CONTRADICTED, NEITHER)
        yield about | texts | {"allowed": allowed, "weight": 0.3, "group": name + row["group"]}
    else:
        allowed = VERDICTS[row["label"]]
        if about["part"] in _TWO_WAY and allowed == (NEITHER,):
            allowed = (CONTRADICTED, NEITHER)
        weight = WEIGHTS.get(about["part"], WEIGHTS.get(name, 1.0))
        texts = {"premise": row["premise"], "hypothesis": row["hypothesis"]}
        yield about | texts | {"allowed": allowed, "weight": weight}


def taken(row: Row) -> bool:
    """Whether a row is among the share of its set that is learned from."""
    share = SHARES.get(row["part"], SHARES.get(row["set"], 1.0))
    return zlib.crc32(row["id"].encode()) % 1000 / 1000 < share


def folds(rows: Sequence[Row]) -> list[int]:
    """The fold of each row: groups that share a longer text stay together."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for row in rows:
        for text in (row["premise"], row["hypothesis"]):
            if len(text) >= 40:
                a, b = root("g" + row["group"]), root("t" + re.sub(r"\W+", "", text.lower()))
                parent[max(a, b)] = min(a, b)
    roots = [root("g" + row["group"]) for row in rows]
    return [int(hashlib.blake2b(name.encode(), digest_size=4).hexdigest(), 16) % FOLDS for name in roots]


def rows_main(args: argparse.Namespace) -> None:
    """Write the rows as numbers: word pieces, the sign of each, where the checked sentence starts, and the rest."""
    from factcheck.lexicon.signs import signs, split_words

    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def side(text: str) -> tuple[list[str], list[list[int]]]:
        words = [text[a:b] for a, b in split_words(text)]
        encoding = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        ids: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            ids[word].append(piece)
        return words, ids

    rows = [row for row in pairs(args.data) if taken(row)]
    for row, fold in zip(rows, folds(rows), strict=True):
        left, right = side(row.pop("premise")), side(row.pop("hypothesis"))
        sides = []
        for (words, ids), others, most in ((left, right[0], MOST[0]), (right, left[0], MOST[1])):
            marks = signs(words, others)
            sides.append([(piece, int(mark)) for own, mark in zip(ids, marks, strict=True) for piece in own][:most])
        line = [(101, 0), *sides[0], (102, 0), *sides[1], (102, 0)]
        row |= {"fold": fold, "left": len(sides[0]) + 2}
        row |= {"pieces": np.array([p for p, _ in line]), "sign": np.array([s for _, s in line])}
    args.target.write_bytes(pickle.dumps(rows))


def unquantised(path: Path) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The weights of an exported reader under the published names, without its word table, and its table of signs."""
    found = {item.name: numpy_helper.to_array(item) for item in onnx.load(str(path)).graph.initializer}

    def weight(name: str) -> np.ndarray:
        return (found[f"{name}.weight_quantized"].astype(np.float32) * found[f"{name}.weight_scale"]).T

    state = {
        # The export adds the row of the first text to the positions, and the second text gets the difference.
        "embeddings.position_embeddings.weight": found["positions"],
        "embeddings.token_type_embeddings.weight": np.stack([np.zeros_like(found["types"][1]), found["types"][1]]),
        "embeddings.LayerNorm.weight": found["embeddings.norm.weight"],
        "embeddings.LayerNorm.bias": found["embeddings.norm.bias"],
    }
    for layer in range(LAYERS):
        part = f"encoder.layer.{layer}."
        qkv = np.split(weight(part + "qkv"), 3), np.split(found[part + "qkv.bias"], 3)
        for place, name in enumerate(("query", "key", "value")):
            factor = np.sqrt(HEAD) if name == "query" else 1.0
            state[f"{part}attention.self.{name}.weight"] = qkv[0][place] * factor
            state[f"{part}attention.self.{name}.bias"] = qkv[1][place] * factor
        for here, there in (
            ("out", "attention.output.dense"),
            ("inner", "intermediate.dense"),
            ("outer", "output.dense"),
        ):
            state[f"{part}{there}.weight"] = weight(part + here)
            state[f"{part}{there}.bias"] = found[f"{part}{here}.bias"]
        for here, there in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
            state[f"{part}{there}.weight"] = found[f"{part}{here}.weight"]
            state[f"{part}{there}.bias"] = found[f"{part}{here}.bias"]
    return state, found["sign"]


class Reader(nn.Module):
    """Three scores of a pair, from the state of the first piece and the mean state of the checked sentence."""

    def __init__(self, minilm: Path, start: Path) -> None:
        super().__init__()
        table, scale = quantised_table(weights(minilm)["embeddings.word_embeddings.weight"])
        state, sign = unquantised(start)
        state["embeddings.word_embeddings.weight"] = table.astype(np.float32) * scale[:, None]
        self.bert = Bert(state)
        self.sign = nn.Embedding.from_pretrained(torch.from_numpy(sign.copy()), freeze=False)
        self.hidden = nn.Linear(2 * table.shape[1], 128)
        self.out = nn.Linear(128, 3)
        self.dropout = nn.Dropout(0.1)
        # What words mean alone is known; too few rows would only blur it.
        for fixed in (self.bert.embeddings, self.bert.encoder.layer[0]):
            for parameter in fixed.parameters():
                parameter.requires_grad = False

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        """Scores (batch, 3)."""
        device = batch["pieces"].device.type
        with torch.autocast(device, dtype=torch.bfloat16, enabled=self.training):
            vectors = self.bert.embeddings.word_embeddings(batch["pieces"]) + self.sign(batch["sign"])
            h = self.bert(vectors, batch["mask"], batch["side"])
        h = self.dropout(h.float())
        on = batch["side"][..., None].float()
        mean = (h * on).sum(1) / on.sum(1)
        return self.out(functional.gelu(self.hidden(torch.cat([h[:, 0], mean], -1))))


def collate(rows: Sequence[Row]) -> dict[str, Tensor]:
    length = max(len(row["pieces"]) for row in rows)
    made = {name: np.zeros((len(rows), length), dtype=np.int64) for name in ("pieces", "sign", "side", "mask")}
    for place, row in enumerate(rows):
        size = len(row["pieces"])
        made["pieces"][place, :size], made["sign"][place, :size] = row["pieces"], row["sign"]
        made["side"][place, row["left"] : size], made["mask"][place, :size] = 1, 1
    return {name: torch.from_numpy(value) for name, value in made.items()}


def batches(rows: list[Row], size: int, rng: random.Random) -> list[list[Row]]:
    """The rows in an order by chance, those of like length together."""
    rng.shuffle(rows)
    made: list[list[Row]] = []
    for start in range(0, len(rows), size * 20):
        near = sorted(rows[start : start + size * 20], key=lambda row: len(row["pieces"]))
        made += [near[k : k + size] for k in range(0, len(near), size)]
    rng.shuffle(made)
    return made


def train_main(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = random.Random(args.seed)
    every: list[Row] = pickle.loads(args.rows.read_bytes())
    rows = [row for row in every if row["fold"] != args.fold]
    held = [row for row in every if row["fold"] == args.fold]
    print(args.target.name, len(rows), "rows", len(held), "left out", flush=True)
    model = Reader(args.minilm, args.start)
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in named if name.startswith("bert")], "peak": args.lr},
        {"params": [p for name, p in named if not name.startswith("bert")], "peak": 5 * args.lr},
    ]
    trained = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), weight_decay=0.01)
    average = [p.detach().clone() for p in trained]
    total = args.epochs * -(-len(rows) // args.batch)
    started, step, seen = time.monotonic(), 0, 0.0
    model.train()
    for _ in range(args.epochs):
        for chosen in batches(rows, args.batch, rng):
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 100) * max(0.02, 1.0 - step / total)
            logs = functional.log_softmax(model(collate(chosen)), -1)
            allowed = torch.full_like(logs, -14.0)
            for place, row in enumerate(chosen):
                allowed[place, list(row["allowed"])] = 0.0
            weight = torch.tensor([row["weight"] for row in chosen])
            loss = -((logs + allowed).logsumexp(-1) * weight).sum() / weight.sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step, seen = step + 1, seen + loss.item()
            with torch.no_grad():
                torch._foreach_lerp_(average, trained, 1 - min(0.995, (1 + step) / (20 + step)))
            if step % 100 == 0:
                print(step, "of", total, f"{seen / 100:.4f} {time.monotonic() - started:.0f} s", flush=True)
                seen = 0.0
    with torch.no_grad():
        torch._foreach_copy_(trained, average)
    model.eval()
    args.target.mkdir(parents=True, exist_ok=True)
    kept = {name: value.half() for name, value in model.state_dict().items() if "word_embeddings" not in name}
    torch.save(kept, args.target / "model.pt")
    if held:
        report(model, held, args.target / "held.json")


@torch.no_grad()
def report(model: Reader, rows: list[Row], path: Path) -> None:
    """Write the scores of the rows by id, and print how often the best one is allowed, by set."""
    rows.sort(key=lambda row: len(row["pieces"]))
    scores: list[list[float]] = []
    for start in range(0, len(rows), 64):
        scores += model(collate(rows[start : start + 64])).tolist()
    path.write_text(json.dumps({row["id"]: score for row, score in zip(rows, scores, strict=True)}, indent=0) + "\n")
    for name in sorted({(row["set"], row["part"] if row["set"] == "equate" else "") for row in rows}):
        mine = [(s, r) for s, r in zip(scores, rows, strict=True) if r["set"] == name[0] and name[1] in ("", r["part"])]
        right = sum(int(np.argmax(score)) in row["allowed"] for score, row in mine)
        print(*name, len(mine), f"{100 * right / len(mine):.1f}", flush=True)


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
    fit.add_argument("start", type=Path, help="the shipped pairs.onnx")
    fit.add_argument("target", type=Path)
    fit.add_argument("--fold", type=int)
    fit.add_argument("--epochs", type=int, default=3)
    fit.add_argument("--batch", type=int, default=32)
    fit.add_argument("--lr", type=float, default=1.2e-4)
    fit.add_argument("--seed", type=int, default=1)
    fit.set_defaults(run=train_main)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
