import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openFamilyContract, openFamilyOfContract } from '../../../src/register/family/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { Problem } from '../../kit/problem.ts';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { MembersTable } from '../family/members.tsx';
import { useHouse } from '../house.tsx';
import { keepPurpose } from '../purpose/kept.ts';
import { usePurpose } from '../purpose/purpose.tsx';
import { lookKey, useLook } from '../register/recorded.ts';
import { useSession } from '../session.tsx';
import { isHere } from './here.ts';
import { texts } from './texts.ts';

/** The family card in which this person is, with a way to its page; the purpose goes along. */
export function FamilyOf({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const { officer, scopes } = useSession();
  const { queries } = useHouse();
  const purpose = usePurpose();
  const query = useLook(openFamilyOfContract, { ref: person.ref });
  const family = query.data;
  const here = isHere(person);
  useEffect(() => {
    if (!family) return;
    keepPurpose(officer.id, family.ref, purpose.code);
    queries.setQueryData(lookKey(openFamilyContract, { ref: family.ref }, purpose.code), family);
  }, [family, officer.id, purpose.code, queries]);
  if (query.error instanceof Problem && query.error.code === 'family.not_found') {
    return (
      <Empty
        will={say(here ? 'family.none' : 'family.gone')}
        how={
          here &&
          scopes.includes('family.change') && (
            <Link
              className="btn quiet"
              to={'/petugas/keluarga-baru' as '/petugas'}
              search={{ orang: person.ref } as never}
            >
              {say('family.form')}
            </Link>
          )
        }
      />
    );
  }
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!family) return <Loading lines={6} />;
  return (
    <section className="facts-group">
      <h2>
        {say('family.card')} <Identifier value={family.number} />
      </h2>
      {family.headless && (
        <div className="note stopped" role="alert">
          <p>{say('family.headless')}</p>
        </div>
      )}
      <MembersTable members={family.members} here={person.ref} />
      <p>
        <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: family.ref } as never}>
          {say('family.open')}
        </Link>
      </p>
    </section>
  );
}
