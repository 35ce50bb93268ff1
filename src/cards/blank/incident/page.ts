/** The public page on which anybody reports a blank or card that is for sale or was found, and follows the report. */
import { randomBytes } from 'node:crypto';
import { publicActor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { tellIncident, trackingOf } from './report.ts';
import { INCIDENT_KINDS, readTracking } from './rules.ts';
import { reportShape, type ReportBlankPage } from './schema.ts';
import { findByTracking } from './sql.ts';

type Fault = ReportBlankPage['faults'][number];

export const reportBlankPage = publicPage<ReportBlankPage>({
  path: '/laporkan-blangko',
  component: 'report-blank',
  takesForm: true,
  takesFile: true,
  rate: { perMinute: 6 },
  status: ({ faults }) => (faults.length === 0 ? 200 : faults.some(({ field }) => field === 'tracking') ? 404 : 422),
  load: loadReportBlank,
});

const KEY = /^[A-Za-z0-9_-]{22}$/;
const field = (text: string | undefined, most: number) => (text ?? '').slice(0, most);

async function loadReportBlank(tx: Tx, request: PublicRequest): Promise<ReportBlankPage> {
  const { form, language } = request;
  const typed = {
    kind: field(form?.['jenis'], 20),
    place: field(form?.['tempat'], 400),
    words: field(form?.['uraian'], 4_000),
    seen: field(form?.['nomor'], 5_000),
  };
  const given = form?.['kunci'] ?? '';
  const key = KEY.test(given) ? given : randomBytes(16).toString('base64url');
  const page: ReportBlankPage = { typed, key, faults: [], made: null, followed: null, asked: '' };
  if (form === null) return page;
  const say = (code: string) => tx.ground.speaker.say(language, code);
  if (form['lacak'] !== undefined) {
    const asked = field(form['lacak'], 40);
    const followed = await follow(tx, asked);
    if (followed) return { ...page, asked, followed };
    return { ...page, asked, faults: [{ field: 'tracking', text: say('blank.told.tracking') }] };
  }
  const before = await elevated(tx, () => findByTracking(tx, trackingOf(key)));
  if (before) return { ...page, made: { tracking: trackingOf(key) } };
  const { faults, report } = readReport(tx, typed, say);
  if (!report) return { ...page, faults };
  try {
    const { tracking } = await tellIncident(tx, publicActor(language), { ...report, key, photo: request.file ?? null });
    return { ...page, made: { tracking } };
  } catch (fault) {
    // What is wrong with a photo is said beside it; nothing was written before it was inspected.
    if (!(fault instanceof Refusal) || !fault.code.startsWith('file.')) throw fault;
    const text = tx.ground.speaker.say(language, fault.code, fault.values);
    return { ...page, faults: [{ field: 'photo', text }] };
  }
}

async function follow(tx: Tx, asked: string): Promise<ReportBlankPage['followed']> {
  const tracking = readTracking(asked);
  const found = tracking && (await elevated(tx, () => findByTracking(tx, tracking)));
  if (!found || !tracking) return null;
  return { tracking, state: found.state, toldOn: found.openedOn, endedOn: found.closedOn };
}

function readReport(tx: Tx, typed: ReportBlankPage['typed'], say: (code: string) => string) {
  const seen = typed.seen
    .split(/[\n,;]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const faults: Fault[] = [];
  const miss = (name: Fault['field']) => faults.push({ field: name, text: say(`blank.told.${name}`) });
  if (!(INCIDENT_KINDS as readonly string[]).includes(typed.kind)) miss('kind');
  if (typed.place.trim().length < 3 || typed.place.trim().length > 200) miss('place');
  if (typed.words.trim().length < 10 || typed.words.trim().length > 2_000) miss('words');
  if (seen.length > 100 || seen.some((each) => each.length > 40)) miss('seen');
  if (faults.length > 0) return { faults, report: null };
  const { kind, place, words } = typed;
  const read = reportShape.safeParse({ kind, place, words, seen, seenOn: today(tx.ground.clock, ZONES.WIB) });
  // Nothing but signs that are no letters: after they were taken away nothing was left.
  if (!read.success) miss('words');
  return { faults, report: read.data ?? null };
}
