import type { ReceivedFile } from '../kit/client.ts';

/** Hands a received file to the device, under the name that the server gave it. */
export function saveFile({ name, blob }: ReceivedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the bytes after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Opens a received picture or paper in a window beside this one. */
export function showFile({ blob }: ReceivedFile): void {
  const url = URL.createObjectURL(blob);
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
