"""SQLite, or PostgreSQL by URL, behind one interface; numbered migrations, run at opening.

Articles, readings, claims, mentions and judgements are kept for good; everything else is derived from them and may
be thrown away and made anew.
"""

from talentflow.store.database import Database

__all__ = ["Database"]
