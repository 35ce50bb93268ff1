#!/usr/bin/env python3
"""Asks one question with Python 3.9 and openssl 3, nothing else: SERVER, CLIENT (the institution's id), KEY (an Ed25519 private key in
PEM) and KID from the environment, the question as JSON on standard input. API=/v1/sandbox asks the published test numbers instead.
"""
import base64
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

SERVER, CLIENT, KEY, KID = (os.environ[name] for name in ("SERVER", "CLIENT", "KEY", "KID"))
API = os.environ.get("API", "/v1")


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sign(words: str) -> bytes:
    """Ed25519 by openssl, which reads what it signs from a file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(words.encode())
        file.flush()
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", KEY, "-in", file.name]
        return subprocess.run(command, check=True, capture_output=True).stdout


def assertion() -> str:
    """A statement who we are (RFC 7523), good for a minute and once."""
    now = int(time.time())
    claims = {"iss": CLIENT, "sub": CLIENT, "aud": SERVER, "jti": secrets.token_hex(16), "iat": now, "exp": now + 60}
    words = ".".join(base64url(json.dumps(part).encode()) for part in ({"alg": "EdDSA", "kid": KID}, claims))
    return f"{words}.{base64url(sign(words))}"


def post(path: str, body: bytes, headers: dict) -> dict:
    request = urllib.request.Request(SERVER + API + path, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        # A refusal says by its code what is wrong, and what to do.
        sys.exit(f"{refused.code} {refused.read().decode()}")


def token() -> str:
    """A token of five minutes: keep it, and ask for the next one before it ends."""
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion(),
    }
    body = urllib.parse.urlencode(form).encode()
    return post("/token", body, {"content-type": "application/x-www-form-urlencoded"})["access_token"]


headers = {"authorization": f"Bearer {token()}", "content-type": "application/json"}
print(json.dumps(post("/verifications", sys.stdin.buffer.read(), headers)))
