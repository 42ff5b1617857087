"""Where quotes stand in the texts that they are taken from."""
