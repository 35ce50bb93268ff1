import type {
  AgreementPassPage,
  OwnAgreementPage,
  OwnAppeal,
  OwnSuspension,
} from '../../../../src/sharing/portal/agreement/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { TextInput } from '../../text-input.tsx';
import { PaperInput, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/perjanjian';

/** What was cut off and why, what the institution said against it, until when that is decided, and the form with which it says so. */
export function Suspensions({ pass, data }: { pass: AgreementPassPage; data: OwnAgreementPage }) {
  const say = useSay(texts);
  if (pass.suspensions.length === 0) return null;
  return (
    <section>
      <h2>{say('stops')}</h2>
      {pass.suspensions.map((one) => (
        <One key={one.id} one={one} data={data} />
      ))}
    </section>
  );
}

function One({ one, data }: { one: OwnSuspension; data: OwnAgreementPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const waits = one.appeals.some(({ outcome }) => outcome === null);
  return (
    <article aria-labelledby={`henti-${one.id}`}>
      <h3 id={`henti-${one.id}`}>
        {say(`partner.cause.${one.cause}`)}{' '}
        <Tag standing={one.inForce ? 'stopped' : 'plain'}>{say(one.inForce ? 'stop.holds' : 'stop.over')}</Tag>
      </h3>
      <dl className="facts">
        <dt>{say('term')}</dt>
        <dd>
          {one.until
            ? say('stop.term', { from: format.instant(one.from), until: format.instant(one.until) })
            : say('stop.from', { from: format.instant(one.from) })}
        </dd>
        <dt>{say('stop.reason')}</dt>
        <dd>{one.reason}</dd>
        {one.liftedAt && (
          <>
            <dt>{say('stop.lifted')}</dt>
            <dd>
              {format.instant(one.liftedAt)}, {say(`stop.lifted.${one.liftedHow!}`)}
              {one.liftWhy && `: ${one.liftWhy}`}
            </dd>
          </>
        )}
      </dl>
      {one.appeals.map((appeal) => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
      {one.inForce && !waits && (data.mayAppeal ? <FileAppeal one={one} data={data} /> : <p>{say('appeal.reader')}</p>)}
    </article>
  );
}

function Appeal({ appeal }: { appeal: OwnAppeal }) {
  const say = useSay(texts);
  const format = useFormat();
  const { outcome, late, receivedOn, dueOn, words, documentId, why, decidedAt } = appeal;
  return (
    <div className={`note ${outcome === null ? 'waiting' : outcome === 'granted' ? 'done' : 'stopped'}`}>
      <p>
        <b>{say(`appeal.${outcome ?? 'waits'}`)}</b> {say('appeal.received', { day: format.date(receivedOn) })}
      </p>
      <p>{words}</p>
      {outcome === null ? (
        <p>{say(late ? 'appeal.late' : 'appeal.due', { day: format.date(dueOn) })}</p>
      ) : (
        <p>
          {decidedAt && say('appeal.decided', { at: format.instant(decidedAt) })} {why}
        </p>
      )}
      {documentId && (
        <p>
          <a href={`${PATH}?dokumen=${documentId}`}>{say('appeal.letter')}</a>
        </p>
      )}
    </div>
  );
}

function FileAppeal({ one, data: { typed, faults } }: { one: OwnSuspension; data: OwnAgreementPage }) {
  const say = useSay(texts);
  const mine = typed?.suspensionId === one.id;
  const own = mine ? typed : { words: '', number: '', signedOn: '' };
  const fault = (name: string) => (mine ? faults[name] : undefined);
  const wrong = fault('uraian');
  return (
    <details className="plain-details no-print" open={mine}>
      <summary>{say('appeal.file')}</summary>
      <p>{say('appeal.about')}</p>
      <PortalForm to={PATH} fields={{ henti: one.id }} file>
        <div className={wrong ? 'field wrong' : 'field'}>
          <label htmlFor="uraian">{say('appeal.words')}</label>
          <p className="hint" id="uraian-petunjuk">
            {say('appeal.words.hint')}
          </p>
          <textarea
            id="uraian"
            name="uraian"
            rows={5}
            maxLength={1000}
            defaultValue={own.words}
            aria-describedby={wrong ? 'uraian-petunjuk uraian-salah' : 'uraian-petunjuk'}
            {...(wrong ? { 'aria-invalid': true } : {})}
          />
          {wrong && (
            <p className="error" id="uraian-salah">
              {wrong}
            </p>
          )}
        </div>
        <TextInput
          name="nomor"
          label={say('appeal.number')}
          hint={say('appeal.number.hint')}
          value={own.number}
          error={fault('nomor') ?? null}
        />
        <TextInput
          name="tanggal"
          label={say('appeal.signed')}
          hint={say('appeal.signed.hint')}
          value={own.signedOn}
          error={fault('tanggal') ?? null}
        />
        <PaperInput label={say('appeal.pdf')} hint={say('appeal.pdf.hint')} error={fault('berkas')} />
        <button className="btn" type="submit">
          {say('appeal.act')}
        </button>
      </PortalForm>
    </details>
  );
}
