import { useState } from 'react';
import { useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** A one-time code: it is shown here and nowhere else, and cannot be shown again. */
export function CodeOnce({ code, name }: { code: string; name: string }) {
  const say = useSay(texts);
  const [copied, setCopied] = useState(false);
  return (
    <div className="note done" role="status">
      <p>
        <b>{say('code.title', { name })}</b>
      </p>
      <p className="once">{code}</p>
      <p>{say('code.once')}</p>
      <button
        type="button"
        className="btn quiet"
        onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
      >
        {say(copied ? 'code.copied' : 'code.copy')}
      </button>
    </div>
  );
}
