/** The letter to the citizen: what was found, and what he does next. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import {
  cancelPapersOf,
  issueIfChanged,
  issuer,
  openCurrentDocument,
  printed,
  sixteen,
  type PaperKind,
} from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { getIssuer } from '../../../register/officer/index.ts';
import { findResident, getResident, placeLine } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import type { Side } from '../schema.ts';
import * as statements from '../sql.ts';
import { getForUpdate } from './pair.ts';
import { follow } from './settle.ts';
import { findingKey, stepKeys, wayOfSide } from './telling.ts';

const letterShape = z.object({
  number: printed(60),
  nik: sixteen,
  name: printed(100),
  address: printed(200),
  place: printed(200),
  /** What was found, in a sentence that names nobody else. */
  finding: printed(600),
  /** What the citizen does next, in order. */
  steps: z.array(printed(400)).min(1).max(6),
  objection: printed(600),
  issuer,
});
type UniquenessLetter = z.output<typeof letterShape>;

export const letterPaper: PaperKind<UniquenessLetter> = {
  code: 8,
  template: {
    name: 'uniqueness_letter',
    source: new URL('../document/letter.typ', import.meta.url),
    shape: letterShape,
  },
};

/** Prints the letter of one side, in place of the one before. It says nothing of the other side's person. */
export async function printLetter(
  tx: Tx,
  actor: Actor,
  input: { id: string; side: Side },
): Promise<{ documentId: string; issued: boolean }> {
  const pair = await getForUpdate(tx, input.id);
  if (pair.state !== 'decided') throw refuse('uniqueness.not_decided');
  const way = wayOfSide(pair, input.side);
  if (!way) throw refuse('uniqueness.way_missing');
  const nik = nikOfSide(pair, input.side);
  const { office, issuer: signs } = await getIssuer(tx, actor);
  return elevated(tx, async () => {
    const person = (await findResident(tx, nik))!;
    const say = (key: string) => tx.ground.speaker.say('id', key);
    const number = letterNumber(pair, input.side);
    const { id, issued } = await issueIfChanged(tx, actor, {
      kind: letterPaper,
      data: {
        number,
        nik,
        name: person.name,
        address: person.address,
        place: placeLine(tx, person.villageCode),
        finding: say(findingKey(pair, input.side)!),
        steps: stepKeys(way).map(say),
        objection: say('uniqueness.letter.objection'),
        issuer: signs,
      },
      nik,
      villageCode: person.villageCode,
      number,
      issuedOn: today(tx.ground.clock, actor.zone),
      office,
    });
    const { entryId } = await record(tx, actor, {
      label: 'uniqueness.letter_printed',
      subjects: [{ nik, detail: letterPaper.template.name }],
      facts: { adjudication: pair.id, document: id, issued },
    });
    if (issued) await follow(tx, pair, entryId, { what: 'letter', ref: id, detail: input.side });
    return { documentId: id, issued };
  });
}

/** The valid letter of one side, as it was printed: to who judges pairs either side's, to a counter that of its own region. */
export async function openLetter(tx: Tx, actor: Actor, input: { id: string; side: Side }): Promise<FileAnswer> {
  const pair = await statements.findAdjudication(tx, input.id);
  if (!pair) throw refuse('uniqueness.adjudication_not_found');
  const nik = nikOfSide(pair, input.side);
  if (!actor.scopes.has('uniqueness.adjudicate')) await getResident(tx, nik);
  const paper = await elevated(tx, () =>
    openCurrentDocument(tx, letterPaper.template.name, letterNumber(pair, input.side)),
  );
  if (!paper) throw refuse('uniqueness.letter_not_found');
  await record(tx, actor, {
    label: 'uniqueness.letter_opened',
    subjects: [{ nik, detail: letterPaper.template.name }],
    facts: { document: paper.id },
  });
  return { mediaType: 'application/pdf', fileName: 'surat-ketunggalan.pdf', bytes: paper.pdf };
}

/** A decision that is taken up again leaves no letter that still says it. */
export async function withdrawLetters(tx: Tx, pair: statements.AdjudicationRow, reason: string): Promise<void> {
  const numbers = (['later', 'earlier'] as const).map((side) => letterNumber(pair, side));
  await cancelPapersOf(tx, { kind: letterPaper.template.name, numbers, reason });
}

function letterNumber({ id, round }: statements.AdjudicationRow, side: Side): string {
  return `${id.slice(-12).toUpperCase()}/${round}${side === 'later' ? 'A' : 'B'}`;
}

export function nikOfSide({ nik, otherNik }: statements.AdjudicationRow, side: Side) {
  const found = side === 'later' ? nik : otherNik;
  if (!found) throw refuse('uniqueness.not_a_side');
  return found;
}
