#!/usr/bin/env python3
"""Receives webhooks and believes only what is genuine (Standard Webhooks 1.0), with nothing but Python 3.9: SECRET (`whsec_...`, two of
them with a blank between while one follows the other) and PORT from the environment. Put TLS before it. Prints each event once.
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 300
KEYS = [base64.b64decode(secret.removeprefix("whsec_")) for secret in os.environ["SECRET"].split(" ")]
# Ids that were seen: the same event may come again. Keep them in your database.
SEEN = set()


def is_genuine(headers, body: bytes) -> bool:
    """Whether these very bytes were signed with the secret, a short while ago. Check before you parse."""
    number, at, given = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not at.isascii() or not at.isdigit() or abs(time.time() - int(at)) > TOLERANCE_SECONDS:
        return False
    words = f"{number}.{at}.".encode() + body
    ours = [base64.b64encode(hmac.new(key, words, hashlib.sha256).digest()) for key in KEYS]
    theirs = [each[3:].encode() for each in given.split(" ") if each.startswith("v1,")]
    return any(hmac.compare_digest(one, other) for one in theirs for other in ours)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        genuine = is_genuine(self.headers, body)
        # Answer at once, work afterwards: whoever waits for longer than 15 seconds sends it again.
        self.send_response(204 if genuine else 401)
        self.end_headers()
        number = self.headers.get("webhook-id", "")
        if genuine and number not in SEEN:
            SEEN.add(number)
            print(json.dumps({"id": number, **json.loads(body)}), flush=True)

    def log_message(self, *_) -> None:
        """What comes is nobody's log's business."""


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8099"))), Receiver)
print(f"listening on {server.server_port}", file=sys.stderr, flush=True)
server.serve_forever()
