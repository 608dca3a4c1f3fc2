"""NAV: what asks something of the reader, or stands for something that is not there."""

from __future__ import annotations

from checks.rules.navigation.leftover import PAGE, left_over


@left_over(
    "NAV011",
    "newsletter",
    "a newsletter sign-up",
    bad=["⟦Sign up for our newsletter⟧"],
    good=["The parish newsletter, printed on one sheet, had announced the feast a month before."],
)
def left_over_newsletter_form() -> None:
    """A newsletter sign-up was left in the file.

    Prompts for an e-mail address often stand between two paragraphs, where they cut a thought in half.

    To do: delete the lines.
    """


@left_over(
    "NAV012",
    "consent",
    "a consent or privacy notice",
    bad=[PAGE + "\n⟦We use cookies\nAccept all cookies\nCookie settings⟧\n"],
    good=["Children sold cookies on the quay to pay for the new sails of the school boat."],
)
def left_over_consent_notice() -> None:
    """A notice on cookies or privacy was left in the file.

    Consent notices are long, read like prose and belong to the site, not to the article.

    To do: delete the lines.
    """


@left_over(
    "NAV013",
    "paywall",
    "a subscription prompt",
    bad=[PAGE + "\n⟦Subscribe now\nAlready a subscriber? Sign in⟧\n"],
    good=["Each subscriber to the lifeboat fund received a small brass medal with the ship's name."],
)
def left_over_paywall_prompt() -> None:
    """A prompt to subscribe was left in the file.

    It may mean that the text behind it is missing: look whether the article ends there.

    To do: delete the lines, and fetch the whole article if it is cut.
    """


@left_over(
    "NAV014",
    "ad",
    "an advertisement mark",
    bad=["⟦Advertisement⟧"],
    good=["An advertisement in the window asked for a cook who did not mind the sea."],
)
def left_over_advertising() -> None:
    """An advertisement, or the mark of one, was left in the file.

    The word that marks an advertisement stands between paragraphs.

    To do: delete the lines.
    """


@left_over(
    "NAV015",
    "placeholder",
    "a placeholder",
    bad=["⟦[widget_12]⟧"],
    good=["The sign read [closed], in brackets, as if it were a thought and not a fact."],
)
def left_over_placeholder() -> None:
    """A placeholder stood where the page had nothing to show.

    Template marks and notices of missing content are left by scripts that never ran.

    To do: delete the lines.
    """
