"""Pages to look at, and a browser to look with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checks.out.html import Shares, write_delivery, write_index, write_site
from checks.rules.company import COMPANY
from tests.pages import made
from tests.pages.browsing import CHROMIUM, FOUND, address, many

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of one article of each kind."""
    out = tmp_path_factory.mktemp("site")
    reports = made.delivery()
    rows = write_site(out, ((one.statement, one.document) for one in reports), rules=made.RULES)
    write_delivery(out, FOUND, rows, rules=[*made.RULES, *COMPANY], before=Shares(0.5, 0.25, 0.5, 0.5, 0.5))
    return out


@pytest.fixture(scope="session")
def big_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of 20,000 articles, and beside it the plain lists."""
    out = tmp_path_factory.mktemp("big")
    write_index(out, many(20_000), rules=made.RULES)
    return out / "index.html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file as a page; afterwards no page may have complained, or asked for anything but files."""
    faults: list[str] = []
    contexts = []

    def dismissed(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(place: Path, fragment: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", dismissed)
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(address(place) + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
