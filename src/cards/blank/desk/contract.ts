/** What the desks of a store ask besides: where blanks may go, who may keep a store, what a box holds, how far a handover is. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { spanShape, STORE_KINDS } from '../schema.ts';

const params = z.object({ id: z.uuid() });
const person = z.object({ id: z.string(), name: z.string() });

export const listDestinationsContract = contract({
  method: 'GET',
  path: '/v1/blanks/stores/:id/destinations',
  summary: { id: 'Gudang tujuan yang mungkin', en: 'Stores to which a store may send' },
  params,
  query: z.object({
    search: z.string().trim().max(80).optional(),
    /** Down and up its line, or to the neighbours to which a rebalancing may be proposed. */
    way: z.enum(['line', 'rebalancing']).default('line'),
  }),
  output: z.object({
    stores: z.array(
      person.extend({
        kind: z.enum(STORE_KINDS),
        office: z.string(),
        regionCode: z.string(),
        keeper: z.string(),
        way: z.enum(['distribution', 'return', 'rebalancing']),
      }),
    ),
    /** Whether there are more than are listed: search for a name. */
    more: z.boolean(),
  }),
});

export const listKeepersContract = contract({
  method: 'GET',
  path: '/v1/blanks/keepers',
  summary: { id: 'Petugas yang dapat menjadi penanggung jawab gudang', en: 'Officers who may keep a store' },
  query: z.object({ office: z.uuid() }),
  output: z.object({ keepers: z.array(person) }),
});

const counter = person.extend({
  countedAt: z.string().nullable(),
  /** Told to nobody but whoever decides, and not before both have counted. */
  counted: z.number().nullable(),
});

export const openHandoverContract = contract({
  method: 'GET',
  path: '/v1/blanks/stores/:id/handover',
  summary: { id: 'Kemajuan serah terima sebuah gudang', en: "How far a store's handover is" },
  params,
  output: z.object({
    leaving: counter.nullable(),
    /** Who may take the store over; whoever has counted first. */
    arriving: z.array(counter),
    /** By the books; told to whoever decides, once both have counted. */
    expected: z.number().nullable(),
    mayCount: z.boolean(),
    mayDecide: z.boolean(),
  }),
});

export const findBoxContract = contract({
  method: 'GET',
  path: '/v1/blanks/boxes/:code',
  summary: { id: 'Isi boks menurut kodenya', en: 'What a box holds, by its code' },
  params: z.object({ code: z.string().trim().min(1).max(40) }),
  output: z.object({ code: z.string(), spans: z.array(spanShape) }),
});
