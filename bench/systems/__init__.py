"""Programs that find places, each run in a process of its own: `python -m bench.systems.NAME OUT CORPUS.jsonl …`.

All but `ours` run in the environment of requirements-bench.txt and import only that and the standard library.
"""
