import { Link } from '@tanstack/react-router';
import { sampleOf } from '../../../../src/cards/card/check/rules.ts';
import type { listPrintsContract } from '../../../../src/cards/card/check/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { Empty, Failing, Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFilter } from '../../address.ts';
import { useSession } from '../../session.tsx';
import { CardPage } from '../go.tsx';
import { usePrints } from '../read.ts';
import { useCardWords } from '../words.ts';
import { SampleForm } from './sample-form.tsx';

type Prints = AnswerOf<typeof listPrintsContract>;

/** Prints of a small office by sample, here or from afar: the system draws which are looked at, the others pass with them. */
export function SampleCards() {
  const { say } = useCardWords();
  const { office } = useSession();
  const [chosen, choose] = useFilter('kantor');
  const officeId = chosen ?? office.id;
  const query = usePrints(officeId);
  return (
    <CardPage title={say('sample.title')}>
      <p className="soft">{say('sample.about')}</p>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : (
        <>
          <Offices
            offices={query.data.offices}
            chosen={officeId}
            onChoose={(id) => choose(id === office.id ? undefined : id)}
          />
          <Sample key={officeId} officeId={officeId} data={query.data} />
        </>
      )}
    </CardPage>
  );
}

function Offices(given: { offices: Prints['offices']; chosen: string; onChoose: (id: string) => void }) {
  const { say } = useCardWords();
  if (given.offices.length === 0) return null;
  return (
    <fieldset className="options">
      <legend>{say('sample.office')}</legend>
      {given.offices.map(({ id, name, waiting, mine, here, alone }) => (
        <label key={id}>
          <input type="radio" name="office" checked={id === given.chosen} onChange={() => given.onChoose(id)} />
          <span>
            {name} {alone && !here && <Tag standing="waiting">{say('sample.alone')}</Tag>}
            <span className="soft block">{say('sample.waiting', { n: waiting, mine })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Sample({ officeId, data }: { officeId: string; data: Prints }) {
  const { say } = useCardWords();
  const { office } = useSession();
  const others = data.prints.filter(({ own }) => !own);
  if (others.length === 0) return <Empty will={say(data.prints.length > 0 ? 'sample.own' : 'sample.empty')} />;
  const remote = officeId !== office.id;
  const drawn = data.faulty ? others.length : sampleOf(others.length);
  return (
    <>
      {data.faulty && (
        <p className="note stopped" role="status">
          {say('sample.faulty')}
        </p>
      )}
      {remote && <p className="note">{say('sample.remote')}</p>}
      <SampleForm
        key={others.map(({ id }) => id).join()}
        office={remote ? officeId : null}
        drawn={others.slice(0, drawn)}
        rest={others.slice(drawn)}
      />
      {data.prints.length > others.length && (
        <p className="soft">{say('sample.mine', { n: data.prints.length - others.length })}</p>
      )}
      <p className="card-act">
        <Link to={'/petugas/kartu' as '/petugas'} search={{ tahap: 'check' } as never}>
          {say('sample.one')}
        </Link>
      </p>
    </>
  );
}
