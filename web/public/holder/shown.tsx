import type { HolderPage, HolderPageName, Standing } from '../../../src/cards/card/holder/schema.ts';
import { ReadingProvider, useFormat, useLanguage, useSay } from '../../kit/text.tsx';
import { HolderForm, Others } from './forms.tsx';
import { texts } from './texts.ts';
import { StandingView } from './standing.tsx';

interface ShownGiven {
  readonly data: HolderPage;
  readonly standing: Standing;
  readonly visit: string;
}

/** What was done, or is still to be said yes to; then how the cards stand. By the clock of where the holder lives. */
export function Shown({ data, standing, visit }: ShownGiven) {
  const language = useLanguage();
  return (
    <ReadingProvider language={language} zone={standing.zone}>
      <h1>
        <Heading data={data} standing={standing} />
      </h1>
      <Outcome data={data} standing={standing} visit={visit} />
      <StandingView standing={standing} />
      {data.page === 'where' && <Acts standing={standing} visit={visit} />}
      <Seen page={data.page} />
    </ReadingProvider>
  );
}

function Heading({ data: { page, done } }: Omit<ShownGiven, 'visit'>) {
  const say = useSay(texts);
  switch (done) {
    case null:
      return say(`${page}.title`);
    case 'reported':
    case 'lifted':
    case 'late':
      return say(`done.${done}`);
    case 'already':
      return say(page === 'lift' ? 'done.already.lift' : 'done.already');
    case 'nothing':
      return say(page === 'lift' ? 'done.nothing.lift' : 'done.nothing.report');
  }
}

function Outcome({ data: { page, done }, standing, visit }: ShownGiven) {
  const say = useSay(texts);
  const format = useFormat();
  const loss = standing.inHand.find((card) => card.loss)?.loss;
  const until = loss ? format.instant(loss.liftUntil) : '';
  const at = loss ? format.instant(loss.reportedAt) : '';
  if (page === 'where') return null;
  if (done === null) return <Confirm page={page} standing={standing} visit={visit} />;
  if (page === 'lift')
    return (
      <p className="lead" role="status">
        {say(
          done === 'lifted'
            ? 'done.lifted.more'
            : done === 'late'
              ? 'done.late.more'
              : `done.${done as 'already'}.lift.more`,
        )}
      </p>
    );
  if (done === 'nothing') return <p className="lead">{say('done.nothing.report.more')}</p>;
  const text =
    done === 'reported'
      ? say('done.reported.more', { until })
      : say(loss?.mayLift ? 'done.already.more' : 'done.already.late', { at, until });
  return (
    <>
      <p className="lead" role="status">
        {text}
      </p>
      {loss?.mayLift && (
        <>
          <Press to="lift" visit={visit} label={say('to.lift')} look="btn quiet" />
          <p className="soft">{say('undo.later')}</p>
        </>
      )}
    </>
  );
}

/** Coming from another page of the holder: one press more, with its effect said above it. */
function Confirm({ page, standing, visit }: { page: 'report' | 'lift'; standing: Standing; visit: string }) {
  const say = useSay(texts);
  const may =
    page === 'report'
      ? standing.inHand.some(({ state }) => state === 'VALID')
      : standing.inHand.some(({ loss }) => loss?.mayLift);
  if (!may) return <p className="lead">{say(`done.nothing.${page}`)}</p>;
  return (
    <>
      <p className="lead">{say(`${page}.lead`)}</p>
      <p>{say(page === 'lift' ? 'lift.effect' : 'report.effect.now')}</p>
      <Press to={page} visit={visit} label={say(`${page}.act`)} look="btn" act />
    </>
  );
}

/** From how the cards stand to the act that suits. */
function Acts({ standing, visit }: { standing: Standing; visit: string }) {
  const say = useSay(texts);
  const states = standing.inHand;
  return (
    <div className="holder-acts">
      {states.some(({ loss }) => loss?.mayLift) && (
        <Press to="lift" visit={visit} label={say('to.lift')} look="btn quiet" />
      )}
      {states.some(({ state }) => state === 'VALID') && (
        <Press to="report" visit={visit} label={say('to.report')} look="btn stop" />
      )}
      <Press to="where" visit={visit} label={say('again')} look="btn plain" />
    </div>
  );
}

function Press(given: {
  to: HolderPageName;
  visit: string;
  label: string;
  look: 'btn' | 'btn quiet' | 'btn stop' | 'btn plain';
  act?: boolean;
}) {
  return (
    <HolderForm to={given.to}>
      <input type="hidden" name="kunjungan" value={given.visit} />
      {given.act && <input type="hidden" name="setuju" value="ya" />}
      <button className={`${given.look} no-print`} type="submit">
        {given.label}
      </button>
    </HolderForm>
  );
}

function Seen({ page }: { page: HolderPageName }) {
  const say = useSay(texts);
  return (
    <>
      <p className="soft recorded">{say('seen')}</p>
      {page !== 'where' && <Others page={page} />}
    </>
  );
}
