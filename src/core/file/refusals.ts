import { refuser, type RefusalTable } from '../refusal/index.ts';

export const refusals = {
  'file.empty': { status: 422, when: 'a file of no bytes was sent' },
  'file.kind_not_accepted': {
    status: 415,
    when: 'by its content the file is none of the accepted kinds (a program, a web page, SVG, ...)',
  },
  'file.not_what_it_says': { status: 422, when: "the file's name ends otherwise than its content" },
  'file.too_large': { status: 413, when: 'the file has more bytes than its kind may have' },
  'file.picture_too_large': { status: 422, when: 'the picture has more pixels than we open' },
  'file.cut_short': { status: 422, when: "the file's end is missing or a sum inside does not agree" },
  'file.locked': { status: 422, when: 'the PDF is encrypted' },
  'file.has_program': { status: 422, when: 'the PDF carries a program or starts one' },
  'file.not_found': { status: 404, when: 'no file with this id, or none that the officer may see' },
  'file.erased': { status: 410, when: 'the person was erased on a legal ground, and the file with him' },
  'file.person_erased': { status: 409, when: 'a file is to be kept for a person who was erased: no key seals it' },
  'file.unreadable': { status: 410, when: "the file's key is gone (the person was erased) or its bytes were altered" },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
