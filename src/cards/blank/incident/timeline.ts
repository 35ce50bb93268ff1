/** The timeline of an incident on paper: whose custody when, and what was done, for whoever investigates. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueIfChanged, issuer, openCurrentDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { today } from '../../../core/time/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { getIssuer, type Issuing } from '../../../register/officer/index.ts';
import { drawable, pieces, wibTime } from '../paper.ts';
import type { Traced } from '../schema.ts';
import { namesOf } from '../trace/sql.ts';
import { getIncident } from './act.ts';
import { refuse } from './refusals.ts';
import type { Incident } from './schema.ts';
import { holdIncident } from './sql.ts';
import { openIncident } from './view.ts';

const line = z.object({ at: printed(60), what: printed(700), who: printed(200) });
const timelineShape = z.object({
  number: printed(60),
  facts: z
    .array(z.tuple([printed(60), printed(500)]))
    .min(1)
    .max(20),
  /** Of each blank: what it is, then its custodies. */
  blanks: z.array(z.object({ title: printed(300), custody: z.array(line).max(200) })).max(20),
  atRisk: z
    .array(
      z.object({ what: printed(200), n: printed(20), seen: printed(20), frozen: printed(20), where: printed(300) }),
    )
    .max(200),
  events: z.array(line).max(1_000),
  office: printed(160),
  issuer,
});
type Timeline = z.output<typeof timelineShape>;

export const timelinePaper: PaperKind<Timeline> = {
  code: 20,
  template: {
    name: 'blank_incident',
    source: new URL('document/timeline.typ', import.meta.url),
    shape: timelineShape,
  },
};

/** Prints it as it stands now, in place of the one before; what is unchanged is not printed again. */
export async function printTimeline(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ documentId: string; issued: boolean }> {
  const row = await getIncident(tx, actor, input.id);
  await elevated(tx, () => holdIncident(tx, row.id));
  const incident = await openIncident(tx, actor, input);
  const { office, issuer: signs } = await signerOf(tx, actor);
  const say = (key: string) => tx.ground.speaker.say('id', key);
  const { id, issued } = await elevated(tx, () =>
    issueIfChanged(tx, actor, {
      kind: timelinePaper,
      data: { ...timelineOf(incident, say), office: drawable(office.name, 160), issuer: signs },
      nik: NOBODY,
      villageCode: '0',
      number: incident.number,
      issuedOn: today(tx.ground.clock, actor.zone),
      office,
    }),
  );
  await record(tx, actor, { label: 'blank.timeline_printed', facts: { incident: incident.id, document: id, issued } });
  return { documentId: id, issued };
}

/** The head of the office signs; where nobody heads it, as at the ministry, the officer who has made the timeline. */
async function signerOf(tx: Tx, actor: Actor): Promise<Issuing> {
  try {
    return await getIssuer(tx, actor);
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'officer.no_signatory' || actor.officeId === null) throw fault;
    const { id, name } = await getOffice(tx, actor.officeId);
    const names = await elevated(tx, () => namesOf(tx, { stores: [], officers: [actor.id] }));
    const signs = {
      title: [tx.ground.speaker.say('id', 'blank.timeline.made_by')],
      name: drawable(names.officer(actor.id), 100),
    };
    return { office: { id: id as Uuid, name }, issuer: { place: 'Jakarta', employeeNumber: null, ...signs } };
  }
}

/** The timeline as it was last printed. */
export async function openTimeline(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const { id, number } = await getIncident(tx, actor, input.id);
  const paper = await elevated(tx, () => openCurrentDocument(tx, timelinePaper.template.name, number));
  if (!paper) throw refuse('blank.timeline_not_printed');
  await record(tx, actor, { label: 'blank.timeline_opened', facts: { incident: id, document: paper.id } });
  return { mediaType: 'application/pdf', fileName: `${number.replaceAll('/', '-')}.pdf`, bytes: paper.pdf };
}

function timelineOf(incident: Incident, say: (key: string) => string): Omit<Timeline, 'issuer' | 'office'> {
  const { kind, place, seenOn, words, police, openedAt, openedBy, state, outcome, unknown, seen, frozen } = incident;
  const spans = incident.spans.map(({ first, last }) => (first === last ? first : `${first}-${last}`));
  const fact = (key: string, value: string): [string, string] => [say(`blank.timeline.${key}`), drawable(value, 480)];
  return {
    number: incident.number,
    facts: [
      fact('kind', say(`blank.incident.kind.${kind}`)),
      fact('place', place),
      fact('seen_on', seenOn.split('-').toReversed().join('-')),
      fact('told', `${wibTime(new Date(openedAt))}, ${openedBy ?? say('blank.timeline.public')}`),
      fact('words', words),
      fact('blanks', seen === 0 ? '-' : `${pieces(seen)}: ${spans.join(', ')}`),
      ...(unknown.length > 0 ? [fact('unknown', unknown.join(', '))] : []),
      fact('frozen', pieces(frozen)),
      fact('police', police ? `${police.number}, ${police.office}` : '-'),
      fact('state', say(`blank.incident.state.${state}`)),
      ...(outcome ? [fact('outcome', say(`blank.incident.outcome.${outcome}`))] : []),
    ],
    blanks: incident.traces.map(({ serial, batch, box, custody, now }) => ({
      title: drawable(
        `${serial}: ${say('blank.timeline.delivery')} ${batch.number}, ${batch.supplier}, ${batch.deliveredOn}${box ? `; ${say('blank.timeline.box')} ${box.code}` : ''}; ${say(`blank.state.${now.state}`)}`,
        290,
      ),
      custody: custody.map(custodyLine),
    })),
    atRisk: [
      ...incident.atRisk.boxes.map((risk) => ({ what: `${say('blank.timeline.box')} ${risk.code}`, ...risk })),
      ...incident.atRisk.shipments.map((risk) => ({
        what: `${risk.number}, ${risk.from} - ${risk.to}`,
        ...risk,
      })),
    ].map(({ what, n, seen: told, frozen: held, states }) => ({
      what: drawable(what, 190),
      n: pieces(n),
      seen: pieces(told),
      frozen: pieces(held),
      where: drawable(states.map((each) => `${say(`blank.state.${each.state}`)} ${pieces(each.n)}`).join(', '), 290),
    })),
    events: incident.events.map(({ kind: did, at, by, askedBy, n, words: said }) => ({
      at: wibTime(new Date(at)),
      what: drawable(
        [say(`blank.incident.event.${did}`), n === null ? null : pieces(n), said]
          .filter((part) => part !== null)
          .join(': '),
        690,
      ),
      who: drawable([by ?? say('blank.timeline.public'), askedBy].filter((part) => part !== null).join(', '), 190),
    })),
  };
}

function custodyLine({ store, office, from, until, keepers }: Traced['custody'][number]): Timeline['events'][number] {
  return {
    at: drawable(`${wibTime(new Date(from))}`, 60),
    what: drawable(`${store}, ${office}${until ? ` (s.d. ${wibTime(new Date(until))})` : ''}`, 690),
    who: drawable(keepers.map(({ name }) => name).join(', '), 190),
  };
}
