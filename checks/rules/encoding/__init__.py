"""ENC: what happened to the bytes and characters of a file."""

from checks.rules.encoding.charset import (
    ambiguous_encoding,
    damaged_bytes,
    false_declaration,
    legacy_encoding,
    mixed_encodings,
    not_a_text,
    storage_pointer,
)
from checks.rules.encoding.controls import (
    byte_order_mark_inside,
    control_characters,
    direction_overrides,
    hidden_text,
    invisible_characters,
    null_characters,
    unclosed_direction,
    zero_width_in_words,
)
from checks.rules.encoding.forms import decomposed_letters, folded_punctuation, presentation_forms, stacked_marks
from checks.rules.encoding.leftovers import (
    escaped_characters,
    html_entities,
    html_tags,
    mixed_line_ends,
    odd_line_ends,
    unfilled_template,
)
from checks.rules.encoding.letters import letters_of_two_scripts, private_characters, unassigned_characters
from checks.rules.encoding.manifests import broken_provenance_manifest, provenance_manifest
from checks.rules.encoding.scrambled import (
    lost_characters,
    mojibake,
    old_font_text,
    question_marks_for_letters,
    quotes_turned_controls,
)

__all__ = [
    "ambiguous_encoding",
    "broken_provenance_manifest",
    "byte_order_mark_inside",
    "control_characters",
    "damaged_bytes",
    "decomposed_letters",
    "direction_overrides",
    "escaped_characters",
    "false_declaration",
    "folded_punctuation",
    "hidden_text",
    "html_entities",
    "html_tags",
    "invisible_characters",
    "legacy_encoding",
    "letters_of_two_scripts",
    "lost_characters",
    "mixed_encodings",
    "mixed_line_ends",
    "mojibake",
    "not_a_text",
    "null_characters",
    "odd_line_ends",
    "old_font_text",
    "presentation_forms",
    "private_characters",
    "provenance_manifest",
    "question_marks_for_letters",
    "quotes_turned_controls",
    "stacked_marks",
    "storage_pointer",
    "unassigned_characters",
    "unclosed_direction",
    "unfilled_template",
    "zero_width_in_words",
]
