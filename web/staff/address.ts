import type { Order, Ordering } from '../kit/data-table.tsx';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** A part of the address that varies (`$proposalId`), as the screen's path names it. */
export function useAddressPart(name: string): string {
  const parts = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const part = parts[name];
  if (part === undefined) throw new Error(`the address has no ${name}`);
  return part;
}

/** A filter of a list, kept in the address so that the list can be sent to a colleague. Never a NIK or a name. */
export function useFilter(name: string): [string | undefined, (value: string | undefined) => void] {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const value = search[name];
  const set = (next: string | undefined) => {
    const { [name]: _, ...others } = search;
    void navigate({
      to: '.',
      search: (next === undefined ? others : { ...others, [name]: next }) as never,
      replace: true,
    });
  };
  // What looks like a number comes out of the address as one.
  return [typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined, set];
}

/** The order of a table, kept in the address: `urut=hari` from the smallest up, `urut=-hari` from the greatest down. */
export function useOrder(usual: Order): Ordering {
  const [kept, keep] = useFilter('urut');
  const order = kept ? { key: kept.replace(/^-/, ''), down: kept.startsWith('-') } : usual;
  return { order, onOrder: ({ key, down }) => keep(`${down ? '-' : ''}${key}`) };
}
