"""What the product knows and computes: no drawing, no Streamlit."""
