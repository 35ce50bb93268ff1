import { useQuery } from '@tanstack/react-query';
import { openFamilyOfContract } from '../../../src/register/family/contract.ts';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import { Problem } from '../../kit/problem.ts';
import { useHouse } from '../house.tsx';
import { usePersonAtHand } from '../register/person-at-hand.ts';
import type { Picked } from '../register/picker/person-field.tsx';
import { KEPT_MS, lookKey } from '../register/recorded.ts';
import { startOf, type EventDraft } from './draft.ts';
import { fieldOf, type FieldSpec } from './fields.ts';
import { PURPOSE, seatsOf } from './parts.tsx';

/** With what the report of this kind begins; from a person's page (`?orang=`) he stands in it, with his card and village. */
export function useBeginning(kind: RecordableKind) {
  const { client } = useHouse();
  const atHand = usePersonAtHand('orang', PURPOSE);
  const { ref, person, picked, purpose } = atHand;
  const field = person ? fieldOf(kind, person) : undefined;
  const family = useQuery({
    queryKey: lookKey(openFamilyOfContract, { ref }, purpose),
    queryFn: () => client.call(openFamilyOfContract, { ref: ref! }, { purpose }),
    enabled: field?.as === 'seats',
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
  });
  const village = useQuery({
    queryKey: ['region', 'whole', person?.villageCode],
    queryFn: () => client.call(findRegionContract, { code: person!.villageCode }),
    enabled: person !== null,
    staleTime: Infinity,
  });
  const alone = family.error instanceof Problem && family.error.status === 404;
  const error = atHand.error ?? (alone ? null : family.error);
  // Without the village's name the form still works; the officer then looks it up himself.
  const settled = (field?.as !== 'seats' || alone || family.data) && (!person || !village.isPending);
  const begin = (): EventDraft => {
    const start = startOf(kind);
    if (!picked || !field) return start;
    const value = valueOf(field, picked, () => seatsOf(picked, family.data ?? null, true));
    return { ...start, village: village.data ?? null, details: { ...start.details, [field.name]: value } };
  };
  return {
    /** The draft's name on the device: one for each person, so that one report does not lay itself over another. */
    form: ref ? `peristiwa.${kind}.${ref}` : `peristiwa.${kind}`,
    start: atHand.ready && settled && !error ? begin() : null,
    error,
    again: () => (atHand.error ? atHand.again() : void family.refetch()),
  };
}

function valueOf(field: FieldSpec, person: Picked, seats: () => unknown): unknown {
  if (field.as === 'people') return [person];
  return field.as === 'seats' ? seats() : person;
}
