import { proposeReleaseContract } from '../../../../src/sharing/voter/contract.ts';
import type { ExtractsView, ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked } from '../../ask.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { Go, useGo } from '../../go.tsx';
import { useRefresh } from '../ask.ts';
import { ListNumbers, Reasons } from './counts.tsx';
import { KeyFacts } from './key.tsx';
import { texts } from './texts.ts';
import { useLists } from './use-lists.ts';

/** A great act: what will happen, the numbers, the root, the key; then a second officer. */
export function ReleaseList() {
  const id = useAddressPart('electionId');
  const say = useSay(texts);
  const query = useLists(id);
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/${id}/daftar`}>{say('back.list')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('release')}
      </h1>
      <Asked query={query}>
        {({ key, extracts }) => {
          const made = extracts.find(({ state }) => state === 'MADE');
          return made?.made && key ? (
            <Release extract={made} made={made.made} shown={key} />
          ) : (
            <p className="note">{say('release.not')}</p>
          );
        }}
      </Asked>
    </>
  );
}

function Release({
  extract: { id },
  made,
  shown,
}: {
  extract: ExtractView;
  made: NonNullable<ExtractView['made']>;
  shown: NonNullable<ExtractsView['key']>;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const go = useGo();
  const refresh = useRefresh();
  return (
    <div className="great-act">
      <p className="lead">{say('release.sentence', { issuer: shown.issuer })}</p>
      <ListNumbers made={made} />
      <h2>{say('key')}</h2>
      <KeyFacts shown={shown} />
      <Reasons excluded={made.excluded} />
      <h2>{say('release.mayHead')}</h2>
      <p>{say('release.may')}</p>
      <p className="note">{say('release.compare')}</p>
      <div className="acts">
        <ActButton
          contract={proposeReleaseContract}
          input={{ id }}
          label={say('release.submit')}
          onDone={({ proposalId }) => {
            tell('done', say('release.done'));
            refresh();
            void go(`/usul/${proposalId}`);
          }}
        />
      </div>
    </div>
  );
}
