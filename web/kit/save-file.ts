import type { ReceivedFile } from './client.ts';

const KEPT_MS = 60_000;

/** Hands a file that came with an answer to the browser, which saves it where it saves downloads. */
export function saveFile({ name, blob }: ReceivedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
