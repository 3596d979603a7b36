"""Write manifest.json beside a model's files: `python scripts/manifest.py FOLDER NAME VERSION LICENCE`."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path


def main(folder: Path, name: str, version: str, licence: str) -> None:
    files = {
        path.relative_to(folder).as_posix(): hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("manifest.json", "NOTICE.md")
    }
    text = json.dumps({"name": name, "version": version, "licence": licence, "files": files}, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:5])
