#!/bin/sh
# Matches a CSV file with openssl 3 and curl: SERVER, CLIENT, KEY (Ed25519, PEM) and KID from the environment; FILE, REFERENCE and ROWS as
# arguments. Goes on where an earlier run was cut off (MATCHING=<id>). Writes the result to FILE.result.csv, the report to FILE.report.csv.
set -eu
: "${SERVER:?}" "${CLIENT:?}" "${KEY:?}" "${KID:?}"
file=$1 reference=$2 rows=$3 part=${PART:-4194304}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }

# A token lives five minutes: a new one for each step is the simple way.
token() {
  now=$(date +%s)
  header=$(printf '{"alg":"EdDSA","kid":"%s"}' "$KID" | base64url)
  claims=$(printf '{"iss":"%s","sub":"%s","aud":"%s","jti":"%s","iat":%d,"exp":%d}' \
    "$CLIENT" "$CLIENT" "$SERVER" "$(openssl rand -hex 16)" "$now" "$((now + 60))" | base64url)
  printf '%s.%s' "$header" "$claims" > "$work/statement"
  signature=$(openssl pkeyutl -sign -rawin -inkey "$KEY" -in "$work/statement" | base64url)
  curl -fsS "$SERVER/v1/token" --data-urlencode grant_type=client_credentials \
    --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data-urlencode "client_assertion=$header.$claims.$signature" | field access_token
}

ask() {
  method=$1 path=$2
  shift 2
  curl -sS --fail-with-body -X "$method" "$SERVER$path" -H "authorization: Bearer $(token)" "$@"
}
post() {
  path=$1
  shift
  ask POST "$path" -H "idempotency-key: $(openssl rand -hex 16)" -H 'content-type: application/json' "$@"
}

id=${MATCHING:-$(post /v1/matchings -d "{\"purpose\":\"public_service\",\"basis\":\"contract\",\"unit\":\"KC Contoh\",
  \"endUser\":\"petugas-7\",\"reference\":\"$reference\",\"expectedRows\":$rows}" | field id)}
echo "matching $id" >&2

size=$(($(wc -c < "$file")))
received=$(ask GET "/v1/matchings/$id" | field received)
while [ "$received" -lt "$size" ]; do
  tail -c "+$((received + 1))" "$file" | head -c "$part" > "$work/part"
  sum=$(openssl dgst -sha256 -r "$work/part" | cut -d' ' -f1)
  received=$(ask PUT "/v1/matchings/$id/parts?offset=$received&sha256=$sum" -H 'content-type: application/octet-stream' \
    --data-binary "@$work/part" | field received)
done
post "/v1/matchings/$id/handing-in" -d '{}' > /dev/null

while :; do
  state=$(ask GET "/v1/matchings/$id" | field state)
  case $state in
    done) break ;;
    # Beyond the package, or being looked at: an officer decides, which may take a day.
    running | approval | held) sleep "${WAIT:-5}" ;;
    *) echo "the matching is $state" >&2; exit 1 ;;
  esac
done
ask GET "/v1/matchings/$id/result" -o "$file.result.csv"
ask GET "/v1/matchings/$id/report" -o "$file.report.csv"
