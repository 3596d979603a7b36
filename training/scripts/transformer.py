"""Train the joint model: encoder, tags, morphology, lemmas, dependencies, sentence starts, names and kinds of mentions.

    python scripts/transformer.py TREEBANKS MINILM TARGET [--minutes 90 | --epochs 8]

Biaffine dependencies after Dozat and Manning (2017), "Deep biaffine attention for neural dependency parsing"; lemmas
as edit scripts. Every layer that a corpus does not annotate is masked. The word-embedding table is frozen (and is the
int8 table that ships), so that the unchanged sentence encoder can share it. The encoder is uncased: the case of each
word is added to the input and given to the heads again.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from augment import variant
from edit_scripts import edit_script
from export_encoder import weights
from onnx_bert import quantised_table
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from treebank import Block, load

from factcheck.stages.annotate.wordfeatures import N_SHAPES, plain, shape

IGNORE = -100
LAYERS = ("xpos", "upos", "feats", "lemma", "name", "kind", "start")
LOSS_WEIGHT = {
    "xpos": 0.5,
    "upos": 0.5,
    "feats": 0.5,
    "lemma": 0.5,
    "name": 1.0,
    "kind": 0.5,
    "start": 0.5,
    "arc": 1.0,
    "rel": 1.0,
}


@dataclass(slots=True)
class Window:
    """One block as numbers."""

    pieces: list[int]
    piece_shapes: list[int]
    first: list[int]
    last: list[int]
    shapes: list[int]
    targets: dict[str, list[int]]


def vocabulary(blocks: list[Block]) -> dict[str, list[str]]:
    """The labels of each layer, most frequent first."""
    counts: dict[str, Counter[str]] = {layer: Counter() for layer in (*LAYERS, "rel")}
    for block in blocks:
        for sentence in block.sentences:
            if sentence.upos is not None:
                counts["xpos"].update(sentence.xpos or [])
                counts["upos"].update(sentence.upos)
                counts["feats"].update(sentence.feats or [])
                counts["rel"].update(sentence.deprels or [])
                counts["lemma"].update(
                    edit_script(w, lem) for w, lem in zip(sentence.words, sentence.lemmas or [], strict=True)
                )
            counts["name"].update(sentence.names or [])
            counts["kind"].update(sentence.kinds or [])
    counts["start"].update(["no", "yes"])
    least = {"feats": 3, "lemma": 3}
    return {
        layer: [
            label
            for label, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
            if n >= least.get(layer, 1)
        ]
        for layer, found in counts.items()
    }


def window(block: Block, tokenizer: Tokenizer, ids: dict[str, dict[str, int]], max_pieces: int = 320) -> Window | None:
    """The block as numbers, or None if it is too long."""
    words = [word for sentence in block.sentences for word in sentence.words]
    spaces = [space for sentence in block.sentences for space in sentence.spaces]
    encoding = tokenizer.encode([plain(word) for word in words], is_pretokenized=True, add_special_tokens=False)
    if len(encoding.ids) > max_pieces:
        return None
    first, last = [-1] * len(words), [-1] * len(words)
    for position, word in enumerate(encoding.word_ids):
        if first[word] < 0:
            first[word] = position + 1  # after the first special piece
        last[word] = position + 1
    for index in range(len(words)):
        if first[index] < 0:  # a word of no piece (a stray control character): its left neighbour's
            first[index] = last[index] = last[index - 1] if index else 0
    shapes = [shape(word, index == 0 or spaces[index - 1]) for index, word in enumerate(words)]
    piece_shapes = [0, *(shapes[word] for word in encoding.word_ids), 0]
    targets: dict[str, list[int]] = {layer: [] for layer in (*LAYERS, "arc", "rel")}
    for sentence in block.sentences:
        base, n = len(targets["start"]), len(sentence.words)
        start_known = block.corpus != "wikigold"
        targets["start"] += [int(index == 0) if start_known else IGNORE for index in range(n)]
        if sentence.upos is not None:
            for layer, values in (
                ("xpos", sentence.xpos),
                ("upos", sentence.upos),
                ("feats", sentence.feats),
                ("rel", sentence.deprels),
            ):
                targets[layer] += [ids[layer].get(value, IGNORE) for value in values or []]
            targets["lemma"] += [
                ids["lemma"].get(edit_script(w, lem), IGNORE)
                for w, lem in zip(sentence.words, sentence.lemmas or [], strict=True)
            ]
            # 0 is the root; word i of the block is i + 1
            targets["arc"] += [0 if head == i else base + head + 1 for i, head in enumerate(sentence.heads or [])]
        else:
            for layer in ("xpos", "upos", "feats", "lemma", "rel", "arc"):
                targets[layer] += [IGNORE] * n
        for layer, found in (("name", sentence.names), ("kind", sentence.kinds)):
            targets[layer] += [ids[layer].get(value, IGNORE) for value in found] if found is not None else [IGNORE] * n
    return Window([101, *encoding.ids, 102], piece_shapes, first, last, shapes, targets)


class Model(nn.Module):
    """The encoder and all heads."""

    def __init__(self, minilm: Path, sizes: dict[str, int], arc: int = 256, rel: int = 96, hidden: int = 256) -> None:
        super().__init__()
        from transformers import BertConfig, BertModel

        state = weights(minilm)
        unused = {
            "architectures",
            "_name_or_path",
            "model_type",
            "transformers_version",
            "gradient_checkpointing",
            "position_embedding_type",
        }
        known = {k: v for k, v in json.loads((minilm / "config.json").read_text()).items() if k not in unused}
        # No dropout in the attention: drawing its random numbers costs an eighth of the time on a CPU.
        config = BertConfig(**{**known, "attention_probs_dropout_prob": 0.0, "attn_implementation": "eager"})
        self.bert = BertModel(config, add_pooling_layer=False)
        table, scale = quantised_table(state["embeddings.word_embeddings.weight"])
        state["embeddings.word_embeddings.weight"] = (table.astype(np.float32) * scale[:, None]).astype(np.float32)
        missing, _ = self.bert.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()}, strict=False)
        assert not missing, missing
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        width = config.hidden_size
        self.shape_in = nn.Embedding(N_SHAPES, width)
        nn.init.normal_(self.shape_in.weight, std=0.002)
        self.shape_out = nn.Embedding(N_SHAPES, 32)
        joint = width + 32
        self.dropout = nn.Dropout(0.2)
        self.tags_hidden = nn.Linear(joint, hidden)
        self.names_hidden = nn.Linear(joint, hidden)
        self.out = nn.ModuleDict({layer: nn.Linear(hidden, sizes[layer]) for layer in LAYERS})
        self.arc_dep = nn.Linear(joint, arc)
        self.arc_head = nn.Linear(joint, arc)
        self.rel_dep = nn.Linear(joint, rel)
        self.rel_head = nn.Linear(joint, rel)
        self.root = nn.Parameter(torch.zeros(joint))
        self.arc_weight = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.normal_(self.arc_weight, std=0.01)
        self.rel_weight = nn.Parameter(torch.zeros(sizes["rel"], rel + 1, rel + 1))

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        e = self.bert.embeddings.word_embeddings(batch["pieces"]) + self.shape_in(batch["piece_shapes"])
        states = self.bert(inputs_embeds=e, attention_mask=batch["mask"]).last_hidden_state
        index = batch["first"].unsqueeze(-1).expand(-1, -1, states.shape[-1])
        last = batch["last"].unsqueeze(-1).expand(-1, -1, states.shape[-1])
        pooled = (states.gather(1, index) + states.gather(1, last)) * 0.5
        return torch.cat([pooled, self.shape_out(batch["shapes"]).to(pooled.dtype)], dim=-1)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Scores: a layer's (batch, words, labels); arc (batch, words, 1 + words); rel_dep and rel_head for
        `relations`.
        """
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=batch.get("bf16") is not None):
            w = self.words(batch)
        w = self.dropout(w.float())
        tags = self.dropout(functional.gelu(self.tags_hidden(w)))
        names = self.dropout(functional.gelu(self.names_hidden(w)))
        scores = {layer: self.out[layer](names if layer in ("name", "kind") else tags) for layer in LAYERS}
        with_root = torch.cat([self.root.expand(w.shape[0], 1, -1), w], dim=1)
        dep = self.dropout(functional.gelu(self.arc_dep(w)))
        head = self.dropout(functional.gelu(self.arc_head(with_root)))
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], dim=-1)
        arc = (dep @ self.arc_weight) @ head.transpose(1, 2)
        padding = torch.cat([torch.zeros_like(batch["shapes"][:, :1], dtype=torch.bool), batch["word_padding"]], dim=1)
        scores["arc"] = arc.masked_fill(padding.unsqueeze(1), -1e4)
        scores["rel_dep"] = self.dropout(functional.gelu(self.rel_dep(w)))
        scores["rel_head"] = self.dropout(functional.gelu(self.rel_head(with_root)))
        return scores

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of the relations for pairs (n, width), (n, width)."""
        dep = torch.cat([dep, torch.ones_like(dep[:, :1])], dim=-1)
        head = torch.cat([head, torch.ones_like(head[:, :1])], dim=-1)
        mixed = torch.einsum("nd,rde->nre", dep, self.rel_weight)
        return torch.einsum("nre,ne->nr", mixed, head)


def collate(windows: list[Window]) -> dict[str, Tensor]:
    n_pieces = max(len(w.pieces) for w in windows)
    n_words = max(len(w.first) for w in windows)

    def pad(rows: list[list[int]], length: int, value: int = 0) -> Tensor:
        return torch.tensor([row + [value] * (length - len(row)) for row in rows])

    batch = {
        "pieces": pad([w.pieces for w in windows], n_pieces),
        "piece_shapes": pad([w.piece_shapes for w in windows], n_pieces),
        "mask": pad([[1] * len(w.pieces) for w in windows], n_pieces),
        "first": pad([w.first for w in windows], n_words),
        "last": pad([w.last for w in windows], n_words),
        "shapes": pad([w.shapes for w in windows], n_words),
        "word_padding": pad([[0] * len(w.first) for w in windows], n_words, 1).bool(),
    }
    for layer in (*LAYERS, "arc", "rel"):
        batch["y_" + layer] = pad([w.targets[layer] for w in windows], n_words, IGNORE)
    return batch


def loss_of(model: Model, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    scores = model(batch)
    total = torch.zeros(())
    parts: dict[str, float] = {}
    for layer in (*LAYERS, "arc"):
        target = batch["y_" + layer]
        if bool((target != IGNORE).any()):
            value = functional.cross_entropy(
                scores[layer].reshape(-1, scores[layer].shape[-1]), target.reshape(-1), ignore_index=IGNORE
            )
            parts[layer] = float(value.detach())
            total = total + LOSS_WEIGHT[layer] * value
    known = (batch["y_arc"] != IGNORE) & (batch["y_rel"] != IGNORE)
    if bool(known.any()):
        rows, cols = known.nonzero(as_tuple=True)
        value = functional.cross_entropy(
            model.relations(scores["rel_dep"][rows, cols], scores["rel_head"][rows, batch["y_arc"][rows, cols]]),
            batch["y_rel"][rows, cols],
        )
        parts["rel"] = float(value.detach())
        total = total + LOSS_WEIGHT["rel"] * value
    return total, parts


def batches(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `size` padded pieces a batch, in random order."""
    keyed = sorted(windows, key=lambda w: len(w.pieces) + rng.random() * 12)
    found: list[list[Window]] = []
    for item in keyed:
        if found and max(len(w.pieces) for w in (*found[-1], item)) * (len(found[-1]) + 1) <= size:
            found[-1].append(item)
        else:
            found.append([item])
    rng.shuffle(found)
    return found


