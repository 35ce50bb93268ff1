import { useState } from 'react';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import {
  endCredentialContract,
  makeCredentialContract,
  viewCredentialsContract,
} from '../../../../src/standard/dukcapil-ws/contract.ts';
import { CLIENT_BASES, credentialGiven, type ClientBasis } from '../../../../src/standard/dukcapil-ws/schema.ts';
import { Failing } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { PasswordOnce } from './password-once.tsx';
import { texts } from './texts.ts';

type Credential = AnswerOf<typeof viewCredentialsContract>['credentials'][number];
type Made = AnswerOf<typeof makeCredentialContract>;

interface OfGrant {
  readonly id: string;
  readonly dpop: boolean;
  readonly signed: boolean;
}

/** User ids and passwords under one grant; nothing where the way of before is off and there never were any. */
export function OldClients({ institutionId, grant, open }: { institutionId: string; grant: OfGrant; open: boolean }) {
  const say = useSay(texts);
  const mayRead = useMay('partner.key.read');
  const mayManage = useMay('partner.key.manage');
  const [made, setMade] = useState<Made | null>(null);
  const { data, error, refetch } = useAsk(viewCredentialsContract, { id: institutionId }, { when: mayRead });
  if (error) return <Failing error={error} again={() => void refetch()} />;
  if (!data) return null;
  const mine = data.credentials.filter(({ grantId }) => grantId === grant.id);
  const living = open ? mine.filter(({ endedAt }) => endedAt === null) : [];
  const ended = mine.filter((each) => !living.includes(each));
  const mayMake = mayManage && open && data.offered && !grant.dpop && !grant.signed;
  if (mine.length === 0 && !mayMake) return null;
  return (
    <section className="old-clients" aria-label={say('title')}>
      <h5>{say('title')}</h5>
      <p className="soft">{say('about')}</p>
      {!data.offered && living.length > 0 && <p className="note stopped">{say('off')}</p>}
      {made && <PasswordOnce made={made} onClose={() => setMade(null)} />}
      {living.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        living.map((each) => <One key={each.id} credential={each} mayEnd={mayManage} />)
      )}
      {mayMake && <Make grantId={grant.id} full={living.length >= 2} onMade={setMade} />}
      {ended.length > 0 && (
        <details className="fold">
          <summary>{say('ended', { n: ended.length })}</summary>
          {ended.map((each) => (
            <One key={each.id} credential={each} mayEnd={false} over />
          ))}
        </details>
      )}
    </section>
  );
}

function One({ credential, mayEnd, over = false }: { credential: Credential; mayEnd: boolean; over?: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const { userId, unit, basis, madeAt, lastUsedAt, endedAt } = credential;
  return (
    <div className="old-client">
      <dl className="facts">
        <dt>{say('userId')}</dt>
        <dd>
          <span className="mono">{userId}</span>{' '}
          {over && (
            <Tag standing="plain">
              {endedAt ? say('state.ended', { at: format.instant(endedAt) }) : say('state.withGrant')}
            </Tag>
          )}
        </dd>
        <dt>{say('asks')}</dt>
        <dd>{say('asks.of', { unit, basis: say(`basis.${basis}`) })}</dd>
        <dt>{say('made')}</dt>
        <dd>{format.instant(madeAt)}</dd>
        <dt>{say('used')}</dt>
        <dd>{lastUsedAt ? format.instant(lastUsedAt) : say('used.never')}</dd>
      </dl>
      {mayEnd && <End credential={credential} />}
    </div>
  );
}

function Make({ grantId, full, onMade }: { grantId: string; full: boolean; onMade: (made: Made) => void }) {
  const say = useSay(texts);
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const wrong = (unit: string) => (credentialGiven.shape.unit.safeParse(unit).success ? undefined : say('unit.wrong'));
  return (
    <details
      className="act no-print"
      open={open}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      <summary>{say('make')}</summary>
      {full ? (
        <p>{say('make.full')}</p>
      ) : (
        <ActForm
          contract={makeCredentialContract}
          form={`sistem-lama.${grantId}`}
          title={say('make')}
          about={say('make.about')}
          submit={say('make.submit')}
          questions={() => [
            { name: 'unit', label: say('unit'), hint: say('unit.hint'), most: 64, check: wrong },
            {
              name: 'basis',
              label: say('basis'),
              hint: say('basis.hint'),
              kind: 'choice',
              choices: CLIENT_BASES.map((value) => ({ value, label: say(`basis.${value as ClientBasis}`) })),
            },
          ]}
          inputOf={({ unit = '', basis = '' }) => ({ id: grantId, unit: unit.trim(), basis: basis as ClientBasis })}
          onDone={(made) => {
            setOpen(false);
            onMade(made);
            refresh();
          }}
        />
      )}
    </details>
  );
}

function End({ credential: { id, userId } }: { credential: Credential }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act no-print">
      <summary>{say('end')}</summary>
      <ActForm
        contract={endCredentialContract}
        form={`sistem-lama.akhiri.${id}`}
        title={say('end.title', { userId })}
        about={say('end.about')}
        submit={say('end.submit')}
        questions={() => []}
        inputOf={() => ({ id })}
        onDone={() => {
          tell('plain', say('end.done', { userId }));
          refresh();
        }}
      />
    </details>
  );
}
