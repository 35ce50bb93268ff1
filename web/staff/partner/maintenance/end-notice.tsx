import { endMaintenanceContract } from '../../../../src/sharing/portal/contract.ts';
import type { Notice } from '../../../../src/sharing/portal/status/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** What goes on is over earlier; what is planned does not come about. Asked once more, since institutions read it at once. */
export function EndNotice({ notice: { id }, begun }: { notice: Notice; begun: boolean }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const what = begun ? 'end' : 'callOff';
  return (
    <details className="fold no-print">
      <summary>{say(what)}</summary>
      <p>{say(`${what}.about`)}</p>
      <ActButton
        contract={endMaintenanceContract}
        input={{ id }}
        label={say(`${what}.submit`)}
        look="btn stop"
        onDone={() => {
          tell('plain', say(`${what}.done`));
          refresh();
        }}
      />
    </details>
  );
}
