"""Benchmarks: what takes how long, on this machine; `python -m bench` or `make bench` prints the tables."""
