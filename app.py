"""The server: the pages, and beside them the routes of geo.web and the browser's own files.

Run it with `streamlit run app.py`.
"""

import streamlit as st

from geo import web
from geo.ui.frame import explain_unforeseen
from geo.ui.server import safe_headers, static_files

app = st.App(
    "pages/main.py",
    routes=[*web.routes, static_files()],
    middleware=[safe_headers()],
    on_script_error=explain_unforeseen,
)
