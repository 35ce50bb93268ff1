/** Trying at once: the published numbers, a question sent from the page, and samples to copy. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Download } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { TRIAL_ROWS } from '../../verification/trial/rules.ts';
import { countTrials, tryHere, viewKeys } from '../../verification/index.ts';
import { institutionName } from '../account/sql.ts';
import { portalPage, type Visit } from '../page.ts';
import { TYPED, type SandboxPage, type Typed } from './schema.ts';

const SAMPLES = join(import.meta.dirname, '../../../../docs/partners');
const NAMES = ['ask.sh', 'ask.ts', 'ask.py'] as const;

export const sandboxPage = portalPage<SandboxPage>({
  path: '/mitra/uji-coba',
  component: 'portal-sandbox',
  act: 'portal.try',
  takesForm: true,
  rate: { perMinute: 60 },
  load: loadSandbox,
});

const BEGIN: Typed = {
  nik: '9901014508909001',
  name: 'SITI CONTOH RAHAYU',
  birthDate: '1990-08-05',
  motherName: '',
  familyCard: '',
  address: '',
  purpose: 'public_service',
  basis: 'contract',
  unit: 'KC Contoh',
  endUser: 'teller-7',
  reference: 'TRX-1',
};

export async function loadSandbox(tx: Tx, visit: Visit): Promise<SandboxPage | Download> {
  const { institutionId, actor, form, query, ip, language, origin } = visit;
  const sample = NAMES.find((name) => name === query['contoh']);
  if (sample) return sampleFile(sample);
  const keys = await viewKeys(tx, actor, { id: institutionId });
  const typed = form === null ? BEGIN : typedIn(form);
  const question = questionOf(typed);
  const tried = form === null ? null : await tryHere(tx, { institutionId, question, ip, language });
  return {
    institution: (await institutionName(tx, institutionId))?.name ?? '',
    origin,
    clientId: institutionId,
    hasKey: keys.keys.some(({ endedAt }) => endedAt === null) || (keys.published?.kids.length ?? 0) > 0,
    counts: await countTrials(tx, institutionId),
    rows: TRIAL_ROWS,
    typed,
    tried: tried && {
      request: JSON.stringify(question, null, 2),
      status: tried.status,
      answer: JSON.stringify(JSON.parse(tried.json), null, 2),
    },
    samples: await readSamples(),
  };
}

function typedIn(form: Readonly<Record<string, string>>): Typed {
  return Object.fromEntries(TYPED.map((name) => [name, (form[name] ?? '').slice(0, 300)])) as unknown as Typed;
}

/** What is left empty is not sent. */
function questionOf({ nik, purpose, basis, unit, endUser, reference, ...given }: Typed) {
  const attributes = Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== ''));
  return { nik: nik.replaceAll(/\s/g, ''), attributes, purpose, basis, unit, endUser, reference };
}

async function readSamples(): Promise<SandboxPage['samples']> {
  const texts = await Promise.all(NAMES.map((name) => readFile(join(SAMPLES, name), 'utf8')));
  return Object.fromEntries(NAMES.map((name, n) => [name, texts[n]!])) as SandboxPage['samples'];
}

async function sampleFile(name: (typeof NAMES)[number]): Promise<Download> {
  return new Download({
    mediaType: 'text/plain; charset=utf-8',
    fileName: name,
    bytes: await readFile(join(SAMPLES, name)),
  });
}
