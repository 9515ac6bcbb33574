"""The grammar: how anything happens here."""
