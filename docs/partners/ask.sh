#!/bin/sh
# Asks one question with openssl 3 and curl: SERVER, CLIENT (the institution's id), KEY (an Ed25519 private key in PEM) and KID from the
# environment, the question as JSON on standard input. API=/v1/sandbox asks the published test numbers instead.
set -eu
: "${SERVER:?}" "${CLIENT:?}" "${KEY:?}" "${KID:?}" "${API:=/v1}"

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
statement=$(mktemp)
trap 'rm -f "$statement"' EXIT

now=$(date +%s)
header=$(printf '{"alg":"EdDSA","kid":"%s"}' "$KID" | base64url)
claims=$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%s","iat":%d,"exp":%d}' \
  "$CLIENT" "$CLIENT" "$SERVER" "$(openssl rand -hex 16)" "$now" "$((now + 60))" | base64url)
printf '%s.%s' "$header" "$claims" > "$statement"
signature=$(openssl pkeyutl -sign -rawin -inkey "$KEY" -in "$statement" | base64url)

token=$(curl -fsS "$SERVER$API/token" \
  --data-urlencode grant_type=client_credentials \
  --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  --data-urlencode "client_assertion=$header.$claims.$signature" |
  sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')

curl -sS --fail-with-body "$SERVER$API/verifications" -H "authorization: Bearer $token" -H 'content-type: application/json' --data-binary @-
