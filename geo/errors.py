"""Every error that the program raises on purpose.

    GeoError
    ├── InputError (ValueError)        a report, file or option that cannot be read
    │   └── RuleError                  an entry of data/rules or data/places is malformed
    ├── NotBuilt (FileNotFoundError)   set-up has not made what is asked for
    │   └── GazetteerNotBuilt
    └── StoreError (OSError)           the store cannot be opened, read or written
        ├── StoreReadOnly
        └── StoreLocked

Each message says what was given, what was expected, where, and how to mend it.
"""


class GeoError(Exception):
    """Base of all errors of this package; its text is fit to be shown to a user."""


class InputError(GeoError, ValueError):
    """A report, file or option cannot be read as what it claims to be."""


class RuleError(InputError):
    """An entry of the rule or place tables is malformed."""


class NotBuilt(GeoError, FileNotFoundError):
    """Something that `python -m geo setup` builds is missing or damaged."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "Not built. Run `python -m geo setup`."


class GazetteerNotBuilt(NotBuilt):
    """The gazetteer file is missing or damaged."""


class StoreError(GeoError, OSError):
    """The store cannot be opened, read or written."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "The store cannot be used."


class StoreReadOnly(StoreError):
    """The store can be read but not written."""


class StoreLocked(StoreError):
    """Another process holds the store for longer than we wait."""
