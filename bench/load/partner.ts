/** A partner that is connected, with a grant and a key, by the same use cases that officers use. */
import { createHash, randomUUID } from 'node:crypto';
import { approve } from '../../src/core/approval/index.ts';
import { systemActor, type Actor } from '../../src/core/access/index.ts';
import type { Tx } from '../../src/core/db/index.ts';
import { asCivilDate, today } from '../../src/core/time/index.ts';
import { DITJEN_ID } from '../../src/register/office/index.ts';
import {
  fileDocuments,
  openCooperations,
  proposeGrants,
  registerInstitutions,
  suspendAtOnce,
  takeSteps,
  type Contents,
  type DocumentKind,
  type Filing,
  type Stage,
} from '../../src/sharing/partner/index.ts';
import { givenAssertion, givenKey, type GivenKey } from '../../src/sharing/verification/token/given-keys.ts';
import { addKey } from '../../src/sharing/verification/token/keys.ts';
import { enlist } from '../../src/simulation/journey/cast.ts';
import { handOutKeys } from '../../src/simulation/journey/index.ts';
import type { Filled } from './filled.ts';

const CONTENTS: Contents = {
  user: 'BAGIAN LAYANAN CONTOH',
  purposes: ['public_service'],
  elements: [
    { element: 'name', method: 'score' },
    { element: 'birth_date', method: 'check' },
    { element: 'sex', method: 'check' },
  ],
  way: 'web_service',
  dataBack: 'Hasil layanan per bulan',
  termMonths: 60,
};

/** Each stage with the papers that it needs. */
const UPWARDS: readonly (readonly [Stage, readonly DocumentKind[]])[] = [
  ['APPROVAL', ['reply']],
  ['MOU', ['mou']],
  ['AGREEMENT', ['pks']],
  ['TECHNICAL_GUIDE', ['juknis']],
  ['ONBOARDING', ['nda', 'sptjm']],
  ['CONNECTED', ['poc_report']],
];

export interface LoadPartner {
  readonly id: string;
  readonly key: GivenKey;
  /** Stops it by one officer's decision; resolves when that is committed. */
  cutOff(): Promise<void>;
}

/** Two officers of the centre connect partners; `signed` ones must sign, and get signed answers. */
export async function connectPartners(
  { register: { house }, cast }: Filled,
  origin: string,
  kinds: readonly { signed: boolean }[],
): Promise<LoadPartner[]> {
  const { database, ground } = house;
  const centre = { id: DITJEN_ID, name: 'Ditjen Dukcapil', regionCode: '', zone: 'Asia/Jakarta' };
  const second = await database.transact('system', systemActor('bench'), (tx) =>
    enlist(tx, centre, { role: 'ministry_officer', username: 'bench.kedua', name: 'Eka Contoh Kedua' }),
  );
  const first = cast.players.find(({ role }) => role === 'ministry_officer')!.actor;
  const { password } = await handOutKeys(database, { ...cast, players: [second] }, origin);
  const act = <Result>(by: Actor, work: (tx: Tx) => Promise<Result>) => database.transact('app', by, work);
  const day = today(ground.clock, 'Asia/Jakarta');
  const year = Number(day.slice(0, 4));

  const paper = (cooperationId: string, kind: DocumentKind): Filing => ({
    cooperationId,
    kind,
    number: `${kind}/${randomUUID()}`,
    signedOn: day,
    validFrom: kind === 'mou' || kind === 'pks' ? day : null,
    validUntil: kind === 'mou' || kind === 'pks' ? asCivilDate(`${year + 3}-12-31`) : null,
    signatories: [],
    contents: kind === 'pks' ? CONTENTS : null,
    copy: { sha256: createHash('sha256').update(randomUUID()).digest('hex') },
  });

  async function connect({ signed }: { signed: boolean }): Promise<LoadPartner> {
    const [id] = await act(first, (tx) =>
      registerInstitutions(tx, first, [
        {
          name: `LEMBAGA CONTOH ${randomUUID()}`,
          kind: 'ministry',
          sector: 'government',
          supervisorId: null,
          regionCode: null,
          mail: null,
        },
      ]),
    );
    const [cooperationId] = await act(first, (tx) =>
      openCooperations(tx, first, [
        { ...paper('', 'request'), institutionId: id!, predecessorId: null, receivedOn: day, contents: CONTENTS },
      ]),
    );
    for (const [to, kinds] of UPWARDS) {
      const filed = await act(first, (tx) =>
        fileDocuments(
          tx,
          first,
          kinds.map((kind) => paper(cooperationId!, kind)),
        ),
      );
      await act(first, (tx) =>
        takeSteps(tx, first, [{ cooperationId: cooperationId!, to, occurredOn: day, reason: null, words: null }]),
      );
      if (to === 'AGREEMENT') await grant(filed[0]!, signed);
    }
    const key = await givenKey();
    await act(first, (tx) => addKey(tx, first, { id: id!, jwk: key.jwk }));
    return {
      id: id!,
      key,
      async cutOff() {
        const why = { cause: 'security' as const, reason: 'percobaan pemutusan di bawah beban', substitute: null };
        await act(first, (tx) => suspendAtOnce(tx, first, { id: cooperationId!, ...why }));
      },
    };
  }

  async function grant(agreementId: string, signed: boolean): Promise<void> {
    const { proposalId } = await act(first, (tx) =>
      proposeGrants(tx, first, {
        grants: [
          {
            agreementId,
            purpose: 'public_service',
            elements: CONTENTS.elements,
            threshold: 80,
            dailyQuota: 100_000_000,
            packageRows: 100_000_000,
            hours: null,
            networks: ['127.0.0.0/8'],
            regionCode: null,
            dpop: false,
            signed,
            tells: [],
            validFrom: day,
            validUntil: asCivilDate(`${year + 1}-12-31`),
            replaces: null,
          },
        ],
      }),
    );
    const assertion = { method: 'password' as const, password };
    await act(second.actor, (tx) => approve(tx, second.actor, { id: proposalId, assertion, origin }));
  }

  const connected: LoadPartner[] = [];
  for (const kind of kinds) connected.push(await connect(kind));
  return connected;
}

/** A token as the partner's own software asks for it. */
export async function tokenFor({ id, key }: LoadPartner, origin: string): Promise<string> {
  const assertion = await givenAssertion(key, { clientId: id, audience: origin });
  const answer = await fetch(`${origin}/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token was given: ${answer.status}`);
  return token;
}
