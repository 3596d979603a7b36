"""Train the head for names again on the finished encoder: `python scripts/names_head.py TREEBANKS MINILM
CHECKPOINT_FOLDER`.

The name corpora disagree on what a name is (whether a title belongs to it, whether a newspaper is an organization).
The head sees which corpus a sentence comes from, so that each may keep its ways; at run time it is told that all is
Universal NER. It looks at a word and its two neighbours on each side, and is cheap: the encoder runs once.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformer import IGNORE, Model, Window, batches, bio, collate, window
from treebank import Block, load

from factcheck.stages.annotate.names import allowed, best_tags

CORPORA = ("ewt", "gum", "redocred", "wikigold")


class NamesHead(nn.Module):
    """Tags from word states: two layers, the first over a word and its neighbours."""

    def __init__(self, width: int, labels: int, hidden: int = 256) -> None:
        super().__init__()
        self.near = nn.Linear(5 * width, hidden)
        self.corpus = nn.Embedding(len(CORPORA), hidden)
        self.out = nn.Linear(hidden, labels)
        self.dropout_in, self.dropout = nn.Dropout(0.3), nn.Dropout(0.3)
        nn.init.normal_(self.corpus.weight, std=0.02)

    def forward(self, words: Tensor, corpus: Tensor) -> Tensor:
        """Scores (n, labels) of the words of one sequence or several with two zero rows between them, (n, width)."""
        x = functional.pad(self.dropout_in(words), (0, 0, 2, 2))
        n = words.shape[0]
        near = torch.cat([x[shift : shift + n] for shift in range(5)], dim=1)
        return self.out(self.dropout(functional.gelu(self.near(near) + self.corpus(corpus))))


@torch.no_grad()
def states(model: Model, windows: list[Window]) -> list[Tensor]:
    """The word states of each window, in half precision."""
    model.eval()
    order = {id(w): i for i, w in enumerate(windows)}
    found: list[Tensor] = [torch.empty(0)] * len(windows)
    for part in batches(windows, 4000, random.Random(0)):
        batch = collate(part)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = model.words(batch)
        for row, item in enumerate(part):
            found[order[id(item)]] = words[row, : len(item.first)].half().clone()
    return found


@torch.no_grad()
def score(head: NamesHead, data: list[tuple[Tensor, list[int], int]], names: list[str]) -> dict[str, float]:
    """F1 of PER, ORG and LOC with the best sequence of tags."""
    head.eval()
    table = allowed(names)
    counts: Counter[str] = Counter()
    for words, target, corpus in data:
        logits = head(words.float(), torch.tensor([corpus]))
        tags = best_tags(torch.log_softmax(logits, -1).double().numpy(), [0], table)
        found, gold = (
            {span for span in bio([names[t] if t >= 0 else "O" for t in row]) if span[2] != "MISC"}
            for row in (tags, target)
        )
        for label in ("PER", "ORG", "LOC", "all"):
            a, b = ({s for s in x if label in ("all", s[2])} for x in (found, gold))
            counts[label + " right"] += len(a & b)
            counts[label + " all"] += len(a) + len(b)
    head.train()
    return {
        label: round(200 * counts[label + " right"] / max(counts[label + " all"], 1), 2)
        for label in ("all", "PER", "ORG", "LOC")
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--only", nargs="*", default=list(CORPORA))
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(2)
    rng = random.Random(2)
    checkpoint = torch.load(args.target / "model.pt", map_location="cpu")
    labels = json.loads((args.target / "labels.json").read_text())
    ids = {layer: {label: i for i, label in enumerate(found)} for layer, found in labels.items()}
    model = Model(args.minilm, {layer: len(found) for layer, found in labels.items()})
    model.load_state_dict({k: v for k, v in checkpoint["model"].items() if not k.startswith("names_head.")})
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def data(blocks: list[Block]) -> list[tuple[Tensor, list[int], int]]:
        pairs = [(b, w) for b in blocks if (w := window(b, tokenizer, ids)) is not None]
        found = states(model, [w for _, w in pairs])
        return [(s, w.targets["name"], CORPORA.index(b.corpus)) for s, (b, w) in zip(found, pairs, strict=True)]

    train = data([b for b in load(args.source, "train") if b.corpus in args.only])
    dev = data([b for b in load(args.source, "dev") if b.corpus == "ewt" and all(s.names for s in b.sentences)])
    print(len(train), "blocks", flush=True)
    head = NamesHead(dev[0][0].shape[1], len(labels["name"]))
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.02)
    best = (0.0, {})
    steps = args.epochs * len(train)
    done = 0
    for epoch in range(args.epochs):
        rng.shuffle(train)
        for start in range(0, len(train), 24):
            part = train[start : start + 24]
            gap = torch.zeros(2, part[0][0].shape[1])
            words = torch.cat([x for w, _, _ in part for x in (w.float(), gap)])
            corpus = torch.tensor([c for w, _, c in part for _ in range(len(w) + 2)])
            target = torch.tensor([t for _, y, _ in part for t in (*y, IGNORE, IGNORE)])
            for group in optimizer.param_groups:
                group["lr"] = 1e-3 * max(0.03, 1 - done / steps)
            loss = functional.cross_entropy(head(words, corpus), target, ignore_index=IGNORE, label_smoothing=0.02)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            done += len(part)
        figures = score(head, dev, labels["name"])
        print("epoch", epoch + 1, figures, flush=True)
        if figures["all"] > best[0]:
            best = (figures["all"], {k: v.clone() for k, v in head.state_dict().items()})
    checkpoint["model"].update({"names_head." + k: v for k, v in best[1].items()})
    torch.save(checkpoint, args.target / "model.pt")
    print("kept", best[0])


if __name__ == "__main__":
    main()
