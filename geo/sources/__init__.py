"""Files, lines and tables from outside to Reports and known exercises."""

from geo.sources.files import read_report, read_sample_reports
from geo.sources.jsonl import read_jsonl

__all__ = ["read_jsonl", "read_report", "read_sample_reports"]
