import type { Messages } from '../text/index.ts';

export const en = {
  'document.data_malformed': 'The document cannot be made yet. Check these fields: {fields}.',
  'document.field_malformed': 'This field is empty or has another shape than it should.',
  'document.press_busy': 'Too many documents are being set. Try again in a moment; nothing is lost.',
  'document.not_found': 'This document was not found. Check its code.',
  'document.not_valid': 'This document was already replaced or cancelled and can no longer be changed.',
  'document.code_unreadable':
    'This is not the code of a population document, or it is cut. Scan the QR code on the document again.',
  'document.state.valid': 'valid',
  'document.state.replaced': 'replaced',
  'document.state.cancelled': 'cancelled',
} as const satisfies Messages;
