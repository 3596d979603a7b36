"""Train the joint model: encoder, tags, morphology, lemmas, dependencies, sentence starts, names and kinds of mentions.

    python scripts/transformer.py windows TREEBANKS MINILM WINDOWS [--epochs 10] [--processes 2]
    python scripts/transformer.py train WINDOWS MINILM TARGET --minutes 4 [--layers 0,2,5] [--teacher DIR ...]

The first command turns the corpora into numbers: one file an epoch, each with its own random variants; the second
trains on them in turn, on a GPU where there is one. `--layers` keeps some layers of the encoder only; with
`--teacher`, trained models are imitated beside the annotation, and the layers that a corpus does not annotate are
learned from them alone (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).

Biaffine dependencies after Dozat and Manning (2017), "Deep biaffine attention for neural dependency parsing"; lemmas
as edit scripts. Every layer that a corpus does not annotate is masked. The word-embedding table is frozen (and is the
int8 table that ships), so that the unchanged sentence encoder can share it. The encoder is uncased: the case of each
word is added to the input and given to the heads again. What counts as a name differs between corpora, so that
Universal NER's sentences train a second head for names beside the one that all corpora share.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from augment import variant
from bert import pretrained
from edit_scripts import edit_script
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from treebank import Block, load

from factcheck.stages.annotate.wordfeatures import N_SHAPES, plain, shape

IGNORE = -100
MASK, SEPARATORS = 103, (101, 102)
LAYERS = ("xpos", "upos", "feats", "lemma", "name", "name_uner", "kind", "start")
LOSS_WEIGHT = {"name": 1.0, "name_uner": 1.0, "arc": 1.0, "rel": 1.0}  # of the others: a half
MASKED = 0.06  # share of word pieces that are hidden from the model in training
CORPORA = ("ewt", "gum", "redocred", "wikigold")


@dataclass(slots=True)
class Window:
    """One block as numbers."""

    pieces: list[int]
    piece_shapes: list[int]
    first: list[int]
    last: list[int]
    shapes: list[int]
    targets: dict[str, list[int]]
    corpus: int


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
    counts["name_uner"] = counts["name"]
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
        uner = sentence.names if block.corpus == "ewt" else None
        for layer, found in (("name", sentence.names), ("name_uner", uner), ("kind", sentence.kinds)):
            targets[layer] += [ids[layer].get(value, IGNORE) for value in found] if found is not None else [IGNORE] * n
    corpus = CORPORA.index(block.corpus)
    return Window([101, *encoding.ids, 102], piece_shapes, first, last, shapes, targets, corpus)


class Corpus:
    """Windows as flat tensors on one device; a batch is gathered from them."""

    WORDS = ("first", "last", "shapes")

    def __init__(self, arrays: dict[str, np.ndarray], device: torch.device) -> None:
        self.device = device
        self.flat = {
            name: torch.from_numpy(values.astype(np.int64)).to(device)
            for name, values in arrays.items()
            if name not in ("pieces_in", "words_in", "corpus")
        }
        self.pieces_in = arrays["pieces_in"].astype(np.int64)
        self.words_in = arrays["words_in"].astype(np.int64)
        self.corpus = arrays["corpus"]
        self.piece_starts = np.concatenate([[0], np.cumsum(self.pieces_in)[:-1]])
        self.word_starts = np.concatenate([[0], np.cumsum(self.words_in)[:-1]])

    def batch(self, chosen: list[int]) -> dict[str, Tensor]:
        """Padded tensors of some windows."""
        found: dict[str, Tensor] = {}
        for kind, starts, sizes in (
            ("piece", self.piece_starts[chosen], self.pieces_in[chosen]),
            ("word", self.word_starts[chosen], self.words_in[chosen]),
        ):
            place = np.arange(sizes.max())[None, :]
            inside = place < sizes[:, None]
            at = torch.from_numpy(np.where(inside, starts[:, None] + place, 0)).to(self.device, non_blocking=True)
            mask = torch.from_numpy(inside).to(self.device, non_blocking=True)
            for name, values in self.flat.items():
                if name.startswith("y_") or name in self.WORDS:
                    if kind == "word":
                        found[name] = values[at].masked_fill(~mask, IGNORE if name.startswith("y_") else 0)
                elif kind == "piece":
                    found[name] = values[at].masked_fill(~mask, 0)
            found[kind + "_mask"] = mask
        return found


def arrays_of(windows: list[Window]) -> dict[str, np.ndarray]:
    """Windows as flat arrays."""
    flat: dict[str, list[int]] = {name: [] for name in ("pieces", "piece_shapes", "first", "last", "shapes")}
    flat |= {"y_" + layer: [] for layer in (*LAYERS, "arc", "rel")}
    for item in windows:
        for name in ("pieces", "piece_shapes", "first", "last", "shapes"):
            flat[name] += getattr(item, name)
        for layer in (*LAYERS, "arc", "rel"):
            flat["y_" + layer] += item.targets[layer]
    found = {name: np.array(values, dtype=np.int16) for name, values in flat.items()}
    found["pieces_in"] = np.array([len(item.pieces) for item in windows], dtype=np.int16)
    found["words_in"] = np.array([len(item.first) for item in windows], dtype=np.int16)
    found["corpus"] = np.array([item.corpus for item in windows], dtype=np.int8)
    return found


class Model(nn.Module):
    """The encoder and all heads."""

    def __init__(
        self,
        minilm: Path,
        sizes: dict[str, int],
        layers: list[int] | None = None,
        arc: int = 256,
        rel: int = 96,
        hidden: int = 256,
    ) -> None:
        super().__init__()
        self.bert, width = pretrained(minilm, layers)
        self.shape_in = nn.Embedding(N_SHAPES, width)
        nn.init.normal_(self.shape_in.weight, std=0.002)
        self.shape_out = nn.Embedding(N_SHAPES, 32)
        joint = width + 32
        self.dropout = nn.Dropout(0.25)
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
        states = self.bert(e, batch["piece_mask"])
        index = batch["first"].unsqueeze(-1).expand(-1, -1, states.shape[-1])
        last = batch["last"].unsqueeze(-1).expand(-1, -1, states.shape[-1])
        pooled = (states.gather(1, index) + states.gather(1, last)) * 0.5
        return torch.cat([pooled, self.shape_out(batch["shapes"]).to(pooled.dtype)], dim=-1)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Scores: a layer's (batch, words, labels); arc (batch, words, 1 + words); rel_dep and rel_head for
        `relations`.
        """
        with torch.autocast("cuda", dtype=torch.bfloat16, enabled=batch["pieces"].is_cuda):
            w = self.words(batch)
        w = self.dropout(w.float())
        tags = self.dropout(functional.gelu(self.tags_hidden(w)))
        names = self.dropout(functional.gelu(self.names_hidden(w)))
        scores = {layer: self.out[layer](names if layer in ("name", "name_uner", "kind") else tags) for layer in LAYERS}
        with_root = torch.cat([self.root.expand(w.shape[0], 1, -1), w], dim=1)
        dep = self.dropout(functional.gelu(self.arc_dep(w)))
        head = self.dropout(functional.gelu(self.arc_head(with_root)))
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], dim=-1)
        arc = (dep @ self.arc_weight) @ head.transpose(1, 2)
        known = torch.cat([torch.ones_like(batch["word_mask"][:, :1]), batch["word_mask"]], dim=1)
        scores["arc"] = arc.masked_fill(~known.unsqueeze(1), -1e4)
        scores["rel_dep"] = self.dropout(functional.gelu(self.rel_dep(w)))
        scores["rel_head"] = self.dropout(functional.gelu(self.rel_head(with_root)))
        return scores

    def relations(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the relations (batch, words, relations) where the words have these heads (batch, words)."""
        dep, head = (
            torch.cat([x, torch.ones_like(x[..., :1])], dim=-1) for x in (scores["rel_dep"], scores["rel_head"])
        )
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        n, length, width = dep.shape
        mixed = dep.reshape(-1, width) @ self.rel_weight.transpose(0, 1).reshape(width, -1)
        return torch.einsum("nlre,nle->nlr", mixed.view(n, length, -1, width), chosen)


def mean_loss(scores: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy over the words that have a target; 0 where none has."""
    flat = target.reshape(-1)
    total = functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), flat, ignore_index=IGNORE, reduction="sum")
    return total / (flat != IGNORE).sum().clamp(min=1)


