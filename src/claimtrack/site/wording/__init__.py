"""Every word of the pages that does not come from a record, in German and in English."""
