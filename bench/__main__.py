"""All benchmarks, or the named ones: `python -m bench [NAME …] [FOLDER]`; the folder holds annotated corpora."""

from __future__ import annotations

import importlib
import platform
import sys
from pathlib import Path

HELPERS = {"__init__", "__main__", "timing", "made_events", "own_reports", "side_by_side", "adversarial"}


def main(arguments: list[str]) -> int:
    known = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in HELPERS)
    wanted = [argument for argument in arguments if argument in known]
    others = [argument for argument in arguments if argument not in known]
    if len(others) > 1 or not all(Path(other).is_dir() for other in others):
        print(f"bench: no benchmark and no folder '{others[-1]}'. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    corpora = sorted(Path(others[0]).glob("*.jsonl")) if others else []
    if others and not corpora:
        print(f"bench: {others[0]}: no corpus there. Put files of JSON lines named *.jsonl there.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in wanted or known:
        importlib.import_module(f"bench.{name}").main(corpora)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
