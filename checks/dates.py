"""Dates in text, for whoever wants to use the reader alone: `from checks.dates import read`.

>>> from checks.dates import read
>>> [claim] = read("ngày 17 tháng 12 năm 2025, 09:28 (GMT+7)")
>>> claim.value, claim.time_zone
('2025-12-17T09:28+07:00', 'GMT+7')
"""

from checks.claims.dates.reading import read
from checks.model import DateClaim

__all__ = ["DateClaim", "read"]
