"""Fact-checks as code: claims as YAML under git, checked, reviewed and rendered as a site."""

__version__ = "0.1.0"
