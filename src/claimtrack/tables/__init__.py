"""The records of a desk as tables: flat rows for data frames, and what a notebook shows of a project."""
