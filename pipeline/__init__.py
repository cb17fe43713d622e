"""From the CSV files that people read and correct to the Parquet files of the app; offline, by `make data`."""
