import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { openProtectedContract } from '../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useLook } from '../register/recorded.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

const GROUPS = {
  self: ['name', 'sex', 'birthPlace', 'birthDate', 'bloodGroup', 'religion', 'education', 'occupation'],
  marriage: [
    'maritalStatus',
    'maritalRegistered',
    'marriageDate',
    'marriageCertificate',
    'divorceDate',
    'divorceCertificate',
  ],
  papers: ['nationality', 'permit', 'permitNumber', 'permitUntil', 'passport', 'birthCertificate'],
} as const satisfies Record<string, readonly (keyof PersonView)[]>;

// Said although nothing stands there: that it is missing matters at the counter.
const ALWAYS: ReadonlySet<string> = new Set(['birthCertificate', 'maritalStatus', 'bloodGroup']);

export function Biodata({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  return (
    <>
      {person.nikFaults.length > 0 && (
        <div className="note waiting">
          <b>{say('nikNote')}</b>
          {person.nikFaults.map((fault) => (
            <p key={fault}>{words.room(fault) ?? fault}</p>
          ))}
        </div>
      )}
      {(['self', 'marriage', 'papers'] as const).map((group) => (
        <section key={group} className="facts-group">
          <h2>{say(`group.${group}`)}</h2>
          <dl className="facts">
            {GROUPS[group]
              .filter((element) => person[element] !== null || ALWAYS.has(element))
              .map((element) => (
                <Fact key={element} label={words.element(element)} value={words.value(element, person[element])} />
              ))}
          </dl>
        </section>
      ))}
      <section className="facts-group">
        <h2>{say('group.dwelling')}</h2>
        <dl className="facts">
          <Fact label={words.element('address')} value={addressLine(person)} />
          <Fact label={say('place')} value={person.place.map((part) => part.name).join(', ')} />
          {person.previousAddress && <Fact label={words.element('previousAddress')} value={person.previousAddress} />}
          <Fact label={words.element('registeredOn')} value={words.value('registeredOn', person.registeredOn)} />
          <Fact label={say('card')} value={say(person.cardObligated ? 'card.obligated' : 'card.not')} />
        </dl>
      </section>
      <section className="facts-group">
        <h2>{say('group.protected')}</h2>
        <Parents person={person} />
        <ProtectedElements personRef={person.ref} />
      </section>
    </>
  );
}

function Fact({ label, value }: { label: string; value: string | null }) {
  const say = useSay(texts);
  return (
    <>
      <dt>{label}</dt>
      <dd>{value ?? <span className="soft">{say('empty')}</span>}</dd>
    </>
  );
}

export function addressLine(at: { address: string; rt: number | null; rw: number | null; hamlet: string | null }) {
  const three = (value: number) => String(value).padStart(3, '0');
  return [
    at.address,
    at.rt === null && at.rw === null ? null : `RT ${three(at.rt ?? 0)}/RW ${three(at.rw ?? 0)}`,
    at.hamlet,
  ]
    .filter(Boolean)
    .join(', ');
}

function Parents({ person }: { person: PersonView }) {
  const say = useSay(texts);
  if (!person.mother && !person.father) return null;
  return (
    <p className="row no-print">
      {person.mother && (
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: person.mother } as never}>
          {say('openMother')}
        </Link>
      )}
      {person.father && (
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: person.father } as never}>
          {say('openFather')}
        </Link>
      )}
    </p>
  );
}

/** Parents' names and disability: shown after a press, which is a look of its own. */
function ProtectedElements({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const [asked, setAsked] = useState(false);
  if (!scopes.includes('resident.read_protected')) return <p className="soft">{say('protected.notYours')}</p>;
  if (asked) return <ShownProtected personRef={personRef} />;
  return (
    <p>
      <button type="button" className="btn quiet" onClick={() => setAsked(true)}>
        {say('protected.show')}
      </button>{' '}
      <span className="soft">{say('protected.recorded')}</span>
    </p>
  );
}

function ShownProtected({ personRef }: { personRef: string }) {
  const words = useRegisterWords();
  const query = useLook(openProtectedContract, { ref: personRef });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={3} />;
  return (
    <dl className="facts">
      <Fact label={words.element('motherName')} value={query.data.motherName} />
      <Fact label={words.element('fatherName')} value={query.data.fatherName} />
      <Fact label={words.element('disability')} value={words.value('disability', query.data.disability)} />
    </dl>
  );
}
