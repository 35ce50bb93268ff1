import { useRef, useState, type KeyboardEvent } from 'react';
import { findBoxContract } from '../../../../src/cards/blank/desk/contract.ts';
import type { SpanText } from '../../../../src/cards/blank/schema.ts';
import { Field } from '../../../kit/field.tsx';
import { Problem } from '../../../kit/problem.ts';
import { useSay } from '../../../kit/text.tsx';
import { useHouse } from '../../house.tsx';
import { Serials } from './serials.tsx';
import { texts } from './texts.ts';
import { countSpans, readTyped, withSpans } from './typed.ts';

const MOST = 2_000;

/**
 * Serials by scanner or hand. A scanner ends with Enter, which here adds to the list and never sends the form; the field is
 * emptied and keeps the focus, so that the next piece can be scanned at once.
 */
export function SpanField(given: {
  label: string;
  name: string;
  value: readonly SpanText[];
  onChange: (spans: readonly SpanText[]) => void;
  error?: string | undefined;
  /** Whether codes of boxes open into their serials. */
  boxes?: boolean;
}) {
  const { label, name, value, onChange, boxes = true } = given;
  const say = useSay(texts);
  const { client } = useHouse();
  const input = useRef<HTMLInputElement>(null);
  // What an answer that comes late is added to.
  const latest = useRef(value);
  latest.current = value;
  const [typed, setTyped] = useState('');
  const [ends, setEnds] = useState(false);
  const [first, setFirst] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly wrong: boolean; readonly text: string } | null>(null);
  const wrong = (text: string) => setSaid({ wrong: true, text });

  const put = (more: readonly SpanText[], what: string) => {
    const done = withSpans(latest.current, more);
    if (done.twice !== null) return wrong(say('twice', { serial: done.twice }));
    if (done.spans.length > MOST) return wrong(say('most'));
    latest.current = done.spans;
    onChange(done.spans);
    setSaid({ wrong: false, text: say('added', { what, n: countSpans(more) }) });
  };
  const putEnd = (serial: string) => {
    if (first === null) {
      setFirst(serial);
      return setSaid({ wrong: false, text: say('wait.last', { first: serial }) });
    }
    setFirst(null);
    if (BigInt(serial) < BigInt(first)) return wrong(say('backwards'));
    put([{ first, last: serial }], `${first}–${serial}`);
  };
  const putBox = async (code: string) => {
    if (!boxes) return wrong(say('noBox'));
    setSaid({ wrong: false, text: say('looking', { code }) });
    try {
      const box = await client.call(findBoxContract, { code }, { patienceMs: 0 });
      put(box.spans, say('box', { code: box.code }));
    } catch (error) {
      wrong(error instanceof Problem ? error.title : say('noNetwork'));
    }
  };
  const take = () => {
    const read = readTyped(typed);
    if (read.at === 'empty') return;
    if (read.at === 'wrong') return wrong(say(read.why));
    setTyped('');
    input.current?.focus();
    if (read.at === 'box') return void putBox(read.code);
    const { span } = read;
    if (ends && span.first === span.last) return putEnd(span.first);
    put([span], span.first === span.last ? span.first : `${span.first}–${span.last}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  };
  return (
    <div className="span-field">
      <Field
        label={label}
        hint={say(ends ? 'hint.first' : boxes ? 'hint' : 'hint.noBox')}
        error={said?.wrong ? said.text : given.error}
        reading={said && !said.wrong ? said.text : undefined}
        required
      >
        {(tie) => (
          <div className="with-button">
            <input
              {...tie}
              ref={input}
              name={name}
              type="text"
              className="identifier"
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="characters"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                if (said?.wrong) setSaid(null);
              }}
              onKeyDown={onKeyDown}
            />
            <button type="button" className="btn quiet" onClick={take}>
              {say('add')}
            </button>
          </div>
        )}
      </Field>
      <label className="tick">
        <input
          type="checkbox"
          checked={ends}
          onChange={(event) => {
            setEnds(event.target.checked);
            setFirst(null);
            setSaid(null);
            input.current?.focus();
          }}
        />
        {say('ends')}
      </label>
      <p className="running" role="status">
        {say('total', { spans: value.length, n: countSpans(value) })}
      </p>
      {value.length > 0 && (
        <ul className="spans" aria-label={say('list')}>
          {value.map((span) => (
            <li key={span.first}>
              <Serials span={span} />
              <span className="soft">{countSpans([span]).toLocaleString('id-ID')}</span>
              <button
                type="button"
                className="link"
                aria-label={say('remove', { what: `${span.first}–${span.last}` })}
                onClick={() => {
                  onChange(value.filter((each) => each !== span));
                  input.current?.focus();
                }}
              >
                {say('remove.short')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
