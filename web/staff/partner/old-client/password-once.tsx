import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** A user id with its password: here, now, and nowhere again. It stays until somebody says that it is kept. */
export function PasswordOnce({
  made: { userId, password },
  onClose,
}: {
  made: { userId: string; password: string };
  onClose: () => void;
}) {
  const say = useSay(texts);
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="note done" role="status" tabIndex={-1} ref={box}>
      <p>
        <b>{say('once.title')}</b>
      </p>
      <dl className="facts">
        <dt>{say('userId')}</dt>
        <dd className="mono">{userId}</dd>
        <dt>{say('once.password')}</dt>
        <dd className="mono wraps">{password}</dd>
      </dl>
      <p>{say('once.about')}</p>
      <div className="row">
        <button
          type="button"
          className="btn quiet"
          onClick={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}
        >
          {say(copied ? 'once.copied' : 'once.copy')}
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          {say('once.close')}
        </button>
      </div>
    </div>
  );
}
