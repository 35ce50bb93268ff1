import { useState } from 'react';
import { openCoverageTableContract } from '../../../../src/recording/enrolment/coverage/contract.ts';
import { Problem } from '../../../kit/problem.ts';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { saveFile } from '../../download.ts';
import { useHouse } from '../../house.tsx';
import { texts } from './texts.ts';

/** What is shown, as a table made by the server, which lets no cell become a formula. */
export function TakeAlong({ region, asOf }: { region: string; asOf: string | undefined }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const { client } = useHouse();
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    if (busy) return;
    setBusy(true);
    try {
      saveFile(await client.call(openCoverageTableContract, { region, ...(asOf ? { asOf } : {}) }));
      tell('done', say('exported'));
    } catch (error) {
      tell('stopped', error instanceof Problem ? error.title : sayKit('failing.noAnswer'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row no-print">
      <button type="button" className="btn quiet" aria-disabled={busy} onClick={() => void fetchFile()}>
        {busy ? say('exporting') : say('export')}
      </button>
      <button type="button" className="btn plain" onClick={() => window.print()}>
        {say('print')}
      </button>
    </div>
  );
}
