import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  beginPasskeyContract,
  dropPasskeyContract,
  keepPasskeyContract,
  listPasskeysContract,
} from '../../../src/register/officer/sign-in/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Problem } from '../../kit/problem.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { usePasskey } from '../sign-in/passkey.ts';
import { texts } from './texts.ts';

/** Passkeys: for signing in, and for the fresh proof that an approval asks. */
export function Passkeys() {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { client, queries } = useHouse();
  const dropping = useAct(client, dropPasskeyContract);
  const query = useQuery({ queryKey: ['passkeys'], queryFn: () => client.call(listPasskeysContract, {}) });
  const drop = async (passkeyId: string, label: string) => {
    if ((await dropping.run({ passkeyId })) === null) return;
    tell('done', say('passkey.removed', { label }));
    await queries.invalidateQueries({ queryKey: ['passkeys'] });
  };
  return (
    <section>
      <h2>{say('passkeys')}</h2>
      <p>{say('passkeys.about')}</p>
      <ErrorSummary
        problem={dropping.state.at === 'refused' ? dropping.state.problem : null}
        faults={[]}
        kept={false}
      />
      <DataTable
        caption={say('passkeys')}
        empty={say('passkeys.none')}
        rows={rowsOf({ data: query.data?.passkeys, error: query.error, refetch: () => query.refetch() })}
        rowKey={(passkey) => passkey.id}
        columns={[
          { key: 'label', head: say('passkey.label'), names: true, cell: (passkey) => passkey.label },
          { key: 'created', head: say('passkey.created'), cell: (passkey) => format.instant(passkey.createdAt) },
          {
            key: 'used',
            head: say('passkey.used'),
            cell: (passkey) => (passkey.lastUsedAt ? format.instant(passkey.lastUsedAt) : say('passkey.never')),
          },
          {
            key: 'act',
            head: say('passkey.act'),
            cell: (passkey) => (
              <button
                type="button"
                className="btn stop"
                aria-label={say('passkey.removeOf', { label: passkey.label })}
                aria-disabled={dropping.state.at === 'sending'}
                onClick={() => void drop(passkey.id, passkey.label)}
              >
                {say('passkey.remove')}
              </button>
            ),
          },
        ]}
      />
      {browserSupportsWebAuthn() ? <Add /> : <p className="soft">{say('passkey.unsupported')}</p>}
    </section>
  );
}

function Add() {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const [label, setLabel] = useState('');
  const [tried, setTried] = useState(false);
  const named = label.trim() !== '';
  const passkey = usePasskey(async () => {
    const { challengeId, options } = await client.call(beginPasskeyContract, {}, { patienceMs: 0 });
    const response = await startRegistration({
      optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'],
    });
    await client.call(keepPasskeyContract, { challengeId, response, label }, { patienceMs: 0 });
    tell('done', say('passkey.added', { label }));
    setLabel('');
    setTried(false);
    await queries.invalidateQueries({ queryKey: ['passkeys'] });
  });
  return (
    <form
      noValidate
      className="more"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (named) passkey.start();
      }}
    >
      {passkey.fault !== null && (
        <div className="note waiting" role="alert">
          <p>{passkey.fault instanceof Problem ? passkey.fault.title : say('passkey.stopped')}</p>
        </div>
      )}
      <TextField
        label={say('passkey.newLabel')}
        hint={say('passkey.newLabel.hint')}
        required
        maxLength={60}
        autoComplete="off"
        value={label}
        error={tried && !named ? say('passkey.needed') : undefined}
        onChange={(event) => setLabel(event.target.value)}
      />
      <button type="submit" className="btn" aria-disabled={passkey.busy}>
        {say(passkey.busy ? 'passkey.busy' : 'passkey.add')}
      </button>
    </form>
  );
}
