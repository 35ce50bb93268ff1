import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { enterResidentContract } from '../../../src/register/resident/contract.ts';
import type { Answer } from '../../kit/client.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { useSay } from '../../kit/text.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** The NIK, large enough to be read across a counter, and copied without its spaces. */
export function Entered(given: { name: string; done: Answer<typeof enterResidentContract>; onAnother: () => void }) {
  const { name, done } = given;
  const say = useSay(texts);
  const { scopes } = useSession();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(done.nik).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <>
      <h1 className="page-title" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
        {say('done', { name })}
      </h1>
      <p>{say('done.nik')}</p>
      <p className="great-number">
        <Identifier value={done.nik} />
      </p>
      <div className="row">
        <button type="button" className="btn" onClick={() => void copy()}>
          {say('done.copy')}
        </button>
        <span role="status" className="soft">
          {copied && say(copied === 'yes' ? 'done.copied' : 'done.notCopied')}
        </span>
      </div>
      <ul className="next">
        <li>
          <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: done.ref } as never}>
            {say('done.open')}
          </Link>
        </li>
        {scopes.includes('family.change') && (
          <li>
            <Link to={'/petugas/keluarga-baru' as '/petugas'} search={{ orang: done.ref } as never}>
              {say('done.family')}
            </Link>
          </li>
        )}
        <li>
          <button type="button" className="link" onClick={given.onAnother}>
            {say('done.another')}
          </button>
        </li>
      </ul>
      <p className="soft">
        {say('done.entry')} <span className="hash">{done.entryId}</span>
      </p>
    </>
  );
}
