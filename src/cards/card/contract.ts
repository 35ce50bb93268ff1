/** Routes of cards. Serials and UIDs travel as text. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { INTAKE_CAUSES, STRENGTHS } from './handover/rules.ts';
import { CONTACT_LANGUAGES } from './holder/rules.ts';
import { PRINT_FAULTS } from './print/rules.ts';
import {
  blankShape,
  cardShape,
  contactShape,
  hereShape,
  personRefShape,
  queuedShape,
  reasonShape,
  requestKindShape,
  textShape,
  tracedCardShape,
} from './schema.ts';

const params = z.object({ id: z.uuid() });
const person = z.object({ ref: personRefShape });
const nothing = z.void();

export const requestCardContract = contract({
  method: 'POST',
  path: '/v1/cards/requests',
  summary: { id: 'Ajukan KTP-el di loket', en: 'Ask for a card at the counter' },
  body: z.object({
    ref: personRefShape,
    kind: requestKindShape,
    disaster: z.boolean().optional(),
    policeLetter: textShape(60).nullable().optional(),
    note: textShape(500).nullable().optional(),
    contact: contactShape.nullable().optional(),
    language: z.enum(CONTACT_LANGUAGES).default('id'),
  }),
  output: z.object({ id: z.string(), priority: z.number(), number: z.string() }),
});

export const keepContactContract = contract({
  method: 'PUT',
  path: '/v1/residents/:ref/card-contact',
  summary: { id: 'Catat kontak pemegang kartu', en: "Take down where messages to a card's holder go" },
  params: person,
  body: z.object({ contact: contactShape, language: z.enum(CONTACT_LANGUAGES).default('id') }),
  output: z.object({ masked: z.string() }),
});

export const listRequestsContract = contract({
  method: 'GET',
  path: '/v1/cards/requests',
  summary: { id: 'Antrean cetak kantor ini', en: "This office's queue for printing" },
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ waiting: z.number(), requests: z.array(queuedShape) }),
});

export const withdrawRequestContract = contract({
  method: 'POST',
  path: '/v1/cards/requests/:id/withdrawal',
  summary: { id: 'Batalkan permintaan kartu', en: 'Withdraw a request for a card' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const beginPrintingContract = contract({
  method: 'POST',
  path: '/v1/cards/requests/:id/printing',
  summary: { id: 'Ambil satu blangko dan cetak', en: 'Take a blank and print' },
  params,
  body: z.object({ what: blankShape }),
  output: z.object({ cardId: z.string(), serial: z.string(), uid: z.string().nullable() }),
});

export const printFailedContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/failure',
  summary: { id: 'Catat gagal cetak', en: 'Say that printing failed' },
  params,
  body: z.object({ fault: z.enum(PRINT_FAULTS), note: textShape(500).nullable().optional() }),
  output: nothing,
});

export const listHereContract = contract({
  method: 'GET',
  path: '/v1/cards/here',
  summary: { id: 'Kartu yang berada di kantor ini', en: 'The cards that lie at this office' },
  query: z.object({ card: z.uuid().optional() }),
  output: z.object({ cards: z.array(hereShape) }),
});

export const openFaceContract = contract({
  method: 'GET',
  path: '/v1/cards/:id/face',
  summary: { id: 'Muka kartu, sebagai SVG atau PDF', en: "The card's face, as SVG or PDF" },
  kind: 'file',
  params,
  query: z.object({ format: z.enum(['svg', 'pdf']).default('pdf') }),
  output: z.unknown(),
});

export const openChipContract = contract({
  method: 'GET',
  path: '/v1/cards/:id/chip',
  summary: { id: 'Isi cip kartu yang baru dicetak', en: "What is written to a new card's chip" },
  params,
  output: z.object({
    /** Numbers as in ICAO's logical data structure; bytes in base64. */
    groups: z.array(z.object({ number: z.number(), bytes: z.string() })),
    sod: z.string(),
    certificate: z.string(),
  }),
});

