"""From the CSV files that people read and correct to the Parquet files that the app reads. Runs offline, by `make
data`.
"""
