import { useId, useState, type DragEvent } from 'react';
import { useFormat, useSay } from './text.tsx';
import { texts } from './texts.ts';

export type FileState =
  | { readonly at: 'none' }
  | { readonly at: 'sending'; readonly name: string; readonly sent: number; readonly total: number }
  | { readonly at: 'kept'; readonly name: string }
  | { readonly at: 'refused'; readonly name: string; readonly why: string };

/** A file, dropped or chosen; the button is the real way and the drop a convenience. Sizes are checked before sending. */
export function FileDrop(given: {
  label: string;
  hint: string;
  accept: readonly string[];
  mostBytes: number;
  state: FileState;
  /** By which a summary of faults finds it. */
  name?: string;
  onFile: (file: File) => void;
}) {
  const { label, hint, accept, mostBytes, state, name, onFile } = given;
  const say = useSay(texts);
  const format = useFormat();
  const id = useId();
  const [over, setOver] = useState(false);
  const [own, setOwn] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostBytes)
      return setOwn(
        say('file.tooBig', { name: file.name, size: format.bytes(file.size), most: format.bytes(mostBytes) }),
      );
    if (file.size === 0) return setOwn(say('file.empty', { name: file.name }));
    setOwn(null);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const fault = own ?? (state.at === 'refused' ? state.why : null);
  return (
    <div
      className={`file-drop${over ? ' over' : ''}${fault ? ' wrong' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b id={`${id}-label`}>{label}</b>
      <div className="hint" id={`${id}-hint`}>
        {hint} · {say('file.most', { most: format.bytes(mostBytes) })}
      </div>
      {/* The browser's own button speaks the browser's language, so ours stands over it. */}
      <label className="btn quiet choose">
        <span id={`${id}-choose`}>{say(state.at === 'kept' ? 'file.another' : 'file.choose')}</span>
        <input
          type="file"
          name={name}
          className="unseen"
          accept={accept.join(',')}
          aria-labelledby={`${id}-label ${id}-choose`}
          aria-describedby={`${id}-hint ${id}-state`}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </label>
      <div id={`${id}-state`} aria-live="polite">
        {state.at === 'sending' && (
          <>
            <progress max={state.total} value={state.sent} aria-label={say('file.sending', { name: state.name })} />{' '}
            {format.bytes(state.sent)} / {format.bytes(state.total)}
          </>
        )}
        {state.at === 'kept' && <span className="tag done">{say('file.kept', { name: state.name })}</span>}
        {fault && <span className="error">{fault}</span>}
      </div>
    </div>
  );
}
