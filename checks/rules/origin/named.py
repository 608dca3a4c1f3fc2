"""Whether publisher, source and author are named, and agree."""

from __future__ import annotations

from collections.abc import Iterable

from checks.claims.publishers import bare
from checks.claims.urls import host
from checks.model import Agent, Claim, Hit, Severity, Status
from checks.rules.origin.sample import file, name_of, work_of
from checks.rules.rule import Article, Example, rule


@rule("SRC001", Severity.WARNING, bad=[file(tail="")], good=[file()])
def unnamed_source(article: Article) -> Iterable[Hit]:
    """The page named neither its publisher nor a source.

    Nothing in the title, the foot or the lines around the text says who put the article out or where it was taken from.
    copydesk does not guess; without a name nobody can answer for the text.

    To do: add a line with the source, or give the publisher in the sidecar file.
    """
    claims = article.claims
    if claims.publisher.status is Status.MISSING and claims.is_based_on.status is Status.MISSING:
        yield Hit("neither a publisher nor a source is named")


@rule(
    "SRC002",
    Severity.INFO,
    bad=[file(planted="Print: Winter ferry stops early | ⟦Saltreach Gazette⟧\n\n", tail="")],
    good=[file()],
)
def unnamed_publisher(article: Article) -> Iterable[Hit]:
    """The page hinted at a source but did not name its publisher.

    A source is known only from a trace, such as the title of another page's print version or an agency's dateline. Who put
    this page out is not said, and the source named is not taken for the publisher.

    To do: give the publisher in the sidecar file.
    """
    source = article.claims.is_based_on
    if article.claims.publisher.status is Status.MISSING and source.status is Status.INFERRED:
        yield Hit("the publisher is not named; a source is known from a trace only", source.evidence[:1])


@rule(
    "SRC003",
    Severity.INFO,
    bad=[file(byline="By Jonas Aldermoor\nSource: ⟦Saltreach Gazette⟧", tail="")],
    good=[
        file(),
        file(byline="By Jonas Aldermoor\nSource: https://saltreach.example/news/ferry-link-to-the-outer-islands-closes", tail=""),
    ],
)
def source_without_address(article: Article) -> Iterable[Hit]:
    """The source was named without its address.

    The article was taken from elsewhere: a label above the text names the source, or the publisher is another. Without the
    address of the original nobody can compare the two.

    To do: find the original and add its address behind the label.
    """
    source, work = article.claims.is_based_on, work_of(article.claims.is_based_on)
    if work is None or work.url or work.publisher is None or source.status is not Status.STATED:
        return
    first_body = article.zones.first_body
    above = first_body is not None and article.document.line_at(source.evidence[0].start) < first_body
    publisher = name_of(article.claims.publisher)
    if above or (publisher and bare(publisher) != bare(work.publisher.name)):
        yield Hit(f"the source {work.publisher.name} is named without an address", source.evidence[:1])


@rule(
    "SRC004",
    Severity.WARNING,
    bad=[file(byline="By Jonas Aldermoor\nSource: ⟦Northbay Herald⟧", tail="\n\nSource: ⟦Saltreach Gazette⟧")],
    good=[file(byline="By Jonas Aldermoor\nSource: https://saltreach.example/news/ferry", tail="\n\nSource: Saltreach Gazette")],
)
def conflicting_sources(article: Article) -> Iterable[Hit]:
    """Two labels named different sources.

    Both stand where a page names the source of an article. One may be a leftover of another article.

    To do: look up the original and delete the label that is wrong.
    """
    source = article.claims.is_based_on
    if source.status is Status.CONFLICTING:
        yield Hit("the labels name different sources: " + ", ".join(source.candidates), source.evidence)


@rule("SRC007", Severity.INFO, bad=[file(byline="Outer islands")], good=[file(), file(byline="By Saltreach news desk")])
def missing_byline(article: Article) -> Iterable[Hit]:
    """The page did not say who wrote the article.

    No byline stands above the text, below it or in its dateline. Many outlets print none as a matter of policy, so that this
    is a note and no fault.

    To do: nothing, or look for the name on the original page.
    """
    claims = article.claims
    if not claims.author and not claims.editor and claims.dateline.status is Status.MISSING and article.zones.body:
        yield Hit("no author is named")


