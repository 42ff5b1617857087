"""The command line: one file for each command, which reads its options, calls the library, formats, and says how it ended."""
