"""A story becomes PDF bytes: fonts, the tagging canvas, the structure tree and what standards ask of the file."""