@rule(
    "SRC009",
    Severity.WARNING,
    bad=[
        Example(
            file(
                head="Ferry link to the outer islands closes for the winter | ⟦Saltreach.example⟧\n\n",
                tail="\n\n© 2023 Saltreach.example\nwww.saltreach.example",
            ),
            sidecar={"publisher": "Northbay Herald"},
        )
    ],
    good=[Example(file(), sidecar={"publisher": "Saltreach Gazette"})],
)
def publisher_conflict(article: Article) -> Iterable[Hit]:
    """The sidecar file named another publisher than the page.

    Either the sidecar belongs to another article, or the page is a copy and the sidecar names the original's publisher.

    To do: see which is right and mend the sidecar file.
    """
    given = article.supplied.publisher if article.supplied else None
    shown = article.claims.publisher
    if given and shown.status in (Status.STATED, Status.INFERRED):
        one, other = bare(given), bare(name_of(shown))
        if one not in other and other not in one:
            yield Hit(f"the page names {name_of(shown)} as publisher, the sidecar file {given}", shown.evidence[:1])


@rule(
    "SRC010",
    Severity.WARNING,
    bad=[
        Example(
            file(tail="\n\nURL: ⟦https://saltreach.example/news/4471⟧\nSource: Saltreach Gazette"),
            sidecar={"url": "https://northbay.example/2023/ferry"},
        )
    ],
    good=[
        Example(
            file(tail="\n\nURL: https://saltreach.example/news/4471\nSource: Saltreach Gazette"),
            sidecar={"url": "http://www.saltreach.example/news/4471?utm_source=feed"},
        )
    ],
)
def address_conflict(article: Article) -> Iterable[Hit]:
    """The sidecar file gave another address than the page.

    The page prints its own address, and the sidecar's leads to another host or path.

    To do: see which is right and mend the sidecar file.
    """
    given = article.supplied.url if article.supplied else None
    shown = article.claims.url
    if given and shown.status is Status.STATED and _place(given) != _place(str(shown.value)):
        yield Hit(f"the page gives {shown.value} as its address, the sidecar file {given}", shown.evidence[:1])


def _place(url: str) -> tuple[str, str]:
    path = url.partition("://")[2].partition("/")[2]
    return host(url), path.partition("?")[0].partition("#")[0].rstrip("/")


@rule(
    "SRC011",
    Severity.INFO,
    bad=[file(dateline="SALTREACH, Nov 3 (⟦Reuters⟧) - ", tail="")],
    good=[file()],
)
def agency_copy_under_byline(article: Article) -> Iterable[Hit]:
    """An agency's report carried a staff byline and no credit.

    The dateline names a news agency, but the byline names a person and no line credits the agency as the source.

    To do: add the agency to the byline or to the source line.
    """
    claims = article.claims
    if claims.is_based_on.rule == "agency" and claims.author and not any(_is_agency(one) for one in claims.author):
        yield Hit("the dateline names an agency that no byline or source line credits", claims.is_based_on.evidence[:1])


def _is_agency(claim: Claim) -> bool:
    return isinstance(claim.value, Agent) and claim.value.type != "Person"


@rule(
    "SRC014",
    Severity.WARNING,
    bad=[Example(file(), fault="Object contains unknown field `urll`")],
    good=[Example(file(), sidecar={"url": "https://gazette.example/ferry"})],
)
def unreadable_sidecar(article: Article) -> Iterable[Hit]:
    """The sidecar file could not be read.

    What the collector knew of the article (address, publisher, day of fetching) stands in a file beside it. It is no valid
    JSON, or holds keys that nobody knows, so nothing of it was used: a typing error must not look like silence.

    To do: mend the file; it may hold url, retrieved, publisher, license and published, each a text.
    """
    if article.sidecar_fault:
        yield Hit(f"the sidecar file cannot be used: {article.sidecar_fault}")
