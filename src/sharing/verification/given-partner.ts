/** For tests of this room: an institution that is connected, with a grant, a key and a token, asking as its own software would. */
import type { Config } from '../../core/config/index.ts';
import type { GrantGiven } from '../partner/grant/schema.ts';
import { ELEMENTS, fileDocuments } from '../partner/index.ts';
import type { InstitutionGiven } from '../partner/schema.ts';
import { CONTENTS, givenMinistry } from '../partner/given-partner.ts';
import type { Algorithm } from './schema.ts';
import { givenAssertion, givenKey, givenProof, type GivenKey } from './token/given-keys.ts';

export interface Asked {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of all shapes
  readonly body: any;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

/** Everything that may be agreed, as far as it may be told of. */
const AGREED = Object.entries(ELEMENTS).map(([element, methods]) => ({
  element,
  method: (methods as readonly string[]).includes('score') ? 'score' : methods[0],
}));

const CHECKED = ['family_card', 'birth_date', 'sex', 'marital_status', 'occupation', 'rt', 'village', 'mother_name'];
const GRANTED = [
  ...CHECKED.map((element) => ({ element, method: 'check' })),
  { element: 'name', method: 'score' },
] as GrantGiven['elements'];

/** Why it is asked: what a batch says once. */
export const WHY = { purpose: 'public_service', basis: 'contract', unit: 'KC Contoh', endUser: 'teller-7' };

/** What a test asks about unless it says otherwise: SITI of test/given/people.ts. */
export const QUESTION = {
  ...WHY,
  attributes: { name: 'SITI CONTOH RAHAYU', birthDate: '1990-08-05', sex: 'P' } as Record<string, unknown>,
  reference: 'TRX-1',
};

export const ABSENT = '9901014101909001';

let referred = 0;
/** A new reference each time: the same one with the same question would be the same call that comes again. */
export function about(nik: string, attributes: Record<string, unknown> = QUESTION.attributes, over: object = {}) {
  return { ...QUESTION, reference: `TRX-${1_000_000 + referred++}`, nik, attributes, ...over };
}

export const refused = ({ status, body }: Asked) => [status, body.code];

export const ORIGIN = 'http://localhost';

export async function givenVerification(options: { config?: Config } = {}) {
  const given = await givenMinistry('2018-12-11T09:00:00Z', options);
  const { book } = given.house.ground.verification;
  await book.open();

  async function inject(
    method: 'GET' | 'POST',
    url: string,
    payload: string | object | undefined,
    headers: Record<string, string> = {},
  ): Promise<Asked> {
    const answer = await given.app.inject({
      method,
      url,
      remoteAddress: '203.0.113.9',
      headers: {
        host: 'localhost',
        ...(typeof payload === 'string' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const json = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: json ? answer.json() : null, text: answer.body, headers: answer.headers };
  }

  const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    inject('POST', '/v1/token', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });

  /** The form of a token request. */
  const tokenForm = (assertion: string) => ({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });

  async function addKey(institutionId: string, key: GivenKey): Promise<string> {
    const path = `/v1/partners/institutions/${institutionId}/keys`;
    const { id } = (await given.ok(given.dian.call('POST', path, { jwk: key.jwk }))) as { id: string };
    await book.refresh();
    return id;
  }

  /** A connected institution; `over` changes its grant, `institution` itself. */
  async function partner(
    over: Partial<GrantGiven> = {},
    how: { institution?: Partial<InstitutionGiven>; algorithm?: Algorithm } = {},
  ) {
    const [id] = await given.institutions(1, how.institution);
    const passes = await given.climbed([id!], 'ONBOARDING', {
      on: '2018-03-01',
      kind: how.institution?.kind ?? 'ministry',
    });
    const wide = given.paper(passes.passes[0]!, 'pks', { contents: { ...CONTENTS, elements: AGREED as never } });
    const papers = (['nda', 'sptjm', 'poc_report'] as const).map((kind) => given.paper(passes.passes[0]!, kind));
    const [agreementId] = await given.act((tx) => fileDocuments(tx, given.actor, [wide, ...papers]));
    await given.granted([agreementId!], { elements: GRANTED, ...over });
    await given.step(passes.passes, 'CONNECTED');
    const key = await givenKey(how.algorithm);
    const keyId = await addKey(id!, key);
    const assertion = () => givenAssertion(key, { clientId: id!, audience: ORIGIN });
    const bearer = async () => {
      const { body } = await token(tokenForm(await assertion()));
      return body.access_token as string;
    };
    const held = await bearer();
    /** With a plain token. */
    const ask = (body: string | object, headers: Record<string, string> = {}, path = '/v1/verifications') =>
      inject('POST', path, body, { authorization: `Bearer ${held}`, ...headers });
    return {
      id: id!,
      cooperationId: passes.passes[0]!,
      agreementId: agreementId!,
      key,
      keyId,
      token: held,
      bearer,
      assertion,
      ask,
      batch: (body: object, headers: Record<string, string> = {}) => ask(body, headers, '/v1/verifications/batch'),
    };
  }

  /** A token bound to `key`, and calls that prove it. */
  async function bound(client: { id: string; key: GivenKey; assertion(): Promise<string> }, key: GivenKey) {
    const proof = await givenProof(key, { method: 'POST', url: `${ORIGIN}/v1/token` });
    const { body } = await token(tokenForm(await client.assertion()), { dpop: proof });
    const held = body.access_token as string;
    const prove = (path: string, over?: Parameters<typeof givenProof>[2]) =>
      givenProof(key, { method: 'POST', url: ORIGIN + path, token: held }, over);
    return {
      token: held,
      prove,
      ask: async (payload: object, headers: Record<string, string> = {}) =>
        inject('POST', '/v1/verifications', payload, {
          authorization: `DPoP ${held}`,
          dpop: await prove('/v1/verifications'),
          ...headers,
        }),
    };
  }

  return { ...given, book, inject, tokenForm, requestToken: token, addKey, partner, bound };
}

export type GivenVerification = Awaited<ReturnType<typeof givenVerification>>;
