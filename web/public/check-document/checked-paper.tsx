import type { CheckDocumentPage } from '../../../src/core/document/pages.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
type Paper = NonNullable<CheckDocumentPage['paper']>;

/** What anybody may know of a paper: nothing personal. */
export function CheckedPaper({ paper }: { paper: Paper }) {
  const say = useSay(texts);
  const { title, standing } = verdictOn(paper);
  return (
    <>
      <h1>{say(title)}</h1>
      {title === 'forged' && <p className="lead">{say('forged.about')}</p>}
      {title === 'id.unknown' && <p className="lead">{say('id.unknown.about')}</p>}
      {paper.genuine === null && paper.state !== 'unknown' && (
        <div className="note waiting">
          <p>{say('id.caution')}</p>
        </div>
      )}
      {paper.genuine !== false && paper.state !== 'unknown' && <Facts paper={paper} standing={standing} />}
      {paper.genuine && <Witness paper={paper} />}
    </>
  );
}

function verdictOn({ genuine, state }: Paper) {
  if (genuine === false || (genuine && state === 'unknown')) return { title: 'forged', standing: 'stopped' } as const;
  const standing: Standing = state === 'valid' ? 'done' : 'waiting';
  if (genuine && state !== 'unknown') return { title: `genuine.${state}`, standing } as const;
  return { title: `id.${state}`, standing } as const;
}

function useKind() {
  const say = useSay(texts);
  return (kind: string | null) => {
    const key = `kind.${kind}`;
    return key in id ? say(key as 'kind.biodata') : (kind ?? '');
  };
}

function Facts({ paper, standing }: { paper: Paper; standing: Standing }) {
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
        <Tag standing={standing}>
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
      <div className={`note ${empty ? 'waiting' : witness.holds ? 'done' : 'stopped'}`}>
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
