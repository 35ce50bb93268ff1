import { may, open } from '../access/index.ts';
import type { FileAnswer } from '../http/contract.ts';
import { route, silent, writes, type Route } from '../http/route.ts';
import type { Tx } from '../db/index.ts';
import type { Uuid } from '../id/index.ts';
import * as contracts from './contract.ts';
import { LogDamaged, parseTilePath } from './log/index.ts';
import { getEntry, listEntries, proveConsistency, publishedCheckpoint } from './read.ts';
import { record } from './record.ts';
import { refuse } from './refusals.ts';
import { tamperWithDemonstration } from './tamper-demonstration.ts';
import { VERIFIER, verifierFile } from './verifier-file.ts';
import { verifyLedger } from './verify-ledger.ts';

const PUBLIC = open(
  'whoever keeps a checkpoint must be able to check it; tiles and checkpoints say nothing about anybody',
);
const NOBODY = silent('entries hold no personal data, only commitments and pseudonyms');
const base64 = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('base64'));

export const ledgerRoutes: readonly Route[] = [
  route(contracts.checkpointContract, {
    access: PUBLIC,
    ledger: NOBODY,
    handle: async (tx) => textFile('checkpoint', (await publishedCheckpoint(tx)).note),
  }),
  route(contracts.keyContract, {
    access: PUBLIC,
    ledger: NOBODY,
    handle: async (tx) => textFile('key', await mustBeThere(tx.ground.ledger.place.folder.keyLine())),
  }),
  route(contracts.formerContract, {
    access: PUBLIC,
    ledger: NOBODY,
    handle: async (tx) => tx.ground.ledger.place.former.map(({ texts }) => ({ ...texts })),
  }),
  route(contracts.verifierContract, {
    access: PUBLIC,
    ledger: NOBODY,
    handle: async () => ({ mediaType: 'text/javascript', fileName: VERIFIER, bytes: await verifierFile() }),
  }),
  route(contracts.tileContract, {
    access: PUBLIC,
    ledger: NOBODY,
    // Whoever checks the whole log asks for many, each small and from a file.
    rate: { perMinute: 6000 },
    handle: (tx, _actor, input) => tileFile(tx, `tile/${input.level}/${input['*']}`),
  }),
  route(contracts.bundleContract, {
    access: may('ledger.read'),
    ledger: NOBODY,
    handle: (tx, _actor, input) => tileFile(tx, `tile/entries/${input['*']}`),
  }),
  route(contracts.consistencyContract, {
    access: PUBLIC,
    ledger: NOBODY,
    handle: async (tx, _actor, { from, to }) => ({ proof: base64(await proveConsistency(tx, from, to)) }),
  }),
  route(contracts.listEntriesContract, {
    access: may('ledger.read'),
    ledger: NOBODY,
    async handle(tx, _actor, page) {
      const { checkpoint } = await publishedCheckpoint(tx);
      const { entries, next } = await listEntries(tx, page);
      return { size: checkpoint.size, entries: entries.map(({ seq, body }) => ({ seq, entry: { ...body } })), next };
    },
  }),
  route(contracts.getEntryContract, {
    access: may('ledger.read'),
    ledger: NOBODY,
    async handle(tx, _actor, { entryId }) {
      const { seq, body, text, leafHash, proof, checkpoint } = await getEntry(tx, entryId as Uuid);
      return { seq, entry: { ...body }, text, leafHash: leafHash.toString('base64'), proof: base64(proof), checkpoint };
    },
  }),
  route(contracts.verifyContract, {
    access: may('ledger.read'),
    ledger: silent('checks that nothing was changed; shows nobody'),
    handle: async (tx, _actor, { against }) => ({
      ...(await verifyLedger(tx.ground.ledger, { against: against ? [against] : [] })),
    }),
  }),
  route(contracts.tamperContract, {
    access: may('ledger.read'),
    ledger: writes('ledger.tampered'),
    async handle(tx, actor, { kind }) {
      const did = await tamperWithDemonstration(tx.ground.ledger, kind);
      await record(tx, actor, { label: 'ledger.tampered', facts: { kind } });
      return { kind, did: tx.ground.speaker.say(actor.language, `ledger.tamper.${did.act}`, did.values) };
    },
  }),
];

async function tileFile(tx: Tx, path: string): Promise<FileAnswer> {
  const name = parseTilePath(path);
  if (!name) throw refuse('ledger.file_not_found');
  const bytes = await tx.ground.ledger.place.folder.tile(name).catch((fault: unknown) => {
    if (fault instanceof LogDamaged) throw refuse('ledger.file_not_found');
    throw fault;
  });
  return { mediaType: 'application/octet-stream', fileName: path.replaceAll('/', '-'), bytes };
}

function textFile(fileName: string, text: string): FileAnswer {
  return { mediaType: 'text/plain; charset=utf-8', fileName, bytes: Buffer.from(text) };
}

async function mustBeThere(reading: Promise<string | null>): Promise<string> {
  const text = await reading;
  if (text === null) throw refuse('ledger.file_not_found');
  return text;
}
