"""Export the joint model as ONNX, int8: `python scripts/export_joint.py TREEBANKS CHECKPOINT TARGET [--fp32]`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from onnx_bert import Graph, encoder, quantise
from treebank import Block, load

LAYERS = ("xpos", "upos", "feats", "name", "kind", "start")


def build(state: dict[str, np.ndarray]) -> Graph:
    """The graph; its inputs are vectors, piece_shapes, first, last and shapes."""
    graph = Graph()
    x = graph.op(
        "Add", "vectors", graph.op("Gather", graph.weight("shape_in", state["shape_in.weight"]), "piece_shapes")
    )
    states = encoder(graph, x, {name[5:]: value for name, value in state.items() if name.startswith("bert.")}, heads=12)
    pooled = graph.op("Add", graph.op("Gather", states, "first"), graph.op("Gather", states, "last"))
    pooled = graph.op("Mul", pooled, graph.constant(np.array(0.5, dtype=np.float32)))
    out = graph.op("Gather", graph.weight("shape_out", state["shape_out.weight"]), "shapes")
    words = graph.op("Concat", pooled, out, axis=1)

    def hidden(name: str, value: str) -> str:
        return graph.gelu(graph.linear(value, name, state[name + ".weight"], state[name + ".bias"]))

    def with_one(value: str) -> str:
        """A column of ones for the bias of a biaffine form."""
        length = graph.op("Slice", graph.op("Shape", value), graph.ints(0), graph.ints(1))
        one = graph.op(
            "Expand",
            graph.constant(np.ones((1, 1), dtype=np.float32)),
            graph.op("Concat", length, graph.ints(1), axis=0),
        )
        return graph.op("Concat", value, one, axis=1)

    tags, names = hidden("tags_hidden", words), hidden("names_hidden", words)
    for layer in LAYERS:
        weight, bias = (_head(state, layer, part) for part in ("weight", "bias"))
        scores = graph.linear(names if layer in ("name", "kind") else tags, f"out.{layer}", weight, bias)
        graph.op("Identity", scores, name=layer)
    with_root = graph.op("Concat", graph.weight("root", state["root"][None, :]), words, axis=0)
    dep, head = with_one(hidden("arc_dep", words)), hidden("arc_head", with_root)
    mixed = graph.op("MatMul", dep, graph.weight("arc_weight", state["arc_weight"]))
    graph.op("MatMul", mixed, graph.op("Transpose", head, perm=[1, 0]), name="arc")
    # (relations, d, e) -> (d, relations * e): one product a word; the heads are chosen before the second.
    weight = state["rel_weight"]
    n, d, e = weight.shape
    flat = graph.op(
        "MatMul",
        with_one(hidden("rel_dep", words)),
        graph.weight("rel_weight", weight.transpose(1, 0, 2).reshape(d, n * e)),
    )
    graph.op("Reshape", flat, graph.ints(0, n, e), name="rel_dep")
    graph.op("Identity", with_one(hidden("rel_head", with_root)), name="rel_head")
    return graph


def _head(state: dict[str, np.ndarray], layer: str, part: str) -> np.ndarray:
    """A layer's weight or bias; of the two heads for names the mean, which is the mean of their scores."""
    value = state[f"out.{layer}.{part}"]
    return (value + state[f"out.name_uner.{part}"]) / 2 if layer == "name" else value


def combinations(blocks: list[Block], labels: dict[str, list[str]]) -> list[list[int]]:
    """The tag, part of speech and features that occur together at least twice."""
    index = {layer: {label: i for i, label in enumerate(labels[layer])} for layer in ("xpos", "upos", "feats")}
    counts: Counter[tuple[int, int, int]] = Counter()
    for block in blocks:
        for sentence in block.sentences:
            for tag, pos, feats in zip(sentence.xpos or (), sentence.upos or (), sentence.feats or (), strict=True):
                if feats in index["feats"]:
                    counts[index["xpos"][tag], index["upos"][pos], index["feats"][feats]] += 1
    return [list(found) for found, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n > 1]


def main(treebanks: Path, source: Path, target: Path, quantised: bool = True) -> None:
    target.mkdir(parents=True, exist_ok=True)
    checkpoint = torch.load(source / "model.pt", map_location="cpu")
    state = {name: value.float().numpy() for name, value in checkpoint["model"].items()}
    labels = json.loads((source / "labels.json").read_text())
    labels["combinations"] = combinations(load(treebanks, "train"), labels)
    graph = build(state)
    inputs: list[tuple[str, list[object]]] = [("vectors", ["pieces", 384])]
    outputs: list[tuple[str, list[object]]] = [(layer, ["words", len(labels[layer])]) for layer in LAYERS]
    e = state["rel_weight"].shape[2]
    outputs += [("arc", ["words", "heads"]), ("rel_dep", ["words", len(labels["rel"]), e]), ("rel_head", ["heads", e])]
    integers = [("piece_shapes", ["pieces"]), ("first", ["words"]), ("last", ["words"]), ("shapes", ["words"])]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "joint.onnx"
        graph.save(full, inputs, outputs, "factcheck", [(name, TensorProto.INT64, shape) for name, shape in integers])
        if quantised:
            quantise(full, target / "joint.onnx")
        else:
            (target / "joint.onnx").write_bytes(full.read_bytes())
    (target / "labels.json").write_text(
        json.dumps(labels, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print("epoch", checkpoint["epoch"], "size", (target / "joint.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), "--fp32" not in sys.argv)
