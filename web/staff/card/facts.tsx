import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Identifier } from '../../kit/identifier.tsx';
import type { RequestKind } from '../../../src/cards/card/request/rules.ts';
import { useCardWords } from './words.ts';

/** Whose card this is, in a few lines, with the way to his page. */
export function CardFacts(given: {
  of: { ref: string; nik: string; name: string; kind: RequestKind };
  serial?: string | null;
  children?: ReactNode;
}) {
  const { say, kind } = useCardWords();
  const { of, serial } = given;
  return (
    <dl className="facts card-facts">
      <dt>{say('holder')}</dt>
      <dd>
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: of.ref } as never}>
          {of.name}
        </Link>
      </dd>
      <dt>NIK</dt>
      <dd>
        <Identifier value={of.nik} />
      </dd>
      <dt>{say('kind')}</dt>
      <dd>{kind(of.kind)}</dd>
      {serial && (
        <>
          <dt>{say('serial')}</dt>
          <dd>
            <Identifier value={serial} />
          </dd>
        </>
      )}
      {given.children}
    </dl>
  );
}
