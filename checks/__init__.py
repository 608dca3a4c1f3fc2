"""copydesk checks article files and writes a provenance report for each."""
