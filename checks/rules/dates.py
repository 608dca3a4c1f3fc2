"""DAT: when an article says it was published, and whether that can be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from checks.claims.dates.article import dates_in_path
from checks.claims.dates.events import told_as_past
from checks.claims.dates.ladder import weekday_beside
from checks.claims.dates.made import iso_day
from checks.model import DateClaim, Hit, Severity, Span, Status
from checks.rules.rule import Article, Example, rule

_NIGHT = timedelta(days=1)
"""The day may differ by one between the place of the outlet and that of the machine that fetched the page."""

_HEAD = "Harbour bridge reopens after two years of repairs\n\nBy Mara Lindqvist\n{date}\n\n"
_TEXT = (
    "The harbour bridge in Eastmoor opened to traffic again this week, two years after engineers found cracks in its northern"
    " pier and closed it overnight.\n\nSeveral hundred people walked across before the first bus. The town paid for most of the"
    " work itself, the engineer in charge said, and the last bill came in below the estimate.\n\nShops on the south bank had"
    " lost about a third of their customers while the bridge was shut. “We kept the lights on and waited,” said one owner.\n\n"
    "Source: Eastmoor Courier\n"
)


def _page(line: str, more: str = "") -> str:
    return _HEAD.format(date=line) + more + _TEXT


def _where(claim: DateClaim) -> tuple[Span, ...]:
    return claim.evidence[:1]


@rule("DAT001", Severity.WARNING, bad=[_page("Photo: Jonas Pell")], good=[_page("Published: 14 March 2024, 09:30")])
def missing_date(article: Article) -> Iterable[Hit]:
    """No date of publication is in the file.

    Neither the lines above the text nor a label elsewhere give a day. Dates in teasers, comments, copyright lines and in
    the article's own sentences are other dates, and none of them is taken for it.

    To do: look the date up on the page and put it into the sidecar file, or fetch the page again with its header.
    """
    claim = article.claims.date_published
    if claim.status is Status.MISSING and not claim.text:
        yield Hit("no date of publication is given")


@rule(
    "DAT002",
    Severity.WARNING,
    bad=[_page("Published: ⟦07/11/2021⟧")],
    good=[
        _page("Published: 27/11/2021"),
        _page("Published: 07.11.2021"),
        Example(_page("Published: 07/11/2021"), {"published": "2021-11-07"}),
    ],
)
def ambiguous_date(article: Article) -> Iterable[Hit]:
    """The date of publication could be read in two ways.

    Day and month are both twelve or less, and nothing tells their order: no weekday, no other date of the same form on
    the page, no event in the text of the days before, no address or known outlet. Both readings are kept, and neither
    is used.

    To do: find out which it is, and give `published` or the page's `url` in the sidecar file.
    """
    claim = article.claims.date_published
    if claim.status is Status.AMBIGUOUS:
        yield Hit(f"{claim.text} can be {' or '.join(claim.readings)}", _where(claim))


@rule(
    "DAT003",
    Severity.WARNING,
    bad=[_page("⟦3 hours ago⟧")],
    good=[_page("14 March 2024, 3 hours ago"), Example(_page("yesterday"), {"retrieved": "2024-03-15"})],
)
def relative_date(article: Article) -> Iterable[Hit]:
    """The date of publication was given only as a time before now.

    "3 hours ago" was true on the day the page was fetched, and the file does not say which day that was.

    To do: give `retrieved` in the sidecar file, or fetch the page with its full date.
    """
    claim = article.claims.date_published
    if claim.status is Status.MISSING and claim.order == "relative":
        yield Hit(f"“{claim.text}” is no date without the day of fetching", _where(claim))


@rule("DAT004", Severity.ERROR, bad=[_page("Published: ⟦31 February 2024⟧")], good=[_page("Published: 29 February 2024")])
def impossible_date(article: Article) -> Iterable[Hit]:
    """The date of publication is a day that no calendar has.

    It was mistyped, or put together by a program that mixed up its parts.

    To do: ask the supplier for the right day.
    """
    claim = article.claims.date_published
    if claim.status is Status.MISSING and claim.text and claim.order not in ("relative", "epoch"):
        yield Hit(f"there is no {claim.text}", _where(claim))


@rule(
    "DAT005",
    Severity.ERROR,
    bad=[_page("Published: ⟦1970-01-01⟧"), _page("Published: ⟦01.01.0001⟧")],
    good=[_page("Published: 2020-01-01")],
)
def epoch_date(article: Article) -> Iterable[Hit]:
    """A computer's zero stood where the date of publication should.

    1 January 1970, and 1 January of the year 1, are what programs print for a date that they do not have.

    To do: treat the date as missing and look it up on the page.
    """
    claim = article.claims.date_published
    if claim.order == "epoch":
        yield Hit(f"{claim.text} is what a program prints for no date", _where(claim))


@rule(
    "DAT006",
    Severity.ERROR,
    bad=[Example(_page("Published: ⟦14 March 2024⟧"), {"retrieved": "2024-03-10T08:00:00Z"})],
    good=[Example(_page("Published: 14 March 2024"), {"retrieved": "2024-03-14T08:00:00Z"})],
)
def date_after_retrieval(article: Article) -> Iterable[Hit]:
    """The article was dated later than the day it was fetched or committed.

    One of the two is wrong: the date read off the page, or the sidecar's `retrieved`. Where there is no sidecar, `--changed`
    knows the day of the commit. A day is allowed for, since it is already tomorrow elsewhere.

    To do: check both; often day and month are the wrong way round.
    """
    claim = article.claims.date_published
    retrieved = article.supplied.retrieved if article.supplied else None
    here = iso_day(retrieved or article.committed)
    day = iso_day(str(claim.value or "")) if here else None
    if day and here and claim.status is not Status.AMBIGUOUS and day > here + _NIGHT:
        yield Hit(f"dated {day}, but {'fetched' if retrieved else 'committed'} on {here}", _where(claim))


@rule(
    "DAT007",
    Severity.WARNING,
    bad=[
        _page("Published: ⟦14 March 2024⟧")
        + "\nThe old ferry was sold to a museum in Tarn and left the harbour under tow on ⟦2 April 2024⟧, watched by its last crew and by"
        " some four hundred people on the quay, many of whom had used it every day for thirty years.\n\nThe town has no other boat.\n"
    ],
    good=[
        _page("Published: 14 March 2024").replace(
            "Source:",
            "The old ferry will leave the harbour under tow on 2 April 2024, watched by its last crew and by everybody in the town who used"
            " it every day for thirty years, and the museum will open in Tarn in summer.\n\nSource:",
        )
    ],
)
def date_before_events(article: Article) -> Iterable[Hit]:
    """The article was dated earlier than something it tells of as past.

    Either the date is not that of publication, or day and month were taken the wrong way round, or the file joins two
    articles. Sentences that look ahead (will, until, from …) do not count.

    To do: compare the two marked dates with the page.
    """
    claim, events = article.claims.date_published, article.claims.content_reference_time
    day = iso_day(str(claim.value or "")) if events else None
    if not day or claim.status is Status.AMBIGUOUS:
        return
    for event in events:
        told = iso_day(str(event.value or ""))
        if told and told > day + _NIGHT and told_as_past(article.document, event.evidence[0]):
            yield Hit(f"dated {day}, but tells of {told} as past", (*_where(claim), event.evidence[0]))
            return


@rule(
    "DAT008",
    Severity.ERROR,
    bad=[
        Example(_page("Published: ⟦14 March 2024⟧"), {"published": "2024-05-14"}),
        Example(_page("Published: ⟦14 March 2024⟧"), {"url": "https://courier.example/2023/11/02/bridge"}),
        Example(_page("Published: ⟦04/05/2024⟧"), {"published": "2023-05-04"}),
    ],
    good=[Example(_page("Published: 14 March 2024"), {"published": "2024-03-14", "url": "https://courier.example/2024/03/14/bridge"})],
)
def conflicting_dates(article: Article) -> Iterable[Hit]:
    """The text, the page's address and the sidecar file gave different days of publication.

    A day's difference is let pass, since addresses and sidecars often count in another time zone.

    To do: decide which is right; the text's own date is kept meanwhile.
    """
    claim, shown, supplied = article.claims.date_published, article.claims.url, article.supplied
    given = iso_day(supplied.published if supplied else None)
    readings = [day for one in claim.readings if (day := iso_day(one))] if given and claim.status is Status.AMBIGUOUS else []
    if given and readings and all(abs(one - given) > _NIGHT for one in readings):
        yield Hit(f"the text says {' or '.join(claim.readings)}, the sidecar file {given}", _where(claim))
    day = iso_day(str(claim.value or "")) if supplied or shown.answered else None
    if not day or claim.status not in (Status.STATED, Status.INFERRED):
        return
    if given and abs(given - day) > _NIGHT:
        yield Hit(f"the text says {day}, the sidecar file {given}", _where(claim))
    url = (supplied.url if supplied else None) or (shown.value if shown.answered else None)
    paths = dates_in_path(url if isinstance(url, str) else None)
    if paths and all(abs(path - day) > _NIGHT for path in paths):
        yield Hit(f"the text says {day}, the page's address {paths[0]}", _where(claim))


@rule(
    "DAT009",
    Severity.INFO,
    bad=[_page("Published: 14 March 2024") + "\nRead more\n\n⟦2 May 2024⟧ Ferry museum finds a home\n"],
    good=[
        _page("Published: 14 March 2024")
        + "\nThe next inspection is due in five years, the engineer said, and lorries must use the ring road.\n"
    ],
)
def later_dates(article: Article) -> Iterable[Hit]:
    """The page showed a date later than that of the article.

    It belongs to a teaser, a comment or a clock, and proves that the page was fetched on that day or after it.

    To do: nothing, unless it is the article's own date.
    """
    claim, published = article.claims.later_date, article.claims.date_published
    if claim.value and published.value:
        yield Hit(f"the page was fetched no earlier than {str(claim.value)[:10]}", _where(claim))


@rule(
    "DAT010",
    Severity.WARNING,
    bad=[_page("Published: Monday, ⟦14 March 2024⟧")],
    good=[_page("Published: Thursday, 14 March 2024")],
)
def wrong_weekday(article: Article) -> Iterable[Hit]:
    """The weekday beside the date of publication was that of another day.

    One of the two was mistyped or computed in another calendar year.

    To do: look the date up on the page.
    """
    claim = article.claims.date_published
    if claim.status not in (Status.STATED, Status.INFERRED) or not claim.evidence or not claim.readings:
        return
    span = claim.evidence[0]
    line = article.document.line_span(article.document.line_at(span.start))
    found = weekday_beside(article.document.text, span, (line.start, line.end), whole=True)
    day = iso_day(str(claim.value))
    if found and day and day.isoweekday() not in found[0]:
        yield Hit(f"{day} was a {day:%A}", (span,))
