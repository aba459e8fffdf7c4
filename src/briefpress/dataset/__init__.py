"""Dataset folders: read, written back, and made anew."""

from briefpress.dataset.load import Loaded, load
from briefpress.dataset.new import write_new
from briefpress.dataset.save import save
from briefpress.dataset.unparse import unparse

__all__ = ["Loaded", "load", "save", "unparse", "write_new"]