@torch.no_grad()
def evaluate(model: Model, windows: list[Window], labels: dict[str, list[str]]) -> dict[str, float]:
    """Quick figures on annotated words, heads taken one by one (the tree is made later)."""
    model.eval()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spans = Counter[str]()
    for batch_windows in batches(windows, 3000, random.Random(0)):
        batch = collate(batch_windows)
        batch["bf16"] = torch.ones(1)
        scores = model(batch)
        arc = scores["arc"].argmax(-1)
        known = (batch["y_arc"] != IGNORE) & (batch["y_rel"] != IGNORE)
        rows, cols = known.nonzero(as_tuple=True)
        if len(rows):
            rel = model.relations(scores["rel_dep"][rows, cols], scores["rel_head"][rows, arc[rows, cols]]).argmax(-1)
            head_right = arc[rows, cols] == batch["y_arc"][rows, cols]
            total["uas"] += len(rows)
            right["uas"] += int(head_right.sum())
            right["las"] += int((head_right & (rel == batch["y_rel"][rows, cols])).sum())
        for layer in ("xpos", "upos", "feats", "lemma", "kind"):
            target = batch["y_" + layer]
            use = target != IGNORE
            if layer == "kind":
                use &= target != labels["kind"].index("O")
            total[layer] += int(use.sum())
            right[layer] += int((scores[layer].argmax(-1) == target)[use].sum())
        start, gold = scores["start"].argmax(-1), batch["y_start"]
        spans["start_tp"] += int(((start == 1) & (gold == 1)).sum())
        spans["start_p"] += int(((start == 1) & (gold != IGNORE)).sum())
        spans["start_g"] += int((gold == 1).sum())
        names = scores["name"].argmax(-1)
        for row in range(names.shape[0]):
            y = batch["y_name"][row]
            if bool((y == IGNORE).all()):
                continue
            n = int((~batch["word_padding"][row]).sum())
            a = bio([labels["name"][i] for i in names[row, :n].tolist()])
            b = bio([labels["name"][i] if i >= 0 else "O" for i in y[:n].tolist()])
            a, b = ({s for s in x if s[2] != "MISC"} for x in (a, b))
            spans["name_tp"] += len(a & b)
            spans["name_p"] += len(a)
            spans["name_g"] += len(b)
    total["las"] = total["uas"]
    result = {
        layer: round(100 * right[layer] / max(total[layer], 1), 2)
        for layer in ("las", "uas", "xpos", "upos", "feats", "lemma", "kind")
    }
    for layer in ("start", "name"):
        result[layer] = round(200 * spans[layer + "_tp"] / max(spans[layer + "_p"] + spans[layer + "_g"], 1), 2)
    model.train()
    return result


