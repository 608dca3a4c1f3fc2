"""Dates: every date of a text (`read`), and the dates of an article (`claim_dates`)."""

from checks.claims.dates.article import DatesFound, claim_dates
from checks.claims.dates.reading import read

__all__ = ["DatesFound", "claim_dates", "read"]
