import { Link, useNavigate } from '@tanstack/react-router';
import { revokeStationContract } from '../../../../src/recording/enrolment/station/contract.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { FixedPurpose } from '../../purpose/purpose.tsx';
import { ReasonForm } from '../../register/reason-form.tsx';
import { useStations, type Station } from './read.ts';
import { texts } from './texts.ts';

/** Ends a station for good, with the reason that its officers and the ledger's readers see. */
export function RevokeStation() {
  const say = useSay(texts);
  const id = useAddressPart('stationId');
  const query = useStations();
  const station = query.data?.find((each) => each.id === id && each.state === 'active');
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/perekaman/alat' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('revoke.title', { name: station?.name ?? '' })}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : station ? (
        <FixedPurpose code="service">
          <Revoking station={station} />
        </FixedPurpose>
      ) : (
        <p>{say('revoke.gone')}</p>
      )}
    </>
  );
}

function Revoking({ station }: { station: Station }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const navigate = useNavigate();
  const { queries } = useHouse();
  return (
    <>
      <p className="lead">{say('revoke.about')}</p>
      <dl className="facts">
        <dt>{say('office')}</dt>
        <dd>{station.office ?? '–'}</dd>
        <dt>{say('packets')}</dt>
        <dd>{format.number(station.packets)}</dd>
        <dt>{say('last')}</dt>
        <dd>{station.lastPacketAt ? format.instant(station.lastPacketAt) : say('last.never')}</dd>
      </dl>
      <ReasonForm
        contract={revokeStationContract}
        form={`cabut-alat.${station.id}`}
        input={({ reason }) => ({ id: station.id, reason: reason! })}
        fields={[{ name: 'reason', label: say('revoke.reason'), hint: say('revoke.reason.hint') }]}
        submit={say('revoke.submit')}
        busy={say('revoke.busy')}
        onDone={() => {
          tell('done', say('revoke.done', { name: station.name }));
          void queries.invalidateQueries({ queryKey: ['stations'] });
          void navigate({ to: '/petugas/perekaman/alat' as '/petugas' });
        }}
      />
    </>
  );
}
