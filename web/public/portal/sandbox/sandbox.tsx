import { BASES, PURPOSES } from '../../../../src/sharing/verification/schema.ts';
import type { SandboxPage } from '../../../../src/sharing/portal/sandbox/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { Island } from '../../island.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { Choice, PortalForm } from '../parts.tsx';
import { Numbers } from './numbers.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/uji-coba';

/** A question sent from here, the published numbers, and programs to begin with. */
export const Sandbox: PageOf<SandboxPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function SandboxView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {!data.hasKey && (
          <p className="note waiting">
            {say('no_key')} <a href="/mitra/kunci">{say('no_key.go')}</a>
          </p>
        )}
        <TryIt data={data} />
        <Addresses data={data} />
        <Samples data={data} />
        <Numbers rows={data.rows} />
      </>
    );
  },
};

const FIELDS = ['nik', 'name', 'birthDate', 'motherName', 'familyCard', 'address'] as const;
const MORE = ['unit', 'endUser', 'reference'] as const;

function TryIt({ data: { typed, tried } }: { data: SandboxPage }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="coba">
      <h2 id="coba">{say('try')}</h2>
      <p>{say('try.about')}</p>
      {tried && <Tried tried={tried} />}
      <PortalForm to={`${PATH}#coba`}>
        <div className="two-fields">
          {FIELDS.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={say(`field.${name}`)}
              hint={say(`field.${name}.hint`)}
              value={typed[name]}
            />
          ))}
          <Choice
            name="purpose"
            label={say('field.purpose')}
            hint={say('field.purpose.hint')}
            value={typed.purpose}
            options={PURPOSES.map((purpose) => [purpose, say(`purpose.${purpose}`)] as const)}
          />
          <Choice
            name="basis"
            label={say('field.basis')}
            hint={say('field.basis.hint')}
            value={typed.basis}
            options={BASES.map((basis) => [basis, say(`basis.${basis}`)] as const)}
          />
          {MORE.map((name) => (
            <TextInput
              key={name}
              name={name}
              label={say(`field.${name}`)}
              hint={say(`field.${name}.hint`)}
              value={typed[name]}
            />
          ))}
        </div>
        <button className="btn" type="submit">
          {say('try.act')}
        </button>
      </PortalForm>
    </section>
  );
}

function Tried({ tried: { request, status, answer } }: { tried: NonNullable<SandboxPage['tried']> }) {
  const say = useSay(texts);
  return (
    <div className="two-columns" role="status">
      <div>
        <h3>{say('try.sent')}</h3>
        <p className="mono">POST /v1/sandbox/verifications</p>
        <pre className="command">{request}</pre>
      </div>
      <div>
        <h3>
          {say('try.got')} <Tag standing={status < 400 ? 'done' : 'stopped'}>{say('try.status', { status })}</Tag>
        </h3>
        <pre className="command">{answer}</pre>
      </div>
    </div>
  );
}

function Addresses({ data: { origin, clientId, counts } }: { data: SandboxPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const facts = [
    ['server', origin],
    ['client', clientId],
    ['token', `${origin}/v1/sandbox/token`],
    ['question', `${origin}/v1/sandbox/verifications`],
    ['batch', `${origin}/v1/sandbox/verifications/batch`],
    ['keys', `${origin}/v1/sandbox/verifications/keys`],
  ] as const;
  return (
    <section aria-labelledby="alamat">
      <h2 id="alamat">{say('addresses')}</h2>
      <p>{say('addresses.about')}</p>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name} className="fact">
            <dt>{say(`address.${name}`)}</dt>
            <dd>
              <Island name="copy">
                <span className="hash">{text}</span>
              </Island>
            </dd>
          </div>
        ))}
        <dt>{say('counts')}</dt>
        <dd>
          {say('counts.of', {
            tokens: format.number(counts.tokens),
            questions: format.number(counts.questions),
          })}
        </dd>
      </dl>
    </section>
  );
}

const SAMPLES = [
  ['ask.sh', 'curl'],
  ['ask.ts', 'typescript'],
  ['ask.py', 'python'],
] as const;

function Samples({ data: { samples, origin, clientId } }: { data: SandboxPage }) {
  const say = useSay(texts);
  const begin = [
    `export SERVER=${origin} CLIENT=${clientId} KEY=key.pem KID=${say('samples.kid')} API=/v1/sandbox`,
    `echo '{"nik":"9901014508909001","attributes":{"name":"SITI CONTOH RAHAYU","birthDate":"1990-08-05"},"purpose":"public_service","basis":"contract","unit":"KC Contoh","endUser":"teller-7","reference":"TRX-1"}' > question.json`,
    'sh ask.sh < question.json',
  ];
  return (
    <section aria-labelledby="contoh">
      <h2 id="contoh">{say('samples')}</h2>
      <p>{say('samples.about')}</p>
      {begin.map((line) => (
        <Island key={line} name="copy">
          <pre className="command">{line}</pre>
        </Island>
      ))}
      {SAMPLES.map(([name, kind]) => (
        <details key={name} className="plain-details">
          <summary>
            {say(`sample.${kind}`)} <span className="mono">{name}</span>
          </summary>
          <p>
            <a href={`${PATH}?contoh=${name}`}>{say('sample.keep', { name })}</a>
          </p>
          <Island name="copy">
            <pre className="command">{samples[name]}</pre>
          </Island>
        </details>
      ))}
    </section>
  );
}