def loss_of(model: Model, batch: dict[str, Tensor], soft: dict[str, Tensor] | None) -> dict[str, Tensor]:
    """The loss of each layer; with `soft` (probabilities of the teachers) that of imitating them too."""
    hidden = (torch.rand_like(batch["pieces"], dtype=torch.float) < MASKED) & (batch["pieces"] > 999)
    scores = model({**batch, "pieces": batch["pieces"].masked_fill(hidden, MASK)})
    parts = {layer: mean_loss(scores[layer], batch["y_" + layer]) for layer in (*LAYERS, "arc")}
    heads = batch["y_arc"].clamp(min=0)
    known = torch.where(batch["y_arc"] != IGNORE, batch["y_rel"], IGNORE)
    parts["rel"] = mean_loss(model.relations(scores, heads), known)
    if soft is not None:
        mask = batch["word_mask"]
        scores["rel"] = model.relations(scores, soft["heads"])
        for layer in (*LAYERS, "arc", "rel"):
            logs = functional.log_softmax(scores[layer], -1)
            parts["soft_" + layer] = (-(soft[layer] * logs).sum(-1) * mask).sum() / mask.sum()
    return parts


@torch.no_grad()
def taught(teachers: list[Model], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The mean probabilities of the teachers; relations are those to the heads that they prefer together."""
    said = [teacher(batch) for teacher in teachers]
    soft = {
        layer: torch.stack([functional.softmax(scores[layer], -1) for scores in said]).mean(0)
        for layer in (*LAYERS, "arc")
    }
    soft["heads"] = soft["arc"].argmax(-1)
    soft["rel"] = torch.stack(
        [
            functional.softmax(teacher.relations(scores, soft["heads"]), -1)
            for teacher, scores in zip(teachers, said, strict=True)
        ]
    ).mean(0)
    return soft


def batches(sizes: np.ndarray, chosen: list[int], limit: int, rng: random.Random) -> list[list[int]]:
    """Windows of like length together, at most `limit` padded pieces a batch, in random order."""
    found: list[list[int]] = []
    longest = 0
    for item in sorted(chosen, key=lambda i: sizes[i] + rng.random() * 12):
        longest = max(longest, int(sizes[item])) if found else int(sizes[item])
        if found and longest * (len(found[-1]) + 1) <= limit:
            found[-1].append(item)
        else:
            found.append([item])
            longest = int(sizes[item])
    rng.shuffle(found)
    return found


@torch.no_grad()
def evaluate(model: Model, corpus: Corpus, labels: dict[str, list[str]]) -> dict[str, float]:
    """Quick figures on annotated words, heads taken one by one (the tree is made later); names by three heads: that of
    all corpora, that of Universal NER, and the mean of the two.
    """
    model.eval()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spans = Counter[str]()
    appos = labels["rel"].index("appos")
    for chosen in batches(corpus.pieces_in, list(range(len(corpus.pieces_in))), 16000, random.Random(0)):
        batch = corpus.batch(chosen)
        scores = model(batch)
        arc = scores["arc"].argmax(-1)
        known = (batch["y_arc"] != IGNORE) & (batch["y_rel"] != IGNORE)
        rel = model.relations(scores, arc).argmax(-1)
        head_right = (arc == batch["y_arc"]) & known
        both = head_right & (rel == batch["y_rel"])
        total["uas"] += int(known.sum())
        right["uas"] += int(head_right.sum())
        right["las"] += int(both.sum())
        spans["appos_tp"] += int((both & (rel == appos)).sum())
        spans["appos_p"] += int(((rel == appos) & known).sum())
        spans["appos_g"] += int(((batch["y_rel"] == appos) & known).sum())
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
        y = batch["y_name"].cpu()
        for key, values in (
            ("name", scores["name"]),
            ("name_uner", scores["name_uner"]),
            ("name_mean", scores["name"] + scores["name_uner"]),
        ):
            best = values.argmax(-1).cpu()
            for row in range(y.shape[0]):
                if bool((y[row] == IGNORE).all()):
                    continue
                use = y[row] >= 0
                a = bio([labels["name"][i] for i in best[row][use].tolist()])
                b = bio([labels["name"][i] for i in y[row][use].tolist()])
                a, b = ({s for s in x if s[2] != "MISC"} for x in (a, b))
                spans[key + "_tp"] += len(a & b)
                spans[key + "_p"] += len(a)
                spans[key + "_g"] += len(b)
    total["las"] = total["uas"]
    result = {
        layer: round(100 * right[layer] / max(total[layer], 1), 2)
        for layer in ("las", "uas", "xpos", "upos", "feats", "lemma", "kind")
    }
    for layer in ("start", "appos", "name", "name_uner", "name_mean"):
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


_BLOCKS: list[Block] = []  # what the worker processes inherit


def _epoch(seed: int, share: float, tokenizer_file: str, ids: dict[str, dict[str, int]]) -> dict[str, np.ndarray]:
    """The windows of all blocks, a share of them varied."""
    rng = random.Random(seed)
    tokenizer = Tokenizer.from_file(tokenizer_file)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    blocks = [variant(block, rng) if rng.random() < share else block for block in _BLOCKS]
    return arrays_of([w for b in blocks if (w := window(b, tokenizer, ids)) is not None])


def windows_main(args: argparse.Namespace) -> None:
    """Write labels.json, train-N.pickle and dev-CORPUS.pickle."""
    args.target.mkdir(parents=True, exist_ok=True)
    train, dev = load(args.source, "train"), load(args.source, "dev")
    labels = vocabulary(train)
    ids = {layer: {label: i for i, label in enumerate(found)} for layer, found in labels.items()}
    (args.target / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))
    file = str(args.minilm / "tokenizer.json")
    for corpus in ("ewt", "gum"):
        _BLOCKS[:] = [block for block in dev if block.corpus == corpus]
        (args.target / f"dev-{corpus}.pickle").write_bytes(pickle.dumps(_epoch(0, 0.0, file, ids)))
    _BLOCKS[:] = train
    with ProcessPoolExecutor(args.processes) as pool:
        jobs = [pool.submit(_epoch, seed, 0.35, file, ids) for seed in range(args.epochs)]
        for number, job in enumerate(jobs):
            (args.target / f"train-{number}.pickle").write_bytes(pickle.dumps(job.result()))


def load_model(folder: Path, minilm: Path, device: torch.device) -> tuple[Model, dict[str, object]]:
    """A trained model and its checkpoint's facts."""
    checkpoint = torch.load(folder / "model.pt", map_location="cpu")
    labels = json.loads((folder / "labels.json").read_text())
    model = Model(minilm, {layer: len(found) for layer, found in labels.items()}, checkpoint["layers"])
    missing, unexpected = model.load_state_dict({k: v.float() for k, v in checkpoint["model"].items()}, strict=False)
    assert missing == ["bert.embeddings.word_embeddings.weight"], missing
    assert not unexpected, unexpected
    return model.to(device), checkpoint


def train_main(args: argparse.Namespace) -> None:
    """Train, with the learning rate falling to 0 at the end; keep the running mean of the weights."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    rng = random.Random(args.seed)
    args.target.mkdir(parents=True, exist_ok=True)
    labels = json.loads((args.windows / "labels.json").read_text())
    (args.target / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))
    epochs = [Corpus(pickle.loads(path.read_bytes()), device) for path in sorted(args.windows.glob("train-*.pickle"))]
    dev = {
        corpus: Corpus(pickle.loads((args.windows / f"dev-{corpus}.pickle").read_bytes()), device)
        for corpus in ("ewt", "gum")
    }
    layers = [int(part) for part in args.layers.split(",")] if args.layers else None
    model = Model(args.minilm, {layer: len(found) for layer, found in labels.items()}, layers).to(device)
    teachers = [load_model(folder, args.minilm, device)[0].eval() for folder in args.teacher]
    if teachers and args.start:  # from the first teacher: its layers that are kept, and its heads
        given = teachers[0].state_dict()
        renamed = {
            name.replace(f"layer.{old}.", f"layer.{new}.") if f"layer.{old}." in name else name: value
            for new, old in enumerate(layers or range(6))
            for name, value in given.items()
            if f"layer.{old}." in name or "encoder.layer." not in name
        }
        model.load_state_dict(renamed)
    trained = [p for p in model.parameters() if p.requires_grad]
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
    optimizer = torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), eps=1e-8, fused=device.type == "cuda")
    average = [p.detach().clone() for p in trained]
    started, step, epoch, progress = time.monotonic(), 0, 0, 0.0
    model.train()
    while progress < 1.0:
        corpus = epochs[epoch % len(epochs)]
        chosen = [i for i, c in enumerate(corpus.corpus) if CORPORA[c] in ("ewt", "gum") or rng.random() < args.names]
        todo = batches(corpus.pieces_in, chosen, args.batch, rng)
        seen: dict[str, Tensor] = {}
        for number, ids in enumerate(todo):
            minutes = (time.monotonic() - started) / 60
            progress = minutes / args.minutes if args.minutes else (epoch + number / len(todo)) / args.epochs
            if progress >= 1.0:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 150) * max(0.02, 1.0 - progress)
            batch = corpus.batch(ids)
            soft = taught(teachers, batch) if teachers else None
            parts = loss_of(model, batch, soft)
            loss = sum(LOSS_WEIGHT.get(layer.removeprefix("soft_"), 0.5) * value for layer, value in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0, foreach=True)
            optimizer.step()
            step += 1
            decay = min(0.998, (1 + step) / (20 + step))
            with torch.no_grad():
                torch._foreach_lerp_(average, trained, 1 - decay)
            for layer, value in parts.items():
                seen[layer] = seen.get(layer, 0) + value.detach()
        epoch += 1
        progress = max(progress, epoch / args.epochs if not args.minutes else 0.0)
        mean = {layer: round(float(value) / (number + 1), 3) for layer, value in seen.items()}
        print(
            f"{args.target.name} epoch {epoch} step {step} minutes {minutes:.2f} progress {progress:.3f} {mean}",
            flush=True,
        )
        if epoch % 5 == 0 or progress >= 1.0:
            live = [p.detach().clone() for p in trained]
            with torch.no_grad():
                torch._foreach_copy_(trained, average)
            for name, found in dev.items():
                print(f"DEV {args.target.name} epoch {epoch} {name}", evaluate(model, found, labels), flush=True)
            if progress < 1.0:
                with torch.no_grad():
                    torch._foreach_copy_(trained, live)
    if math.isnan(float(average[0].sum())):
        raise SystemExit("training diverged")
    kept = {
        name: value.half().cpu()
        for name, value in model.state_dict().items()
        if name != "bert.embeddings.word_embeddings.weight"
    }
    torch.save({"model": kept, "epoch": epoch, "layers": layers}, args.target / "model.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    make = commands.add_parser("windows")
    make.add_argument("source", type=Path)
    make.add_argument("minilm", type=Path)
    make.add_argument("target", type=Path)
    make.add_argument("--epochs", type=int, default=10)
    make.add_argument("--processes", type=int, default=2)
    make.set_defaults(run=windows_main)
    fit = commands.add_parser("train")
    fit.add_argument("windows", type=Path)
    fit.add_argument("minilm", type=Path)
    fit.add_argument("target", type=Path)
    fit.add_argument("--epochs", type=int, default=20)
    fit.add_argument("--minutes", type=float, default=0.0, help="stop after so long instead of after --epochs")
    fit.add_argument("--layers", default="", help="layers of the encoder to keep, as in 0,2,5")
    fit.add_argument("--teacher", type=Path, action="append", default=[], help="folder of a trained model to imitate")
    fit.add_argument("--start", action="store_true", help="start from the first teacher's weights")
    fit.add_argument("--batch", type=int, default=3200, help="padded word pieces a batch")
    fit.add_argument("--names", type=float, default=0.5, help="share of the corpora with names alone in an epoch")
    fit.add_argument("--lr", type=float, default=2.5e-4)
    fit.add_argument("--head-lr", type=float, default=1.5e-3)
    fit.add_argument("--seed", type=int, default=1)
    fit.add_argument("--threads", type=int, default=2)
    fit.set_defaults(run=train_main)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
