import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { changeOfficeContract, closeOfficeContract, getOfficeContract } from '../../../src/register/office/contract.ts';
import { listOfficersContract } from '../../../src/register/officer/contract.ts';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { DateField } from '../../kit/date-field.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { useSession } from '../session.tsx';
import { partsOf } from './office-tree.tsx';
import { regionText } from './offices.tsx';
import { texts } from './texts.ts';
import { zonesWith } from './zones.ts';

type Office = AnswerOf<typeof getOfficeContract>;

/** One office: where it stands, who serves there, what became of it, and for administrators how it changes or closes. */
export function OneOffice() {
  const officeId = useAddressPart('officeId');
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['office', officeId],
    queryFn: () => client.call(getOfficeContract, { officeId }),
  });
  if (!query.data && query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return <Shown office={query.data} />;
}

function Shown({ office }: { office: Office }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useServiceWords();
  const session = useSession();
  const open = office.closedOn === null;
  // An office abroad has no region and belongs to the nation.
  const mine = (office.regionCode ?? '').startsWith(session.office.regionCode ?? 'none');
  const near = mine && (office.regionCode !== null || session.office.regionCode === '');
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/kantor' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {office.name}
      </h1>
      <p>
        <Tag standing={open ? 'done' : 'plain'}>
          {open ? say('state.open') : say('state.closedOn', { date: format.date(office.closedOn!) })}
        </Tag>
      </p>
      <dl className="facts">
        <dt>{say('kind')}</dt>
        <dd>{words.kind(office.kind)}</dd>
        <dt>{say('region')}</dt>
        <dd>
          <RegionName code={office.regionCode} /> {regionText(office.regionCode, say)}
        </dd>
        <dt>{say('zone')}</dt>
        <dd>{zonesWith(office.zone).find(({ value }) => value === office.zone)?.label}</dd>
        <dt>{say('parent')}</dt>
        <dd>
          {office.parentId ? (
            <Link to={`/petugas/kantor/${office.parentId}` as '/petugas'}>{office.parentName}</Link>
          ) : (
            '–'
          )}
        </dd>
        <dt>{say('opened')}</dt>
        <dd>{format.date(office.openedOn)}</dd>
      </dl>
      {near ? <Serving officeId={office.id} /> : <p className="soft more">{say('serving.elsewhere')}</p>}
      <Under officeId={office.id} />
      <History office={office} />
      {open && near && session.scopes.includes('office.manage') && (
        <>
          <h2>{say('acts')}</h2>
          <Change key={office.name + office.zone} office={office} />
          <Close office={office} />
        </>
      )}
    </>
  );
}

function RegionName({ code }: { code: string | null }) {
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['region', 'whole', code],
    enabled: Boolean(code),
    staleTime: Infinity,
    queryFn: () => client.call(findRegionContract, { code: code! }),
  });
  return <>{query.data?.name}</>;
}