export const verifyHolderContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/verification',
  summary: { id: 'Cocokkan jari atau wajah pemegang kartu', en: "Compare the holder's finger or face" },
  params,
  body: z.object({
    modality: z.enum(['finger', 'face']),
    position: z.number().int().min(0).max(10),
    /** The template that the station made, in base64. */
    template: z.base64().max(60_000),
    quality: z.number().int().min(0).max(100),
  }),
  output: z.object({ strength: z.enum(STRENGTHS), matches: z.boolean() }),
});

export const releaseCardContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/release',
  summary: { id: 'Lepas kartu tanpa pencocokan', en: 'Release a card without comparison' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const keepProxyLetterContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/proxy-letter',
  summary: { id: 'Simpan surat kuasa pengambilan', en: "Keep a proxy's letter" },
  kind: 'upload',
  params,
  output: z.object({ fileId: z.string() }),
});

export const handOverContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/handover',
  summary: { id: 'Serahkan kartu', en: 'Hand a card over' },
  params,
  body: z.object({
    proxy: z
      .object({ name: textShape(60), letterFileId: z.uuid() })
      .nullable()
      .optional(),
    /** Whether the old card was given back; `null` where there was none. */
    oldTaken: z.boolean().nullable().default(null),
  }),
  output: z.object({ how: z.enum(['finger', 'face', 'released']) }),
});

export const takeInCardContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/intake',
  summary: { id: 'Tarik kartu rusak atau invalid', en: 'Take in a damaged or invalid card' },
  params,
  body: z.object({ cause: z.enum(INTAKE_CAUSES) }),
  output: nothing,
});

export const reportLossContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/loss',
  summary: { id: 'Bekukan kartu yang dilaporkan hilang', en: 'Suspend a card that is reported lost' },
  params,
  body: z.object({}),
  output: z.object({ liftUntil: z.string() }),
});

export const liftLossContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/loss/lifting',
  summary: { id: 'Aktifkan kembali kartu yang ditemukan', en: 'Lift the suspension of a card that was found' },
  params,
  /** Whether the holder shows the card at the counter; from afar there are 72 hours. */
  body: z.object({ shown: z.boolean() }),
  output: nothing,
});

export const declareLostContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/loss/declaration',
  summary: { id: 'Nyatakan kartu hilang', en: 'Declare a card lost' },
  params,
  body: z.object({ policeLetter: textShape(60) }),
  output: nothing,
});

export const traceCardContract = contract({
  method: 'POST',
  path: '/v1/cards/trace',
  summary: { id: 'Telusuri kartu menurut NIK, nomor seri, atau UID', en: 'Trace a card by NIK, serial or UID' },
  repeatable: true,
  body: z.object({ what: blankShape }),
  output: z.object({ cards: z.array(tracedCardShape) }),
});

export const issueLetterContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/temporary-letter',
  summary: { id: 'Terbitkan surat keterangan pengganti KTP-el', en: 'Issue a temporary letter' },
  params: person,
  body: z.object({}),
  output: z.object({ documentId: z.string(), number: z.string(), validUntil: z.string(), issued: z.boolean() }),
});

export const openLetterContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/temporary-letter',
  summary: { id: 'Buka surat keterangan yang berlaku', en: 'Open the temporary letter in force' },
  kind: 'file',
  params: person,
  output: z.unknown(),
});

export const listCardsContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/cards',
  summary: { id: 'Kartu milik seseorang', en: "A person's cards" },
  params: person,
  output: z.object({
    cards: z.array(cardShape),
    request: z
      .object({
        id: z.string(),
        number: z.string().nullable(),
        kind: requestKindShape,
        state: z.enum(['waiting', 'made']),
        priority: z.number(),
        here: z.boolean(),
      })
      .nullable(),
    /** Where messages go, masked. */
    contact: z.string().nullable(),
  }),
});
