import { useState } from 'react';
import { FingerPicture } from '../../../../kit/finger-picture.tsx';
import { Tag } from '../../../../kit/tag.tsx';
import type { Captured, CapturePart } from '../captured.ts';
import { ExceptionForm } from './exception-form.tsx';
import { useObjectUrl } from './object-url.ts';
import { FEWEST_MINUTIAE } from './quality.ts';
import { readFile, readTemplate, type Refused } from './read-file.ts';
import { useDeviceWords, wordOf } from './words.ts';

/** One finger: what it looks like, how good it is, how often it was tried, and what can be done with it. */
export function FingerDetail(given: {
  position: number;
  item: Captured | undefined;
  part: CapturePart;
  /** A file for this finger that was refused. */
  refused: { readonly name: string; readonly why: Refused } | undefined;
  /** Absent where no device is ready. */
  onCapture: (() => void) | null;
}) {
  const { position, item, part, refused, onCapture } = given;
  const { say, name, refused: refusedWords } = useDeviceWords();
  const what = name('finger', position);
  const there = item && !item.exception ? item : null;
  return (
    <section className="finger-detail" aria-labelledby="finger-detail-name">
      <h3 id="finger-detail-name">{what}</h3>
      {refused && (
        <div className="note stopped">
          <p>
            <b>{refused.name}</b>: {refusedWords(refused.why)}
          </p>
        </div>
      )}
      {there && <Result what={what} item={there} />}
      <div className="row acts">
        {onCapture && (
          <button type="button" className="btn quiet" onClick={onCapture}>
            {say(there ? 'one.again' : 'one.capture', { what: what.toLocaleLowerCase() })}
          </button>
        )}
        {there && (
          <button type="button" className="btn stop" onClick={() => part.remove({ modality: 'finger', position })}>
            {say('one.remove')}
          </button>
        )}
      </div>
      <ExceptionForm key={position} modality="finger" position={position} item={item} part={part} />
    </section>
  );
}

function Result({ what, item }: { what: string; item: Captured }) {
  const { say, standing } = useDeviceWords();
  const [marked, setMarked] = useState(true);
  const url = useObjectUrl(item.picture);
  const template = item.template ? readTemplate(item.template.bytes) : null;
  const record = template?.kind === 'template' ? template.record : null;
  const size = item.picture ? readFile(item.picture.bytes) : null;
  const { width, height } = record ?? (size?.kind === 'picture' ? size : { width: 400, height: 500 });
  const where = standing(item);
  const word = wordOf(item);
  const few = record !== null && record.minutiae.length < FEWEST_MINUTIAE;
  return (
    <div className="result">
      <div>
        <FingerPicture
          picture={url}
          width={width}
          height={height}
          minutiae={marked ? (record?.minutiae ?? []) : []}
          label={what}
        />
        {record && (
          <button type="button" className="btn plain" aria-pressed={marked} onClick={() => setMarked(!marked)}>
            {say(marked ? 'picture.hide' : 'picture.show')}
          </button>
        )}
      </div>
      <div>
        <dl className="facts">
          <dt>{say('quality.of')}</dt>
          <dd>
            <Tag standing={where.standing}>{where.word}</Tag>{' '}
            {item.quality !== null && say('quality.100', { quality: item.quality })}
          </dd>
          <dt>{say('tries')}</dt>
          <dd>{say('tries.of', { tries: item.tries })}</dd>
          <dt>{say('template')}</dt>
          <dd>{record ? say('template.there', { count: record.minutiae.length }) : say('template.none')}</dd>
          <dt>{say('picture')}</dt>
          <dd>
            {size?.kind === 'picture'
              ? say('file.pictureOf', { width: size.width, height: size.height })
              : say('picture.none')}
          </dd>
        </dl>
        {!item.template && <p className="note waiting">{say('template.waits')}</p>}
        {item.template && word === 'fair' && <p className="note waiting">{say('quality.fair.do')}</p>}
        {few && <p className="note stopped">{say('quality.few', { count: record.minutiae.length })}</p>}
        {item.template && word === 'poor' && <p className="note stopped">{say('quality.poor.do')}</p>}
      </div>
    </div>
  );
}
