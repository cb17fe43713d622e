"""What the documents of Zuid-Holland Zuid say, computed."""
