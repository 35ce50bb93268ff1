/** What an event did, line by line, as people read it before and after: codes and values here, words in `id.ts` and `en.ts`. */
import { covers, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { MessageValues } from '../../core/refusal/index.ts';
import { masked, placeLine, type Resident, type ResidentChange } from '../resident/index.ts';
import type { CarriedOut } from './carry-out.ts';
import type { Plan } from './kind.ts';

export interface Said {
  readonly code: string;
  readonly values: MessageValues;
}

export interface Told {
  readonly plan: Plan;
  readonly done: CarriedOut;
  readonly people: readonly Resident[];
  readonly late: number;
  readonly number: string | null;
}

/** Numbers that a preview would burn are not in it: only that there will be one. */
export async function effectsOf(tx: Tx, actor: Actor, told: Told): Promise<Said[]> {
  const { plan, done } = told;
  const people = [...told.people, ...(plan.people ?? [])];
  // Who arrives lives here from now on, and is no stranger in the lines that say so.
  const homes = new Map((plan.changes ?? []).map(({ nik, delta }) => [nik as string, delta.villageCode]));
  const names = new Map(
    people.map((person) => {
      const home = homes.get(person.nik);
      const known = home !== undefined && covers(actor.jurisdiction, home);
      return [person.nik as string, known ? person.name : nameFor(actor, person)];
    }),
  );
  if (done.registered && plan.registers) names.set(done.registered, plan.registers.person.biodata.name);
  const nameOf = (nik: string) => names.get(nik) ?? '…';
  const said: Said[] = [];
  const say = (code: string, values: MessageValues = {}) => said.push({ code: `civil_event.effect.${code}`, values });

  if (plan.registers) say('registered', { name: plan.registers.person.biodata.name });
  for (const change of plan.changes ?? []) said.push(...changeSaid(tx, change, nameOf(change.nik)));
  if (plan.delegated) say('elements', { name: nameOf(plan.delegated.nik), n: plan.delegated.elements });
  for (const { nik, before, after } of done.trace?.seats ?? []) {
    if (before && !after) say('leaves_card', { name: nameOf(nik) });
    else if (after) say('sits', { name: nameOf(nik), relation: after.relation });
  }
  for (const _ of done.seated?.formed ?? []) say('new_card');
  for (const _ of done.trace?.addresses ?? []) say('card_keeps_number');
  for (const _ of done.seated?.headless ?? []) say('card_headless');
  for (const _ of done.seated?.closed ?? []) say('card_closed');
  if (plan.state === 'pending') say('underway', { n: plan.participants.length });
  if (told.number) say('deed');
  if (told.late > 0) say('late', { days: told.late });
  if (said.length === 0) say('noted');
  return said;
}

function changeSaid(tx: Tx, { delta }: ResidentChange, name: string): Said[] {
  const said: Said[] = [];
  const say = (code: string, values: MessageValues = {}) =>
    said.push({ code: `civil_event.effect.${code}`, values: { name, ...values } });
  if (delta.state) say('state', { state: delta.state });
  if (delta.maritalStatus) say('marital_status', { status: delta.maritalStatus });
  if (delta.name) say('name', { to: delta.name });
  if (delta.sex) say('sex', { sex: delta.sex });
  if (delta.nationality) say('nationality', { nationality: delta.nationality });
  if (delta.fatherNik) say('father');
  if (delta.villageCode || delta.address)
    say('address', { place: delta.villageCode ? placeLine(tx, delta.villageCode) : (delta.address ?? '') });
  if (said.length === 0) say('elements', { n: Object.keys(delta).length });
  return said;
}

/** People outside the officer's region are named by initials. */
export function nameFor(actor: Actor, person: Pick<Resident, 'name' | 'villageCode'>): string {
  return covers(actor.jurisdiction, person.villageCode) ? person.name : masked(person.name);
}

/** In the words of the actor's language. */
export function inWords(tx: Tx, actor: Actor, said: readonly Said[]): { code: string; text: string }[] {
  return said.map(({ code, values }) => ({ code, text: tx.ground.speaker.say(actor.language, code, values) }));
}
