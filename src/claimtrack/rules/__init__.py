"""What holds between records: one module for each family of rules, one tuple for each family, one registry."""
