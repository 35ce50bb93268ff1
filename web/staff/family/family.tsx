import { Link } from '@tanstack/react-router';
import { openFamilyContract } from '../../../src/register/family/contract.ts';
import type { FamilyView } from '../../../src/register/family/schema.ts';
import { useArrival } from '../../kit/arrival.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { Loading } from '../../kit/states.tsx';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { addressLine } from '../person/biodata.tsx';
import { NotOpened } from '../person/person.tsx';
import { PurposeGate, usePurpose } from '../purpose/purpose.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useSession } from '../session.tsx';
import { CHANGES } from './changes.ts';
import { MembersTable } from './members.tsx';
import { usePrintCard } from './print-card.ts';
import { texts } from './texts.ts';

export const CARD_STANDING = {
  BERLAKU: 'done',
  DIGANTI: 'plain',
  DITUTUP: 'stopped',
} as const satisfies Record<FamilyView['state'], Standing>;

/** A family card: who is in it, under whom, where, and what may be changed. */
export function Family() {
  const ref = useAddressPart('ref');
  const say = useSay(registerTexts);
  return (
    <PurposeGate key={ref} of={ref} title={say('purposeTitle.family')}>
      <Opened familyRef={ref} />
    </PurposeGate>
  );
}

function Opened({ familyRef }: { familyRef: string }) {
  const query = useLook(openFamilyContract, { ref: familyRef });
  if (query.error) return <NotOpened error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return <Card family={query.data} />;
}

function Card({ family }: { family: FamilyView }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const params = { ref: family.ref } as never;
  const inForce = family.state === 'BERLAKU';
  const prints = inForce && !family.headless && scopes.includes('document.issue');
  const printCard = usePrintCard();
  const print = (because: 'current' | 'lost') => (key: string) => printCard(family.ref, because, key);
  return (
    <>
      <CardStrip family={family} />
      {prints && (
        <section className="act-bar row no-print" aria-label={say('paper')}>
          <PaperButton look="btn quiet" label={say('paper.print')} fetchPaper={print('current')} />
          <PaperButton look="btn plain" label={say('paper.lost')} fetchPaper={print('lost')} />
          <p className="soft">{say('paper.about')}</p>
        </section>
      )}
      {family.headless && (
        <div className="note stopped" role="alert">
          <b>{say('headless')}</b>
          <p>{say('headless.how')}</p>
        </div>
      )}
      {family.replacedBy && (
        <div className="note waiting">
          <p>
            {say('replaced')}{' '}
            <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: family.replacedBy } as never}>
              {say('replaced.open')}
            </Link>
          </p>
        </div>
      )}
      <section>
        <h2>{say('members')}</h2>
        <MembersTable members={family.members} />
      </section>
      {inForce && scopes.includes('family.change') && (
        <section className="no-print">
          <h2>{say('changes')}</h2>
          <ul className="offers">
            {CHANGES.filter((change) => !family.headless || change === 'kepala').map((change) => (
              <li key={change}>
                <Link to={`/petugas/keluarga/$ref/${change}` as '/petugas'} params={params}>
                  {say(`change.${change}`)}
                </Link>
                <p className="soft">{say(`change.${change}.about`)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {family.former.length > 0 && (
        <section>
          <h2>{say('former')}</h2>
          <MembersTable caption={say('former')} members={family.former} />
        </section>
      )}
    </>
  );
}

/** Which card this is, on its page and on those of its changes. */
export function CardStrip({ family }: { family: FamilyView }) {
  const say = useSay(texts);
  const format = useFormat();
  const purpose = usePurpose();
  const heading = useArrival();
  return (
    <header className="card-strip">
      <div>
        <h1 className="page-title" tabIndex={-1} ref={heading}>
          {say('card')} <Identifier value={family.number} />
        </h1>
        <p>
          {addressLine(family)} · {family.place.map((part) => part.name).join(', ')}
          {family.postalCode && ` ${family.postalCode}`}
        </p>
        <p className="soft">{say('issued', { on: format.date(family.issuedOn), purpose: purpose.label })}</p>
      </div>
      <Tag standing={CARD_STANDING[family.state]}>
        {say(`state.${family.state}`, { on: format.date(family.stateSince) })}
      </Tag>
    </header>
  );
}
