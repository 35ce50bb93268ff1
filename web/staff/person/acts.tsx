import { Link } from '@tanstack/react-router';
import { openStandingContract, unmergeContract } from '../../../src/register/resident/contract.ts';
import type { PersonView, Standing } from '../../../src/register/resident/schema.ts';
import { OF_AGE } from '../../../src/sharing/citizen/representation/rules.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { ReasonForm } from '../register/reason-form.tsx';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { texts as registerTexts } from '../register/texts.ts';
import { useSession } from '../session.tsx';
import { Deactivation } from './deactivation.tsx';
import { isHere } from './here.ts';
import { texts } from './texts.ts';

/** What this officer may do with this record beyond the bar's everyday acts; what he may not is not offered. */
export function Acts({ person }: { person: PersonView }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const query = useLook(openStandingContract, { ref: person.ref });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const { deactivation, mergedInto, absorbed } = query.data;
  const here = isHere(person);
  // A child is served through who represents him.
  const grown = person.age >= OF_AGE || person.maritalStatus > 1;
  const params = { ref: person.ref } as never;
  const offers = [
    here && scopes.includes('resident.merge.propose') && (
      <li key="merge">
        <Link to={'/petugas/penduduk/$ref/gabungkan' as '/petugas'} params={params}>
          {say('merge')}
        </Link>
        <p className="soft">{say('merge.about')}</p>
      </li>
    ),
    here && scopes.includes('citizen.representation.read') && (
      <li key="representation">
        <Link to={'/petugas/penduduk/$ref/perwakilan' as '/petugas'} params={params}>
          {say('representation')}
        </Link>
        <p className="soft">{say('representation.about')}</p>
      </li>
    ),
    person.state === 'HIDUP' && grown && scopes.includes('citizen.assist') && (
      <li key="assist">
        <Link to={'/petugas/penduduk/$ref/bantuan' as '/petugas'} params={params}>
          {say('assist')}
        </Link>
        <p className="soft">{say('assist.about')}</p>
      </li>
    ),
    !person.erased && scopes.includes('resident.erase.propose') && (
      <li key="erase">
        <Link to={'/petugas/penduduk/$ref/hapus-berkas' as '/petugas'} params={params}>
          {say('erase')}
        </Link>
        <p className="soft">{say('erase.about')}</p>
      </li>
    ),
  ].filter(Boolean);
  const announces = person.state === 'HIDUP' && scopes.includes('resident.deactivate');
  return (
    <>
      {mergedInto && <Merged person={person} into={mergedInto} />}
      {absorbed.length > 0 && <Absorbed records={absorbed} />}
      {offers.length > 0 && (
        <section>
          <h2>{say('part.tindakan')}</h2>
          <ul className="offers">{offers}</ul>
        </section>
      )}
      {(deactivation || announces) && <Deactivation person={person} open={deactivation} />}
      {offers.length === 0 && !deactivation && !announces && !mergedInto && absorbed.length === 0 && (
        <p>{say('acts.none')}</p>
      )}
    </>
  );
}

/** The doubles that became this record: from each its own page, where the merge is taken back. */
function Absorbed({ records }: { records: Standing['absorbed'] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('absorbed.title')}</h2>
      <ul className="offers">
        {records.map(({ ref, name, mergedAt }) => (
          <li key={ref}>
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref } as never}>
              {name}
            </Link>
            <p className="soft">{say('absorbed.by', { at: format.instant(mergedAt) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Merged({ person, into }: { person: PersonView; into: { ref: string; name: string; mergedAt: string } }) {
  const say = useSay(texts);
  const sayRegister = useSay(registerTexts);
  const format = useFormat();
  const tell = useTell();
  const forget = useForgetLooks();
  const { scopes } = useSession();
  return (
    <section>
      <h2>{say('merged')}</h2>
      <p>{say('merged.into', { name: into.name, at: format.instant(into.mergedAt) })}</p>
      <p>
        <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: into.ref } as never}>
          {say('merged.open')}
        </Link>
      </p>
      {scopes.includes('resident.merge.propose') && (
        <ReasonForm
          contract={unmergeContract}
          form={`batal-gabung.${person.ref}`}
          input={({ reason }) => ({ ref: person.ref, reason: reason! })}
          fields={[{ name: 'reason', label: sayRegister('element.reason'), hint: sayRegister('field.hint.reason') }]}
          submit={say('unmerge')}
          busy={say('sending')}
          onDone={() => {
            tell('done', say('unmerge.done'));
            void forget();
          }}
        >
          <p className="soft">{say('unmerge.about')}</p>
        </ReasonForm>
      )}
    </section>
  );
}
