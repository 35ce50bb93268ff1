import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { addKeyContract, endKeyContract, viewKeysContract } from '../../../../src/sharing/verification/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useHouseNow } from '../../session.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { readKeyText } from './key-text.ts';
import { Published } from './published.tsx';
import { texts } from './texts.ts';

export type KeysShown = AnswerOf<typeof viewKeysContract>;
type Key = KeysShown['keys'][number];

const SLOTS = 2;

/** The keys with which an institution proves who it is: handed in, or read where it publishes them. */
export function Keys({ institutionId }: { institutionId: string }) {
  const say = useSay(texts);
  const query = useAsk(viewKeysContract, { id: institutionId });
  return (
    <section aria-labelledby="kunci">
      <h2 id="kunci">{say('title')}</h2>
      <p className="soft">{say('about')}</p>
      <Asked query={query}>{(shown) => <Shown institutionId={institutionId} shown={shown} />}</Asked>
    </section>
  );
}

function Shown({ institutionId, shown }: { institutionId: string; shown: KeysShown }) {
  const say = useSay(texts);
  const mayManage = useMay('partner.key.manage');
  const living = shown.keys.filter(({ endedAt }) => endedAt === null);
  return (
    <>
      <p>{say('slots', { n: living.length })}</p>
      <List keys={shown.keys} />
      {mayManage && (
        <div className="no-print">
          {living.map((key) => (
            <End key={key.id} ending={key} last={living.length === 1 && shown.published === null} />
          ))}
          {living.length < SLOTS ? <Add institutionId={institutionId} /> : <p className="soft">{say('add.full')}</p>}
        </div>
      )}
      <Published institutionId={institutionId} published={shown.published} />
    </>
  );
}

const DAY_MS = 86_400_000;

function List({ keys }: { keys: readonly Key[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const now = useHouseNow(3_600_000);
  const day = (instant: string) => format.instant(instant);
  const days = (since: string) => Math.max(0, Math.floor((now - Date.parse(since)) / DAY_MS));
  return (
    <DataTable
      caption={say('list')}
      rows={{ at: 'here', rows: keys }}
      rowKey={({ id }) => id}
      empty={say('none')}
      columns={[
        {
          key: 'kid',
          head: say('name'),
          names: true,
          cell: ({ kid, endedAt }) => (
            <>
              <span className="mono breaks">{kid}</span>{' '}
              <Tag standing={endedAt === null ? 'done' : 'plain'}>{say(endedAt === null ? 'living' : 'ended')}</Tag>
            </>
          ),
        },
        {
          key: 'thumbprint',
          head: say('thumbprint'),
          cell: ({ thumbprint }) => <span className="mono breaks">{thumbprint}</span>,
        },
        { key: 'algorithm', head: say('algorithm'), cell: ({ algorithm }) => algorithm },
        {
          key: 'age',
          head: say('age'),
          cell: ({ addedAt, endedAt }) =>
            endedAt === null
              ? say('age.of', { day: day(addedAt), days: days(addedAt) })
              : say('age.ended', { day: day(endedAt) }),
        },
      ]}
    />
  );
}

function End({ ending: { id, kid }, last }: { ending: Key; last: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act">
      <summary>
        {say('end')} <span className="mono breaks">{kid}</span>
      </summary>
      <p>{say('end.about')}</p>
      {last && <p className="note waiting">{say('end.last')}</p>}
      <ActButton
        contract={endKeyContract}
        input={{ id }}
        label={say('end.submit')}
        look="btn stop"
        onDone={() => {
          tell('plain', say('end.done'));
          refresh();
        }}
      />
    </details>
  );
}

function Add({ institutionId }: { institutionId: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const check = (text: string) => {
    const { kind } = readKeyText(text);
    return kind === 'jwk' || kind === 'pem' ? undefined : say(`text.${kind}`);
  };
  return (
    <details className="act">
      <summary>{say('add')}</summary>
      <ActForm
        contract={addKeyContract}
        form={`kunci.${institutionId}`}
        draft={false}
        title={say('add')}
        about={say('add.about')}
        submit={say('add.submit')}
        questions={() => [{ name: 'text', label: say('text'), kind: 'words', most: 16_384, check }]}
        inputOf={({ text = '' }) => {
          const read = readKeyText(text);
          if (read.kind === 'jwk') return { id: institutionId, jwk: read.jwk };
          return { id: institutionId, ...(read.kind === 'pem' && { pem: read.pem }) };
        }}
        onDone={() => {
          tell('done', say('add.done'));
          refresh();
        }}
      />
    </details>
  );
}
