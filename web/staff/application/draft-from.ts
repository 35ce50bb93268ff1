import { plain } from '../../kit/plain.ts';
import { useQuery } from '@tanstack/react-query';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { EMPTY_DRAFT, type AddressDraft, type EventDraft } from '../event/draft.ts';
import { FIELDS, type As } from '../event/fields.ts';
import { printed } from '../register/biodata-values.ts';
import type { BiodataDraft } from './biodata-values.ts';
import { isCardKind } from './card-values.ts';
import { useHouse } from '../house.tsx';
import type { Picked } from '../register/picker/person-field.tsx';
import { eventOf, type ApplicationView } from './read.ts';

type Regions = ReadonlyMap<string, Region>;

/** The details of an application as its form holds them: with the names of people and places. `null` while they are fetched. */
export function useDraftFrom(application: ApplicationView | undefined): EventDraft | null {
  const { client } = useHouse();
  const address = application?.details['address'] as { villageCode?: string } | null | undefined;
  const biodata = application?.details['biodata'] as { villageCode?: string } | undefined;
  const codes = [application?.details['villageCode'], address?.villageCode, biodata?.villageCode].filter(
    (code) => typeof code === 'string',
  );
  const query = useQuery({
    queryKey: ['region', 'several', ...codes],
    staleTime: Infinity,
    enabled: application !== undefined,
    queryFn: async () => Promise.all(codes.map((code) => client.call(findRegionContract, { code }))),
  });
  if (!application || (!query.data && !query.error)) return null;
  return draftFrom(application, new Map((query.data ?? []).map((region) => [region.code, region])));
}

function draftFrom(application: ApplicationView, regions: Regions): EventDraft {
  const { details } = application;
  const kind = eventOf(application.kind);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const common = {
    ...EMPTY_DRAFT,
    occurredOn: text(details['occurredOn']),
    reportedOn: text(details['reportedOn']),
    village: regions.get(text(details['villageCode'])) ?? null,
  };
  if (isCardKind(application.kind)) {
    const members = (details['members'] ?? []) as readonly { ref: string; relation: number }[];
    const seats = members.map(({ ref, relation }) => ({ person: ref, relation }));
    const held = (as: As, value: unknown) => heldOf(as, value, application, regions);
    return {
      ...common,
      details: {
        change: text(details['change']),
        card: held('family', details['card']),
        members: held('seats', seats),
        address: held('address', details['address']),
        reason: text(details['reason']),
      },
    };
  }
  if (application.kind === 'biodata.new') return { ...common, details: { ...biodataHeld(details, regions) } };
  if (application.kind === 'arrival') {
    const held = (as: As, name: string) => heldOf(as, details[name], application, regions);
    const movers = details['movers'] ?? undefined;
    return { ...common, details: { address: held('address', 'address'), card: held('family', 'card'), movers } };
  }
  if (!kind) return common;
  const said = (name: string) =>
    name === 'changes'
      ? { ...(details[name] as object), ...(details['protected'] as object | undefined) }
      : details[name];
  const held = FIELDS[kind].map(({ name, as }) => [name, heldOf(as, said(name), application, regions)]);
  return { ...common, details: { ...Object.fromEntries(held), seenVersion: details['seenVersion'] } };
}

function biodataHeld(details: Readonly<Record<string, unknown>>, regions: Regions): BiodataDraft {
  const { villageCode, ...biodata } = (details['biodata'] ?? {}) as Readonly<Record<string, unknown>>;
  const seat = (details['seat'] ?? {}) as { in?: string; card?: string; relation?: number };
  const said = { ...biodata, ...(details['protected'] as object | undefined) };
  return {
    values: Object.fromEntries(Object.entries(said).map(([element, value]) => [element, printed(value)])),
    village: regions.get(printed(villageCode)) ?? null,
    legalBasis: printed(details['legalBasis']),
    seat: seat.in ?? '',
    card: seat.card ? { ref: seat.card, number: '', names: [] } : undefined,
    relation: printed(seat.relation),
    looked: (details['looked'] ?? []) as readonly string[],
  };
}

function heldOf(as: As, value: unknown, application: ApplicationView, regions: Regions): unknown {
  if (value === null || value === undefined) return undefined;
  const person = (ref: string): Picked => {
    const named = application.people.find((each) => each.ref === ref);
    const { name = '–', masked = false } = named ?? {};
    return { ref, name, masked, nik: '', birthDate: '', sex: 0, villageCode: '', place: '' };
  };
  if (typeof as === 'object') return plain(value);
  switch (as) {
    case 'person':
      return person(plain(value));
    case 'people':
      return (value as readonly string[]).map(person);
    case 'seats':
      return (value as readonly { person: string; relation: number }[]).map((seat) => ({
        person: person(seat.person),
        relation: String(seat.relation),
        going: true,
      }));
    case 'family':
      return { ref: plain(value), number: '', names: [] };
    case 'address':
      return addressHeld(value as Readonly<Record<string, string | number | null>>, regions);
    case 'changes':
      return Object.fromEntries(Object.entries(value as object).map(([element, to]) => [element, String(to)]));
    default:
      return plain(value);
  }
}

function addressHeld(address: Readonly<Record<string, string | number | null>>, regions: Regions): AddressDraft {
  const text = (name: string) => (address[name] === null || address[name] === undefined ? '' : String(address[name]));
  return {
    village: regions.get(text('villageCode')) ?? null,
    address: text('address'),
    rt: text('rt'),
    rw: text('rw'),
    hamlet: text('hamlet'),
    postalCode: text('postalCode'),
  };
}
