"""Findings for people and machines: one module for each format, all pure functions to text."""
