import { decideHintContract, openHintContract } from '../../../src/sharing/returned-data/contract.ts';
import type { Hint } from '../../../src/sharing/returned-data/schema.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { SideBySide } from '../../kit/side-by-side.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { Asked, useMay } from '../ask.tsx';
import { ActForm } from '../disposal/form/act-form.tsx';
import { Go } from '../go.tsx';
import { useAsk, useRefresh } from './ask.ts';
import { texts } from './texts.ts';

/** One hint: what the register says beside what the partner says, and the two ways on. */
export function OneHint() {
  const id = useAddressPart('hintId');
  const say = useSay(texts);
  const query = useAsk(openHintContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/data-balikan" preload={false}>
          {say('title')}
        </Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data ? say('one.title', { name: query.data.name }) : say('title')}
      </h1>
      <Asked query={query}>
        {(hint) => (
          <>
            <Facts hint={hint} />
            <Compared hint={hint} />
            <Decide hint={hint} />
          </>
        )}
      </Asked>
    </>
  );
}

function Facts({ hint }: { hint: Hint }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      {hint.decision && (
        <p>
          <Tag standing={hint.state === 'accepted' ? 'done' : 'plain'}>{say(`state.${hint.state as 'open'}`)}</Tag>{' '}
          {say('decided', {
            by: hint.decision.by ?? say('system'),
            at: format.instant(hint.decision.at),
            reason: hint.decision.reason,
          })}
        </p>
      )}
      {hint.applications.length > 0 && (
        <p className="row">
          {hint.applications.map((application, n) => (
            <Go key={application} to={`/permohonan/${application}`} preload={false} look="btn">
              {say('application', { n: n + 1 })}
            </Go>
          ))}
        </p>
      )}
      <dl className="facts">
        <dt>{say('nik')}</dt>
        <dd>
          <Identifier value={hint.nik} />
        </dd>
        <dt>{say('born')}</dt>
        <dd>{format.date(hint.birthDate)}</dd>
        <dt>{say('place')}</dt>
        <dd>{hint.place}</dd>
        <dt>{say('institution')}</dt>
        <dd>{hint.institution}</dd>
        <dt>{say('reference')}</dt>
        <dd className="mono wraps">{hint.reference}</dd>
        <dt>{say('received')}</dt>
        <dd>{format.instant(hint.receivedAt)}</dd>
      </dl>
      <p className="no-print hint-person">
        <Go to={`/penduduk/${hint.person}`} preload={false} look="btn quiet">
          {say('openPerson')}
        </Go>
      </p>
    </>
  );
}

function Compared({ hint }: { hint: Hint }) {
  const say = useSay(texts);
  const format = useFormat();
  if (hint.rows.length === 0) return <p className="soft">{say('gone')}</p>;
  return (
    <SideBySide
      caption={say('compare')}
      left={say('register')}
      right={say('said', { institution: hint.institution, day: format.date(hint.learnedOn) })}
      rows={hint.rows.map(({ element, register, said, differs }) => ({
        label: say(`partner.element.${element}`),
        left: register,
        right: said,
        same: !differs,
      }))}
    />
  );
}

function Decide({ hint: { id, state } }: { hint: Hint }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const mayDecide = useMay('returned_data.decide');
  if (state !== 'open') return null;
  if (!mayDecide) return <p className="note waiting">{say('cannot')}</p>;
  const form = (decision: 'accept' | 'dismiss') => (
    <ActForm
      contract={decideHintContract}
      form={`data-balikan.${decision}.${id}`}
      title={say(`${decision}.title`)}
      about={say(`${decision}.about`)}
      submit={say(`${decision}.submit`)}
      questions={() => [
        { name: 'reason', kind: 'words', label: say('reason'), hint: say('reason.hint'), least: 10, most: 1_000 },
      ]}
      inputOf={({ reason = '' }) => ({ id, decision, reason: reason.trim() })}
      onDone={() => {
        tell('plain', say(`${decision}.done`));
        refresh();
      }}
    />
  );
  return (
    <div className="row decide">
      {form('accept')}
      {form('dismiss')}
    </div>
  );
}
