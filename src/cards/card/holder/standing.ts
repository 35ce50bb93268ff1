/** What a holder sees of his own cards: from the application to the card in his hand, with days and offices and no officer's name. */
import { elevated, many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { zoneOf } from '../../../register/region/index.ts';
import { findResident, masked } from '../../../register/resident/index.ts';
import { listCardsOf, type CardRow } from '../advance.ts';
import { findOpenLoss } from '../loss/loss.ts';
import type { RequestKind } from '../request/rules.ts';
import { CARD_STATES, cardStateOf, type CardState } from '../rules.ts';
import type { CardInHand, CardOnItsWay, HolderStep, Standing } from './schema.ts';

export async function standingOf(tx: Tx, nik: Nik): Promise<Standing> {
  return elevated(tx, async () => {
    const resident = (await findResident(tx, nik))!;
    const cards = await listCardsOf(tx, [nik]);
    const inHand: CardInHand[] = [];
    for (const card of cardsInHand(cards)) inHand.push(await inHandOf(tx, card));
    return {
      holder: masked(resident.name),
      zone: zoneOf(resident.villageCode),
      applications: await listOpen(tx, nik),
      onItsWay: await findOnItsWay(tx, nik, cards),
      inHand,
    };
  });
}

const LIVE: readonly CardState[] = ['VALID', 'SUSPENDED'];
const PAST: readonly CardState[] = ['LOST', 'INVALID', 'TAKEN_IN', 'DESTROYED'];

/** Those that count; where none does, the newest that did. */
function cardsInHand(cards: readonly CardRow[]): CardRow[] {
  const held = cards.filter(({ stranded }) => !stranded);
  const live = held.filter(({ state }) => LIVE.includes(state));
  return live.length > 0 ? live : held.filter(({ state }) => PAST.includes(state)).slice(0, 1);
}

async function inHandOf(tx: Tx, card: CardRow): Promise<CardInHand> {
  const loss = card.state === 'SUSPENDED' ? await findOpenLoss(tx, card) : undefined;
  const causes = await many(
    tx,
    sql<{ cause: string | null }>`
      select cause from card.step where nik = ${card.nik}::bigint and card_id = ${card.id} order by recorded_at desc, id desc limit 1`,
  );
  return {
    state: card.state,
    since: card.since.toISOString(),
    printedOn: card.printedOn,
    validUntil: card.validUntil,
    replaceSince: card.replaceSince,
    died: causes[0]?.cause === 'died',
    loss: loss
      ? {
          reportedAt: loss.reportedAt.toISOString(),
          liftUntil: loss.liftUntil.toISOString(),
          mayLift: !loss.closed && tx.ground.clock.now() <= loss.liftUntil,
        }
      : null,
  };
}

interface RequestLine {
  readonly id: string;
  readonly number: string | null;
  readonly kind: RequestKind;
  readonly state: 'waiting' | 'made' | 'done' | 'ended';
  readonly cardId: string | null;
  readonly requestedAt: Date;
  readonly office: string;
}

/** The request that runs, or the newest where it ended without a card. */
async function findOnItsWay(tx: Tx, nik: Nik, cards: readonly CardRow[]): Promise<CardOnItsWay | null> {
  const [request] = await many<RequestLine>(
    tx,
    sql`select q.id, q.number, q.kind, q.state, q.card_id as "cardId", q.requested_at as "requestedAt", o.name as office
          from card.request q join office_read.office o on o.id = q.office_id
         where q.nik = ${nik}::bigint order by q.requested_at desc, q.id desc limit 1`,
  );
  if (!request || request.state === 'done') return null;
  const asked: HolderStep = { state: 'ASKED', at: request.requestedAt.toISOString(), office: request.office };
  const card = cards.find(({ id }) => id === request.cardId);
  return {
    number: request.number,
    kind: request.kind,
    state: request.state,
    office: request.office,
    steps: [asked, ...(card ? await stepsOf(tx, card) : [])],
    outdated: card !== undefined && card.replaceSince !== null,
  };
}

async function stepsOf(tx: Tx, card: CardRow): Promise<HolderStep[]> {
  const rows = await many<{ state: number; at: Date; office: string | null }>(
    tx,
    sql`select s.state, s.at, o.name as office
          from card.step s left join office_read.office o
            on o.id = case when s.state = ${CARD_STATES.SHIPPED.code} then coalesce(${card.boundFor}::uuid, s.office_id) else s.office_id end
         where s.nik = ${card.nik}::bigint and s.card_id = ${card.id} order by s.recorded_at, s.id`,
  );
  return rows.map(({ state, at, office }) => ({ state: cardStateOf(state), at: at.toISOString(), office }));
}

const OPEN = ['submitted', 'incomplete', 'assigned'] as const;

async function listOpen(tx: Tx, nik: Nik): Promise<Standing['applications']> {
  const rows = await many<{
    number: string;
    state: (typeof OPEN)[number];
    submittedAt: Date;
    dueOn: string | null;
    office: string;
  }>(
    tx,
    sql`select a.number, a.state, a.submitted_at as "submittedAt", a.due_on as "dueOn", o.name as office
          from application_read.of_person a join office_read.office o on o.id = a.office_id
         where a.nik = ${nik}::bigint and a.kind like 'card.%' and a.state = any(${[...OPEN]}::text[]) and a.submitted_at is not null
         order by a.submitted_at desc`,
  );
  return rows.map(({ submittedAt, ...rest }) => ({ ...rest, submittedAt: submittedAt.toISOString() }));
}
