import { Link } from '@tanstack/react-router';
import { useSay } from '../../kit/text.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

export function NotFound() {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('notFound.title')}
      </h1>
      <p>{say('notFound.why')}</p>
      <Link className="btn quiet" to="/petugas">
        {say('notFound.home')}
      </Link>
    </>
  );
}
