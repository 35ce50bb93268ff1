import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import {
  addFindPhotoContract,
  openFindContract,
  openFindPhotoContract,
} from '../../../../src/cards/blank/find/contract.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, useMay } from '../../ask.tsx';
import { PICTURES, Upload } from '../../disposal/form/upload.tsx';
import { useDayOf } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useAskBlanks, useRefreshBlanks } from '../ask.ts';
import { Go } from '../go.tsx';
import { ReportPhoto } from '../photo.tsx';
import { Serials } from '../scan/serials.tsx';
import { DecideFind } from './decide.tsx';
import { FindState } from './state.tsx';
import { texts } from './texts.ts';

export type OpenedFind = AnswerOf<typeof openFindContract>;

/** One report of found blanks: what was found where, by whom, its photo, and the decision. */
export function OneFind() {
  const id = useAddressPart('findId');
  const say = useSay(texts);
  const query = useAskBlanks(openFindContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/ditemukan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.number ?? say('one')}
      </h1>
      <Asked query={query}>{(find) => <Opened find={find} />}</Asked>
    </>
  );
}

function Opened({ find }: { find: OpenedFind }) {
  const say = useSay(texts);
  const format = useFormat();
  const maySettle = useMay('blank.settle');
  return (
    <article>
      <p>
        <FindState state={find.state} />
      </p>
      <StateLine label={say('one')} stations={useStations(find)} />
      <dl className="facts">
        <dt>{say('serials')}</dt>
        <dd>
          {find.spans.map((span) => (
            <span key={span.first} className="block">
              <Serials span={span} />
            </span>
          ))}
        </dd>
        <dt>{say('n')}</dt>
        <dd>{format.number(find.n)}</dd>
        <dt>{say('store')}</dt>
        <dd>
          <Go to={`/gudang/${find.storeId}`}>{find.store}</Go>, {find.office}
        </dd>
        <dt>{say('place')}</dt>
        <dd>
          {format.date(find.foundOn)}, {find.place}
        </dd>
        <dt>{say('words')}</dt>
        <dd>{find.words}</dd>
        {find.answer && (
          <>
            <dt>{say('answer')}</dt>
            <dd>
              {find.answer}
              <span className="soft block">
                {say('answer.by', { name: find.decidedBy ?? '–', at: format.instant(find.decidedAt!) })}
              </span>
            </dd>
          </>
        )}
      </dl>
      <Photo find={find} />
      {find.mayDecide && maySettle && <DecideFind find={find} />}
      {find.state === 'reported' && maySettle && !find.mayDecide && <p className="note sealed">{say('own')}</p>}
    </article>
  );
}

function Photo({ find: { id, number, photo, own, state } }: { find: OpenedFind }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefreshBlanks();
  const { client } = useHouse();
  return (
    <>
      <h2>{say('photo')}</h2>
      {photo ? (
        <ReportPhoto
          label={say('photo.alt', { number })}
          fetchPhoto={() => client.call(openFindPhotoContract, { id })}
        />
      ) : own && state === 'reported' ? (
        <Upload
          contract={addFindPhotoContract}
          input={{ id }}
          label={say('photo.add')}
          hint={say('photo.hint')}
          accept={PICTURES}
          onDone={() => {
            tell('done', say('photo.done'));
            refresh();
          }}
        />
      ) : (
        <p className="soft">{say('photo.none')}</p>
      )}
    </>
  );
}

function useStations(find: OpenedFind): Station[] {
  const say = useSay(texts);
  const dayOf = useDayOf();
  const decided: Station = find.decidedAt
    ? { name: say(`state.${find.state}`), when: 'past', date: dayOf(find.decidedAt), who: find.decidedBy ?? '' }
    : { name: say('at.decided'), when: 'now', who: say('at.who') };
  return [
    { name: say('at.found'), when: 'past', date: find.foundOn, note: find.place },
    { name: say('at.reported'), when: 'past', date: dayOf(find.reportedAt), who: find.reportedBy },
    decided,
  ];
}
