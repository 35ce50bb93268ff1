import { z } from 'zod';
import type { Access } from '../access/index.ts';
import type { Contract, Shape } from './contract.ts';
import type { Route } from './route.ts';
import type { Room } from '../room.ts';
import type { Language } from '../text/index.ts';

type Json = Record<string, unknown>;

/** As what a body of bytes may come. */
export const STREAM_TYPES = ['application/octet-stream', 'text/csv'];

const ABOUT = {
  id: `Register penduduk: yang dapat dibaca siapa pun, dan yang dikerjakan petugas.

- **Masuk.** \`POST /v1/session\` memberi kuki \`jatidiri_session\` dan \`jatidiri_csrf\`. Setiap permintaan yang menulis mengirim balik yang kedua sebagai \`X-CSRF-Token\`. Yang bertanda \`open\` tidak memerlukannya.
- **Menulis** memerlukan \`Idempotency-Key\` (UUID): percobaan ulang dengan kunci yang sama mendapat jawaban yang sama, tindakannya terjadi sekali.
- **Membuka data seseorang** memerlukan \`Jatidiri-Purpose\`; setiap pembukaan tercatat dalam log. Orang disebut dengan \`ref\`, tidak pernah dengan NIK di alamat.
- **Penolakan** berbentuk RFC 9457: \`code\`, kalimat menurut \`Accept-Language\`, dan \`errors\` per isian. **Daftar** berlanjut dengan \`cursor\`.
- **Lembaga pengguna** bertanya dengan token dari \`POST /v1/token\` (\`private_key_jwt\`); yang bertanda \`partner\` memerlukannya. Kiriman ulang dengan \`Idempotency-Key\` atau \`reference\` yang sama mendapat jawaban semula dan dihitung sekali; 429 menyebut \`Retry-After\`. Contoh curl dan TypeScript ada di \`docs/partners.md\`.
- \`x-access\`: siapa yang boleh; \`x-ledger\`: catatan yang ditulisnya dalam log.`,
  en: `The register of residents: what anybody may read, and what officers do.

- **Signing in.** \`POST /v1/session\` gives the cookies \`jatidiri_session\` and \`jatidiri_csrf\`. Every write sends the second back as \`X-CSRF-Token\`. What says \`open\` needs neither.
- **Writing** needs an \`Idempotency-Key\` (UUID): another attempt with the same key gets the same answer, the act happens once.
- **Opening a person** needs \`Jatidiri-Purpose\`; every look is an entry in the log. People are named by \`ref\`, never by a NIK in an address.
- **Refusals** are RFC 9457: \`code\`, a sentence by \`Accept-Language\`, and \`errors\` per field. **Lists** go on by \`cursor\`.
- **Partners** ask with a token of \`POST /v1/token\` (\`private_key_jwt\`); what says \`partner\` needs one. A call that comes again under the same \`Idempotency-Key\` or \`reference\` gets the answer of before and counts once; 429 comes with \`Retry-After\`. Samples in curl and TypeScript are in \`docs/partners.md\`.
- \`x-access\`: who may; \`x-ledger\`: the entries that it writes into the log.`,
} as const;

/** The OpenAPI 3.1 document of all rooms' contracts, to be read in `language`; what each does is said in the other one too. */
export function openApiOf(rooms: readonly Room[], language: Language = 'id'): Json {
  const paths: Record<string, Json> = {};
  for (const room of rooms) {
    for (const route of room.routes ?? []) {
      const path = route.contract.path.replaceAll(/:(\w+)/g, '{$1}');
      (paths[path] ??= {})[route.contract.method.toLowerCase()] = operation(room.name, route, language);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jatidiri',
      version: '1',
      description: ABOUT[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jatidiri_session' },
        partner: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/v1/token', scopes: {} } } },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

function operation(tag: string, { contract, access, ledger, rate }: Route, language: Language): Json {
  const keyed = contract.method !== 'GET' && !contract.repeatable;
  const purpose = access.rule === 'may' && access.purpose;
  const parameters = [
    ...parametersOf(contract.params, 'path'),
    ...parametersOf(contract.query, 'query'),
    ...(keyed ? [header('Idempotency-Key', 'A UUID; the same for each attempt of one act.')] : []),
    ...(access.rule === 'partner' ? PARTNER_HEADERS : []),
    ...(purpose ? [header('Jatidiri-Purpose', 'Code of the purpose for which the person is opened.')] : []),
  ];
  return {
    operationId: operationId(contract),
    tags: [tag],
    summary: contract.summary[language],
    description: contract.summary[language === 'id' ? 'en' : 'id'],
    'x-summary': contract.summary,
    'x-access': accessText(access),
    'x-ledger': 'writes' in ledger ? ledger.writes : [],
    ...(rate && { 'x-rate-per-minute': rate.perMinute }),
    ...(access.rule !== 'open' && { security: [access.rule === 'partner' ? { partner: [] } : { session: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(bodyOf(contract) && { requestBody: bodyOf(contract) }),
    responses: {
      200: { description: 'OK', content: answerOf(contract) },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function operationId({ method, path }: Contract): string {
  return `${method.toLowerCase()}${path.replace('/v1', '').replaceAll(/[/:_-]+(\w)/g, (_, c: string) => c.toUpperCase())}`;
}

/** `open`, `signedIn`, `partner`, or the scope: also what the allow/deny matrix shows. */
export function accessText(access: Access): string {
  if (access.rule !== 'may') return access.rule;
  return access.purpose ? `${access.scope} + purpose` : access.scope;
}

function parametersOf(shape: Shape, place: 'path' | 'query'): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function header(name: string, description: string, required = true): Json {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}

/** What a partner may, or by its agreement must, send with a call. */
const PARTNER_HEADERS = [
  header(
    'Idempotency-Key',
    'A UUID, kept for a day: the same call again gets the answer of before and counts once.',
    false,
  ),
  header('DPoP', 'Proof of the key to which the token is bound (RFC 9449), where the agreement demands it.', false),
  header(
    'Signature-Input',
    'RFC 9421, where the agreement demands it: @method, @target-uri, authorization, content-digest; created, keyid, nonce.',
    false,
  ),
  header('Signature', 'Of what Signature-Input names.', false),
  header('Content-Digest', 'RFC 9530, sha-256, with a signature.', false),
];

function bodyOf(contract: Contract): Json | null {
  if (contract.kind === 'upload') {
    const body = contract.body ? { body: schemaOf(contract.body, 'input') } : {};
    const properties = { file: { type: 'string', contentMediaType: 'application/octet-stream' }, ...body };
    return {
      required: true,
      content: { 'multipart/form-data': { schema: { type: 'object', properties, required: ['file'] } } },
    };
  }
  if (contract.kind === 'stream')
    return { required: true, content: Object.fromEntries(STREAM_TYPES.map((type) => [type, { schema: {} }])) };
  if (!contract.body) return null;
  const form = 'application/x-www-form-urlencoded';
  const types = contract.form === 'or_json' ? ['application/json', form] : [contract.form ? form : 'application/json'];
  const schema = schemaOf(contract.body, 'input');
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

function answerOf(contract: Contract): Json {
  if (contract.kind === 'file' || contract.kind === 'download') return { 'application/octet-stream': { schema: {} } };
  return { 'application/json': { schema: schemaOf(contract.output, 'output') } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
