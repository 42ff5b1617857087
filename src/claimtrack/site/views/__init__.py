"""Views: what the pages show, as frozen values that templates can rely on; made by pure functions, tested without HTML."""
