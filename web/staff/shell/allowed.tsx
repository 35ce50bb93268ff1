import type { ComponentType } from 'react';
import { Forbidden } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import type { Screen } from '../screens.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** A screen for those who hold its right. The server refuses the others anyway; here they hear it before they type. */
export function allowed({ title, needs }: Screen, Inner: ComponentType): ComponentType {
  if (needs === undefined) return Inner;
  return function Allowed() {
    const say = useSay(texts);
    const { scopes } = useSession();
    if (scopes.includes(needs)) return <Inner />;
    return (
      <>
        <h1 className="page-title" tabIndex={-1}>
          {say(title)}
        </h1>
        <Forbidden />
      </>
    );
  };
}
