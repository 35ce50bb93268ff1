/** For tests of this room: a server with ministry officers, and institutions that have come as far as a test needs. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { givenServer, PASSWORD, type Answer, type Caller } from '../../../test/given/serving.ts';
import { givenActor } from '../../../test/given/people.ts';
import type { Tx } from '../../core/db/index.ts';
import { DITJEN_ID } from '../../register/office/index.ts';
import { proposeGrants } from './grant/grant.ts';
import type { GrantGiven } from './grant/schema.ts';
import { registerInstitutions } from './institution/institution.ts';
import { fileDocuments, type Filing } from './ladder/document.ts';
import { openCooperations, takeSteps } from './ladder/ladder.ts';
import { documentsFor, stepUp, TERMED, WITH_CONTENTS, type DocumentKind, type Stage } from './ladder/rules.ts';
import { KINDS, type Kind, type Sector } from './rules.ts';
import type { Contents, InstitutionGiven } from './schema.ts';

export const CONTENTS: Contents = {
  user: 'BAGIAN LAYANAN CONTOH',
  purposes: ['public_service', 'law_enforcement'],
  elements: [
    { element: 'nik', method: 'check' },
    { element: 'name', method: 'score' },
    { element: 'birth_date', method: 'check' },
    { element: 'mother_name', method: 'check' },
  ],
  way: 'web_service',
  dataBack: 'Hasil kunjungan layanan per bulan',
  termMonths: 60,
};

/** A PDF that nobody else has, as small as one may be. */
export function pdf(): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${randomUUID()}\ntrailer\nstartxref\n0\n%%EOF\n`);
}

export const hashOnly = () => ({ sha256: createHash('sha256').update(randomUUID()).digest('hex') });

let made = 0;

export async function givenMinistry(now = '2018-03-01T02:00:00Z', how: Parameters<typeof givenServer>[0] = {}) {
  const given = await givenServer(how);
  given.clock.moveTo(new Date(now));
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  afterAll(() => sequencer.stop());
  const officer = () => given.officer({ role: 'ministry_officer' });
  const [dian, bagus, citra, eko] = [await officer(), await officer(), await officer(), await officer()] as const;
  const actor = { ...givenActor({ region: '', role: 'ministry_officer', officeId: DITJEN_ID }), id: dian.officerId };
  const act = <Result>(work: (tx: Tx) => Promise<Result>) => given.transact(actor, work);

  async function ok(asked: Promise<Answer>) {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async function institutions(n: number, over: Partial<InstitutionGiven> = {}): Promise<string[]> {
    const rows = Array.from({ length: n }, () => ({
      name: `LEMBAGA CONTOH ${String(++made).padStart(5, '0')}`,
      kind: 'ministry' as Kind,
      sector: 'government' as Sector,
      supervisorId: null,
      regionCode: null,
      mail: null,
      ...over,
    }));
    return act((tx) => registerInstitutions(tx, actor, rows));
  }

  const paper = (cooperationId: string, kind: DocumentKind, over: Partial<Filing> = {}): Filing => ({
    cooperationId,
    kind,
    number: `${kind}/${++made}`,
    signedOn: '2018-03-01' as never,
    validFrom: (TERMED.includes(kind) ? '2018-01-01' : null) as never,
    validUntil: (TERMED.includes(kind) ? '2022-12-31' : null) as never,
    signatories: [{ name: 'PEJABAT CONTOH', position: 'Kepala', side: 'institution' }],
    contents: WITH_CONTENTS.includes(kind) ? CONTENTS : null,
    copy: hashOnly(),
    ...over,
  });

  const request = (institutionId: string, predecessorId: string | null = null, receivedOn = '2018-03-01') => ({
    institutionId,
    predecessorId,
    number: `REQ/${++made}`,
    signedOn: receivedOn,
    receivedOn,
    signatories: [],
    contents: CONTENTS,
    copy: hashOnly(),
  });

  const opened = (ids: readonly string[], predecessors: readonly (string | null)[] = [], on = '2018-03-01') =>
    act((tx) =>
      openCooperations(
        tx,
        actor,
        ids.map((id, n) => request(id, predecessors[n] ?? null, on)),
      ),
    );

  const step = (ids: readonly string[], to: Stage, occurredOn = '2018-03-01') =>
    act((tx) =>
      takeSteps(
        tx,
        actor,
        ids.map((cooperationId) => ({ cooperationId, to, occurredOn: occurredOn as never, reason: null, words: null })),
      ),
    );

  const grant = (agreementId: string, over: Partial<GrantGiven> = {}): GrantGiven => ({
    agreementId,
    purpose: 'public_service',
    elements: [
      { element: 'nik', method: 'check' },
      { element: 'name', method: 'score' },
    ],
    threshold: 80,
    dailyQuota: 10_000,
    packageRows: null,
    hours: null,
    networks: ['203.0.113.0/24'],
    regionCode: null,
    dpop: false,
    signed: false,
    tells: [],
    validFrom: '2018-03-01' as never,
    validUntil: '2022-12-31' as never,
    replaces: null,
    ...over,
  });

  const approve = (by: Caller, proposalId: string) =>
    by.call('POST', `/v1/proposals/${proposalId}/approve`, { assertion: { method: 'password', password: PASSWORD } });

  /** All the way from a request to a stage, each with its papers and, before the connection, a grant given by two. */
  async function climbed(
    ids: readonly string[],
    to: Stage,
    how: { kind?: Kind; predecessors?: string[]; on?: string } = {},
  ) {
    const { memorandum } = KINDS[how.kind ?? 'ministry'];
    const on = how.on ?? '2018-03-01';
    const passes = await opened(ids, how.predecessors, on);
    const agreements = new Map<string, string>();
    for (let at: Stage = 'REQUEST'; at !== to;) {
      const next: Stage = stepUp(at, memorandum)!;
      const kinds = [
        ...documentsFor(next, memorandum),
        ...(next === 'MOU' && memorandum === 'own' ? (['mou'] as const) : []),
      ];
      const papers = passes.flatMap((id) => kinds.map((kind) => paper(id, kind, { signedOn: on as never })));
      if (papers.length > 0) {
        const filed = await act((tx) => fileDocuments(tx, actor, papers));
        for (const [n, { kind, cooperationId }] of papers.entries())
          if (kind === 'pks') agreements.set(cooperationId, filed[n]!);
      }
      if (next === 'CONNECTED') await granted([...agreements.values()]);
      await step(passes, next, on);
      at = next;
    }
    return { passes, agreements };
  }

  async function granted(agreements: readonly string[], over: Partial<GrantGiven> = {}) {
    const { proposalId } = await act((tx) =>
      proposeGrants(tx, actor, { grants: agreements.map((id) => grant(id, over)) }),
    );
    await ok(approve(bagus, proposalId));
  }

  const page = async (institutionId: string) => ok(dian.call('GET', `/v1/partners/institutions/${institutionId}`));

  return {
    ...given,
    actor,
    act,
    ok,
    dian,
    bagus,
    citra,
    eko,
    institutions,
    paper,
    request,
    opened,
    step,
    grant,
    granted,
    approve,
    climbed,
    page,
  };
}

/** An upload as a browser sends it: the fields as JSON in one part, the file in another. */
export function upload(body: object, bytes = pdf()) {
  const boundary = randomUUID();
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="body"\r\n\r\n${JSON.stringify(body)}\r\n`),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="surat.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