def bio(tags: list[str]) -> set[tuple[int, int, str]]:
    """Spans of BIO tags."""
    found: set[tuple[int, int, str]] = set()
    start, label = -1, ""
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != "I-" + label:
            found.add((start, index, label))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start, label = index, tag[2:]
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="stop after so long, the learning rate falling to 0 by then"
    )
    parser.add_argument("--batch", type=int, default=1600, help="padded word pieces a batch")
    parser.add_argument("--lr", type=float, default=2e-4)
    parser.add_argument("--head-lr", type=float, default=1.5e-3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    rng = random.Random(1)
    args.target.mkdir(parents=True, exist_ok=True)
    train = load(args.source, "train")
    dev = load(args.source, "dev")
    labels = vocabulary(train)
    ids = {layer: {label: i for i, label in enumerate(found)} for layer, found in labels.items()}
    sizes = {layer: len(found) for layer, found in labels.items()}
    print(sizes, flush=True)
    (args.target / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    dev_windows = {
        corpus: [w for b in dev if b.corpus == corpus and (w := window(b, tokenizer, ids)) is not None]
        for corpus in ("ewt", "gum")
    }
    model = Model(args.minilm, sizes)
    groups = [
        {
            "params": [p for n, p in model.named_parameters() if n.startswith("bert") and p.requires_grad],
            "peak": args.lr,
            "weight_decay": 0.01,
        },
        {
            "params": [p for n, p in model.named_parameters() if not n.startswith("bert")],
            "peak": args.head_lr,
            "weight_decay": 0.0,
        },
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), eps=1e-8, fused=True)
    average = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}
    started, step, epoch = time.monotonic(), 0, 0
    progress = 0.0
    model.train()
    while progress < 1.0:
        chosen = [b for b in train if b.corpus in ("ewt", "gum") or rng.random() < 0.5]
        blocks = [variant(b, rng) if rng.random() < 0.35 else b for b in chosen]
        windows = [w for b in blocks if (w := window(b, tokenizer, ids)) is not None]
        todo = batches(windows, args.batch, rng)
        seen, since = Counter[str](), time.monotonic()
        for number, batch_windows in enumerate(todo):
            elapsed = (time.monotonic() - started) / 60
            progress = elapsed / args.minutes if args.minutes else (epoch + number / len(todo)) / args.epochs
            if progress >= 1.0:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 150) * max(0.02, 1.0 - progress)
            batch = collate(batch_windows)
            batch["bf16"] = torch.ones(1)
            loss, parts = loss_of(model, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0, foreach=True)
            optimizer.step()
            step += 1
            decay = min(0.998, (1 + step) / (20 + step))
            with torch.no_grad():
                torch._foreach_lerp_(
                    list(average.values()), [p for p in model.parameters() if p.requires_grad], 1 - decay
                )
            for layer, value in parts.items():
                seen[layer] += value
                seen["n_" + layer] += 1
            seen["pieces"] += batch["pieces"].numel()
            if step % 50 == 0 or step in (5, 10, 20):
                shown = {k: round(seen[k] / seen["n_" + k], 3) for k in (*LAYERS, "arc", "rel") if seen["n_" + k]}
                rate = round(seen["pieces"] / (time.monotonic() - since))
                print(
                    f"epoch {epoch} step {step} of {len(todo)} progress {progress:.3f} pieces/s {rate} {shown}",
                    flush=True,
                )
                seen, since = Counter[str](), time.monotonic()
        epoch = epoch + 1 if args.minutes or progress < 1.0 else epoch
        if not args.minutes:
            progress = epoch / args.epochs
        live = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}
        with torch.no_grad():
            for n, p in model.named_parameters():
                if p.requires_grad:
                    p.copy_(average[n])
        for corpus, found in dev_windows.items():
            print(
                f"DEV epoch {epoch} {corpus} minutes {(time.monotonic() - started) / 60:.1f}",
                evaluate(model, found, labels),
                flush=True,
            )
        torch.save(
            {"model": model.state_dict(), "epoch": epoch, "minutes": (time.monotonic() - started) / 60},
            args.target / "new.pt",
        )
        (args.target / "new.pt").replace(args.target / "model.pt")
        with torch.no_grad():
            for n, p in model.named_parameters():
                if p.requires_grad:
                    p.copy_(live[n])
    if math.isnan(float(next(iter(average.values())).sum())):
        raise SystemExit("training diverged")


if __name__ == "__main__":
    main()
