"""The dataset: which tables and fields there are, how they are read, and how they are handed out."""
