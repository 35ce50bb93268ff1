import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../kit/text.tsx';
import { PurposeForm } from '../purpose/purpose.tsx';
import { useSession } from '../session.tsx';
import { CardByNumber } from './card-by-number.tsx';
import { texts } from './texts.ts';
import type { Asked } from './words.ts';

/** What to do next, in the order in which it mostly helps. */
export function NothingFound({ asked, elsewhere }: { asked: Asked; elsewhere: boolean }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  return (
    <div className="state-note empty">
      <p>{say(elsewhere ? 'none.here' : asked.nik ? 'none.number' : 'none')}</p>
      {asked.nik && scopes.includes('family.read') && <AsCard number={asked.nik} />}
      <ul className="next">
        {asked.nik?.endsWith('0') && <li>{say('next.rounded')}</li>}
        {asked.nik && <li>{say('next.digits')}</li>}
        {asked.name && <li>{say('next.spelling')}</li>}
        {asked.name && !asked.birthDate && <li>{say('next.birth')}</li>}
        {asked.birthDate && <li>{say('next.year')}</li>}
        {scopes.includes('resident.create') && (
          <li>
            {say('next.new')} <Link to={'/petugas/penduduk-baru' as '/petugas'}>{say('enter')}</Link>
          </li>
        )}
      </ul>
    </div>
  );
}

/** 16 digits may be those of a family card; looking one up needs a purpose, because it opens people. */
function AsCard({ number }: { number: string }) {
  const say = useSay(texts);
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<string | null>(null);
  if (purpose !== null) return <CardByNumber number={number} purpose={purpose} />;
  if (asking) return <PurposeForm onState={setPurpose} />;
  return (
    <p>
      <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
        {say('asCard')}
      </button>
    </p>
  );
}
