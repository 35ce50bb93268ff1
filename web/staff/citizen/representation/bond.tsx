import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  endAuthorityContract,
  excludeContract,
  openAuthorityPaperContract,
} from '../../../../src/sharing/citizen/representation/contract.ts';
import {
  END_GROUNDS,
  EXCLUSION_GROUNDS,
  EXCLUSION_LAWS,
  type EndGround,
  type ExclusionGround,
} from '../../../../src/sharing/citizen/representation/rules.ts';
import type { AuthorityLine, BondLine } from '../../../../src/sharing/citizen/representation/schema.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { PaperButton } from '../../register/paper/paper-button.tsx';
import { ReasonForm } from '../../register/reason-form.tsx';
import { useForgetLooks } from '../../register/recorded.ts';
import { useSession } from '../../session.tsx';
import type { id } from './id.ts';
import { texts } from './texts.ts';

/** Somebody on the other side: as what he may act and by what, the papers, and the ways to end it. */
export function BondLineView({ bond, of, side }: { bond: BondLine; of: string; side: 'representing' | 'represented' }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const { ref, name, birthDate, as, ground, excluded, authorities } = bond;
  // What waits says so itself.
  const waits = as === null && authorities.some(({ standing }) => standing === 'waiting');
  const ends = side === 'representing' && scopes.includes('citizen.representation.end');
  return (
    <>
      <p>
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref } as never}>
          {name}
        </Link>
        , <span className="soft">{say('born', { date: format.date(birthDate) })}</span>
      </p>
      <p className="row">
        {excluded ? (
          <Tag standing="stopped">{say('excluded', { why: say(`shut.why.${excluded.ground}`) })}</Tag>
        ) : (
          !waits && <Tag standing={as ? 'done' : 'plain'}>{say(`as.${as ?? 'none'}`)}</Tag>
        )}
        {ground && <span className="soft">{say(`ground.${ground}`)}</span>}
        {excluded && <span className="soft">{say('excluded.by', excluded)}</span>}
      </p>
      {excluded && side === 'representing' && <p className="soft">{say('shut.lift')}</p>}
      {authorities.map((line) => (
        <div key={line.id} className="authority">
          <Authority line={line} ends={ends} />
        </div>
      ))}
      {ends && !excluded && as !== null && as !== 'curator' && <ShutOut of={of} by={ref} name={name} />}
    </>
  );
}

const LOOKS: Readonly<Record<AuthorityLine['standing'], Standing>> = {
  waiting: 'waiting',
  in_force: 'done',
  ended: 'stopped',
  term: 'plain',
  of_age: 'plain',
  married: 'plain',
  gone: 'plain',
};

function Authority({ line, ends }: { line: AuthorityLine; ends: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const { paper, issuer, number, decidedOn, until, standing, proposalId, endGround } = line;
  const of = `${say(`kind.${line.kind}`)}, ${number}`;
  const why = endGround ? say(`end.ground.${endGround}` as keyof typeof id) : '';
  return (
    <>
      <p>
        <b>{say(`kind.${line.kind}`)}</b>:{' '}
        {say('line', { paper: say(`paper.${paper}`), issuer, number, date: format.date(decidedOn) })}
        {until && `, ${say('until', { date: format.date(until) })}`}
      </p>
      <p className="row">
        <Tag standing={LOOKS[standing]}>{[say(`standing.${standing}`), why].filter(Boolean).join(': ')}</Tag>
        <PaperButton
          label={say('paper')}
          of={of}
          fetchPaper={() => client.call(openAuthorityPaperContract, { id: line.id }, { purpose })}
        />
        {proposalId && (
          <Link to={'/petugas/usul/$proposalId' as '/petugas'} params={{ proposalId } as never}>
            {say('proposal')}
          </Link>
        )}
      </p>
      {ends && standing === 'in_force' && <End id={line.id} />}
    </>
  );
}

function End({ id: authorityId }: { id: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const forget = useForgetLooks();
  const [ground, setGround] = useState<EndGround | ''>('');
  return (
    <details className="act">
      <summary>{say('end')}</summary>
      <ReasonForm
        contract={endAuthorityContract}
        form={`perwakilan.akhiri.${authorityId}`}
        fields={[{ name: 'words', label: say('end.words'), hint: say('end.words.hint'), kind: 'long' }]}
        input={({ words }) => ({ id: authorityId, ground: ground as EndGround, words: words ?? '' })}
        ready={ground === '' ? { name: 'ground', label: say('end.ground'), message: say('choose.missing') } : null}
        submit={say('end.act')}
        busy={say('end.busy')}
        stops
        onDone={() => {
          tell('done', say('end.done'));
          void forget();
        }}
      >
        <p>{say('end.about')}</p>
        <ChoiceField
          label={say('end.ground')}
          name="ground"
          required
          value={ground}
          none={say('choose')}
          choices={END_GROUNDS.map((each) => ({ value: each, label: say(`end.ground.${each}`) }))}
          onChange={({ target: { value } }) => setGround(value as EndGround | '')}
        />
      </ReasonForm>
    </details>
  );
}

function ShutOut({ of, by, name }: { of: string; by: string; name: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const forget = useForgetLooks();
  const [ground, setGround] = useState<ExclusionGround | ''>('');
  return (
    <details className="act">
      <summary>
        {say('shut')}
        <span className="unseen">: {name}</span>
      </summary>
      <ReasonForm
        contract={excludeContract}
        form={`perwakilan.tutup.${of}.${by}`}
        fields={[
          { name: 'issuer', label: say('issuer') },
          { name: 'number', label: say('number') },
          { name: 'decidedOn', label: say('decidedOn'), kind: 'date' },
        ]}
        input={({ issuer = '', number = '', decidedOn = '' }) => ({
          ref: of,
          by,
          ground: ground as ExclusionGround,
          issuer,
          number,
          decidedOn,
        })}
        ready={ground === '' ? { name: 'ground', label: say('shut.ground'), message: say('choose.missing') } : null}
        submit={say('shut.act')}
        busy={say('shut.busy')}
        stops
        onDone={() => {
          tell('done', say('shut.done'));
          void forget();
        }}
      >
        <p>{say('shut.about')}</p>
        <ChoiceField
          label={say('shut.ground')}
          name="ground"
          required
          value={ground}
          none={say('choose')}
          choices={EXCLUSION_GROUNDS.map((each) => ({
            value: each,
            label: say(`shut.${each}`, { law: EXCLUSION_LAWS[each] }),
          }))}
          onChange={({ target: { value } }) => setGround(value as ExclusionGround | '')}
        />
      </ReasonForm>
    </details>
  );
}
