"""Pure text: numbers, dates, phrases and prose, in the brief's language."""
