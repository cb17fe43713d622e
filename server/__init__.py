"""Serves the app: Streamlit's own ASGI app, with the first page, files, headers, limits and health around it.

Only what is listed in `server.app` reaches Streamlit; every other path gets the Dutch 404 page.
"""
