/**
 * Each route on which the matrix of access sends its reader here, from both sides: refused to a wrong role, to a wrong office and to
 * whoever did the step before; then done by who may. One story over the wire, in the order of the table.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../core/access/index.ts';
import { DITJEN_ID } from '../../register/office/index.ts';
import { changePost } from '../../register/officer/index.ts';
import { committedMatrix } from '../../../test/house/matrix.ts';
import { givenServer, PASSWORD, type Caller } from '../../../test/given/serving.ts';
import { makeMinutes } from './destruction/minutes.ts';
import { givenCards, picture } from './given-disposal.ts';

const DAY = '2018-12-19';
const REASON = 'alasan percobaan yang cukup';
const given = await givenServer();
given.clock.moveTo(new Date('2018-12-19T03:00:00Z'));
const here = await given.office('3175');
const there = await given.office('3273');

const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which was asked for earlier.
afterAll(() => sequencer.stop());

type Name = keyof typeof who;
const at = (role: Parameters<typeof given.officer>[0]['role'], officeId = here) => given.officer({ role, officeId });
const who = {
  admin: await at('administrator'),
  clerk: await at('operator'),
  viewer: await at('leadership'),
  sealer: await at('store_keeper'),
  sender: await at('store_keeper'),
  counter: await at('verifier'),
  reader: await at('verifier'),
  section: await at('section_head'),
  head: await at('office_head'),
  deputy: await at('office_head'),
  /** Answers for the region, and sits in another office. */
  above: await at('office_head', await given.office('31')),
  /** Holds every right, elsewhere. */
  far: await at('office_head', there),
  centre: await at('ministry_officer', DITJEN_ID),
};

/** What the story has made so far. */
const made = { odd: '', bag: '', other: '', pieces: [] as string[], difference: '', hold: '', plan: '', proposal: '' };
const found = { id: '' };
let signature = '';
const SEAL = { seal: 'SGL-A', sealWhole: true };

const call = async (name: Name, key: string, body?: unknown) => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string];
  const answer = await who[name].call(method, path, method === 'GET' ? undefined : (body ?? {}));
  expect([key, answer.status, answer.body?.code]).toEqual([key, expect.toSatisfy((s: number) => s < 300), undefined]);
  return answer.body;
};

