import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { openApplicationContract } from '../../../src/register/application/contract.ts';
import { SERVICE_EVENTS } from '../../../src/register/civil-event/rules.ts';
import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import { useHouse } from '../house.tsx';

export type ApplicationView = AnswerOf<typeof openApplicationContract>;

export function useApplication(id: string) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['application', id],
    queryFn: ({ signal }) => client.call(openApplicationContract, { id }, { signal }),
    // Each look is recorded for the applicant.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** The event that a service is, where it is one. */
export function eventOf(kind: ApplicationView['kind']): RecordableKind | null {
  return (SERVICE_EVENTS as Partial<Record<ApplicationView['kind'], RecordableKind>>)[kind] ?? null;
}
