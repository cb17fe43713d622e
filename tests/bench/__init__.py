"""The app beside the same thing built in Dash, in one run: `make bench`."""
