"""Fit the reader of one text: an encoder that tells of each gap between two words whether something is missing there.

    python scripts/gap_reader.py SENTENCES.jsonl MINILM TARGET --minutes 60 [--start JOINT]

Sentences are spoilt anew each time they are read (gap_edits.py). A gap is read off the states of the word pieces at its
two sides. Supervising places and not sentences alone is what error detection does (Rei and Yannakoudakis,
"Compositional sequence labeling models for error detection in learner writing", ACL 2016).

The encoder is all-MiniLM-L6-v2, or with `--start` that of a joint model (transformer.py), which knows syntax, or of an
earlier run; the word table is frozen (the one that ships).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from bert import pretrained
from gap_edits import KINDS, Tree, spoil
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

NO_TARGET = -100
LONGEST_WORD = 16
Example = tuple[list[int], list[int], list[int], list[int]]
"""Word pieces with the special ones; of each gap the pieces before and after it, and its kind."""


class GapReader(nn.Module):
    """Scores of the kinds of each gap."""

    def __init__(self, minilm: Path) -> None:
        super().__init__()
        self.bert, width = pretrained(minilm)
        self.hidden = nn.Linear(2 * width, 256)
        self.kinds = nn.Linear(256, len(KINDS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor, before: Tensor, after: Tensor) -> Tensor:
        """Scores (batch, gaps, kinds)."""
        h = self.dropout(self.bert(self.bert.embeddings.word_embeddings(pieces), mask).float())
        rows = torch.arange(len(h), device=h.device)[:, None]
        return self.kinds(functional.gelu(self.hidden(torch.cat([h[rows, before], h[rows, after]], -1))))


def encoded(words: list[str], gaps: list[int], tokenizer: Tokenizer) -> Example:
    """An example as numbers."""
    encoding = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
    ids: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            ids[word].append(piece)
    flat, first, last = [101], [], [0]
    for own in ids:
        own = own[:LONGEST_WORD] or [100]
        first.append(len(flat))
        flat += own
        last.append(len(flat) - 1)
    first.append(len(flat))
    return [*flat, 102], last, first, gaps


def collate(examples: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    n, g = max(len(e[0]) for e in examples), max(len(e[3]) for e in examples)
    pieces, before, after = (np.zeros((len(examples), size), dtype=np.int64) for size in (n, g, g))
    y = np.full((len(examples), g), NO_TARGET, dtype=np.int64)
    for i, (flat, last, first, gaps) in enumerate(examples):
        pieces[i, : len(flat)] = flat
        before[i, : len(gaps)], after[i, : len(gaps)], y[i, : len(gaps)] = last, first, gaps
    tensors = [torch.from_numpy(array) for array in (pieces, pieces != 0, before, after, y)]
    return tensors[0], tensors[1], tensors[2], tensors[3], tensors[4]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--start", type=Path, help="folder of a joint model to take the encoder from, or of a gap reader to go on with"
    )
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    args.target.mkdir(parents=True, exist_ok=True)
    trees = [Tree(*json.loads(line)) for line in args.sentences.read_text(encoding="utf-8").splitlines()]
    words = [(w.lower(), pos) for tree in trees[::7] for w, pos in zip(tree.words, tree.upos, strict=True)]
    stock = [word for word, pos in words if pos in ("VERB", "NOUN", "ADV")]
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = GapReader(args.minilm).to(device)
    if args.start is not None:
        given = torch.load(args.start / "model.pt", map_location=device)["model"]
        own = model.state_dict()
        known = {name: value.float() for name, value in given.items() if name in own}
        model.load_state_dict(known, strict=False)
    trained = [p for p in model.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert")]
    body = [p for n, p in model.named_parameters() if n.startswith("bert") and p.requires_grad]
    groups = [{"params": body, "peak": args.lr, "weight_decay": 0.01}, {"params": heads, "peak": 4 * args.lr}]
    optimizer = torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), fused=device.type == "cuda")
    average = [p.detach().clone() for p in trained]
    started, step, progress = time.monotonic(), 0, 0.0
    shown: list[float] = []
    model.train()
    while progress < 1.0:
        rng.shuffle(trees)
        for at in range(0, len(trees), args.batch * 20):
            examples = [encoded(*spoil(tree, rng, stock), tokenizer) for tree in trees[at : at + args.batch * 20]]
            examples.sort(key=lambda e: len(e[0]))
            batches = [examples[k : k + args.batch] for k in range(0, len(examples), args.batch)]
            rng.shuffle(batches)
            for chosen in batches:
                progress = (time.monotonic() - started) / 60 / args.minutes
                for group in optimizer.param_groups:
                    group["lr"] = group["peak"] * min(1.0, (step + 1) / 200) * max(0.02, 1.0 - progress)
                pieces, mask, before, after, y = (t.to(device) for t in collate(chosen))
                scores = model(pieces, mask, before, after)
                loss = functional.cross_entropy(scores.flatten(0, 1), y.flatten(), ignore_index=NO_TARGET)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(trained, 1.0, foreach=True)
                optimizer.step()
                step += 1
                with torch.no_grad():
                    torch._foreach_lerp_(average, trained, 1 - min(0.998, (1 + step) / (20 + step)))
                shown.append(loss.item())
                if step % 200 == 0:
                    print(
                        f"step {step} minutes {progress * args.minutes:.1f} loss {np.mean(shown[-200:]):.4f}",
                        flush=True,
                    )
                if step % 2000 == 0:
                    save(model, average, trained, args.target)
            if progress >= 1.0:
                break
    save(model, average, trained, args.target)


@torch.no_grad()
def save(model: GapReader, average: list[Tensor], trained: list[nn.Parameter], target: Path) -> None:
    """Write the averaged weights."""
    kept = [p.detach().clone() for p in trained]
    torch._foreach_copy_(trained, average)
    state = {n: v.half().cpu() for n, v in model.state_dict().items() if "word_embeddings" not in n}
    torch._foreach_copy_(trained, kept)
    torch.save({"model": state}, target / "model.pt")


if __name__ == "__main__":
    main()
