"""The many addresses of one document: what wraps one, what only tracks readers, and one key for all that lead to the same."""
