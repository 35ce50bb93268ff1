/** A delivery by the supplier: its papers, its serials, its boxes and the list of its chips' UIDs. */
import { createHash } from 'node:crypto';
import { mustCover, NATION, type Actor } from '../../../core/access/index.ts';
import { copyInto, copyLine, elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { deliverBlanks } from '../movement/move.ts';
import { refuse } from '../refusals.ts';
import { countOf, ordered, type Span } from '../rules.ts';
import { getStore } from '../store/store.ts';
import { clearManifest, findBatch, insertBatch, insertBoxes, manifestFaults, type Box } from './sql.ts';
import { packManifest, uidKnownElsewhere } from './uid-sql.ts';
import { parseUid } from './uid.ts';

export interface Delivery {
  /** As the ministry numbers it. */
  readonly number: string;
  readonly supplier: string;
  readonly contractNo: string;
  readonly deliveredOn: string;
  readonly storeId: string;
  readonly spans: readonly Span[];
  readonly boxes: readonly Box[];
}

/**
 * Records what the supplier has brought: it lies in the store as RECEIVED until somebody else has counted it. Only a store of the centre
 * receives, as only the ministry buys blanks (PP 40/2019 art. 26). Refuses serials that were delivered before, and a box with others'.
 */
export async function receiveDelivery(tx: Tx, actor: Actor, given: Delivery): Promise<{ id: Uuid; n: bigint }> {
  mustCover(actor, NATION.code);
  const store = await getStore(tx, given.storeId);
  if (store.kind !== 'centre') throw refuse('blank.not_at_centre');
  const { spans, twice } = ordered(given.spans);
  if (spans.length === 0) throw refuse('blank.no_serials');
  if (twice !== null) throw refuse('blank.serial_twice', { values: { serial: String(twice) } });
  const id = newId();
  const n = countOf(spans);
  const { entryId } = await record(tx, actor, {
    label: 'blank.delivered',
    facts: { batch: id, number: given.number, n: Number(n), boxes: given.boxes.length },
  });
  const at = tx.ground.clock.now();
  const { number, supplier, contractNo, deliveredOn } = given;
  await insertBatch(tx, { id, number, supplier, contractNo, deliveredOn, n, spans, at, by: actor.id, entryId });
  const strange = await insertBoxes(tx, id, given.boxes);
  if (strange !== null) throw refuse('blank.box_outside', { values: { box: strange } });
  await deliverBlanks(tx, actor, { batch: id, store: store.id, spans });
  return { id, n };
}

/** One line of a manifest: the serial, and the UID as text. */
export interface ManifestLine {
  readonly serial: string;
  readonly uid: string;
}

/**
 * Takes in the list of a batch's chip UIDs, all or none. Refuses a line that is no serial and UID, a serial or UID that stands
 * twice, a serial of another delivery, a list that is shorter or longer than the batch, and a UID that another delivery has.
 */
export async function takeManifest(
  tx: Tx,
  actor: Actor,
  given: { batchId: string; lines: AsyncIterable<ManifestLine> | Iterable<ManifestLine> },
): Promise<{ uids: bigint }> {
  mustCover(actor, NATION.code);
  const batch = await findBatch(tx, given.batchId);
  if (!batch) throw refuse('blank.batch_not_found');
  if (batch.uids > 0n) throw refuse('blank.manifest_here');
  await clearManifest(tx, batch.id);
  const digest = createHash('sha256');
  await copyInto(
    tx,
    'blank.manifest_line',
    ['batch_id', 'line', 'serial', 'uid'],
    staged(batch.id, given.lines, digest),
  );
  await elevated(tx, async () => {
    const { lines, serialTwice, uidTwice, outside } = await manifestFaults(tx, batch);
    if (serialTwice !== null) throw refuse('blank.manifest_serial_twice', { values: { serial: serialTwice } });
    if (uidTwice !== null) throw refuse('blank.manifest_uid_twice', { values: { line: uidTwice } });
    if (outside !== null) throw refuse('blank.manifest_outside', { values: { serial: outside } });
    if (lines !== batch.n)
      throw refuse('blank.manifest_length', { values: { lines: Number(lines), n: Number(batch.n) } });
    const known = await uidKnownElsewhere(tx, batch);
    if (known) throw refuse('blank.manifest_uid_known', { values: { line: known.line, number: known.number } });
    await packManifest(tx, batch, digest.digest());
  });
  await record(tx, actor, { label: 'blank.manifest_taken', facts: { batch: batch.id, n: Number(batch.n) } });
  return { uids: batch.n };
}

async function* staged(
  batch: string,
  lines: AsyncIterable<ManifestLine> | Iterable<ManifestLine>,
  digest: ReturnType<typeof createHash>,
): AsyncGenerator<string> {
  let line = 0;
  let block = '';
  for await (const { serial, uid: text } of lines) {
    line++;
    const uid = parseUid(text);
    if (uid === null) throw refuse('blank.manifest_uid', { values: { line: String(line) } });
    if (!/^[0-9]{1,18}$/.test(serial)) throw refuse('blank.manifest_serial', { values: { line: String(line) } });
    block += copyLine([batch, line, BigInt(serial), uid]);
    if (block.length < 1 << 18) continue;
    digest.update(block);
    yield block;
    block = '';
  }
  digest.update(block);
  yield block;
}
