"""Reading: bytes of files made into plain values with places, and what is wrong with them."""
