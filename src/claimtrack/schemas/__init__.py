"""JSON Schemas of a desk's records, for editors."""
