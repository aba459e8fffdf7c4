"""Facts, quantities, dates and formulas as text with claims: the door to what the pages and charts print."""

from __future__ import annotations

from briefpress.language.formulas import formula_text
from briefpress.language.hedging import TableParts, Told, table_parts, tell, tell_date, tell_quantity, told

__all__ = ["TableParts", "Told", "formula_text", "table_parts", "tell", "tell_date", "tell_quantity", "told"]
