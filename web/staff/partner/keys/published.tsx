import { en as egressEn } from '../../../../src/core/egress/en.ts';
import { id as egressId } from '../../../../src/core/egress/id.ts';
import { setKeySetContract } from '../../../../src/sharing/verification/contract.ts';
import { en as fieldEn } from '../../../../src/sharing/verification/en.ts';
import { id as fieldId } from '../../../../src/sharing/verification/id.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import type { KeysShown } from './keys.tsx';
import { texts } from './texts.ts';

// What could not be read, or could not be reached.
const faultTexts = { id: { ...egressId, ...fieldId }, en: { ...egressEn, ...fieldEn } };

/** Where an institution publishes its keys itself, when they were read and what went wrong. */
export function Published({ institutionId, published }: { institutionId: string; published: KeysShown['published'] }) {
  const say = useSay(texts);
  const sayFault = useSay(faultTexts);
  const format = useFormat();
  const mayManage = useMay('partner.key.manage');
  return (
    <>
      <h3>{say('published')}</h3>
      {published ? (
        <>
          {published.fault && (
            <div className="note stopped">
              <p>
                {say('fault')}:{' '}
                {sayFault(published.fault as 'egress.unreachable', { host: new URL(published.url).hostname })}
              </p>
              <p>{say('fault.safe')}</p>
            </div>
          )}
          <dl className="facts">
            <dt>{say('url')}</dt>
            <dd className="breaks">{published.url}</dd>
            <dt>{say('fetched')}</dt>
            <dd>{published.fetchedAt ? format.instant(published.fetchedAt) : say('fetched.never')}</dd>
            {published.kids.length > 0 && (
              <>
                <dt>{say('kids')}</dt>
                <dd className="mono breaks">{published.kids.join(', ')}</dd>
              </>
            )}
          </dl>
        </>
      ) : (
        <p className="soft">{say('published.none')}</p>
      )}
      {mayManage && <Change institutionId={institutionId} published={published} />}
    </>
  );
}

function Change({ institutionId, published }: { institutionId: string; published: KeysShown['published'] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act no-print">
      <summary>{say(published ? 'set.change' : 'set')}</summary>
      <ActForm
        contract={setKeySetContract}
        form={`jwks.${institutionId}`}
        title={say(published ? 'set.change' : 'set')}
        about={say('set.about')}
        submit={say('set.submit')}
        questions={() => [
          {
            name: 'url',
            label: say('url'),
            hint: say('set.hint'),
            most: 500,
            check: (text) => (URL.parse(text)?.protocol === 'https:' ? undefined : say('set.wrong')),
          },
        ]}
        inputOf={({ url = '' }) => ({ id: institutionId, url: url.trim() })}
        onDone={() => {
          tell('done', say('set.done'));
          refresh();
        }}
      />
      {published && (
        <ActButton
          contract={setKeySetContract}
          input={{ id: institutionId, url: null }}
          label={say('clear')}
          look="btn quiet"
          onDone={() => {
            tell('plain', say('clear.done'));
            refresh();
          }}
        />
      )}
    </details>
  );
}
