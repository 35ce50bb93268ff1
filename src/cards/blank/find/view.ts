/** What is missing in a region, and what was reported as found again. */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { openFile } from '../../../core/file/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { countOf } from '../rules.ts';
import { spanText } from '../stock/view.ts';
import { isParty } from './find.ts';
import { refuse } from './refusals.ts';
import { unsealFind } from './sealed.ts';
import { findFind, listFinds, listLost, type FindRow } from './sql.ts';

/** For so long a decided report stays in the list. */
const SHOWN_DAYS = 90;

/** The losses of a region and the reports about them, without the words, which name who found them. */
export async function viewFinds(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const since = new Date(tx.ground.clock.now().getTime() - SHOWN_DAYS * 86_400_000);
  return elevated(tx, async () => ({
    lost: (await listLost(tx, region)).map(({ keeperId, since: at, ...row }) => ({
      ...row,
      own: keeperId === actor.id,
      since: at.toISOString(),
    })),
    finds: (await listFinds(tx, { region, since })).map((row) => lineOf(actor, row)),
  }));
}

function lineOf(actor: Actor, row: FindRow) {
  const { officeId: _office, keeperId: _keeper, words: _sealed, photoId, reportedById, spans, ...line } = row;
  return {
    ...line,
    spans: spans.map(spanText),
    n: Number(countOf(spans)),
    photo: photoId !== null,
    reportedAt: row.reportedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    own: reportedById === actor.id,
    mayDecide: row.state === 'reported' && covers(actor.jurisdiction, row.regionCode) && !isParty(actor, row),
  };
}

/** One report with its words, to its office and to whoever answers for its region. */
export async function openFind(tx: Tx, actor: Actor, input: { id: string }) {
  const find = await getSeen(tx, actor, input.id);
  await record(tx, actor, { label: 'blank.find_opened', facts: { find: find.id } });
  return { ...lineOf(actor, find), words: unsealFind(tx, find.id, find.words) };
}

/** Its photo, to the same. */
export async function openFindPhoto(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const { id, photoId, number } = await getSeen(tx, actor, input.id);
  if (photoId === null) throw refuse('blank.find_no_photo');
  const { mediaType, bytes } = await elevated(tx, () => openFile(tx, photoId));
  await record(tx, actor, { label: 'blank.find_photo_opened', facts: { find: id } });
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
  return { mediaType, fileName: `${number.replaceAll('/', '-')}.${ending}`, bytes };
}

async function getSeen(tx: Tx, actor: Actor, id: string): Promise<FindRow> {
  const find = await elevated(tx, () => findFind(tx, id));
  const maySee = find && (find.officeId === actor.officeId || covers(actor.jurisdiction, find.regionCode));
  if (!maySee) throw refuse('blank.find_not_found');
  return find;
}
