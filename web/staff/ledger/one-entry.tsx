import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { getEntryContract, keyContract } from '../../../src/core/ledger/contract.ts';
import { isSignedBy, walkProof, type Proof } from '../../kit/log-proof.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useLabelName } from './label.ts';
import { useSession } from '../session.tsx';
import { OfficeName } from './office-name.tsx';
import { Signed } from './signed.tsx';
import { texts } from './texts.ts';

type Entry = AnswerOf<typeof getEntryContract>;

/** One entry, and the proof that the log holds it, worked out by this very browser. */
export function OneEntry() {
  const entryId = useAddressPart('entryId');
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['entry', entryId],
    queryFn: async () => {
      const [entry, key] = await Promise.all([
        client.call(getEntryContract, { entryId }),
        client.call(keyContract, {}).then(({ blob }) => blob.text()),
      ]);
      const [proof, signed] = await Promise.all([walkProof(entry), isSignedBy(entry.checkpoint, key)]);
      return { entry, proof, signed };
    },
  });
  if (!query.data && query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={12} />;
  return <Shown {...query.data} />;
}

function Shown({ entry: given, proof, signed }: { entry: Entry; proof: Proof; signed: 'yes' | 'no' | 'unable' }) {
  const say = useSay(texts);
  const format = useFormat();
  const labelName = useLabelName();
  const { purposes } = useSession();
  const { entry, seq } = given;
  const facts = Object.entries(entry.facts ?? {});
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/jejak' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('entry', { seq: format.number(seq) })}: {labelName(entry.label)}
      </h1>
      <dl className="facts">
        <dt>{say('at')}</dt>
        <dd>{format.instant(entry.at)}</dd>
        {entry.clock && (
          <>
            <dt>{say('clock')}</dt>
            <dd>{format.instant(entry.clock)}</dd>
          </>
        )}
        <dt>{say('by')}</dt>
        <dd>
          <span className="mono">{entry.by}</span> <span className="soft">{say('by.why')}</span>
        </dd>
        <dt>{say('office')}</dt>
        <dd>
          <OfficeName id={entry.office} />
        </dd>
        <dt>{say('purpose')}</dt>
        <dd>{purposes.find(({ code }) => code === entry.purpose)?.label ?? entry.purpose ?? '–'}</dd>
        <dt>{say('subjects')}</dt>
        <dd>
          {format.number(entry.count)} {entry.subjects && <span className="soft">{say('subjects.why')}</span>}
        </dd>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={String(value)} />
        ))}
      </dl>
      <ProofInWords given={given} proof={proof} signed={signed} />
      <h2>{say('text')}</h2>
      <p>{say('text.about')}</p>
      <pre className="entry-text" tabIndex={0}>
        {given.text}
      </pre>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="mono">{name}</dt>
      <dd className="hash">{value}</dd>
    </>
  );
}

function ProofInWords({ given, proof, signed }: { given: Entry; proof: Proof; signed: 'yes' | 'no' | 'unable' }) {
  const say = useSay(texts);
  const format = useFormat();
  const size = format.number(proof.claimed?.size ?? 0);
  const leafHolds = proof.leaf === given.leafHash;
  const all = leafHolds && proof.holds && signed === 'yes';
  return (
    <section>
      <h2>{say('proof')}</h2>
      <div className={all ? 'note done' : signed === 'unable' && proof.holds ? 'note waiting' : 'note stopped'}>
        <p>
          <b>{say(all ? 'proof.holds' : proof.holds && leafHolds ? 'proof.partly' : 'proof.fails')}</b>{' '}
          {say('proof.here')}
        </p>
      </div>
      <ol className="checks">
        <Check holds={leafHolds} title={say('proof.leaf')}>
          <p className="hash">{proof.leaf}</p>
        </Check>
        <Check holds={proof.root !== null} title={say('proof.path', { count: proof.steps.length, size })}>
          {proof.steps.length > 0 && (
            <details>
              <summary>{say('proof.steps', { count: proof.steps.length })}</summary>
              <ol className="path">
                {proof.steps.map((step) => (
                  <li key={step.makes}>
                    {say(`proof.${step.side}`)} <span className="hash">{step.beside}</span>
                    <br />
                    <span className="soft">{say('proof.makes')}</span> <span className="hash">{step.makes}</span>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </Check>
        <Check holds={proof.holds} title={say('proof.root')}>
          <p className="hash">{proof.root}</p>
        </Check>
        <li>
          <p>{say('proof.signature', { origin: proof.claimed?.origin ?? '?' })}</p>
          <Signed signed={signed} />
        </li>
      </ol>
      <p className="soft">{say('proof.limits')}</p>
    </section>
  );
}

function Check({ holds, title, children }: { holds: boolean; title: string; children: ReactNode }) {
  const say = useSay(texts);
  return (
    <li>
      <div>
        <p>{title}</p>
        {children}
      </div>
      <Tag standing={holds ? 'done' : 'stopped'}>{say(holds ? 'holds' : 'fails')}</Tag>
    </li>
  );
}
