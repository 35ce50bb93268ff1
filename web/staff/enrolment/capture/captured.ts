/** What was captured of a body so far, on this device only: each part of the capture page gives and takes these. */
import type { PackedItem } from '../../../../src/recording/enrolment/packet.ts';
import type { PICTURE_TYPES } from '../../../../src/recording/enrolment/schema.ts';
import {
  itemKey,
  type ExceptionReason,
  type Item,
  type TemplateFormat,
} from '../../../../src/recording/biometric/schema.ts';

/** One thing of a body: a picture, a template or both; or neither, with the reason why. */
export interface Captured extends Item {
  readonly picture: { readonly mediaType: (typeof PICTURE_TYPES)[number]; readonly bytes: Uint8Array } | null;
  readonly template: { readonly format: TemplateFormat; readonly bytes: Uint8Array } | null;
  /** 0 useless to 100 perfect; `null` where nobody judged it. */
  readonly quality: number | null;
  /** How often it was tried, this one included. */
  readonly tries: number;
  readonly exception: ExceptionReason | null;
}

/** What every part of the page is given: all that was captured, and the way to put or take away one thing. */
export interface CapturePart {
  readonly captured: readonly Captured[];
  /** Takes the place of what was captured of the same thing before. */
  readonly put: (item: Captured) => void;
  readonly remove: (item: Item) => void;
}

/** `captured` with `item` in its place. */
export function withItem(captured: readonly Captured[], item: Captured): Captured[] {
  return [...captured.filter((each) => itemKey(each) !== itemKey(item)), item];
}

/** As a packet has them: a template and its picture are two items of one thing, an exception is one without bytes. */
export function packedItems(captured: readonly Captured[]): PackedItem[] {
  return captured.flatMap(({ modality, position, quality, tries, exception, picture, template }): PackedItem[] => {
    const about = { modality, position, quality, tries, exception: null, format: null, mediaType: null };
    if (exception) return [{ about: { ...about, quality: null, exception }, bytes: new Uint8Array(0) }];
    const parts: PackedItem[] = [];
    if (template) parts.push({ about: { ...about, format: template.format }, bytes: template.bytes });
    if (picture) parts.push({ about: { ...about, mediaType: picture.mediaType }, bytes: picture.bytes });
    return parts;
  });
}
