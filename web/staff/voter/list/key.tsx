import { registerKeyContract } from '../../../../src/sharing/voter/contract.ts';
import type { ExtractsView } from '../../../../src/sharing/voter/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useMay } from '../../ask.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useRefresh } from '../ask.ts';
import { texts } from './texts.ts';

/** To whose key the list goes; a new one while nothing was handed over. */
export function CommissionKey({
  electionId,
  shown,
  changes,
}: {
  electionId: string;
  shown: ExtractsView['key'];
  changes: boolean;
}) {
  const say = useSay(texts);
  const may = useMay('voter.extract.propose');
  return (
    <section aria-labelledby="kunci-komisi">
      <h2 id="kunci-komisi">{say('key')}</h2>
      <p>{say('key.about')}</p>
      {shown === null ? <p className="note waiting">{say('key.none')}</p> : <KeyFacts shown={shown} />}
      {may && changes && (
        <details className="no-print" open={shown === null}>
          <summary>{say(shown === null ? 'key.register' : 'key.replace')}</summary>
          <Register electionId={electionId} replaces={shown !== null} />
        </details>
      )}
    </section>
  );
}

export function KeyFacts({ shown }: { shown: NonNullable<ExtractsView['key']> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{say('key.thumbprint')}</dt>
      <dd className="hash">{grouped(shown.thumbprint)}</dd>
      <dt>{say('key.issuer')}</dt>
      <dd>{shown.issuer}</dd>
      <dt>{say('key.letter')}</dt>
      <dd>{say('letter.of', { number: shown.number, day: format.date(shown.datedOn) })}</dd>
      <dt>{say('key.registered')}</dt>
      <dd>{[format.instant(shown.registeredAt), shown.registeredBy].filter(Boolean).join(', ')}</dd>
    </dl>
  );
}

/** In fours, as it is read aloud. */
export const grouped = (thumbprint: string): string => thumbprint.replaceAll(/(.{4})(?=.)/g, '$1 ');

function Register({ electionId, replaces }: { electionId: string; replaces: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={registerKeyContract}
      form={`pemilihan.kunci.${electionId}`}
      title={say(replaces ? 'key.replace' : 'key.register')}
      {...(replaces ? { about: say('key.replace.about') } : {})}
      questions={() => [
        { name: 'publicKey', kind: 'words', label: say('key.public'), hint: say('key.public.hint'), most: 2000 },
        { name: 'issuer', label: say('issuer'), most: 120 },
        { name: 'number', label: say('upload.number'), most: 120 },
        { name: 'datedOn', kind: 'date', label: say('upload.datedOn') },
      ]}
      inputOf={(values) => ({
        id: electionId,
        publicKey: values['publicKey'] ?? '',
        issuer: (values['issuer'] ?? '').trim(),
        number: (values['number'] ?? '').trim(),
        datedOn: values['datedOn'] ?? '',
      })}
      submit={say('key.register')}
      onDone={({ thumbprint }) => {
        tell('done', say('key.done', { thumbprint: grouped(thumbprint) }));
        refresh();
      }}
    />
  );
}
