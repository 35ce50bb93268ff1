import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listOfficesContract } from '../../../src/register/office/contract.ts';
import type { ListedOffice } from '../../../src/register/office/schema.ts';
import type { Client } from '../../kit/client.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { texts } from './texts.ts';

/** All open offices directly under one, over as many pages as there are. */
export async function partsOf(client: Client, parent: string): Promise<ListedOffice[]> {
  const all: ListedOffice[] = [];
  let cursor: string | null = null;
  do {
    const page: { offices: ListedOffice[]; next: string | null } = await client.call(listOfficesContract, {
      parent,
      ...(cursor ? { cursor } : {}),
    });
    all.push(...page.offices);
    cursor = page.next;
  } while (cursor);
  return all;
}

/** From the Directorate General down; each office opens into those under it, fetched when asked for. */
export function OfficeTree() {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['offices', 'top'],
    queryFn: async () => (await client.call(listOfficesContract, { kind: 'ditjen' })).offices,
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  return (
    <section className="tree" aria-label={say('tree')}>
      <ul>
        {query.data.map((office) => (
          <Branch key={office.id} office={office} openAtFirst />
        ))}
      </ul>
    </section>
  );
}

function Branch({ office, openAtFirst = false }: { office: ListedOffice; openAtFirst?: boolean }) {
  const say = useSay(texts);
  const words = useServiceWords();
  const [open, setOpen] = useState(openAtFirst);
  return (
    <li>
      <div>
        <Link to={`/petugas/kantor/${office.id}` as '/petugas'}>{office.name}</Link>
        <span className="soft">{words.kind(office.kind)}</span>
        {office.parts > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={say('tree.partsOf', { name: office.name, count: office.parts })}
            onClick={() => setOpen(!open)}
          >
            {say(open ? 'tree.hide' : 'tree.parts', { count: office.parts })}
          </button>
        )}
      </div>
      {open && <Parts parent={office.id} lines={Math.min(office.parts, 6)} />}
    </li>
  );
}

function Parts({ parent, lines }: { parent: string; lines: number }) {
  const { client } = useHouse();
  const query = useQuery({ queryKey: ['offices', 'under', parent], queryFn: () => partsOf(client, parent) });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={lines} />;
  return (
    <ul>
      {query.data.map((office) => (
        <Branch key={office.id} office={office} />
      ))}
    </ul>
  );
}
