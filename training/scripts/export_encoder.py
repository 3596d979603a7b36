"""Export the unchanged all-MiniLM-L6-v2 as int8 ONNX: `python scripts/export_encoder.py SOURCE TARGET`.

SOURCE holds model.safetensors (its sha256 is checked) and tokenizer.json.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from onnx_bert import Graph, encoder, quantise, quantised_table
from safetensors.numpy import load_file

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def weights(source: Path) -> dict[str, np.ndarray]:
    """The checked weights."""
    path = source / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{path}: sha256 {found}, expected {SHA256}")
    return load_file(path)


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    state = weights(source)
    table, scale = quantised_table(state["embeddings.word_embeddings.weight"])
    np.save(target / "words.npy", table)
    np.save(target / "scales.npy", scale)
    graph = Graph()
    x = "vectors"
    h = encoder(graph, x, state, heads=12)
    graph.op("Identity", h, name="states")
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        graph.save(full, [(x, ["length", 384])], [("states", ["length", 384])], "factcheck")
        quantise(full, target / "encoder.onnx")
        (target.parent / "encoder-fp32.onnx").write_bytes(full.read_bytes()) if "--keep" in sys.argv else None
    tokenizer = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (target / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
