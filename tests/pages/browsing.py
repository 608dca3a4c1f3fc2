"""What the tests of the pages look for in a browser, and with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from checks.model import BatchFinding, Place, RuleCode, Severity
from checks.out.html.tokens import SHORT
from checks.out.summary import Cause, IndexRow
from tests.conftest import ROOT
from tests.pages import made

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CHROMIUM = os.environ.get("COPYDESK_CHROMIUM") or shutil.which("chromium") or ""
AXE = Path(os.environ.get("COPYDESK_AXE") or ROOT / "node_modules/axe-core/axe.min.js")
browser_test = pytest.mark.skipif(not CHROMIUM, reason="needs chromium: apt-get install chromium, or set COPYDESK_CHROMIUM")
axe_test = pytest.mark.skipif(not AXE.is_file(), reason=f"needs axe-core: npm install axe-core, or set COPYDESK_AXE (looked in {AXE})")
WIDTHS = (1280, 768, 390)
ARTICLES = [one.statement.subject[0].name for one in made.delivery()]
FOUND = [
    BatchFinding(
        RuleCode("COR101"), Severity.ERROR, "two files hold the same bytes", places=(Place("wire/zh-ferry.txt"), Place("wire/nb-kai.txt"))
    ),
    BatchFinding(RuleCode("COR999"), Severity.WARNING, "25 % of the articles name their source; at least 60 % should."),
]


def many(count: int) -> list[IndexRow]:
    """Lines of an index, with outlets, causes, dates and languages in fixed turns."""
    verdicts, tongues = ("FAILED", "WARNED", "PASSED", "PASSED"), ("en", "zh", "nb", "ar", "de")
    causes = (Cause("NAV901", "error", 2), Cause("DAT901", "warning", 1), Cause("SRC901", "note", 1))
    return [
        IndexRow(
            path=f"wire/{n:05}.txt",
            href=f"wire/{n:05}.txt.html",
            verdict=verdicts[n % 4],
            headline=f"Headline number {n} about the harbour",
            publisher=f"Outlet {n % 40}",
            date=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",
            language=tongues[n % 5],
            charset="utf-8",
            causes=causes[n % 4 :],
            junk_share=n % 10 / 10,
        )
        for n in range(count)
    ]


def address(place: Path) -> str:
    """The file: address of a page."""
    return "file://" + quote(str(place))


def headlines(page: Page) -> list[str]:
    """The headlines that the list shows."""
    return page.locator("#list .card a").all_inner_texts()


def fact(page: Page, label: str) -> Locator:
    """The line of the provenance box under a label."""
    return page.locator(".facts > p, .facts > details").filter(has=page.locator(f"small:text-is('{label}')"))


def shown(page: Page, count: int) -> None:
    """Wait until the list shows so many articles."""
    from playwright.sync_api import expect

    expect(page.locator("#list .card")).to_have_count(count)


def copied(page: Page) -> None:
    """Wait until the page says that something was copied."""
    from playwright.sync_api import expect

    expect(page.locator("#said")).to_have_text("Copied")


def unmarked(page: Page) -> str:
    """The text of an article page with the marks taken away; tokens are turned back into the characters that they stand for."""
    codes = {shown: code for code, shown in SHORT.items()}
    found: str = page.evaluate(
        """codes => {
            const copy = document.querySelector("#text").cloneNode(true);
            copy.querySelectorAll("small, a, .k, summary, b").forEach(n => n.remove());
            const code = said => codes[said] ?? (said.startsWith("U+") ? parseInt(said.slice(2), 16) : 0xFFFD);
            copy.querySelectorAll("i").forEach(n => n.replaceWith(String.fromCodePoint(code(n.textContent))));
            return [...copy.querySelectorAll("p")].map(p => p.textContent).join("\\n");
        }""",
        codes,
    )
    return found
