import { GROUP_NAMES, GROUPS } from '../../../../src/sharing/webhook/event/rules.ts';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Every event by its group, to be chosen. `within` tells the fields of several forms on a page apart. */
export function EventsChoice({
  within,
  chosen,
  error,
}: {
  within: string;
  chosen: readonly string[];
  error: string | undefined;
}) {
  const say = useSay(texts);
  return (
    <div className={error ? 'field wrong' : undefined}>
      {error && (
        <p className="error" id={`${within}-salah`} role="alert">
          {error}
        </p>
      )}
      <div className="event-groups">
        {GROUP_NAMES.map((group) => (
          <fieldset key={group} className="event-group" {...(error ? { 'aria-describedby': `${within}-salah` } : {})}>
            <legend>{say(`webhook.group.${group}`)}</legend>
            {GROUPS[group].map((kind) => (
              <label key={kind}>
                <input type="checkbox" name={`peristiwa.${kind}`} value="ya" defaultChecked={chosen.includes(kind)} />
                <span>
                  {say(`webhook.kind.${kind}`)} <span className="soft mono under">{kind}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
