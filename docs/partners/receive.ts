/**
 * Receives webhooks and believes only what is genuine (Standard Webhooks 1.0), with nothing but Node: SECRET (`whsec_...`, two of them with
 * a blank between while one follows the other) and PORT from the environment. Put TLS before it. Prints each event once.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

const { SECRET = '', PORT = '8099' } = process.env;
const TOLERANCE_SECONDS = 300;
const keys = SECRET.split(' ').map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));

/** Whether these very bytes were signed with the secret, a short while ago. Check before you parse. */
function isGenuine(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const [id, at, given] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`] ?? ''));
  if (!/^\d+$/.test(at!) || Math.abs(Date.now() / 1000 - Number(at)) > TOLERANCE_SECONDS) return false;
  const ours = keys.map((key) => createHmac('sha256', key).update(`${id}.${at}.`).update(body).digest());
  const theirs = given!
    .split(' ')
    .flatMap((each) => (each.startsWith('v1,') ? [Buffer.from(each.slice(3), 'base64')] : []));
  return theirs.some((one) => ours.some((other) => one.length === other.length && timingSafeEqual(one, other)));
}

/** Ids that were seen: the same event may come again. Keep them in your database. */
const seen = new Set<string>();

const server = createServer((request, response) => {
  void buffer(request).then((body) => {
    if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
    const id = String(request.headers['webhook-id']);
    // Answer at once, work afterwards: whoever waits for longer than 15 seconds sends it again.
    response.writeHead(204).end();
    if (seen.has(id)) return response;
    seen.add(id);
    console.log(JSON.stringify({ id, ...(JSON.parse(body.toString()) as object) }));
    return response;
  });
});
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  console.error(`listening on ${typeof address === 'object' ? address?.port : address}`);
});
