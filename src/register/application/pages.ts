/** The public page on which an applicant follows his application. */
import { publicActor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../core/http/web.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { civilDateOf, dayIn, daysBetween, parseCivilDate, ZONES, type CivilDate } from '../../core/time/index.ts';
import { followApplication, FOLLOWED_PER_MINUTE } from './carry.ts';
import type { ApplicationState } from './rules.ts';
import type { FollowPage } from './schema.ts';

export const applicationPages = [
  publicPage<FollowPage>({
    path: '/ikuti-permohonan',
    component: 'follow',
    takesForm: true,
    rate: FOLLOWED_PER_MINUTE,
    status: ({ faults }) => (faults.length === 0 ? 200 : faults.includes('not_found') ? 404 : 422),
    load: loadFollow,
  }),
];

/** A wrong number and a wrong birth date look the same: nobody learns here that an application exists. */
export async function loadFollow(tx: Tx, { form, language }: PublicRequest): Promise<FollowPage> {
  const number = visible(form?.['nomor'] ?? '').slice(0, 40);
  if (form === null) return { number, faults: [], application: null };
  const birthDate = birthDateOf(visible(form['lahir'] ?? ''));
  if (number === '' || birthDate === null) {
    const faults = [...(number === '' ? (['number'] as const) : []), ...(birthDate ? [] : (['birth_date'] as const))];
    return { number, faults, application: null };
  }
  try {
    const followed = await followApplication(tx, publicActor(language), { number, birthDate });
    const say = (key: string) => tx.ground.speaker.say(language, key);
    const { kind, ...rest } = followed;
    const application = {
      ...rest,
      daysLate: daysLate(rest, dayIn(ZONES.WIB, tx.ground.clock.now())),
      service: say(`service.${kind}`),
      stateText: say(`application.state.${rest.state}`),
    };
    return { number, faults: [], application };
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'application.not_found') throw fault;
    return { number, faults: ['not_found'], application: null };
  }
}

function daysLate({ state, dueOn }: { state: ApplicationState; dueOn: string | null }, day: CivilDate): number {
  const due = state === 'submitted' || state === 'assigned' ? parseCivilDate(dueOn ?? '') : null;
  return due && due < day ? daysBetween(due, day) : 0;
}

/** Without the spaces and the invisible characters that come along when a number is copied out of a message. */
function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim();
}

/** 05-08-1990, 5/8/1990 or 5.8.1990; `null` for a day that is on no calendar. */
function birthDateOf(text: string): CivilDate | null {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(text);
  return parts && civilDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}
