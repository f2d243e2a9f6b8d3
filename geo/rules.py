"""Knowledge as data: reads data/rules/NAME.yml into validated entries.

A file is a mapping from entry key to fields. pydantic models say which fields a
file may have; every pattern-like entry carries `must_match` and `must_not`
examples, which a test runs.
"""

from functools import cache
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from geo.errors import RuleError
from geo.paths import RULES


class Rule(BaseModel):
    """One entry of a rule file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


AnyRule = TypeVar("AnyRule", bound=Rule)


@cache
def load_rules(name: str, model: type[AnyRule]) -> dict[str, AnyRule]:
    """Return the entries of data/rules/`name`.yml by key, in the file's order.

    Raises:
        RuleError: the file or one entry is malformed; the text names the entry.
    """
    path = RULES / f"{name}.yml"
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        raise RuleError(f"data/rules/{name}.yml cannot be read: {error}. Restore it from the repository.") from error
    entries: dict[str, AnyRule] = {}
    for key, fields in raw.items():
        try:
            entries[str(key)] = model.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise RuleError(f"data/rules/{name}.yml, entry '{key}', field '{where}': {first['msg']}.") from error
    return entries
