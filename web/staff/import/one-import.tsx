import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import {
  applyImportContract,
  cancelImportContract,
  changeMappingContract,
  openImportContract,
} from '../../../src/register/resident/import/contract.ts';
import { en as tableEn } from '../../../src/core/table/en.ts';
import { id as tableId } from '../../../src/core/table/id.ts';
import { en as importEn } from '../../../src/register/resident/import/en.ts';
import { id as importId } from '../../../src/register/resident/import/id.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { Columns } from './columns.tsx';
import { Report } from './report.tsx';
import { isChangeable, isRunning, STANDING } from './state.ts';
import { texts } from './texts.ts';

export type Import = AnswerOf<typeof openImportContract>;

// A file may prove to be cut or broken only when it is read to its end.
const failures = { id: { ...tableId, ...importId }, en: { ...tableEn, ...importEn } };
const COUNTS = ['read', 'created', 'updated', 'unchanged', 'refused', 'cases'] as const;
const ASK_EVERY_MS = 700;

/** One import on its way: columns, check, result by cell, entry into the register; goes on where it was interrupted. */
export function OneImport() {
  const importId = useAddressPart('importId');
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['import', importId],
    queryFn: () => client.call(openImportContract, { id: importId }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? ASK_EVERY_MS : false),
  });
  if (!query.data && query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return <Shown import={query.data} />;
}

function Shown({ import: shown }: { import: Import }) {
  const say = useSay(texts);
  const [changing, setChanging] = useState(false);
  const asksForColumns = shown.state === 'waiting';
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/impor' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {shown.fileName}
      </h1>
      <p>
        <Tag standing={STANDING[shown.state]}>{say(`state.${shown.state}`)}</Tag>{' '}
        <span className="soft">{shown.dryRun ? say('nobodyYet') : ''}</span>
      </p>
      <Way import={shown} />
      <Result import={shown} />
      <Acts import={shown} changing={changing} onChange={() => setChanging(!changing)} />
      {isChangeable(shown) && (asksForColumns || changing) && (
        <Columns import={shown} onSaved={() => setChanging(false)} />
      )}
      <Report import={shown} />
    </>
  );
}

function Way({ import: { state, startedAt, dryRun, fileName } }: { import: Import }) {
  const say = useSay(texts);
  const at = state === 'waiting' ? 1 : dryRun ? 2 : 3;
  const over = state === 'done';
  const names = ['way.uploaded', 'way.columns', 'way.checked', 'way.entered'] as const;
  const stations = names.map((name, place): Station => {
    const when = place < at || over ? 'past' : place === at ? 'now' : 'next';
    const waits = when === 'now' && state === 'checked';
    return {
      name: say(name),
      when,
      ...(place === 0 ? { date: startedAt.slice(0, 10) } : {}),
      ...(when === 'now' ? { note: say(waits ? 'way.youDecide' : `state.${state}`) } : {}),
    };
  });
  return <StateLine label={say('way', { name: fileName })} stations={stations} />;
}

function Result({ import: shown }: { import: Import }) {
  const say = useSay(texts);
  const sayFailure = useSay(failures);
  const format = useFormat();
  const code = shown.failure ?? '';
  return (
    <>
      {isRunning(shown) && (
        <div className="progress-line">
          <progress
            max={1}
            {...(shown.share === null ? {} : { value: shown.share })}
            aria-label={say(`state.${shown.state}`)}
          />
          <span>
            {shown.share === null ? '' : format.percent(shown.share * 100, 0)}{' '}
            {say('seconds', { seconds: format.number(shown.seconds) })}
          </span>
        </div>
      )}
      {shown.failure && (
        <div className="note stopped" role="alert">
          <p>
            <b>
              {code in failures.id
                ? sayFailure(code as keyof typeof failures.id, { name: shown.fileName, row: 'unknown' })
                : say('failed')}
            </b>{' '}
            {shown.read > 0 && say('failed.safe', { row: format.number(shown.read) })}
          </p>
        </div>
      )}
      {shown.state !== 'waiting' && (
        <dl className="figures counts" aria-live={isRunning(shown) ? 'off' : 'polite'}>
          {COUNTS.map((count) => (
            <div key={count}>
              <dt>{say(`count.${count}`)}</dt>
              <dd>{format.number(shown[count])}</dd>
            </div>
          ))}
        </dl>
      )}
      {(shown.state === 'done' || shown.state === 'checked') && (
        <p className="soft">
          {say(shown.state === 'done' ? 'ended.entered' : 'ended.checked', {
            seconds: format.number(shown.seconds, 1),
          })}
        </p>
      )}
    </>
  );
}

function Acts({ import: shown, changing, onChange }: { import: Import; changing: boolean; onChange: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const { client, queries } = useHouse();
  const applying = useAct(client, applyImportContract);
  const cancelling = useAct(client, cancelImportContract);
  const checking = useAct(client, changeMappingContract);
  const take = (after: Import | null) => after && queries.setQueryData(['import', shown.id], after);
  const refused = [applying.state, cancelling.state, checking.state].find((state) => state.at === 'refused');
  const changes = shown.created + shown.updated;
  const press = async (act: () => Promise<Import | null>) => {
    for (const each of [applying, cancelling, checking]) each.reset();
    take(await act());
  };
  return (
    <>
      <ErrorSummary problem={refused?.at === 'refused' ? refused.problem : null} faults={[]} kept={false} />
      {shown.state === 'checked' && (
        <p className="lead">
          {changes === 0
            ? say('apply.nothing')
            : say('apply.sentence', {
                created: format.number(shown.created),
                updated: format.number(shown.updated),
                refused: format.number(shown.refused),
              })}
        </p>
      )}
      <div className="row">
        {shown.state === 'checked' && changes > 0 && (
          <button
            type="button"
            className="btn"
            aria-disabled={applying.state.at === 'sending'}
            onClick={() => void press(() => applying.run({ id: shown.id }))}
          >
            {say('apply')}
          </button>
        )}
        {shown.state === 'failed' && !shown.dryRun && (
          <button
            type="button"
            className="btn"
            aria-disabled={applying.state.at === 'sending'}
            onClick={() => void press(() => applying.run({ id: shown.id }))}
          >
            {say('resume')}
          </button>
        )}
        {shown.state === 'failed' && shown.dryRun && (
          <button
            type="button"
            className="btn"
            aria-disabled={checking.state.at === 'sending'}
            onClick={() => void press(() => checking.run({ id: shown.id, ...shown.mapping } as never))}
          >
            {say('checkAgain')}
          </button>
        )}
        {isChangeable(shown) && shown.state !== 'waiting' && (
          <button type="button" className="btn quiet" aria-expanded={changing} onClick={onChange}>
            {say('columns.change')}
          </button>
        )}
        {shown.state !== 'done' && shown.state !== 'cancelled' && (
          <button
            type="button"
            className="btn stop"
            aria-disabled={cancelling.state.at === 'sending'}
            onClick={() => void press(() => cancelling.run({ id: shown.id }))}
          >
            {say(isRunning(shown) ? 'stop' : 'discard')}
          </button>
        )}
      </div>
      {isRunning(shown) && !shown.dryRun && <p className="soft">{say('stop.safe')}</p>}
    </>
  );
}
