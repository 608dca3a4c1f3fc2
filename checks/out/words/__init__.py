"""Catalogues of the words on the editors' pages, one TOML file per language."""
