import { Link } from '@tanstack/react-router';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** That the record will be inactive: whoever serves the person before that day must know, and tell him. */
export function AnnouncedNote({ announced }: { announced: NonNullable<PersonView['deactivationAnnounced']> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <div className="note waiting">
      <b>{say('announced', { date: format.date(announced.effectiveOn) })}</b>
      <p>
        {say(announced.appealed ? 'announced.appealed' : 'announced.open')}{' '}
        <Link to={'.' as '/petugas'} search={{ bagian: 'tindakan' } as never} replace resetScroll={false}>
          {say('announced.see')}
        </Link>
      </p>
    </div>
  );
}