function Serving({ officeId }: { officeId: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useServiceWords();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['officers', { officeId }],
    queryFn: () => client.call(listOfficersContract, { officeId }),
  });
  return (
    <>
      <h2>{say('serving')}</h2>
      <DataTable
        caption={say('serving')}
        empty={say('serving.none')}
        rows={rowsOf({
          data: query.data?.officers.flatMap((officer) =>
            officer.posts.filter((post) => post.officeId === officeId).map((post) => ({ ...post, officer })),
          ),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(post) => post.id}
        columns={[
          {
            key: 'name',
            head: say('officer'),
            names: true,
            cell: (post) => (
              <Link to={`/petugas/kantor/pegawai/${post.officer.id}` as '/petugas'}>{post.officer.name}</Link>
            ),
          },
          { key: 'role', head: say('role'), cell: (post) => words.role(post.role) },
          { key: 'from', head: say('from'), cell: (post) => format.date(post.from) },
          { key: 'until', head: say('until'), cell: (post) => (post.until ? format.date(post.until) : say('noEnd')) },
        ]}
      />
    </>
  );
}

function Under({ officeId }: { officeId: string }) {
  const say = useSay(texts);
  const words = useServiceWords();
  const { client } = useHouse();
  const query = useQuery({ queryKey: ['offices', 'under', officeId], queryFn: () => partsOf(client, officeId) });
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className="tree" aria-labelledby="bawahan">
      <h2 id="bawahan">{say('under', { count: query.data.length })}</h2>
      <ul>
        {query.data.map((part) => (
          <li key={part.id}>
            <div>
              <Link to={`/petugas/kantor/${part.id}` as '/petugas'}>{part.name}</Link>
              <span className="soft">{words.kind(part.kind)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ office }: { office: Office }) {
  const say = useSay(texts);
  const words = useServiceWords();
  const format = useFormat();
  return (
    <>
      <h2>{say('history')}</h2>
      {office.history.length === 0 ? (
        <Empty will={say('history.none')} />
      ) : (
        <ul className="history">
          {office.history.map((act) => (
            <li key={act.recordedAt + act.act}>
              <time dateTime={act.occurredOn}>{format.date(act.occurredOn)}</time>
              <div>
                <p>
                  <b>{say(`act.${act.act}`)}</b>
                </p>
                {changesOf(act.delta).map(([what, before, after]) => (
                  <p key={what}>{say(`delta.${what}`, { before, after })}</p>
                ))}
                <p className="soft">
                  {say('history.by', { who: words.who(act.recordedBy), at: format.instant(act.recordedAt) })}
                  {act.legalBasis ? ` · ${act.legalBasis}` : ''}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The pairs in a delta that really changed: [before, after]. */
function changesOf(delta: Record<string, unknown>): ['name' | 'zone', string, string][] {
  return (['name', 'zone'] as const).flatMap((what) => {
    const pair = delta[what];
    if (!Array.isArray(pair) || pair[0] === pair[1]) return [];
    return [[what, String(pair[0]), String(pair[1])]];
  });
}

function Change({ office }: { office: Office }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, changeOfficeContract);
  const [values, setValues] = useState({ name: office.name, zone: office.zone, occurredOn: '', legalBasis: '' });
  const [tried, setTried] = useState(false);
  const problem = state.at === 'refused' ? state.problem : null;
  const faultOf = (path: string) => problem?.errors.find((fault) => fault.path === path)?.message;
  const noDate = tried && values.occurredOn === '' ? say('needed.date') : undefined;
  const send = async () => {
    setTried(true);
    if (state.at === 'sending' || values.occurredOn === '') return;
    const done = await run({ officeId: office.id, ...values, legalBasis: values.legalBasis || null });
    if (!done) return;
    tell('done', say('changed'));
    await queries.invalidateQueries();
  };
  return (
    <details className="act">
      <summary>{say('change')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary problem={problem} faults={[]} />
        <TextField
          label={say('name')}
          value={values.name}
          maxLength={160}
          required
          error={faultOf('name')}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
        <ChoiceField
          label={say('zone')}
          choices={zonesWith(office.zone)}
          value={values.zone}
          error={faultOf('zone')}
          onChange={(event) => setValues({ ...values, zone: event.target.value })}
        />
        <DateField
          label={say('occurredOn')}
          required
          value={values.occurredOn}
          error={faultOf('occurredOn') ?? noDate}
          onChange={(occurredOn) => setValues({ ...values, occurredOn })}
        />
        <TextField
          label={say('legalBasis')}
          hint={say('legalBasis.hint')}
          value={values.legalBasis}
          maxLength={300}
          error={faultOf('legalBasis')}
          onChange={(event) => setValues({ ...values, legalBasis: event.target.value })}
        />
        <Submit state={state} busy={say('busy')}>
          {say('change.save')}
        </Submit>
      </form>
    </details>
  );
}

function Close({ office }: { office: Office }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, closeOfficeContract);
  const [closedOn, setClosedOn] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [tried, setTried] = useState(false);
  const problem = state.at === 'refused' ? state.problem : null;
  const send = async () => {
    setTried(true);
    if (state.at === 'sending' || closedOn === '') return;
    if (!(await run({ officeId: office.id, closedOn, legalBasis: legalBasis || null }))) return;
    tell('done', say('closed'));
    await queries.invalidateQueries();
  };
  return (
    <details className="act">
      <summary>{say('close')}</summary>
      <p>{say('close.sentence', { name: office.name })}</p>
      <ErrorSummary problem={problem} faults={[]} />
      <DateField
        label={say('close.on')}
        required
        value={closedOn}
        error={tried && closedOn === '' ? say('needed.date') : undefined}
        onChange={setClosedOn}
      />
      <TextField
        label={say('legalBasis')}
        hint={say('legalBasis.hint')}
        value={legalBasis}
        maxLength={300}
        onChange={(event) => setLegalBasis(event.target.value)}
      />
      <button type="button" className="btn stop" aria-disabled={state.at === 'sending'} onClick={() => void send()}>
        {say('close.do')}
      </button>
    </details>
  );
}
