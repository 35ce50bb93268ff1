/** An institution's objection against its suspension: its reasons and its letter, decided by two officers who had no part in it. */
import { z } from 'zod';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Elsewhere } from '../../../core/http/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { fileAppeal } from '../../partner/index.ts';
import { civilDateShape, reasonShape, textShape } from '../../partner/schema.ts';
import { attempt, faultsIn, mustMay, noteOf, type Visit } from '../page.ts';
import type { Own } from '../start/view.ts';
import type { OwnAgreementPage, TypedAppeal } from './schema.ts';

const PATH = '/mitra/perjanjian';
const DONE = 'keberatan';

export type Said = Partial<Pick<OwnAgreementPage, 'typed' | 'faults' | 'note'>>;

const appealShape = z.object({ words: reasonShape, number: textShape(120), signedOn: civilDateShape });
const FIELDS = { words: 'uraian', number: 'nomor', signedOn: 'tanggal' };

/** What the page says after an appeal has come in. */
export function appealFiled(tx: Tx, { query, language }: Visit): Said {
  if (query['hasil'] !== DONE) return {};
  return { note: { look: 'done', text: tx.ground.speaker.say(language, 'portal.appeal.filed') } };
}

/** Files it once; what is refused stays as it was typed. */
export async function takeAppeal(tx: Tx, visit: Visit, { page }: Own): Promise<Said | Elsewhere> {
  mustMay(visit, 'portal.appeal');
  const form = visit.form ?? {};
  // Only what is its own: the act itself then runs beyond the policies, as files lie with the centre.
  const found = page.passes
    .flatMap((pass) => pass.suspensions.map((one) => ({ ...one, cooperationId: pass.id })))
    .find(({ id, inForce }) => inForce && id === form['henti']);
  const say = (key: string) => tx.ground.speaker.say(visit.language, key);
  if (!found) return { note: { look: 'stopped', text: say('partner.suspension_not_found') } };
  const { id, cooperationId } = found;
  const typed: TypedAppeal = {
    suspensionId: id,
    words: form['uraian'] ?? '',
    number: form['nomor'] ?? '',
    signedOn: form['tanggal'] ?? '',
  };
  const read = appealShape.safeParse(typed);
  const faults = {
    ...(read.success ? {} : faultsIn(tx, visit, read.error.issues, FIELDS)),
    ...(visit.file ? {} : { berkas: say('portal.fault.berkas') }),
  };
  if (!read.success || !visit.file) return { typed, faults };
  const { words, number, signedOn } = read.data;
  const paper = { cooperationId, number, signedOn, copy: { file: visit.file } };
  const receivedOn = today(tx.ground.clock, ZONES.WIB);
  const tried = await attempt(tx, () =>
    elevated(tx, () => fileAppeal(tx, visit.actor, { id, words, receivedOn, paper })),
  );
  if ('done' in tried) return new Elsewhere(`${PATH}?hasil=${DONE}`);
  return { typed, note: noteOf(tx, visit, tried.refusal) };
}
