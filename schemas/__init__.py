"""The written agreements of copydesk: the report, the ledger, and what is expected of a delivery."""
