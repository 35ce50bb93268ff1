import { useState } from 'react';
import type { z } from 'zod';
import { openHistoryContract } from '../../../src/register/resident/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { PlaceName } from '../register/place-name.tsx';
import { useLook } from '../register/recorded.ts';
import { useRegisterWords } from '../register/words.ts';
import { Proof } from './proof.tsx';
import { texts } from './texts.ts';

type Act = z.output<typeof openHistoryContract.output>['acts'][number];

/** What happened to the record, newest first: when in life, when recorded, by whom, on what ground, old and new. */
export function History({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const query = useLook(openHistoryContract, { ref: personRef });
  const [proven, setProven] = useState<string | null>(null);
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return (
    <div className="with-evidence">
      <section>
        <h2>{say('part.riwayat')}</h2>
        <ol className="timeline">
          {query.data.acts.map((act) => (
            <OneAct key={act.actId} act={act} onProve={() => setProven(act.entryId)} />
          ))}
        </ol>
      </section>
      {proven && <Proof personRef={personRef} entryId={proven} onClose={() => setProven(null)} />}
    </div>
  );
}

function OneAct({ act, onProve }: { act: Act; onProve: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useRegisterWords();
  const changed = Object.keys(act.delta ?? {}).filter((element) => element !== 'stateSince');
  return (
    <li>
      <h3>
        <time dateTime={act.occurredOn}>{format.date(act.occurredOn)}</time> · {words.act(act.kind)}
      </h3>
      <p className="soft">
        {say('act.recorded', {
          at: format.instant(act.recordedAt),
          by: act.officer ?? say('by.system'),
          office: act.office ?? say('by.noOffice'),
        })}
      </p>
      {(act.legalBasis || act.reason) && (
        <p>{[act.legalBasis && say('act.basis', { basis: act.legalBasis }), act.reason].filter(Boolean).join(' · ')}</p>
      )}
      {changed.length > 0 && (
        <dl className="changes">
          {changed.map((element) => (
            <div key={element}>
              <dt>{words.element(element)}</dt>
              <dd>
                {element.endsWith('Nik') ? (
                  say('act.kinChanged')
                ) : (
                  <>
                    <del>
                      <Value element={element} value={act.before?.[element]} />
                    </del>
                    <span aria-hidden="true"> → </span>
                    <span className="unseen">{say('act.became')}</span>
                    <ins>
                      <Value element={element} value={act.delta?.[element]} />
                    </ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <button type="button" className="btn plain evidence-open" onClick={onProve}>
        {say('proof.open')}
        <span className="unseen">
          : {words.act(act.kind)}, {format.date(act.occurredOn)}
        </span>
      </button>
    </li>
  );
}

function Value({ element, value }: { element: string; value: unknown }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  if (element === 'villageCode' && typeof value === 'string') return <PlaceName code={value} />;
  return words.value(element, value) ?? say('empty');
}
