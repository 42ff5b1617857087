"""Editing records: exact spans of an author's file are changed, verified by reading it again, and written atomically."""
