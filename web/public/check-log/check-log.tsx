import type { ReactNode } from 'react';
import type { CheckLogPage } from '../../../src/core/ledger/pages.ts';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Command } from '../command.tsx';
import { useFrame } from '../frame.ts';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** How anybody checks the log: its last checkpoint, the verifier with exact commands, who witnesses, what is proven. */
export const CheckLog: PageOf<CheckLogPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function CheckLogPageView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <Latest data={data} />
        <Former data={data} />
        <Steps data={data} />
        <Witnesses data={data} />
        <Proofs data={data} />
      </>
    );
  },
};

function Latest({ data: { latest, key } }: { data: CheckLogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-labelledby="terbaru">
      <h2 id="terbaru">{say('latest')}</h2>
      <p>{say('latest.about')}</p>
      {!latest && <p>{say('latest.none')}</p>}
      {latest && (
        <>
          <dl className="facts">
            <dt>{say('origin')}</dt>
            <dd className="hash">{latest.origin}</dd>
            <dt>{say('size')}</dt>
            <dd>{format.number(latest.size)}</dd>
            <dt>{say('root')}</dt>
            <dd>
              <Island name="copy">
                <span className="hash">{latest.root}</span>
              </Island>
            </dd>
            <dt>{say('time')}</dt>
            <dd>{format.instant(latest.at)}</dd>
          </dl>
          <details className="plain-details">
            <summary>{say('note')}</summary>
            <pre className="command">{latest.note}</pre>
            {key && (
              <>
                <p className="soft">{say('key')}</p>
                <pre className="command">{key}</pre>
              </>
            )}
          </details>
          <p className="row">
            <a href="/v1/ledger/checkpoint">{say('download.checkpoint')}</a>
            <a href="/v1/ledger/key">{say('download.key')}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** Only where a log was ended after a restore: then it is said before anything else is. */
function Former({ data: { former } }: { data: CheckLogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  if (former.length === 0) return null;
  return (
    <section aria-labelledby="sebelumnya">
      <h2 id="sebelumnya">{say('former')}</h2>
      <p>{say('former.about')}</p>
      {former.map(({ origin, size, kept, at, reason }) => (
        <section key={origin}>
          <h3 className="hash">{origin}</h3>
          <dl className="facts">
            <dt>{say('former.ended')}</dt>
            <dd>{format.instant(at)}</dd>
            <dt>{say('former.size')}</dt>
            <dd>{format.number(size)}</dd>
            <dt>{say('former.kept')}</dt>
            <dd>{format.number(kept)}</dd>
            <dt>{say('former.reason')}</dt>
            <dd>{reason}</dd>
          </dl>
        </section>
      ))}
      <p className="row">
        <a href="/v1/ledger/former">{say('former.proof')}</a>
      </p>
    </section>
  );
}

function Steps({ data: { origin, verifier, latest } }: { data: CheckLogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const { name, sha256, bytes } = verifier;
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('how')}</h2>
      <p>{say('how.needs', { bytes: format.bytes(bytes) })}</p>
      <ol className="steps">
        <li>
          <p>
            <a href="/v1/ledger/verifier">{say('step.get')}</a>
          </p>
          <ToCopy>{`curl -o ${name} ${origin}/v1/ledger/verifier`}</ToCopy>
        </li>
        <li>
          <p>{say('step.sha')}</p>
          <ToCopy>{`sha256sum ${name}`}</ToCopy>
          <pre className="command answer">{sha256}</pre>
        </li>
        <li>
          <p>{say('step.run')}</p>
          <ToCopy>{`node ${name} --from ${origin} --keep titik-periksa`}</ToCopy>
        </li>
      </ol>
      <p>{say('step.again')}</p>
      <h3 id="bukti">{say('kept')}</h3>
      <p>{say('kept.about')}</p>
      <ToCopy>{`curl -o key ${origin}/v1/ledger/key\nnode ${name} --proof bukti.json --key key`}</ToCopy>
      <h3>{say('auditor')}</h3>
      <p>{say('auditor.about')}</p>
      <ToCopy>{`jatidiri ledger export --out salinan\nnode salinan/${name} salinan --against titik-periksa/${latest?.size ?? 0}.checkpoint`}</ToCopy>
    </section>
  );
}

function ToCopy({ children }: { children: string }) {
  return (
    <Island name="copy">
      <Command>{children}</Command>
    </Island>
  );
}

function Witnesses({ data: { witness } }: { data: CheckLogPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const { paths } = useFrame();
  return (
    <section aria-labelledby="saksi">
      <h2 id="saksi">{say('witnesses')}</h2>
      <ul className="plain-list">
        <li>
          {say('witness.papers')}{' '}
          {paths.includes('/periksa-dokumen') && <a href="/periksa-dokumen">{say('witness.papers.check')}</a>}
        </li>
        <li>{say('witness.statement')}</li>
        <li>
          {witness
            ? say('witness.folder', { days: witness.days, since: witness.since ? format.date(witness.since) : '' })
            : say('witness.noFolder')}
        </li>
        <li>{say('witness.you')}</li>
      </ul>
    </section>
  );
}

function Proofs({ data: { former } }: { data: CheckLogPage }) {
  const say = useSay(texts);
  const { paths } = useFrame();
  return (
    <section aria-labelledby="bukti">
      <h2 id="bukti">{say('proves')}</h2>
      <div className="two-columns">
        <Column title={say('proves.yes')}>
          <li>{say('proves.yes.1')}</li>
          <li>{say('proves.yes.2')}</li>
          <li>{say(former.length === 0 ? 'proves.yes.3' : 'proves.yes.3.former')}</li>
        </Column>
        <Column title={say('proves.no')}>
          <li>{say('proves.no.1')}</li>
          <li>{say('proves.no.2')}</li>
          <li>{say('proves.no.3')}</li>
        </Column>
      </div>
      {paths.includes('/coba-curangi') && (
        <p>
          <a href="/coba-curangi">{say('proves.try')}</a>
        </p>
      )}
    </section>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain-list">{children}</ul>
    </div>
  );
}
