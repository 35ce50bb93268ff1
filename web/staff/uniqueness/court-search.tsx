import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { openCourtSearchContract } from '../../../src/recording/uniqueness/contract.ts';
import { DataTable, rowsOf, type Column } from '../../kit/data-table.tsx';
import { Identifier } from '../../kit/identifier.tsx';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { PurposeGate } from '../purpose/purpose.tsx';
import { useLook } from '../register/recorded.ts';
import { COURT_STANDING, useCourtSearches, type CourtLine } from './court-searches.tsx';
import { texts } from './texts.ts';

type Found = AnswerOf<typeof openCourtSearchContract>['found'][number];

/** One order: where it stands, and while it lasts whom the search found, opened for a purpose. */
export function CourtSearch() {
  const id = useAddressPart('searchId');
  const say = useSay(texts);
  const query = useCourtSearches();
  const line = query.data?.searches.find((each) => each.id === id);
  const back = <Link to={'/petugas/ketunggalan/perintah-pengadilan' as '/petugas'}>{say('court.back')}</Link>;
  if (line?.state === 'searched')
    return (
      <PurposeGate key={id} of={id} title={say('court.resultTitle')}>
        <p className="soft no-print">{back}</p>
        <Order line={line} />
        <Result id={id} />
      </PurposeGate>
    );
  return (
    <>
      <p className="soft no-print">{back}</p>
      {line ? (
        <>
          <Order line={line} />
          <div className="note">
            <p>{say(`court.${line.state as 'waiting' | 'ended' | 'gone'}`)}</p>
          </div>
        </>
      ) : (
        <>
          <h1 className="page-title" tabIndex={-1}>
            {say('court.title')}
          </h1>
          {query.error ? (
            <Failing error={query.error} again={() => void query.refetch()} />
          ) : query.data ? (
            <Empty will={say('court.unknown')} how={back} />
          ) : (
            <Loading lines={6} />
          )}
        </>
      )}
    </>
  );
}

function Order({ line }: { line: CourtLine }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('court.one', { orderNo: line.orderNo })}
      </h1>
      <p>
        <Tag standing={COURT_STANDING[line.state]}>{say(`court.state.${line.state}`)}</Tag>
      </p>
      <dl className="facts">
        <dt>{say('court.court')}</dt>
        <dd>{line.court}</dd>
        <dt>{say('court.orderedOn')}</dt>
        <dd>{format.date(line.orderedOn)}</dd>
        <dt>{say('court.endsOn')}</dt>
        <dd>{format.date(line.endsOn)}</dd>
        {line.searchedAt && (
          <>
            <dt>{say('court.state.searched')}</dt>
            <dd>{format.instant(line.searchedAt)}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Result({ id }: { id: string }) {
  const say = useSay(texts);
  const query = useLook(openCourtSearchContract, { id });
  const columns: Column<Found>[] = [
    { key: 'name', head: say('court.name'), cell: (found) => found.name, names: true },
    { key: 'nik', head: say('court.nik'), cell: (found) => <Identifier value={found.nik} /> },
    { key: 'place', head: say('court.place'), cell: (found) => found.place },
    { key: 'strength', head: say('court.strength'), cell: (found) => found.text },
  ];
  return (
    <section>
      <h2>{say('court.result')}</h2>
      <p className="soft">{say('court.resultAbout')}</p>
      <DataTable
        caption={say('court.result')}
        columns={columns}
        rows={rowsOf({ data: query.data?.found, error: query.error, refetch: query.refetch })}
        rowKey={(found) => found.ref}
        empty={say('court.nobody')}
      />
    </section>
  );
}
