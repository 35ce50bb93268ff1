import type { Messages } from '../text/index.ts';

export const id = {
  'message.address_malformed':
    'Alamat surel atau nomor telepon tidak sesuai. Contoh: nama@contoh.id atau +628120000000.',
} as const satisfies Messages;
