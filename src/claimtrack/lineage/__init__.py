"""Where sources come from: which of them are the same document, who has the information from whom, and whose it is in the end."""
