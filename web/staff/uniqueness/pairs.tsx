import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { listPairsContract } from '../../../src/recording/uniqueness/contract.ts';
import { LISTS } from '../../../src/recording/uniqueness/schema.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { WorkList } from '../../kit/work-list.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useHouseNow, useSession } from '../session.tsx';
import { roomTexts, texts } from './texts.ts';

export type PairLine = AnswerOf<typeof listPairsContract>['adjudications'][number];

const SHOWN = 200;

/** Pairs to be judged, whose way out is to be set, to whose decision somebody objects, and done: the longest waiting first. */
export function Pairs() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const now = useHouseNow(60_000);
  const [chosen] = useFilter('daftar');
  const state = LISTS.find((each) => each === chosen) ?? 'open';
  const query = useQuery({
    queryKey: ['pairs', state],
    queryFn: ({ signal }) => client.call(listPairsContract, { state }, { signal }),
    // To list people is a look that each of them can read.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const lines = query.data?.adjudications;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {scopes.includes('uniqueness.court_search.propose') && (
          <Link to={'/petugas/ketunggalan/perintah-pengadilan' as '/petugas'}>{say('courts')}</Link>
        )}
      </div>
      <p className="soft">{say('about')}</p>
      <nav className="parts no-print" aria-label={say('lists')}>
        {LISTS.map((each) => (
          <Link
            key={each}
            to={'.' as '/petugas'}
            search={(each === 'open' ? {} : { daftar: each }) as never}
            activeOptions={{ exact: true, includeSearch: true }}
            preload={false}
            replace
            resetScroll={false}
          >
            {say(`list.${each}`)}
          </Link>
        ))}
      </nav>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !lines ? (
        <Loading lines={6} />
      ) : (
        <>
          <WorkList
            label={say(`list.${state}`)}
            empty={say(`empty.${state}`)}
            now={now}
            onOpen={(item) => void navigate({ to: `/petugas/ketunggalan/${item.key}` as '/petugas' })}
            items={lines.map((line) => ({
              key: line.id,
              title: titleOf(say, line),
              why: whyOf(say, line),
              since: Date.parse(line.openedAt),
              tag: <Standing line={line} list={state} />,
            }))}
          />
          {lines.length === SHOWN && <p className="soft">{say('more')}</p>}
        </>
      )}
    </>
  );
}

type SayText = ReturnType<typeof useSay<keyof typeof texts.id>>;

function titleOf(say: SayText, { names, reason }: PairLine): string {
  const [one = say('nobody'), other] = names;
  if (reason.code === 'own_differs' || (other !== undefined && one === other)) return say('sameNik', { one });
  return other === undefined ? say('alone', { one }) : say('pair', { one, other });
}

function whyOf(say: SayText, { reason, places, round }: PairLine): string {
  const where = [...new Set(places)].join(' / ');
  return [reason.text, where, round > 1 && say('round', { round })].filter(Boolean).join(' · ');
}

function Standing({ line, list }: { line: PairLine; list: (typeof LISTS)[number] }) {
  const say = useSay(texts);
  const sayRoom = useSay(roomTexts);
  const objections = line.objections > 0 && list !== 'objection' && (
    <Tag standing="waiting">{say('tag.objections', { count: line.objections })}</Tag>
  );
  switch (list) {
    case 'open':
      return (
        <>
          {objections}{' '}
          {line.mayJudge ? (
            <Tag standing="waiting">{say('tag.yours')}</Tag>
          ) : (
            <Tag standing="plain">{say(line.spoken ? 'tag.spoken' : 'tag.notYou')}</Tag>
          )}
        </>
      );
    case 'way':
      return (
        <>
          {objections} <Tag standing="waiting">{say('tag.way')}</Tag>
        </>
      );
    case 'objection':
      return line.mayAnswer ? (
        <Tag standing="waiting">{say('tag.answer')}</Tag>
      ) : (
        <Tag standing="plain">{say('tag.notYou')}</Tag>
      );
    case 'decided':
      return (
        <>
          {objections}{' '}
          <Tag standing="done">
            {[
              line.outcome && sayRoom(`uniqueness.outcome.${line.outcome}`),
              line.way && sayRoom(`uniqueness.way.${line.way}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Tag>
        </>
      );
  }
}
