import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { findFamilyContract, openFamilyContract } from '../../../src/register/family/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useHouse } from '../house.tsx';
import { keepPurpose } from '../purpose/kept.ts';
import { lookKey } from '../register/recorded.ts';
import { useSession } from '../session.tsx';

/** Opens the family card of a number. The look is recorded once: the card's page takes what was read here. */
export function CardByNumber({ number, purpose }: { number: string; purpose: string }) {
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['register', 'card', number, purpose],
    queryFn: ({ signal }) => client.call(findFamilyContract, { number }, { purpose, signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const found = query.data;
  useEffect(() => {
    if (!found) return;
    keepPurpose(officer.id, found.ref, purpose);
    queries.setQueryData(lookKey(openFamilyContract, { ref: found.ref }, purpose), found);
    void navigate({ to: '/petugas/keluarga/$ref' as '/petugas', params: { ref: found.ref } as never });
  }, [found, officer.id, purpose, queries, navigate]);
  if (query.error) return <Failing error={query.error} />;
  return <Loading lines={2} />;
}
