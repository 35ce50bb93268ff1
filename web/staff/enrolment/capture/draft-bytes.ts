/** One captured thing as bytes and back: a length, what is known of it as JSON, then its picture and its template. Pure. */
import type { Captured } from './captured.ts';

interface Head extends Omit<Captured, 'picture' | 'template'> {
  readonly picture: {
    readonly mediaType: NonNullable<Captured['picture']>['mediaType'];
    readonly length: number;
  } | null;
  readonly template: { readonly format: NonNullable<Captured['template']>['format']; readonly length: number } | null;
}

export function packDraft(item: Captured): Uint8Array<ArrayBuffer> {
  const { picture, template } = item;
  const head = new TextEncoder().encode(
    JSON.stringify({
      ...item,
      picture: picture && { mediaType: picture.mediaType, length: picture.bytes.length },
      template: template && { format: template.format, length: template.bytes.length },
    } satisfies Head),
  );
  const parts = [head, picture?.bytes ?? new Uint8Array(0), template?.bytes ?? new Uint8Array(0)];
  const all = new Uint8Array(4 + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(all.buffer).setUint32(0, head.length);
  let at = 4;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Only reads what `packDraft` wrote: the seal around it says that it did. */
export function unpackDraft(bytes: Uint8Array): Captured {
  const headAt = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headAt))) as Head;
  const templateAt = headAt + (head.picture?.length ?? 0);
  return {
    ...head,
    picture: head.picture && { mediaType: head.picture.mediaType, bytes: bytes.slice(headAt, templateAt) },
    template: head.template && {
      format: head.template.format,
      bytes: bytes.slice(templateAt, templateAt + head.template.length),
    },
  };
}
