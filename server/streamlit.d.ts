// What the first page tells Streamlit's frontend, see pages.py.
interface Window {
  __streamlit: { BACKEND_BASE_URL: string };
}
