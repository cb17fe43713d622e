"""What every picture has: colours, words, tables, and how a browser part is put together."""