const LINE = 'batas-contoh';
function form(fields: Record<string, string>, name: string, type: string, bytes: Buffer) {
  const part = (head: string, content: Buffer) =>
    Buffer.concat([Buffer.from(`--${LINE}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), content, CRLF]);
  const CRLF = Buffer.from('\r\n');
  const parts = Object.entries(fields).map(([key, value]) => part(`name="${key}"`, Buffer.from(value)));
  const file = part(`name="file"; filename="${name}"\r\ncontent-type: ${type}`, bytes);
  return {
    payload: Buffer.concat([...parts, file, Buffer.from(`--${LINE}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${LINE}` },
  };
}

interface Step {
  /** As the matrix names it. */
  readonly route: string;
  readonly path: () => string;
  readonly body?: () => unknown;
  readonly form?: () => ReturnType<typeof form>;
  readonly refused: readonly (readonly [Name, string])[];
  readonly by: Name;
  /** What the story does with the answer, and what it needs before the next step. */
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of all shapes
  readonly after?: (answer: any) => unknown;
}

const NO_ROLE = 'access.scope_missing';
/** An act at the office that has the bag, and one on a plan of the office. */
const atBag = [
  ['clerk', NO_ROLE],
  ['far', 'disposal.bag_not_found'],
  ['above', 'disposal.bag_elsewhere'],
] as const;
const onDay = [
  ['clerk', NO_ROLE],
  ['far', 'disposal.plan_not_found'],
  ['above', 'disposal.plan_elsewhere'],
] as const;
const noFind = ['far', 'disposal.found_not_found'] as const;
const planning = () => ({ place: 'Halaman CONTOH', plannedOn: DAY, method: 'burn', bags: [made.bag] });
const bagAt = (rest: string) => () => `/v1/disposal/bags/${made.bag}${rest}`;
const planAt = (rest: string) => () => `/v1/disposal/plans/${made.plan}${rest}`;
const findAt = (rest: string) => () => `/v1/found/${found.id}${rest}`;

async function propose(): Promise<void> {
  const { id, proposalId } = await call('section', 'POST /v1/disposal/plans', planning());
  Object.assign(made, { plan: id, proposal: proposalId });
}
const approve = (name: Name) =>
  who[name].call('POST', `/v1/proposals/${made.proposal}/approve`, {
    assertion: { method: 'password', password: PASSWORD },
  });

const BAG = '/v1/disposal/bags/:id';
const PLAN = '/v1/disposal/plans/:id';
const FOUND = '/v1/found/:id';

const steps: readonly Step[] = [
  {
    route: 'POST /v1/disposal/pieces/:id/release',
    path: () => `/v1/disposal/pieces/${made.odd}/release`,
    body: () => ({ reason: REASON }),
    refused: [
      ['section', NO_ROLE],
      ['far', 'disposal.piece_not_found'],
      ['head', 'disposal.own_piece'],
    ],
    by: 'deputy',
  },
  {
    route: `POST ${BAG}/pieces`,
    path: bagAt('/pieces'),
    body: () => ({ pieces: made.pieces.slice(0, 2) }),
    refused: atBag,
    by: 'sealer',
  },
  {
    route: `POST ${BAG}/removals`,
    path: bagAt('/removals'),
    body: () => ({ pieces: made.pieces.slice(0, 1) }),
    refused: atBag,
    by: 'sealer',
    after: () => call('sealer', `POST ${bagAt('/pieces')()}`, { pieces: made.pieces.slice(0, 1) }),
  },
  {
    route: `POST ${BAG}/seal`,
    path: bagAt('/seal'),
    body: () => ({ seal: 'SGL-A', counted: 2 }),
    refused: atBag,
    by: 'sealer',
  },
  {
    route: `GET ${BAG}`,
    path: bagAt(''),
    refused: [
      ['admin', NO_ROLE],
      ['far', 'disposal.bag_not_found'],
    ],
    by: 'counter',
    after: (bag) => expect(bag).toMatchObject({ n: null, seal: null, pieces: null }),
  },
  {
    // Counted wrongly, so that there is a difference to settle.
    route: `POST ${BAG}/counts`,
    path: bagAt('/counts'),
    body: () => ({ ...SEAL, counted: 1 }),
    refused: [...atBag, ['sealer', 'disposal.own_count']],
    by: 'head',
    after: async () => {
      const { differences } = await call('deputy', 'GET /v1/disposal/differences');
      made.difference = differences[0].id;
    },
  },
  {
    route: 'POST /v1/disposal/differences/:id/settlement',
    path: () => `/v1/disposal/differences/${made.difference}/settlement`,
    body: () => ({ outcome: 'recount', explanation: REASON }),
    refused: [
      ['section', NO_ROLE],
      ['far', 'disposal.difference_not_found'],
      ['head', 'disposal.difference_own'],
    ],
    by: 'deputy',
    after: () => call('counter', `POST ${bagAt('/counts')()}`, { ...SEAL, counted: 2 }),
  },
  {
    route: `POST ${BAG}/place`,
    path: bagAt('/place'),
    body: () => ({ place: 'Rak 1' }),
    refused: atBag,
    by: 'counter',
  },
  {
    route: `POST ${BAG}/holds`,
    path: bagAt('/holds'),
    body: () => ({ ground: REASON, reference: 'B/1/CONTOH', untilOn: '2019-06-30' }),
    refused: [
      ['counter', NO_ROLE],
      ['far', 'disposal.bag_not_found'],
    ],
    by: 'sealer',
    after: ({ id }) => (made.hold = id),
  },
  {
    route: 'POST /v1/disposal/holds/:holdId/lift',
    path: () => `/v1/disposal/holds/${made.hold}/lift`,
    body: () => ({ reason: REASON }),
    refused: [
      ['sealer', NO_ROLE],
      ['far', 'access.outside_jurisdiction'],
    ],
    by: 'head',
    after: async ({ proposalId }) => {
      made.proposal = proposalId;
      expect((await approve('head')).body.code).toBe('approval.own');
      expect((await approve('deputy')).status).toBe(200);
    },
  },
  {
    route: 'POST /v1/disposal/plans',
    path: () => '/v1/disposal/plans',
    body: planning,
    refused: [
      ['sealer', NO_ROLE],
      ['far', 'disposal.bag_not_found'],
      ['above', 'disposal.bag_elsewhere'],
    ],
    by: 'section',
    after: ({ id }) => (made.plan = id),
  },
  {
    route: `GET ${PLAN}`,
    path: planAt(''),
    refused: [
      ['admin', NO_ROLE],
      ['far', 'disposal.plan_not_found'],
    ],
    by: 'viewer',
  },
  {
    route: `POST ${PLAN}/cancellation`,
    path: planAt('/cancellation'),
    body: () => ({ reason: REASON }),
    refused: [['sealer', NO_ROLE], ...onDay.slice(1)],
    by: 'head',
    after: async () => {
      const { proposals } = await call('above', 'GET /v1/proposals');
      // What was given up waits for nobody's yes any more.
      expect(proposals).toEqual([]);
      await propose();
      expect((await approve('head')).body.code).toBe('disposal.approve_same_unit');
      expect((await approve('above')).status).toBe(200);
    },
  },
  { route: `POST ${PLAN}/beginning`, path: planAt('/beginning'), refused: onDay, by: 'reader' },
  {
    route: `POST ${PLAN}/seals`,
    path: planAt('/seals'),
    body: () => ({ bagId: made.bag, ...SEAL }),
    refused: [...onDay, ['sealer', 'disposal.own_seal']],
    by: 'reader',
  },
  {
    route: `POST ${PLAN}/recounts`,
    path: planAt('/recounts'),
    body: () => ({ bagId: made.bag, counted: 2 }),
    refused: [
      ...onDay,
      ['sealer', 'disposal.own_count'],
      ['counter', 'disposal.own_count'],
      ['head', 'disposal.own_count'],
      ['reader', 'disposal.own_count'],
    ],
    by: 'section',
  },
  {
    route: `POST ${PLAN}/evidence`,
    path: planAt('/evidence'),
    form: () => form({ kind: 'signature' }, 'tanda-tangan.jpg', 'image/jpeg', picture()),
    refused: onDay,
    by: 'reader',
    after: async ({ id }) => {
      signature = id;
      const { payload, headers } = form({ kind: 'photo' }, 'foto.jpg', 'image/jpeg', picture());
      await who.reader.call('POST', planAt('/evidence')(), payload, headers);
    },
  },
  {
    route: `POST ${PLAN}/witnesses`,
    path: planAt('/witnesses'),
    body: () => ({ name: 'SAKSI CONTOH', institution: 'Satpol PP', outside: true, signatureId: signature }),
    refused: onDay,
    by: 'reader',
    after: async () => {
      const { payload, headers } = form({ kind: 'signature' }, 'tanda-tangan.jpg', 'image/jpeg', picture());
      const { body } = await who.reader.call('POST', planAt('/evidence')(), payload, headers);
      const second = { name: 'SAKSI KEDUA CONTOH', institution: 'Dinas', outside: false, signatureId: body.id };
      await call('reader', `POST ${planAt('/witnesses')()}`, second);
    },
  },
  {
    route: `POST ${PLAN}/end`,
    path: planAt('/end'),
    refused: [...onDay, ['reader', 'disposal.lacking_alone']],
    by: 'section',
    after: () => given.system((tx) => makeMinutes.run(tx, { planId: made.plan })),
  },
  {
    route: `GET ${PLAN}/minutes`,
    path: planAt('/minutes'),
    refused: [['admin', NO_ROLE], onDay[1]],
    by: 'viewer',
  },
  {
    route: `POST ${PLAN}/minutes/again`,
    path: planAt('/minutes/again'),
    refused: [['admin', NO_ROLE], onDay[1]],
    by: 'clerk',
    after: ({ same }) => expect(same).toBe(true),
  },
  {
    route: `POST ${PLAN}/report`,
    path: planAt('/report'),
    refused: [['section', NO_ROLE], ...onDay.slice(1)],
    by: 'head',
  },
  {
    route: 'POST /v1/disposal/dispatches',
    path: () => '/v1/disposal/dispatches',
    body: () => ({ bags: [made.other], toOffice: DITJEN_ID }),
    refused: atBag,
    by: 'sender',
  },
  {
    route: `POST ${BAG}/receipt`,
    path: () => `/v1/disposal/bags/${made.other}/receipt`,
    body: () => ({ seal: 'SGL-B', sealWhole: true, counted: 1 }),
    refused: [
      ['clerk', NO_ROLE],
      ['counter', 'disposal.not_on_way'],
      ['far', 'disposal.not_on_way'],
      ['above', 'disposal.not_on_way'],
    ],
    by: 'centre',
    after: ({ agrees }) => expect(agrees).toBe(true),
  },
  {
    route: `POST ${FOUND}/custody`,
    path: findAt('/custody'),
    body: () => ({ holder: 'BRIPKA CONTOH', institution: 'Polsek CONTOH', takenAt: '2018-12-18T09:00:00Z' }),
    refused: [['clerk', NO_ROLE], noFind],
    by: 'counter',
  },
  {
    route: `POST ${FOUND}/counts`,
    path: findAt('/counts'),
    body: () => ({ counter: 'Kepolisian', institution: 'Polsek', countedAt: '2018-12-18T10:00:00Z', n: 1, parts: [] }),
    refused: [['clerk', NO_ROLE], noFind],
    by: 'counter',
    after: () =>
      call('counter', `POST ${findAt('/counts')()}`, {
        counter: 'Dinas',
        institution: 'Dinas',
        countedAt: '2018-12-18T11:00:00Z',
        n: 1,
        parts: [],
      }),
  },
  {
    route: `POST ${FOUND}/list`,
    path: findAt('/list'),
    form: () => form({}, 'daftar.csv', 'text/csv', Buffer.from('nik,serial,uid,tahun\n,999999,,\n')),
    refused: [['clerk', NO_ROLE], noFind],
    by: 'counter',
  },
  {
    route: `POST ${FOUND}/explanation`,
    path: findAt('/explanation'),
    body: () => ({ reconciled: 1, explanations: [] }),
    refused: [['counter', NO_ROLE], noFind, ['head', 'disposal.found_own']],
    by: 'deputy',
  },
  {
    route: `POST ${FOUND}/reports`,
    path: findAt('/reports'),
    refused: [['counter', NO_ROLE], noFind],
    by: 'deputy',
  },
  { route: `GET ${FOUND}`, path: findAt(''), refused: [['clerk', NO_ROLE], noFind], by: 'viewer' },
  {
    route: `GET ${FOUND}/reports/public`,
    path: findAt('/reports/public'),
    refused: [['clerk', NO_ROLE], noFind],
    by: 'viewer',
  },
  {
    route: `GET ${FOUND}/reports/police`,
    path: findAt('/reports/police'),
    refused: [['counter', NO_ROLE], noFind],
    by: 'head',
  },
];

beforeAll(async () => {
  const [destroyed] = await given.system((tx) => givenCards(tx, 1, 'DESTROYED'));
  const cards = await given.system((tx) => givenCards(tx, 3));
  const take = async (name: Name, card: { nik: string; serial: string }) => {
    const piece = { nik: card.nik, serial: card.serial, cause: 'superseded', printedYear: 2013 };
    const { lines } = await call(name, 'POST /v1/disposal/pieces', { source: 'Loket 1', piece });
    return lines[0].pieceId as string;
  };
  made.odd = await take('head', destroyed!);
  for (const card of cards) made.pieces.push(await take('clerk', card));
  made.bag = (await call('sealer', 'POST /v1/disposal/bags')).id;
  made.other = (await call('sealer', 'POST /v1/disposal/bags')).id;
  const other = `POST /v1/disposal/bags/${made.other}`;
  await call('sealer', `${other}/pieces`, { pieces: made.pieces.slice(2) });
  await call('sealer', `${other}/seal`, { seal: 'SGL-B', counted: 1 });
  await call('counter', `${other}/counts`, { seal: 'SGL-B', sealWhole: true, counted: 1 });
  await call('counter', `${other}/place`, { place: 'Rak 2' });
  const finding = { place: 'Lahan CONTOH', regionCode: '3175', foundOn: '2018-12-18', finder: 'WARGA CONTOH' };
  found.id = (await call('head', 'POST /v1/found', finding)).id;
});

function ask(caller: Caller, { route, path, body, form: made_ }: Step) {
  const method = route.split(' ')[0] as 'GET' | 'POST';
  if (made_) {
    const { payload, headers } = made_();
    return caller.call(method, path(), payload, headers);
  }
  return caller.call(method, path(), method === 'GET' ? undefined : (body?.() ?? {}));
}

describe('refused to the wrong role, the wrong office and the same person, and done by who may', () => {
  test.each(steps)('$route', async (step) => {
    const refusals: [Name, string][] = [];
    for (const [name] of step.refused) refusals.push([name, (await ask(who[name], step)).body?.code]);
    expect(refusals).toEqual(step.refused.map(([name, code]) => [name, code]));
    const { status, body } = await ask(who[step.by], step);
    expect([step.by, status, body?.code]).toEqual([step.by, status === 204 ? 204 : 200, undefined]);
    await step.after?.(body);
  });

  test('a bag is not received by who sent it, though he serves at both offices', async () => {
    const grant = { change: 'grant', officerId: who.sender.officerId, role: 'store_keeper', until: null } as const;
    await given.system((tx) => changePost(tx, systemActor('test'), { ...grant, officeId: there, from: '2012-01-01' }));
    const [card] = await given.system((tx) => givenCards(tx, 1));
    const piece = { nik: card!.nik, serial: card!.serial, cause: 'superseded', printedYear: 2013 };
    const { lines } = await call('clerk', 'POST /v1/disposal/pieces', { source: 'Loket 1', piece });
    const { id } = await call('sealer', 'POST /v1/disposal/bags');
    const at_ = `POST /v1/disposal/bags/${id}`;
    await call('sealer', `${at_}/pieces`, { pieces: [lines[0].pieceId] });
    await call('sealer', `${at_}/seal`, { seal: 'SGL-C', counted: 1 });
    const count = { seal: 'SGL-C', sealWhole: true, counted: 1 };
    await call('counter', `${at_}/counts`, count);
    await call('counter', `${at_}/place`, { place: 'Rak 3' });
    await call('sender', 'POST /v1/disposal/dispatches', { bags: [id], toOffice: there });
    await call('sender', 'POST /v1/session/office', { officeId: there });
    const own = await who.sender.call('POST', `/v1/disposal/bags/${id}/receipt`, count);
    expect(own.body.code).toBe('disposal.own_count');
    await call('far', `${at_}/receipt`, count);
  });
});

test('every route on which the matrix sends its reader here is in the table', () => {
  const sent = Object.entries(committedMatrix()).flatMap(([route, { place }]) =>
    place === 'nowhere: src/cards/disposal tries it from both sides' ? [route] : [],
  );
  expect(steps.map(({ route }) => route).toSorted()).toEqual(sent.toSorted());
});
