import { useState } from 'react';
import { dashboardPaperContract, dashboardTableContract } from '../../../src/insight/dashboard/contract.ts';
import { NATION, type Section } from '../../../src/insight/dashboard/rules.ts';
import { Problem } from '../../kit/problem.ts';
import { useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { saveFile } from '../download.ts';
import { useHouse } from '../house.tsx';
import { texts } from './texts.ts';

const FILES = { csv: dashboardTableContract, pdf: dashboardPaperContract } as const;

/** What is shown, as a table and as a paper, both made by the server from the same counts. */
export function TakeAlong({ section, region }: { section: Section; region: string }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const { client } = useHouse();
  const [busy, setBusy] = useState<keyof typeof FILES | null>(null);
  const take = async (kind: keyof typeof FILES) => {
    if (busy) return;
    setBusy(kind);
    try {
      saveFile(await client.call(FILES[kind], { section, region: region || NATION }));
      tell('done', say('taken'));
    } catch (error) {
      tell('stopped', error instanceof Problem ? error.title : sayKit('failing.noAnswer'));
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="row no-print">
      {(['csv', 'pdf'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="btn quiet"
          aria-disabled={busy !== null}
          onClick={() => void take(kind)}
        >
          {busy === kind ? say('taking') : say(kind)}
        </button>
      ))}
      <button type="button" className="btn plain" onClick={() => window.print()}>
        {say('print')}
      </button>
    </div>
  );
}
