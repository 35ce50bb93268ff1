import { useEffect, useState, type ReactNode } from 'react';
import { useArrival } from './arrival.ts';
import { Identifier } from './identifier.tsx';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

export interface IdentityStripGiven {
  /** As it stands in the register; set in capitals by nobody. */
  readonly name: string;
  readonly nik: string;
  /** Sex, birth and dwelling, already in the reader's words; no more than the purpose needs. */
  readonly facts: readonly string[];
  /** Why the person was opened: "pencetakan kartu". */
  readonly purpose: string;
  readonly state?: ReactNode;
  /**
   * Fetches the photo when it is asked for; the server records the look. `null`: there is none. Absent: this officer is not
   * to look at it.
   */
  readonly askPhoto?: (() => Promise<Blob | null>) | undefined;
  /** Links to the card, the family and the like. */
  readonly links?: ReactNode;
}

/** Who this page is about, on every page about a person. The photo is not even fetched until it is asked for. */
export function IdentityStrip({ name, nik, facts, purpose, state, askPhoto, links }: IdentityStripGiven) {
  const say = useSay(texts);
  const heading = useArrival();
  return (
    <header className="identity">
      <Photo name={name} askPhoto={askPhoto} />
      <div>
        <h1 className="page-title" tabIndex={-1} ref={heading}>
          {name}
        </h1>
        <div>
          <span className="unseen">NIK </span>
          <Identifier value={nik} />
        </div>
        <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
        <p className="soft">{say('identity.opened', { purpose })}</p>
        {links && <div className="links">{links}</div>}
      </div>
      {state && <div className="state">{state}</div>}
    </header>
  );
}

type PhotoState =
  | { readonly at: 'hidden' | 'asking' | 'failed' | 'none' }
  | { readonly at: 'shown'; readonly url: string };

function Photo({ name, askPhoto }: { name: string; askPhoto: IdentityStripGiven['askPhoto'] }) {
  const say = useSay(texts);
  const [photo, setPhoto] = useState<PhotoState>({ at: 'hidden' });
  const url = photo.at === 'shown' ? photo.url : null;
  // What was looked at does not stay in the memory of the page.
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  if (!askPhoto || photo.at === 'none') {
    return (
      <div className="photo none" role="status">
        {say(askPhoto ? 'identity.noPhoto' : 'identity.photoClosed')}
      </div>
    );
  }
  if (photo.at === 'shown') {
    return (
      <button type="button" className="photo shown" onClick={() => setPhoto({ at: 'hidden' })}>
        <img src={photo.url} alt={say('identity.photoOf', { name })} width={64} height={80} />
        <span className="unseen">. {say('identity.hidePhoto')}</span>
      </button>
    );
  }
  const look = async () => {
    if (photo.at === 'asking') return;
    setPhoto({ at: 'asking' });
    try {
      const blob = await askPhoto();
      setPhoto(blob ? { at: 'shown', url: URL.createObjectURL(blob) } : { at: 'none' });
    } catch {
      setPhoto({ at: 'failed' });
    }
  };
  return (
    <button type="button" className="photo" onClick={() => void look()} aria-disabled={photo.at === 'asking'}>
      {say(photo.at === 'failed' ? 'identity.photoFailed' : 'identity.askPhoto')}
      <span className="unseen">. {say('identity.photoRecorded')}</span>
    </button>
  );
}
