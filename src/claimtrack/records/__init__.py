"""What a claim, an article, a source and a desk are: frozen values that know no file, no YAML and no parent."""
