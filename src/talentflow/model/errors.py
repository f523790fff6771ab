"""The one family of errors: where it happened, what was wrong, what to do."""


class TalentflowError(Exception):
    """An error whose message can be shown to a user as it stands: one line, where, what, what to do."""


class DataError(TalentflowError):
    """Language or registry data that breaks its schema; it stops the start."""


class SourceError(TalentflowError):
    """One input that could not be read; it is set aside and the run goes on."""


class StoreError(TalentflowError):
    """The database cannot be used as asked: read-only, full, newer than this version, damaged."""


class ReaderError(TalentflowError):
    """One article that a reader could not read; it is set aside, stays unread, and the run goes on."""


class ReaderStoppedError(TalentflowError):
    """A reader cannot go on at all: its budget is spent, its key refused, its server gone. What was read is kept."""
