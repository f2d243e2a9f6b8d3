"""What the server adds: the files of static/, and headers that keep a page from reaching outside."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.assets import make_offline
from geo.paths import STATIC

# Streamlit and st_folium both evaluate scripts of their own, hence the two 'unsafe' words; no word lets a page
# load or send anything beyond this server.
LOCAL_ONLY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' ws: wss:",
    "worker-src": "'self' blob:",
    "frame-ancestors": "'self'",
    "form-action": "'self'",
    "base-uri": "'self'",
    "object-src": "'none'",
}
# Where folium's scripts and styles live in public, for a machine on which set-up could not fetch them.
PUBLIC_ADDRESSES = "https://cdn.jsdelivr.net https://code.jquery.com https://cdnjs.cloudflare.com"


def content_policy(offline: bool) -> str:
    """Return the value of Content-Security-Policy; only an incomplete set-up opens it for folium's public addresses."""
    rules = dict(LOCAL_ONLY)
    if not offline:
        for name in ("script-src", "style-src"):
            rules[name] += " " + PUBLIC_ADDRESSES
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class SafeHeaders:
    """ASGI middleware that adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.offline = False  # looked at again until set-up has fetched everything

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                self.offline = self.offline or not make_offline()
                headers.setdefault("Content-Security-Policy", content_policy(self.offline))
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("X-Frame-Options", "SAMEORIGIN")
                headers.setdefault("Referrer-Policy", "same-origin")
            await send(message)

        await self.app(scope, receive, send_with_headers)


def safe_headers() -> Middleware:
    return Middleware(SafeHeaders)


def static_files() -> Mount:
    """Serve static/ of the checkout at /app/static; Streamlit itself would look beside pages/main.py."""
    return Mount("/app/static", app=StaticFiles(directory=STATIC, check_dir=False), name="static")
