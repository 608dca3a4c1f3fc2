"""COR: what shows only when files are seen in company. Descriptions alone; `checks.batch` does the looking.

001 to 099 are about the reports as a set, 101 to 199 about files that ought to differ, 201 to 299 about what must hold for a
delivery as a whole, 301 to 399 about what changed since another delivery.
"""

from __future__ import annotations

import msgspec

from checks.model import RuleCode, Severity


class CompanyRule(msgspec.Struct, frozen=True):
    """A defect of a delivery that has a name. The severity is what is used where an expectation sets none of its own."""

    code: RuleCode
    name: str
    severity: Severity
    title: str
    explanation: str
    advice: str


def _rule(code: str, name: str, severity: Severity, *page: str) -> CompanyRule:
    title, explanation, advice = page
    return CompanyRule(RuleCode(code), name, severity, title, explanation, advice)


COMPANY = (
    _rule(
        "COR001", "manifest-mismatch", Severity.ERROR,
        "The manifest and the reports told of different files.",
        "The manifest names every article of a delivery with the digests of its bytes and of its report. A report that it does "
        "not name, a name without its report, or another digest means that reports were added, lost or changed by hand.",
        "Run `copydesk check` on all articles again: it writes reports and manifest together, and takes away the reports of articles that "
        "are gone.",
    ),
    _rule(
        "COR002", "broken-contract", Severity.ERROR,
        "A report held values that no report may hold.",
        "Every report is one row of the ledger, and the ledger has a contract: a file stands in it once, a missing date has no "
        "value, a file with errors has failed. A row that breaks it comes from a report that was edited or badly joined.",
        "Make the named reports again with `copydesk check`.",
    ),
    _rule(
        "COR003", "unanswered-expectation", Severity.ERROR,
        "A question about the delivery could not be answered.",
        "An expectation raised an error while it was evaluated. What was not answered has not passed.",
        "Read the message; if the suite is your own, mend it; if it is one of copydesk's, tell its maintainers.",
    ),
    _rule(
        "COR004", "changed-article", Severity.ERROR,
        "An article changed after it was reported on.",
        "A report is bound to the bytes of its article. The article that stands there now has other bytes, or is gone, so the "
        "report says nothing about it.",
        "Run `copydesk check` on all articles again; it takes away the reports of articles that are gone.",
    ),
    _rule(
        "COR101", "same-bytes", Severity.ERROR,
        "Files of one delivery held the same bytes.",
        "The same article was saved more than once. Counted twice it weighs twice in everything made from the delivery.",
        "Keep one of the files.",
    ),
    _rule(
        "COR102", "same-text", Severity.WARNING,
        "Files of one delivery held the same article in different wrapping.",
        "Title and running text are the same to the character; what differs is the page around them, or the encoding.",
        "Keep the file with the better source, or say that both are wanted.",
    ),
    _rule(
        "COR103", "two-texts-of-one-url", Severity.WARNING,
        "One web address stood for different texts.",
        "An address names one article. Two texts mean that the article was changed between two visits, or that the address in "
        "one of the files belongs to another article.",
        "Compare the texts. Keep the later one, or correct the address.",
    ),
    _rule(
        "COR104", "near-copy", Severity.WARNING,
        "Files of one delivery held nearly the same article.",
        "Most of the text is the same, character for character: a second edition, a shortened copy, or one agency's report in "
        "two papers.",
        "Decide which of them is wanted.",
    ),
    _rule(
        "COR105", "repeated-title", Severity.INFO,
        "Different articles had one title.",
        "A title that comes again above another text is often the name of the site or of a column, taken for the headline.",
        "Look whether it is the headline of both.",
    ),
    _rule(
        "COR106", "recurring-lines", Severity.WARNING,
        "Lines that recur from file to file were taken for article.",
        "A line that stands in several unrelated files is page furniture, even where one file alone gave no sign of it.",
        "Look at the named lines; if they are furniture, clean the files and check them again.",
    ),
    _rule(
        "COR107", "date-settled-by-siblings", Severity.INFO,
        "Other files of the same outlet settled a date that could be read two ways.",
        "The outlet prints its dates in one order. In files whose day is above twelve the order shows, and it holds for the "
        "others.",
        "Give the date in the article's sidecar if you agree, or the outlet's date order in the configuration.",
    ),
    _rule(
        "COR201", "unknown-origins", Severity.WARNING,
        "Too many files of the delivery did not say where they come from.",
        "Neither a publisher nor a source is stated in them.",
        "Ask the supplier to deliver the address or the outlet with each article, as a sidecar.",
    ),
    _rule(
        "COR202", "many-failures", Severity.WARNING,
        "Too many files of the delivery were held.",
        "When a large share is held, the cause is rarely in the files one by one: a broken export, or a changed page.",
        "Look at what the held files have in common before mending any.",
    ),
    _rule(
        "COR203", "dates-out-of-window", Severity.WARNING,
        "Dates of publication lay outside the years of the web.",
        "No news page is older than 1995. An earlier date was read from the article's subject, or wrongly.",
        "Look at the named files and supply their dates.",
    ),
    _rule(
        "COR204", "few-dates", Severity.WARNING,
        "Too many files of the delivery gave no day of publication.",
        "The date is missing, or it can be read two ways and nothing settles it.",
        "Ask the supplier for the date of each article, as a sidecar.",
    ),
    _rule(
        "COR205", "unknown-languages", Severity.WARNING,
        "Too many files of the delivery were in no language that could be told.",
        "Short or damaged texts, or lists of names, have no language of their own.",
        "Look at the named files.",
    ),
    _rule(
        "COR206", "delivery-of-copies", Severity.WARNING,
        "The delivery repeated itself.",
        "A large share of the files hold a text that stands in another file too.",
        "Ask the supplier whether the export ran twice, and keep one file of each text.",
    ),
    _rule(
        "COR207", "many-truncated", Severity.WARNING,
        "Too many articles of the delivery broke off.",
        "When a large share is cut, the supplier reads behind a paywall or stores at most so many characters.",
        "Ask the supplier for the full texts.",
    ),
    _rule(
        "COR208", "few-headlines", Severity.WARNING,
        "Too many files of the delivery had no headline.",
        "The title was lost in the export, or stands in a field of its own that was not delivered.",
        "Ask the supplier to put the title on the first line.",
    ),
    _rule(
        "COR209", "mostly-junk", Severity.WARNING,
        "The files of the delivery held more page than article.",
        "In the middle file of the delivery most characters are page furniture.",
        "Clean the delivery with `copydesk clean`, or ask the supplier for the articles alone.",
    ),
    _rule(
        "COR210", "too-few-files", Severity.ERROR,
        "The delivery held too few files to answer for.",
        "Shares over a handful of files say nothing, and what checked nothing has not passed.",
        "Look whether the folder is the right one.",
    ),
    _rule(
        "COR211", "odd-encodings", Severity.INFO,
        "Many files of the delivery were not UTF-8.",
        "Other encodings can be read, but not with certainty.",
        "Ask the supplier for UTF-8.",
    ),
    _rule(
        "COR212", "few-texts", Severity.WARNING,
        "Too many files of the delivery held no article.",
        "No running text was found in them.",
        "Look at the named files: error pages, lists of links, or documents that are no articles.",
    ),
    _rule(
        "COR213", "mixed-yardsticks", Severity.WARNING,
        "The reports of one delivery were made by different versions of copydesk.",
        "Reports of different versions cannot be counted together: what one calls a failure the other may pass.",
        "Check the whole delivery again in one run.",
    ),
    _rule(
        "COR220", "unmet-expectation", Severity.WARNING,
        "An expectation of the repository's own was not met.",
        "It stands in the folder of suites that the configuration names, and says itself what it is about.",
        "Look at the named files and at the expectation's description.",
    ),
    _rule(
        "COR301", "drifted-share", Severity.WARNING,
        "A share changed more between two deliveries than chance explains.",
        "A share of the files is compared with that of the earlier delivery. The change must be more than five points and more "
        "than three standard errors of such a difference.",
        "Look at the named files: a page was redesigned, a supplier changed, or an export broke.",
    ),
    _rule(
        "COR302", "shrunken-delivery", Severity.WARNING,
        "The delivery was far smaller than the one before.",
        "It holds less than a fifth of the files.",
        "Look whether the export was complete.",
    ),
)  # fmt: skip
