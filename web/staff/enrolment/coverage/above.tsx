import { Link } from '@tanstack/react-router';
import { useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { inAddress } from '../filter/region-filter.tsx';
import type { Coverage } from './coverage.tsx';
import { texts } from './texts.ts';

/** The way back up, from the village to as far as the officer may look. */
export function Above({ coverage }: { coverage: Coverage }) {
  const say = useSay(texts);
  if (coverage.path.length === 0) return null;
  return (
    <nav aria-label={say('path')} className="crumbs no-print">
      <ol>
        {coverage.path.map(({ code, name }) => (
          <li key={code}>
            <RegionLink code={code}>{name ?? say('nation')}</RegionLink>
          </li>
        ))}
        <li aria-current="page">{coverage.name}</li>
      </ol>
    </nav>
  );
}

/** The same page of another region, under the same days; the officer's own region is the page without a filter. */
export function RegionLink({ code, children }: { code: string; children: string }) {
  const own = useSession().office.regionCode ?? '';
  return (
    <Link
      to={'.' as '/petugas'}
      search={
        ((before: Record<string, unknown>) =>
          inAddress({ ...before, wilayah: code === own ? undefined : code })) as never
      }
      resetScroll={false}
    >
      {children}
    </Link>
  );
}
