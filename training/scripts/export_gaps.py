"""Export the reader of gaps as ONNX, int8: `python scripts/export_gaps.py CHECKPOINT TARGET`.

The graph's inputs are vectors (pieces, 384), and of each gap the piece before it and the piece after it (gaps); its
output kinds (gaps, 5) are the chances of each kind of gap (gap_edits.py), which add up to 1.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from gap_edits import KINDS
from onnx import TensorProto
from onnx_bert import Graph, encoder, quantise


def build(state: dict[str, np.ndarray]) -> Graph:
    graph = Graph()
    bert = {name[5:]: value for name, value in state.items() if name.startswith("bert.")}
    h = encoder(graph, "vectors", bert, heads=12)
    sides = graph.op("Concat", graph.op("Gather", h, "before"), graph.op("Gather", h, "after"), axis=1)
    hidden = graph.gelu(graph.linear(sides, "hidden", state["hidden.weight"], state["hidden.bias"]))
    scores = graph.linear(hidden, "kinds", state["kinds.weight"], state["kinds.bias"])
    graph.op("Softmax", scores, name="chances", axis=-1)
    return graph


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    checkpoint = torch.load(source / "model.pt", map_location="cpu")
    graph = build({name: value.float().numpy() for name, value in checkpoint["model"].items()})
    integers = [("before", TensorProto.INT64, ["gaps"]), ("after", TensorProto.INT64, ["gaps"])]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "gaps.onnx"
        graph.save(full, [("vectors", ["pieces", 384])], [("chances", ["gaps", len(KINDS)])], "factcheck", integers)
        quantise(full, target / "gaps.onnx")
    print("size", (target / "gaps.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
