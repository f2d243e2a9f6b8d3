"""All benchmarks, or the named ones: `python -m bench [store …]`."""

from __future__ import annotations

import importlib
import platform
import sys
from pathlib import Path

HELPERS = {"__init__", "__main__", "timing", "made_events"}


def main(wanted: list[str]) -> int:
    known = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in HELPERS)
    if unknown := sorted(set(wanted) - set(known)):
        print(f"bench: no benchmark '{unknown[0]}'. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in wanted or known:
        importlib.import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
