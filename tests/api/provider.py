"""A small identity provider on a loopback port: discovery, keys, codes with PKCE, tokens."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlparse

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.api.processes import free_port


@dataclass
class SmallProvider:
    """What it signs, and the requests that wait for their code to be redeemed."""

    port: int = field(default_factory=free_port)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1"}))
    changes: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    signing: RSAKey | None = None

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def sign_in(self, address: str, subject: str) -> tuple[str, str]:
        """Do what a person does on the provider's page; return code and state."""
        asked = {name: values[0] for name, values in parse_qs(urlparse(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = {**asked, "sub": subject}
        return code, asked["state"]

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def metadata() -> dict[str, str]:
            found = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys"}
            found["authorization_endpoint"] = f"{self.issuer}/authorize"
            found["token_endpoint"] = f"{self.issuer}/token"
            return found

        @app.get("/keys")
        def keys() -> dict[str, Any]:
            return {"keys": [self.key.as_dict(private=False)]}

        @app.post("/token")
        async def token(request: Request) -> dict[str, Any]:
            form = parse_qs((await request.body()).decode())
            asked = self.codes.pop(form["code"][0], None)
            given = hashlib.sha256(form["code_verifier"][0].encode()).digest()
            challenge = base64.urlsafe_b64encode(given).rstrip(b"=").decode()
            if asked is None or asked["code_challenge"] != challenge:
                raise HTTPException(400, "invalid_grant")
            claims = {
                "iss": self.issuer,
                "aud": asked["client_id"],
                "sub": asked["sub"],
                "nonce": asked["nonce"],
                "exp": int(time.time()) + 60,
                **self.changes,
            }
            header = {"alg": "RS256", "kid": "k1"}
            signed = jwt.encode(header, claims, self.signing or self.key)
            return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

        return app


@contextmanager
def provider() -> Iterator[SmallProvider]:
    """Give a provider that listens."""
    found = SmallProvider()
    config = uvicorn.Config(found.app(), "127.0.0.1", found.port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield found
    server.should_exit = True
    thread.join()
