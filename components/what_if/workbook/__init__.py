"""The what-if as one workbook that computes by itself, so that a reader can follow and change it without the app."""
