import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { Tag, type Standing as Shape } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useForgetLooks } from '../../register/recorded.ts';
import { useSession } from '../../session.tsx';
import { NumberForm } from '../number/number-form.tsx';
import type { Recording } from './recording.tsx';
import { texts } from './texts.ts';

/** Whether he may be recorded today; if not, why, and the right way. */
export function Standing({ recording, person }: { recording: Recording; person: PersonView }) {
  const say = useSay(texts);
  const { standing, appointment } = recording;
  const { scopes } = useSession();
  const [shape, word] = wordOf(standing);
  return (
    <>
      <p>
        <Tag standing={shape}>{say(word)}</Tag>
      </p>
      <p>
        {standing.may
          ? standing.duty !== 'none' && say(`may.${standing.duty}`)
          : [standing.whyText, standing.wayText].filter(Boolean).join(' ')}
      </p>
      {appointment ? (
        <Held appointment={appointment} />
      ) : (
        standing.may && scopes.includes('enrolment.capture') && <Give person={person} />
      )}
    </>
  );
}

/** A recording that stands is no obstacle: it is in order. */
function wordOf({ may, why }: Recording['standing']): [Shape, 'may' | 'mayNot' | 'settled'] {
  if (may) return ['waiting', 'may'];
  return why === 'recorded' || why === 'in_process' ? ['done', 'settled'] : ['stopped', 'mayNot'];
}

function Held({ appointment }: { appointment: NonNullable<Recording['appointment']> }) {
  const say = useSay(texts);
  const format = useFormat();
  const { number, day, place, state } = appointment;
  return (
    <div className="note">
      <p>
        {say('held', { number, day: format.date(day), place })} {state === 'called' && say('held.called')}
      </p>
    </div>
  );
}

function Give({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const forget = useForgetLooks();
  return (
    <details className="act no-print">
      <summary>{say('give')}</summary>
      <NumberForm personRef={person.ref} name={person.name} onGiven={() => void forget()} />
    </details>
  );
}
