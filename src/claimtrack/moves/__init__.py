"""What a desk does with its records as a whole: start, build."""
