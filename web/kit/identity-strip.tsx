import { useState, type ReactNode } from 'react';
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
  /** Fetches the photo when it is asked for; the server records the look. Absent: there is no photo to look at. */
  readonly askPhoto?: () => Promise<Blob>;
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

type PhotoState = { readonly at: 'hidden' | 'asking' | 'failed' } | { readonly at: 'shown'; readonly url: string };

function Photo({ name, askPhoto }: { name: string; askPhoto: (() => Promise<Blob>) | undefined }) {
  const say = useSay(texts);
  const [photo, setPhoto] = useState<PhotoState>({ at: 'hidden' });
  if (!askPhoto) return <div className="photo none">{say('identity.noPhoto')}</div>;
  if (photo.at === 'shown') {
    return <img className="photo" src={photo.url} alt={say('identity.photoOf', { name })} width={64} height={80} />;
  }
  const look = async () => {
    setPhoto({ at: 'asking' });
    try {
      setPhoto({ at: 'shown', url: URL.createObjectURL(await askPhoto()) });
    } catch {
      setPhoto({ at: 'failed' });
    }
  };
  return (
    <button type="button" className="photo" onClick={() => void look()} disabled={photo.at === 'asking'}>
      {say(photo.at === 'failed' ? 'identity.photoFailed' : 'identity.askPhoto')}
      <span className="unseen">. {say('identity.photoRecorded')}</span>
    </button>
  );
}
