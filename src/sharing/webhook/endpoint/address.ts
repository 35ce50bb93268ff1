/** What may stand as an address. What its name leads to is looked at each time it is called (`core/egress`). */
import { isIP } from 'node:net';
import { refuse } from '../refusals.ts';

/** Names that no public name server knows, or should (RFC 2606, 6761, 6762, 8375, 9476). */
const INNER = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home.arpa', 'alt', 'onion', 'test', 'invalid'];
const MOST_LETTERS = 500;

export interface Address {
  readonly url: string;
  readonly host: string;
}

/** @throws Refusal `webhook.address_https`, `webhook.address_internal` */
export function readAddress(text: string): Address {
  const url = URL.parse(text.trim());
  const plain = url?.protocol === 'https:' && !url.username && !url.password && url.port === '' && url.hash === '';
  if (!url || !plain || url.href.length > MOST_LETTERS) throw refuse('webhook.address_https');
  const host = url.hostname.replace(/\.$/, '');
  const number = isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  const inner = !host.includes('.') || INNER.some((name) => host === name || host.endsWith(`.${name}`));
  if (number || inner) throw refuse('webhook.address_internal');
  return { url: url.href, host: url.hostname };
}
