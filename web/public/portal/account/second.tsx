import type { PeoplePage } from '../../../../src/sharing/portal/account/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { Island } from '../../island.tsx';
import { TextInput } from '../../text-input.tsx';
import { PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/orang';

/** How one proves oneself after the password: by a code that comes by mail, or by one of an application. */
export function Second({ data }: { data: PeoplePage }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="faktor">
      <h2 id="faktor">{say('second')}</h2>
      <p>{say(`second.${data.second}`, { mail: data.me.mail })}</p>
      {data.pending ? <Pending data={data} pending={data.pending} /> : <Begin second={data.second} />}
      {data.second === 'totp' && (
        <PortalForm to={PATH} act="pesan">
          <button className="btn quiet" type="submit">
            {say('second.to_message')}
          </button>
        </PortalForm>
      )}
    </section>
  );
}

function Begin({ second }: Pick<PeoplePage, 'second'>) {
  const say = useSay(texts);
  return (
    <PortalForm to={PATH} act="aplikasi">
      <button className="btn quiet" type="submit">
        {say(second === 'totp' ? 'second.renew' : 'second.to_totp')}
      </button>
    </PortalForm>
  );
}

function Pending({ data, pending }: { data: PeoplePage; pending: NonNullable<PeoplePage['pending']> }) {
  const say = useSay(texts);
  const { size, path } = pending.picture;
  return (
    <ol className="steps">
      <li>
        <p>{say('totp.scan')}</p>
        <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say('totp.picture')}>
          <rect width={size} height={size} fill="#ffffff" />
          <path stroke="#000000" d={path} shapeRendering="crispEdges" />
        </svg>
        <p>{say('totp.type')}</p>
        <Island name="copy">
          <span className="hash">{pending.secret}</span>
        </Island>
      </li>
      <li>
        <PortalForm to={PATH} act="aplikasi-kode">
          <TextInput
            name="kode"
            label={say('totp.code')}
            hint={say('totp.code_hint')}
            error={data.faults['kode-aplikasi'] ?? null}
            required
            numeric
            oneTimeCode
          />
          <button className="btn" type="submit">
            {say('totp.confirm')}
          </button>
        </PortalForm>
      </li>
    </ol>
  );
}
