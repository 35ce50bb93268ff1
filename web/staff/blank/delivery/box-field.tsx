import { useRef, useState } from 'react';
import { Field } from '../../../kit/field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { Serials } from '../scan/serials.tsx';
import { countSpans, readTyped } from '../scan/typed.ts';
import { readBox, readBoxes, type Box } from './boxes.ts';
import { texts } from './texts.ts';

type Said = { readonly wrong: boolean; readonly text: string } | null;

/** Boxes by scanner: the code, then first and last serial, each ended with Enter; or a pasted list. */
export function BoxField({ value, onChange }: { value: readonly Box[]; onChange: (boxes: readonly Box[]) => void }) {
  const say = useSay(texts);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [first, setFirst] = useState<string | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const put = (box: Box) => {
    setCode(null);
    setFirst(null);
    if (value.some((each) => each.code === box.code))
      return setSaid({ wrong: true, text: say('box.twice', { code: box.code }) });
    onChange([...value, box]);
    setSaid({ wrong: false, text: say('box.added', { code: box.code, n: countSpans([box.span]) }) });
  };
  const take = () => {
    const text = typed.trim();
    if (text === '') return;
    setTyped('');
    input.current?.focus();
    const whole = readBox(text);
    if (whole) return put(whole);
    const read = readTyped(text);
    if (code === null) {
      setCode(text);
      return setSaid({ wrong: false, text: say('box.wait', { code: text }) });
    }
    if (read.at !== 'span') return setSaid({ wrong: true, text: say('box.wrong', { code }) });
    if (read.span.first !== read.span.last) return put({ code, span: read.span });
    if (first === null) return setFirst(read.span.first);
    if (BigInt(read.span.first) < BigInt(first)) return setSaid({ wrong: true, text: say('box.wrong', { code }) });
    put({ code, span: { first, last: read.span.first } });
  };
  return (
    <div className="span-field">
      <Field
        label={say('box.label')}
        hint={say('box.hint')}
        error={said?.wrong ? said.text : undefined}
        reading={said && !said.wrong ? `${said.text}${first ? ` ${first}–` : ''}` : undefined}
      >
        {(tie) => (
          <div className="with-button">
            <input
              {...tie}
              ref={input}
              name="boxes"
              type="text"
              className="identifier"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                take();
              }}
            />
            <button type="button" className="btn quiet" onClick={take}>
              {say('box.add')}
            </button>
          </div>
        )}
      </Field>
      <Paste
        onBoxes={(boxes) =>
          onChange([...value.filter((each) => !boxes.some((box) => box.code === each.code)), ...boxes])
        }
      />
      <p className="running" role="status">
        {say('box.total', { n: value.length })}
      </p>
      {value.length > 0 && (
        <ul className="spans" aria-label={say('box.label')}>
          {value.map((box) => (
            <li key={box.code}>
              <b className="mono">{box.code}</b>
              <Serials span={box.span} />
              <button
                type="button"
                className="link"
                aria-label={say('box.remove', { code: box.code })}
                onClick={() => {
                  onChange(value.filter((each) => each !== box));
                  input.current?.focus();
                }}
              >
                {say('box.remove.short')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Paste({ onBoxes }: { onBoxes: (boxes: readonly Box[]) => void }) {
  const say = useSay(texts);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const take = () => {
    const read = readBoxes(text);
    if ('line' in read) return setWrong(say('box.paste.wrong', { line: read.line, text: read.text }));
    setWrong(undefined);
    setText('');
    onBoxes(read.boxes);
  };
  return (
    <details className="act scanner">
      <summary>{say('box.paste')}</summary>
      <Field label={say('box.paste')} hint={say('box.paste.hint')} error={wrong}>
        {(tie) => <textarea {...tie} rows={5} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <button type="button" className="btn quiet" onClick={take}>
        {say('box.paste.act')}
      </button>
    </details>
  );
}
