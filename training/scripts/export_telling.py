"""Export the reader that says whether a source bears a sentence out, as ONNX in seven bits.

    python scripts/export_telling.py CHECKPOINT TARGET

The graph's inputs are those of the reader of pairs (export_pairs.py); its output scores (3) is of told, contradicted
and neither.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from onnx_bert import Graph, encoder, quantise


def build(state: dict[str, np.ndarray]) -> Graph:
    graph = Graph()
    bert = {name[5:]: value for name, value in state.items() if name.startswith("bert.")}
    types = bert["embeddings.token_type_embeddings.weight"]
    # The encoder adds the first text's row to all: the second's gets the difference.
    x = graph.op("Add", "vectors", graph.op("Gather", graph.weight("sign", state["sign.weight"]), "signs"))
    x = graph.op("Add", x, graph.op("Gather", graph.weight("types", types - types[0]), "side"))
    h = encoder(graph, x, bert, heads=12)
    on = graph.op("Cast", "side", to=TensorProto.FLOAT)
    total = graph.op("MatMul", graph.op("Unsqueeze", on, graph.ints(0)), h)
    mean = graph.op("Div", graph.op("Reshape", total, graph.ints(-1)), graph.op("ReduceSum", on, graph.ints(0)))
    first = graph.op("Reshape", graph.op("Gather", h, graph.ints(0)), graph.ints(-1))
    seen = graph.op("Concat", first, mean, axis=0)
    hidden = graph.gelu(graph.linear(seen, "hidden", state["hidden.weight"], state["hidden.bias"]))
    weight = graph.weight("out.weight", state["out.weight"].T.astype(np.float32))
    graph.op("Add", graph.op("MatMul", hidden, weight), graph.weight("out.bias", state["out.bias"]), name="scores")
    return graph


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    checkpoint = torch.load(source / "model.pt", map_location="cpu")
    graph = build({name: value.float().numpy() for name, value in checkpoint.items()})
    integers = [("signs", TensorProto.INT64, ["pieces"]), ("side", TensorProto.INT64, ["pieces"])]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "telling.onnx"
        graph.save(full, [("vectors", ["pieces", 384])], [("scores", [3])], "factcheck", integers)
        # The last products are of one row and decide the scores: they stay in full.
        exact = [node.name for node in graph.nodes if node.op_type == "MatMul"][-2:]
        quantise(full, target / "telling.onnx", exclude=exact)
    print("size", (target / "telling.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
