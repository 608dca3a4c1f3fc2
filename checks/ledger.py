"""The ledger: one flat row per report, for those who count and compare.

Nothing here imports pandas until a frame is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checks import statement as wire
from checks.deposit import Reported, reports
from checks.disk import write
from checks.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

ANSWERED = ("stated", "inferred", "supplied")
DTYPES: dict[object, str] = {
    str: "str", str | None: "str", int: "int64", bool: "bool", float: "float64", dt.date | None: "datetime64[us]",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """A report in one row. What an article does not say is None; several values in one cell stand in order, by spaces."""

    path: str
    sha256: str
    report_sha256: str
    result: str
    errors: int
    warnings: int
    notes: int
    excused: int
    """Findings that a waiver or the baseline covers; they are in no other count."""
    codes: str
    """Codes of its findings that count, each once."""
    headline: str | None
    language: str | None
    url: str | None
    publisher: str | None
    publisher_status: str
    source_name: str | None
    source_url: str | None
    source_status: str
    has_origin: bool
    """Whether a publisher or a source is known."""
    date_published: str | None
    """ISO 8601 as far as it is known."""
    date_day: dt.date | None
    """The day, where that is known."""
    date_status: str
    date_text: str | None
    date_order: str | None
    date_readings: str
    date_resolved_by: str
    authors: int
    byline: str | None
    photo_credits: int
    representation: str | None
    truncated: bool
    relation: str | None
    license: str | None
    charset: str
    charset_decided_by: str
    bom: bool
    newline: str
    nfc: bool
    bad_bytes: int
    lines: int
    characters: int
    article_characters: int
    junk_characters: int
    junk_share: float
    text_sha256: str | None
    sketch: str | None
    rules_sha256: str | None
    policy_sha256: str | None
    generator: str


def rows(provenance_dir: Path) -> Iterator[Row]:
    """One row per report below a folder, in the order of the reports' file names.

    Raises:
        UsageError: as for `reports`.

    """
    return (row(one) for one in reports(provenance_dir))


def row(reported: Reported) -> Row:
    """A report as a row."""
    statement = reported.statement
    predicate, subject = statement.predicate, statement.subject[0]
    article, encoding, extent = predicate.document, predicate.encoding, predicate.extent
    counted = [one for one in predicate.findings if not one.suppressions]
    levels = [one.level for one in counted]
    publisher, source, date = article.publisher, article.is_based_on, article.date_published
    work = source.value if source.status in ANSWERED else None
    day = date.value if date.status in ANSWERED else None
    names = [one.value.name for one in article.author if one.status in ANSWERED and one.value]
    digests = {one.name: one.digest.get("sha256") for one in predicate.configuration}
    representation = _text(article.representation_type)
    return Row(
        path=subject.name,
        sha256=subject.digest.sha256,
        report_sha256=reported.sha256,
        result=predicate.result,
        errors=levels.count("error"),
        warnings=levels.count("warning"),
        notes=levels.count("note"),
        excused=len(predicate.findings) - len(counted),
        codes=" ".join(sorted({one.rule_id for one in counted})),
        headline=_text(article.headline),
        language=_text(article.in_language),
        url=_text(article.url),
        publisher=publisher.value.name if publisher.value and publisher.status in ANSWERED else None,
        publisher_status=publisher.status,
        source_name=work.publisher.name if work and work.publisher else None,
        source_url=work.url if work else None,
        source_status=source.status,
        has_origin=publisher.status in ANSWERED or source.status in ANSWERED,
        date_published=day,
        date_day=_day(day),
        date_status=date.status,
        date_text=date.text,
        date_order=date.order,
        date_readings=" ".join(date.readings),
        date_resolved_by=" ".join(date.resolved_by),
        authors=len(names),
        byline="; ".join(names) or None,
        photo_credits=len(article.credit_text),
        representation=representation,
        truncated=representation == "partial",
        relation=article.relation,
        license=_text(article.license),
        charset=encoding.charset,
        charset_decided_by=encoding.decided_by,
        bom=encoding.bom,
        newline=encoding.newline,
        nfc=encoding.nfc,
        bad_bytes=encoding.bad_bytes,
        lines=extent.lines,
        characters=extent.characters,
        article_characters=extent.article,
        junk_characters=extent.junk,
        junk_share=extent.junk / extent.characters if extent.characters else 0.0,
        text_sha256=predicate.fingerprints.article_text,
        sketch=predicate.fingerprints.sketch,
        rules_sha256=digests.get("rules"),
        policy_sha256=digests.get("policy"),
        generator=f"{predicate.generator.name} {predicate.generator.version}",
    )


def _text(claim: wire.TextClaim | None) -> str | None:
    return claim.value if claim is not None and claim.status in ANSWERED else None


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:  # a year or a month alone, or the 31st of February
        return None


def frame(given: Iterable[Row]) -> pd.DataFrame:
    """Rows as a data frame, sorted by path, every column of the type that `DTYPES` gives to its field."""
    import pandas as pd

    ordered = sorted(given, key=lambda one: (one.path, one.report_sha256))
    return pd.DataFrame(
        {
            field.name: pd.Series([getattr(one, field.name) for one in ordered], dtype=DTYPES[field.type])
            for field in msgspec.structs.fields(Row)
        }
    )


def ledger(provenance_dir: Path) -> pd.DataFrame:
    """The ledger of a folder of reports.

    Raises:
        UsageError: as for `reports`.

    """
    return frame(rows(provenance_dir))


def write_parquet(given: pd.DataFrame, path: Path) -> None:
    """Write a ledger as one Parquet file, whole or not at all."""
    buffer = BytesIO()
    given.to_parquet(buffer, index=False)
    write(str(path), buffer.getvalue())


def read_parquet(path: Path) -> pd.DataFrame:
    """A ledger read back.

    Raises:
        UsageError: there is no such file, or it is no Parquet.

    """
    import pandas as pd
    import pyarrow as pa

    try:
        return pd.read_parquet(BytesIO(path.read_bytes()))
    except OSError as error:
        raise UsageError([f"{path}: {error.strerror or error}"]) from error
    except pa.ArrowInvalid as error:
        raise UsageError([f"{path}: not a Parquet file"]) from error
