"""OpenID Connect by discovery: Entra ID, Ansattporten, or any provider that keeps the standard.

The code flow with PKCE (RFC 7636), state and nonce; the identity token is checked by the provider's
published keys (OpenID Connect Core 1.0, 3.1.3.7). HelseID's PAR and DPoP are out of scope.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any

import structlog
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from httpx2 import Client, HTTPError
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from api.settings import OpenIdConnect

log = structlog.get_logger("oidc")
KEPT_S = 3600.0  # seconds that a provider's metadata and keys are kept
PATIENCE_S = 10.0  # seconds for each of its answers
LEEWAY_S = 60  # seconds that its clock and ours may differ
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]


class ProviderError(Exception):
    """The provider does not answer, or what it says cannot be trusted."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What binds the way out to the way back."""

    state: str
    nonce: str
    verifier: str


class Provider:
    """One identity provider; its metadata and keys are fetched when they are first needed."""

    def __init__(self, settings: OpenIdConnect, redirect_uri: str) -> None:
        self.settings, self._redirect_uri = settings, redirect_uri
        self._lock = threading.Lock()
        self._metadata: dict[str, Any] = {}
        self._keys: KeySet | None = None
        self._fetched = -KEPT_S

    def address(self, attempt: Attempt) -> str:
        """Return where the browser signs in.

        Raises
        ------
        ProviderError
            When the provider does not answer.
        """
        metadata, _ = self._known()
        with self._client() as client:
            address, _state = client.create_authorization_url(
                metadata["authorization_endpoint"],
                state=attempt.state,
                nonce=attempt.nonce,
                code_verifier=attempt.verifier,
            )
        return str(address)

    def subject(self, code: str, attempt: Attempt) -> str:
        """Return who has signed in, as issuer and claim; unknown elsewhere, so with the issuer.

        Raises
        ------
        ProviderError
            When the code is refused or the token cannot be trusted.
        """
        metadata, keys = self._known()
        try:
            with self._client() as client:
                token = client.fetch_token(
                    metadata["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=attempt.verifier,
                )
            found = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS)
            self._registry(attempt).validate(found.claims)
            return self.subject_of(str(found.claims[self.settings.claim]))
        except (OAuthError, HTTPError, JoseError, KeyError, ValueError) as error:
            log.warning("refused", error=type(error).__name__)
            raise ProviderError(type(error).__name__) from error

    def subject_of(self, claim: str) -> str:
        """Return the subject that an account holds for a claim's value."""
        return f"{self.settings.issuer}#{claim}"

    def _registry(self, attempt: Attempt) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": self.settings.issuer},
            aud={"essential": True, "value": self.settings.client_id},
            exp={"essential": True},
            nonce={"essential": True, "value": attempt.nonce},
        )

    def _client(self) -> OAuth2Client:
        return OAuth2Client(
            self.settings.client_id,
            self.settings.client_secret,
            scope=self.settings.scope,
            redirect_uri=self._redirect_uri,
            code_challenge_method="S256",
            timeout=PATIENCE_S,
        )

    def _known(self) -> tuple[dict[str, Any], KeySet]:
        with self._lock:
            if self._keys is None or time.monotonic() - self._fetched > KEPT_S:
                self._fetch()
            assert self._keys is not None
            return self._metadata, self._keys

    def _fetch(self) -> None:
        issuer = self.settings.issuer.rstrip("/")
        try:
            with Client(timeout=PATIENCE_S) as client:
                answer = client.get(f"{issuer}/.well-known/openid-configuration")
                metadata = answer.raise_for_status().json()
                keys = client.get(metadata["jwks_uri"]).raise_for_status().json()
            known = KeySet.import_key_set(keys)
        except (HTTPError, JoseError, KeyError, ValueError) as error:
            raise ProviderError(f"discovery: {type(error).__name__}") from error
        if metadata.get("issuer") != self.settings.issuer:
            raise ProviderError("discovery: another issuer")
        self._metadata, self._keys = metadata, known
        self._fetched = time.monotonic()
