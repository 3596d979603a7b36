"""A BERT encoder in torch, under the names of the published weights, so that checkpoints load and export unchanged.

Reference: Devlin et al., "BERT", NAACL 2019. Layers and widths are read off the weights themselves.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from export_encoder import weights
from onnx_bert import quantised_table
from torch import Tensor, nn
from torch.nn import functional

HEADS = 12
EPSILON = 1e-12


class _SelfAttention(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))

    def forward(self, h: Tensor, mask: Tensor) -> Tensor:
        n, length, width = h.shape
        q, k, v = (
            part(h).view(n, length, HEADS, width // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if h.is_cuda:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        else:  # on a processor the backward pass of the fused product takes as long as all the rest
            scores = (q @ k.transpose(-1, -2)) * (width // HEADS) ** -0.5
            mixed = scores.masked_fill(~mask, -1e4).softmax(-1).to(v.dtype) @ v
        return mixed.transpose(1, 2).reshape(n, length, width)


class _Output(nn.Module):
    """A projection, dropout, and the norm of its sum with what came in."""

    def __init__(self, inner: int, width: int, dropout: float) -> None:
        super().__init__()
        self.dense = nn.Linear(inner, width)
        self.LayerNorm = nn.LayerNorm(width, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, inner: Tensor, h: Tensor) -> Tensor:
        return self.LayerNorm(self.dropout(self.dense(inner)) + h)


class _Attention(nn.Module):
    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.self = _SelfAttention(width)
        self.output = _Output(width, width, dropout)

    def forward(self, h: Tensor, mask: Tensor) -> Tensor:
        return self.output(self.self(h, mask), h)


class _Intermediate(nn.Module):
    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.dense = nn.Linear(width, inner)


class _Layer(nn.Module):
    def __init__(self, width: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = _Attention(width, dropout)
        self.intermediate = _Intermediate(width, inner)
        self.output = _Output(inner, width, dropout)

    def forward(self, h: Tensor, mask: Tensor) -> Tensor:
        h = self.attention(h, mask)
        return self.output(functional.gelu(self.intermediate.dense(h)), h)


class _Stack(nn.Module):
    def __init__(self, layers: int, width: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.layer = nn.ModuleList(_Layer(width, inner, dropout) for _ in range(layers))


class _Embeddings(nn.Module):
    def __init__(self, words: int, positions: int, width: int) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(words, width)
        self.position_embeddings = nn.Embedding(positions, width)
        self.token_type_embeddings = nn.Embedding(2, width)
        self.LayerNorm = nn.LayerNorm(width, eps=EPSILON)


class Bert(nn.Module):
    """The encoder; its input is vectors of word pieces, so that a caller can add to them."""

    def __init__(self, state: dict[str, np.ndarray], layers: list[int] | None = None, dropout: float = 0.1) -> None:
        """`state`: published weights by name; `layers`: which of its layers to keep, in order (default all)."""
        super().__init__()
        names = {name.split(".")[2] for name in state if name.startswith("encoder.layer.")}
        kept = layers if layers is not None else list(range(len(names)))
        words, width = state["embeddings.word_embeddings.weight"].shape
        inner = state["encoder.layer.0.intermediate.dense.weight"].shape[0]
        self.embeddings = _Embeddings(words, state["embeddings.position_embeddings.weight"].shape[0], width)
        self.encoder = _Stack(len(kept), width, inner, dropout)
        self.dropout = nn.Dropout(dropout)
        chosen = {name: value for name, value in state.items() if name.startswith("embeddings.") and "_ids" not in name}
        for new, old in enumerate(kept):
            prefix = f"encoder.layer.{old}."
            chosen |= {
                f"encoder.layer.{new}.{name.removeprefix(prefix)}": value
                for name, value in state.items()
                if name.startswith(prefix)
            }
        self.load_state_dict(
            {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in chosen.items()}
        )

    def forward(self, vectors: Tensor, mask: Tensor, types: Tensor | None = None) -> Tensor:
        """States (batch, length, width) of word vectors of that shape; `mask` (batch, length) is 1 where there is
        text; `types` (batch, length) tells two texts apart.
        """
        e = self.embeddings
        kinds = e.token_type_embeddings.weight[0] if types is None else e.token_type_embeddings(types)
        h = self.dropout(e.LayerNorm(vectors + e.position_embeddings.weight[: vectors.shape[1]] + kinds))
        allowed = mask.bool()[:, None, None, :]
        for layer in self.encoder.layer:
            h = layer(h, allowed)
        return h


def pretrained(minilm: Path, layers: list[int] | None = None) -> tuple[Bert, int]:
    """all-MiniLM-L6-v2 and its width, with the word table that ships, frozen; `layers` as of `Bert`."""
    state = weights(minilm)
    table, scale = quantised_table(state["embeddings.word_embeddings.weight"])
    state["embeddings.word_embeddings.weight"] = (table.astype(np.float32) * scale[:, None]).astype(np.float32)
    bert = Bert(state, layers)
    bert.embeddings.word_embeddings.weight.requires_grad = False
    return bert, table.shape[1]
