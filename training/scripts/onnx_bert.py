"""Write a BERT encoder as an ONNX graph by hand, without torch's exporter.

The graph reads one text at a time (no padding, so no mask): `vectors`, the rows of the word-embedding table for its
word pieces, float32 (length, width). The table stays outside: two encoders that share it ship it once, as int8 with a
scale a row.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = np.ndarray


class Graph:
    """Nodes and weights, with names given in order."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._count = 0
        self._constants: dict[tuple[str, bytes], str] = {}

    def op(self, kind: str, *inputs: str, name: str | None = None, **attributes: object) -> str:
        self._count += 1
        output = name or f"{kind}_{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=f"node_{output}", **attributes))
        return output

    def ops(self, kind: str, outputs: int, *inputs: str, **attributes: object) -> list[str]:
        self._count += 1
        names = [f"{kind}_{self._count}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=f"node_{names[0]}", **attributes))
        return names

    def weight(self, name: str, value: Array) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def constant(self, value: Array) -> str:
        key = (f"{value.dtype}{value.shape}", value.tobytes())
        if key not in self._constants:
            self._constants[key] = self.weight(f"constant_{len(self._constants)}", value)
        return self._constants[key]

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def linear(self, x: str, name: str, weight: Array, bias: Array | None) -> str:
        """x @ weight.T + bias, weight as torch keeps it (out, in)."""
        y = self.op("MatMul", x, self.weight(f"{name}.weight", weight.T.astype(np.float32)))
        return y if bias is None else self.op("Add", y, self.weight(f"{name}.bias", bias.astype(np.float32)))

    def norm(self, x: str, name: str, weight: Array, bias: Array, epsilon: float = 1e-12) -> str:
        return self.op(
            "LayerNormalization",
            x,
            self.weight(f"{name}.weight", weight),
            self.weight(f"{name}.bias", bias),
            axis=-1,
            epsilon=epsilon,
        )

    def gelu(self, x: str) -> str:
        return self.op("Gelu", x)

    def save(
        self,
        path: Path,
        inputs: list[tuple[str, list[object]]],
        outputs: list[tuple[str, list[object]]],
        producer: str,
        others: list[tuple[str, int, list[object]]] | None = None,
    ) -> None:
        graph = helper.make_graph(
            self.nodes,
            path.stem,
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in inputs]
            + [helper.make_tensor_value_info(name, kind, shape) for name, kind, shape in others or []],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
            initializer=self.weights,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 20)], producer_name=producer, ir_version=9
        )
        onnx.checker.check_model(model)
        onnx.save(model, str(path))


def encoder(graph: Graph, x: str, state: dict[str, Array], heads: int) -> str:
    """The BERT encoder from word vectors to the last layer; `state` has transformers' names without a prefix."""
    width = state["embeddings.position_embeddings.weight"].shape[1]
    length = graph.op("Slice", graph.op("Shape", x), graph.ints(0), graph.ints(1))
    # Token types are all 0: their row is added to the positions.
    positions = state["embeddings.position_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0]
    used = graph.op("Slice", graph.weight("positions", positions), graph.ints(0), length, graph.ints(0))
    h = graph.norm(
        graph.op("Add", x, used),
        "embeddings.norm",
        state["embeddings.LayerNorm.weight"],
        state["embeddings.LayerNorm.bias"],
    )
    split = graph.ints(0, heads, width // heads)
    merge = graph.ints(0, width)
    layer = 0
    while f"encoder.layer.{layer}.attention.self.query.weight" in state:
        part = f"encoder.layer.{layer}."

        def of(name: str, part: str = part) -> tuple[Array, Array]:
            return state[part + name + ".weight"], state[part + name + ".bias"]

        scale = 1.0 / np.sqrt(width // heads)
        query_weight, query_bias = of("attention.self.query")
        stacked = [(query_weight * scale, query_bias * scale), of("attention.self.key"), of("attention.self.value")]
        joint = graph.linear(
            h, part + "qkv", np.concatenate([w for w, _ in stacked]), np.concatenate([b for _, b in stacked])
        )
        query, key, value = graph.ops("Split", 3, joint, axis=-1, num_outputs=3)
        query = graph.op("Transpose", graph.op("Reshape", query, split), perm=[1, 0, 2])
        key = graph.op("Transpose", graph.op("Reshape", key, split), perm=[1, 2, 0])
        value = graph.op("Transpose", graph.op("Reshape", value, split), perm=[1, 0, 2])
        attention = graph.op("Softmax", graph.op("MatMul", query, key), axis=-1)
        mixed = graph.op("Reshape", graph.op("Transpose", graph.op("MatMul", attention, value), perm=[1, 0, 2]), merge)
        mixed = graph.linear(mixed, part + "out", *of("attention.output.dense"))
        h = graph.norm(graph.op("Add", mixed, h), part + "norm1", *of("attention.output.LayerNorm"))
        inner = graph.gelu(graph.linear(h, part + "inner", *of("intermediate.dense")))
        outer = graph.linear(inner, part + "outer", *of("output.dense"))
        h = graph.norm(graph.op("Add", outer, h), part + "norm2", *of("output.LayerNorm"))
        layer += 1
    return h


def quantised_table(table: Array) -> tuple[Array, Array]:
    """int8 rows and one float32 scale a row."""
    scale = np.abs(table).max(axis=1) / 127.0
    scale[scale == 0] = 1.0
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def quantise(source: Path, target: Path, exclude: list[str] | None = None) -> None:
    """Dynamic int8 with a scale a channel for every MatMul that has a constant weight.

    Weights use seven of the eight bits: processors without 8-bit instructions (AVX-512 VNNI and the like) add products
    in pairs in 16 bits, which eight bits overflow, so that the same model would read otherwise on another machine.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=exclude or [],
        extra_options={"MatMulConstBOnly": True},
    )
