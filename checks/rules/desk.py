"""DSK: what is wrong with a repository's own papers, its waivers and its baseline. Descriptions; `checks.excuses` does the looking."""

from __future__ import annotations

from checks.model import RuleCode, Severity
from checks.rules.company import CompanyRule

DESK = (
    CompanyRule(
        RuleCode("DSK001"), "expired-waiver", Severity.WARNING,
        "A waiver came to its end.",
        "Somebody answered for a finding until a day that has passed. The finding counts again.",
        "Mend the article, or renew the waiver with a new day and a reason that still holds.",
    ),
    CompanyRule(
        RuleCode("DSK002"), "unused-waiver", Severity.WARNING,
        "A waiver covered nothing.",
        "No file that was checked has the finding that this waiver excuses. It would excuse the next one unseen.",
        "Delete the waiver.",
    ),
    CompanyRule(
        RuleCode("DSK003"), "stale-baseline-entry", Severity.ERROR,
        "A finding of the baseline was gone.",
        "The baseline may only shrink. Somebody mended this finding, and as long as its entry stands, it could come back unseen.",
        "Run `copydesk baseline prune` and commit the smaller baseline.",
    ),
    CompanyRule(
        RuleCode("DSK004"), "expired-baseline-entry", Severity.WARNING,
        "An entry of the baseline came to its end.",
        "The finding was to be mended by a day that has passed. It counts again.",
        "Mend the article, or give the entry a new day.",
    ),
)  # fmt: skip
