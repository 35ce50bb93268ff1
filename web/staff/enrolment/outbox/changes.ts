/** What one tab tells the others, and itself, about the outbox. */
const CHANNEL = 'jatidiri.kotak-kirim';

export type Change =
  | { readonly of: 'list' }
  /** Somebody pressed "send now", or a packet was added. */
  | { readonly of: 'wake' }
  | { readonly of: 'progress'; readonly id: string; readonly sent: number };

export function tell(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

export function hear(listener: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event) => listener(event.data as Change));
  return () => channel.close();
}
