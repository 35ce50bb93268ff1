import { openPersonContract } from '../../../../src/register/resident/contract.ts';
import type { PersonView } from '../../../../src/register/resident/schema.ts';
import { openRepresentationContract } from '../../../../src/sharing/citizen/representation/contract.ts';
import type { BondLine } from '../../../../src/sharing/citizen/representation/schema.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useAddressPart } from '../../address.ts';
import { NotOpened, PersonStrip } from '../../person/person.tsx';
import { PurposeGate } from '../../purpose/purpose.tsx';
import { useLook } from '../../register/recorded.ts';
import { texts as registerTexts } from '../../register/texts.ts';
import { useSession } from '../../session.tsx';
import { BondLineView } from './bond.tsx';
import { Enter } from './enter.tsx';
import { texts } from './texts.ts';

/** Who represents a person and whom he represents; where a paper is brought it is entered here. */
export function Representation() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.person')}>
      <Opened personRef={ref} />
    </PurposeGate>
  );
}

function Opened({ personRef }: { personRef: string }) {
  const query = useLook(openPersonContract, { ref: personRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return (
    <>
      <PersonStrip person={query.data} />
      <Bonds person={query.data} />
    </>
  );
}

function Bonds({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const query = useLook(openRepresentationContract, { ref: person.ref });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { child, ownFrom, representing, represented } = query.data;
  const { name } = person;
  return (
    <>
      <h2>{say('title')}</h2>
      <p className="soft">{say('about')}</p>
      <section>
        <h3>{say('representing', { name })}</h3>
        {child && <p>{say('own.from', { date: format.date(ownFrom) })}</p>}
        {representing.length === 0 && <p>{say(child ? 'representing.none.child' : 'representing.none')}</p>}
        <Lines bonds={representing} of={person.ref} side="representing" />
      </section>
      {scopes.includes('citizen.representation.propose') && <Enter person={person} child={child} />}
      <section>
        <h3>{say('represented', { name })}</h3>
        {represented.length === 0 && <p>{say('represented.none')}</p>}
        <Lines bonds={represented} of={person.ref} side="represented" />
      </section>
    </>
  );
}

function Lines(given: { bonds: readonly BondLine[]; of: string; side: 'representing' | 'represented' }) {
  const { bonds, of, side } = given;
  if (bonds.length === 0) return null;
  return (
    <ul className="offers">
      {bonds.map((bond) => (
        <li key={bond.ref}>
          <BondLineView bond={bond} of={of} side={side} />
        </li>
      ))}
    </ul>
  );
}
