"""The history of records, as git has it: how a desk was at a time before, and who changed what since."""
