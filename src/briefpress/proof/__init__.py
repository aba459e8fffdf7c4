"""Proof: a ledger of every number printed, the data inside the file, and the check of one against the other.

Imported piece by piece, because a build needs no reader of pages and a reader no writer.
"""
