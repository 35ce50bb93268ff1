import { useState } from 'react';
import type { Region } from '../../../src/register/region/schema.ts';
import {
  changeElectionContract,
  planElectionContract,
  viewElectionContract,
} from '../../../src/sharing/voter/contract.ts';
import { ELECTION_KINDS } from '../../../src/sharing/voter/rules.ts';
import type { ElectionGiven, ElectionView } from '../../../src/sharing/voter/schema.ts';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { Asked } from '../ask.tsx';
import { ActForm } from '../disposal/form/act-form.tsx';
import type { Question, Values } from '../disposal/form/field.tsx';
import { Go, useGo } from '../go.tsx';
import { useProvinceOrRegencySearch } from '../regions.ts';
import { useAsk, useRefresh } from './ask.ts';
import { texts } from './texts.ts';

/** An election as it is planned: kept at once, in force when a second officer has approved it. */
export function PlanElection() {
  return <Plan election={null} />;
}

export function ChangeElection() {
  const id = useAddressPart('electionId');
  const query = useAsk(viewElectionContract, { id });
  return <Asked query={query}>{(election) => <Plan election={election} />}</Asked>;
}

type Place = ElectionView['area'][number];

function Plan({ election }: { election: ElectionView | null }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const questions = useQuestions();
  const [area, setArea] = useState<readonly Place[]>(election?.area ?? []);
  const done = ({ proposalId }: { proposalId: string }) => {
    tell('done', say('plan.done'));
    refresh();
    void go(`/usul/${proposalId}`);
  };
  const shared = {
    title: say('name'),
    about: say('plan.about'),
    questions: () => questions,
    submit: say('plan.submit'),
    children: <AreaField area={area} onArea={setArea} />,
  };
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemilih">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say(election ? 'plan.change' : 'plan.title')}
      </h1>
      {election ? (
        <ActForm
          {...shared}
          contract={changeElectionContract}
          form={`pemilihan.ubah.${election.id}`}
          begins={begins(election)}
          inputOf={(values) => ({ id: election.id, ...givenOf(values, area) })}
          onDone={done}
        />
      ) : (
        <ActForm
          {...shared}
          contract={planElectionContract}
          form="pemilihan.baru"
          inputOf={(values) => givenOf(values, area)}
          onDone={done}
        />
      )}
    </>
  );
}

const begins = ({ nameId, nameEn, kind, votingDay, cutoff }: ElectionView): Values => ({
  nameId,
  nameEn,
  kind,
  votingDay,
  cutoff,
});

function givenOf(values: Values, area: readonly Place[]) {
  return {
    nameId: (values['nameId'] ?? '').trim(),
    nameEn: (values['nameEn'] ?? '').trim(),
    kind: values['kind'] as ElectionGiven['kind'],
    votingDay: values['votingDay'] ?? '',
    cutoff: values['cutoff'] ?? '',
    area: area.map(({ code }) => code),
  };
}

function useQuestions(): readonly Question[] {
  const say = useSay(texts);
  return [
    { name: 'nameId', label: say('plan.nameId'), most: 120 },
    { name: 'nameEn', label: say('plan.nameEn'), most: 120 },
    {
      name: 'kind',
      kind: 'choice',
      label: say('kind'),
      choices: ELECTION_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
    },
    { name: 'votingDay', kind: 'date', label: say('votingDay') },
    { name: 'cutoff', kind: 'date', label: say('cutoff'), hint: say('plan.cutoff.hint') },
  ];
}

/** Provinces and regencies, one after the other; none is the nation. */
function AreaField({ area, onArea }: { area: readonly Place[]; onArea: (area: readonly Place[]) => void }) {
  const say = useSay(texts);
  const search = useProvinceOrRegencySearch();
  const take = (region: Region | null) => {
    if (region && !area.some(({ code }) => code === region.code))
      onArea([...area, { code: region.code, name: region.name }]);
  };
  return (
    <>
      <RegionPicker
        key={area.length}
        label={say('plan.area')}
        hint={say('plan.area.hint')}
        name="area"
        value={null}
        search={search}
        onChange={take}
      />
      {area.length > 0 && (
        <ul className="plain-list" aria-label={say('plan.area.chosen')}>
          {area.map(({ code, name }) => (
            <li key={code}>
              {name}{' '}
              <button
                type="button"
                className="link"
                onClick={() => onArea(area.filter((other) => other.code !== code))}
              >
                {say('plan.area.remove', { name })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
