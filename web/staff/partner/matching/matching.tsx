import { decideMatchingContract, viewStaffMatchingContract } from '../../../../src/sharing/matching/contract.ts';
import type { StaffMatching } from '../../../../src/sharing/matching/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { Asked, Go, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { MatchingTag, Signals } from './table.tsx';
import { texts } from './texts.ts';

/** One file: whose, why, how it came out in counts; and the decision, where one is wanted. */
export function OneMatching() {
  const id = useAddressPart('matchingId');
  const say = useSay(texts);
  const query = useAsk(viewStaffMatchingContract, { id }, { again: 15_000 });
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemadanan">{say('title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data ? say('one.title', { reference: query.data.reference }) : say('title')}
      </h1>
      <Asked query={query}>
        {(matching) => (
          <>
            <p>
              <MatchingTag state={matching.state} /> {matching.why && say(`why.${matching.why as 'stopped'}`)}
            </p>
            {matching.signals.length > 0 && (
              <p>
                {say('signals')}: <Signals signals={matching.signals} />
              </p>
            )}
            <Facts matching={matching} />
            <Counts matching={matching} />
            <Decide matching={matching} />
          </>
        )}
      </Asked>
    </>
  );
}

function Facts({ matching }: { matching: StaffMatching }) {
  const say = useSay(texts);
  const format = useFormat();
  const { decision } = matching;
  return (
    <dl className="facts">
      <dt>{say('institution')}</dt>
      <dd>
        <Go to={`/lembaga/${matching.institutionId}`}>{matching.institution}</Go>
      </dd>
      <dt>{say('purpose')}</dt>
      <dd>{say(`partner.purpose.${matching.purpose}`)}</dd>
      <dt>{say('basis')}</dt>
      <dd>{say(`basis.${matching.basis}`)}</dd>
      <dt>{say('asker')}</dt>
      <dd>
        {matching.unit}, {matching.endUser}
      </dd>
      <dt>{say('opened')}</dt>
      <dd>{format.instant(matching.createdAt)}</dd>
      <dt>{say('fields')}</dt>
      <dd>
        {matching.attributes.length === 0
          ? say('fields.none')
          : matching.attributes.map((name) => say(`partner.element.${elementOf(name)}`)).join(', ')}
      </dd>
      <dt>{say('package')}</dt>
      <dd>
        {matching.packageRows === null
          ? say('package.none')
          : say('package.of', { rows: matching.packageRows, used: matching.packageUsed })}
      </dd>
      {decision && (
        <>
          <dt>{say('decision')}</dt>
          <dd>
            {say(`decision.${decision.decision}`, {
              by: decision.by ?? say('system'),
              at: format.instant(decision.at),
              reason: decision.reason,
            })}
          </dd>
        </>
      )}
      {matching.deleteAt && (
        <>
          <dt>{say('deleteAt')}</dt>
          <dd>{format.instant(matching.deleteAt)}</dd>
        </>
      )}
      {matching.entry && (
        <>
          <dt>{say('entry')}</dt>
          <dd className="mono wraps">{matching.entry}</dd>
        </>
      )}
    </dl>
  );
}

/** As agreements call what we compare: `birth_date`. */
const elementOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as 'nik';

function Counts({ matching: { counts, expectedRows } }: { matching: StaffMatching }) {
  const say = useSay(texts);
  const format = useFormat();
  const numbers = [
    ['expected', expectedRows],
    ['compared', counts.rows],
    ['refused', counts.refused],
    ['matched', counts.matched],
    ['partial', counts.partial],
    ['mismatched', counts.mismatched],
    ['inSequence', counts.inSequence],
    ['mostOfOne', counts.mostOfOne],
  ] as const;
  return (
    <section aria-labelledby="hitungan">
      <h2 id="hitungan">{say('counts')}</h2>
      <p className="soft">{say('counts.about')}</p>
      <dl className="figures">
        {numbers.map(([name, n]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Decide({ matching }: { matching: StaffMatching }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const mayDecide = useMay('partner.manage');
  const { id, state, reference, institution, expectedRows } = matching;
  if (state !== 'approval' && state !== 'held') return null;
  if (!mayDecide) return <p className="note waiting">{say('cannot')}</p>;
  const form = (decision: 'approve' | 'stop', about: string) => (
    <ActForm
      contract={decideMatchingContract}
      form={`pemadanan.${decision}.${id}`}
      title={say(`${decision}.title`)}
      about={about}
      submit={say(`${decision}.submit`)}
      questions={() => [
        { name: 'reason', kind: 'words', label: say('reason'), hint: say('reason.hint'), least: 10, most: 1_000 },
      ]}
      inputOf={({ reason = '' }) => ({ id, decision, reason: reason.trim() })}
      onDone={() => {
        tell('plain', say(`${decision}.done`, { reference }));
        refresh();
      }}
    />
  );
  return (
    <div className="row decide">
      {form('approve', say(`approve.${state}`, { reference, institution, n: expectedRows }))}
      {form('stop', say('stop.about'))}
    </div>
  );
}
