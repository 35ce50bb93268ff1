import type { CheckDocumentPage } from '../../../src/core/document/pages.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';
import { TextInput } from '../text-input.tsx';

const texts = { id, en };
type Paper = NonNullable<CheckDocumentPage['paper']>;

/** What anybody may know of a paper: nothing personal. */
export function CheckedPaper({ paper, code }: { paper: Paper; code: string }) {
  const say = useSay(texts);
  const { title, standing } = verdictOn(paper);
  const advice = ADVICE[title];
  return (
    <>
      <div className={`verdict note ${standing}`}>
        <h1>{say(title)}</h1>
        {advice && <p>{say(advice)}</p>}
      </div>
      {paper.genuine === null && paper.state !== 'unknown' && (
        <div className="note waiting">
          <p>{say('id.caution')}</p>
        </div>
      )}
      {paper.genuine !== false && paper.state !== 'unknown' && <Facts paper={paper} />}
      {paper.genuine && paper.numberAgrees === null && <CompareNumber code={code} />}
      {paper.genuine && <Witness paper={paper} />}
    </>
  );
}

/** A code may be copied onto another paper; the number printed there then differs. */
function CompareNumber({ code }: { code: string }) {
  const say = useSay(texts);
  return (
    <form method="post" action="/periksa-dokumen" className="short-form no-print">
      <input type="hidden" name="kode" value={code} />
      <TextInput name="nomor" label={say('compare')} hint={say('compare.hint')} required />
      <button className="btn quiet" type="submit">
        {say('compare.act')}
      </button>
    </form>
  );
}

const ADVICE: Readonly<
  Record<string, 'copied.about' | 'forged.about' | 'id.unknown.about' | 'replaced.about' | 'cancelled.about'>
> = {
  copied: 'copied.about',
  forged: 'forged.about',
  'id.unknown': 'id.unknown.about',
  'genuine.replaced': 'replaced.about',
  'id.replaced': 'replaced.about',
  'genuine.cancelled': 'cancelled.about',
  'id.cancelled': 'cancelled.about',
};

function verdictOn({ genuine, state, numberAgrees }: Paper) {
  if (numberAgrees === false) return { title: 'copied', standing: 'stopped' } as const;
  if (genuine === false || (genuine && state === 'unknown')) return { title: 'forged', standing: 'stopped' } as const;
  const standing = standingOf(state);
  if (genuine && state !== 'unknown') return { title: `genuine.${state}`, standing } as const;
  return { title: `id.${state}`, standing } as const;
}

function standingOf(state: Paper['state']): Standing {
  return state === 'valid' ? 'done' : state === 'replaced' ? 'waiting' : 'stopped';
}

function useKind() {
  const say = useSay(texts);
  return (kind: string | null) => {
    const key = `kind.${kind}`;
    return key in id ? say(key as 'kind.biodata') : (kind ?? '');
  };
}

function Facts({ paper }: { paper: Paper }) {
  const say = useSay(texts);
  const format = useFormat();
  const kindOf = useKind();
  const { successor } = paper;
  return (
    <dl className="facts">
      <dt>{say('fact.kind')}</dt>
      <dd>{kindOf(paper.kind)}</dd>
      <dt>{say('fact.office')}</dt>
      <dd>{paper.office}</dd>
      <dt>{say('fact.issued')}</dt>
      <dd>{paper.issuedOn && format.date(paper.issuedOn)}</dd>
      <dt>{say('fact.state')}</dt>
      <dd>
        <Tag standing={standingOf(paper.state)}>
          {say(`state.${paper.state}`, { date: paper.endedOn ? format.date(paper.endedOn) : '' })}
        </Tag>
      </dd>
      {successor && (
        <>
          <dt>{say('fact.successor')}</dt>
          <dd>{say(`successor.${successor.state}`, { kind: kindOf(successor.kind) })}</dd>
        </>
      )}
      {paper.numberAgrees !== null && (
        <>
          <dt>{say('fact.number')}</dt>
          <dd>
            <Tag standing={paper.numberAgrees ? 'done' : 'stopped'}>
              {say(paper.numberAgrees ? 'number.agrees' : 'number.differs')}
            </Tag>
          </dd>
        </>
      )}
    </dl>
  );
}

function Witness({ paper: { witness } }: { paper: Paper }) {
  const say = useSay(texts);
  if (!witness) return null;
  const empty = witness.size === 0 && witness.holds;
  const saying = empty ? 'witness.empty' : witness.holds ? 'witness.holds' : 'witness.broken';
  return (
    <section aria-labelledby="saksi">
      <h2 id="saksi">{say('witness')}</h2>
      <div className={empty ? 'note waiting' : witness.holds ? 'note' : 'note stopped'}>
        <p>{say(saying, { earlier: witness.size, now: witness.now?.size ?? 0 })}</p>
      </div>
      <dl className="facts">
        <dt>{say('witness.paper')}</dt>
        <dd className="hash">{witness.root}</dd>
        {witness.now && (
          <>
            <dt>{say('witness.now')}</dt>
            <dd className="hash">{witness.now.root}</dd>
          </>
        )}
      </dl>
      <p>
        <a href="/cara-memeriksa-log">{say('witness.how')}</a>
      </p>
    </section>
  );
}
