"""What a desk does in practice, in figures: how much it publishes, about whom and what, and what its checks rest on."""
