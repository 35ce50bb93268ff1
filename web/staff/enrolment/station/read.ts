import { useQuery } from '@tanstack/react-query';
import { listStationsContract } from '../../../../src/recording/enrolment/station/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { useHouse } from '../../house.tsx';

export type Station = AnswerOf<typeof listStationsContract>['stations'][number];

export function useStations() {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['stations'],
    queryFn: async ({ signal }) => (await client.call(listStationsContract, {}, { signal })).stations,
  });
}
