"""Export the reader of pairs as ONNX, int8: `python scripts/export_pairs.py CHECKPOINT TARGET`.

The graph's inputs are vectors (pieces, 384), signs and side (pieces); its outputs pair (1), the log-odds that the texts
differ in meaning, and odds (pieces), the same of each word piece.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from onnx_bert import Graph, encoder, quantise

LOWEST, HIGHEST = -12.0, 8.0  # as in drift_pairs.py


def build(state: dict[str, np.ndarray], meaning: list[bool]) -> Graph:
    graph = Graph()
    bert = {name[5:]: value for name, value in state.items() if name.startswith("bert.")}
    types = bert["embeddings.token_type_embeddings.weight"]
    # The encoder adds the first text's row to all: the second's gets the difference.
    x = graph.op("Add", "vectors", graph.op("Gather", graph.weight("sign", state["sign.weight"]), "signs"))
    x = graph.op("Add", x, graph.op("Gather", graph.weight("types", types - types[0]), "side"))
    h = encoder(graph, x, bert, heads=12)
    scores = graph.linear(h, "kinds", state["kinds.weight"], state["kinds.bias"])
    logs = graph.op("LogSoftmax", scores, axis=-1)
    chosen = [np.flatnonzero(meaning), np.flatnonzero(~np.array(meaning))]
    sums = [
        graph.op("ReduceLogSumExp", graph.op("Gather", logs, graph.ints(*c), axis=1), graph.ints(1), keepdims=0)
        for c in chosen
    ]
    odds = graph.op("Sub", *sums)
    graph.op("Identity", odds, name="odds")
    low, high = (graph.constant(np.array(value, dtype=np.float32)) for value in (LOWEST, HIGHEST))
    best = []
    for side in (0, 1):
        here = graph.op("Equal", "side", graph.constant(np.array(side, dtype=np.int64)))
        clipped = graph.op("Where", here, graph.op("Clip", odds, low, high), low)
        best.append(graph.ops("TopK", 2, clipped, graph.ints(2))[0])
    best = [graph.op("Mul", value, graph.constant(np.array(0.25, dtype=np.float32))) for value in best]
    first = graph.op("Gather", h, graph.ints(0))
    hidden = graph.gelu(graph.linear(first, "pair_hidden", state["pair_hidden.weight"], state["pair_hidden.bias"]))
    seen = graph.op("Concat", graph.op("Reshape", hidden, graph.ints(-1)), *best, axis=0)
    weight = graph.weight("pair.weight", state["pair.weight"].reshape(-1, 1).astype(np.float32))
    graph.op("Add", graph.op("MatMul", seen, weight), graph.weight("pair.bias", state["pair.bias"]), name="pair")
    return graph


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    kinds = json.loads((source / "kinds.json").read_text())
    meaning = [k > 0 and not name.startswith("minor") for k, name in enumerate(kinds)]
    checkpoint = torch.load(source / "model.pt", map_location="cpu")
    state = {name: value.float().numpy() for name, value in checkpoint["model"].items()}
    graph = build(state, meaning)
    integers = [("signs", TensorProto.INT64, ["pieces"]), ("side", TensorProto.INT64, ["pieces"])]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "pairs.onnx"
        outputs: list[tuple[str, list[object]]] = [("pair", [1]), ("odds", ["pieces"])]
        graph.save(full, [("vectors", ["pieces", 384])], outputs, "factcheck", integers)
        # The last product is of one row and decides the score: it stays in full.
        quantise(full, target / "pairs.onnx", exclude=["node_pair"])
    print("epoch", checkpoint["epoch"], "size", (target / "pairs.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
