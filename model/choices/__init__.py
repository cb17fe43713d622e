"""The 462 scale choices: their classes, what is usual, who is alike."""
