/** For tests of this room: connected institutions whose endpoints lie on a server of the test, reached by the house's own way out. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { newId } from '../../core/id/index.ts';
import { openEgress, type Egress } from '../../core/egress/index.ts';
import { publicActor, type Actor } from '../../core/access/index.ts';
import { many, sql } from '../../core/db/index.ts';
import { givenVerification, type GivenVerification } from '../verification/given-partner.ts';
import { addEndpoint } from './endpoint/endpoint.ts';
import { CHOICES } from './event/rules.ts';
import { send } from './send/job.ts';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server on loopback that answers as `answer` says, and keeps what came. */
export async function givenReceiver() {
  const received: Received[] = [];
  const given = {
    received,
    answer: (response: ServerResponse): unknown => response.writeHead(204).end(),
    port: 0,
  };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ path: request.url!, headers: request.headers, body: body.toString() });
      given.answer(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  given.port = (server.address() as AddressInfo).port;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return given;
}

/** Hosts of the test, and where they lead: a port on loopback, or an address of an inner network. */
export function leadTo(given: { house: GivenVerification['house'] }, hosts: Map<string, number | 'inner'>): void {
  const { webhooks } = given.house.ground;
  const egress = openEgress({
    allowed: async (host, purpose) => {
      const port = hosts.get(host);
      return (await webhooks.callsTo(host)) ? { host, purpose, ...(typeof port === 'number' && { port }) } : undefined;
    },
    resolve: async (host) => [{ address: hosts.get(host) === 'inner' ? '10.0.0.5' : '127.0.0.1', family: 4 }],
    testOnly: { loopback: 'plain' },
  });
  const ours: Egress = {
    fetch(url, call) {
      const port = hosts.get(new URL(url).hostname);
      return egress.fetch(
        typeof port === 'number' ? url.replace(/^https:\/\/([^/]+)/, `http://$1:${port}`) : url,
        call,
      );
    },
  };
  Object.assign(given.house.ground, { egress: ours });
}

/** Somebody of an institution, as the portal lets him act. */
export const personOf = (institutionId: string): Actor => ({
  ...publicActor('id'),
  kind: 'partner',
  id: newId(),
  pseudonym: 'orang-contoh',
  officeId: institutionId,
});

export async function givenWebhook() {
  const given = await givenVerification();
  const receiver = await givenReceiver();
  const hosts = new Map<string, number | 'inner'>([
    ['hook.example', receiver.port],
    ['inner.example', 'inner'],
  ]);
  leadTo(given, hosts);

  /** An endpoint of an institution, that chose everything unless said otherwise. */
  async function endpoint(institutionId: string, over: { url?: string; events?: readonly string[] } = {}) {
    const actor = personOf(institutionId);
    const id = newId();
    const input = { id, institutionId, url: `https://hook.example/${id}`, events: CHOICES, ...over };
    const { secret } = await given.transact(actor, (tx) => addEndpoint(tx, actor, input));
    return { id, institutionId, actor, secret };
  }

  /** What the job does, until nothing is due. */
  async function work(endpointId: string): Promise<void> {
    for (;;) {
      let errand = await given.system((tx) => send(tx, { endpointId }));
      if (!errand) return;
      while (errand) errand = await given.system(await errand());
    }
  }

  const deliveries = (endpointId: string) =>
    given.system((tx) =>
      many(
        tx,
        sql<{ kind: string; state: string; tries: number; outcome: string | null; nextAt: Date | null; body: string }>`
          select v.kind, d.state, d.tries, d.outcome, d.next_at as "nextAt", v.body
            from webhook.delivery d join webhook.event v on v.id = d.event_id where d.endpoint_id = ${endpointId} order by v.id`,
      ),
    );

  return { ...given, receiver, hosts, endpoint, work, deliveries };
}

export type GivenWebhook = Awaited<ReturnType<typeof givenWebhook>>;
