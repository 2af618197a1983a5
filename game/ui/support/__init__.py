"""What several wings lean on and that knows none of them."""
