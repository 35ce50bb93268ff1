import { useEffect, useState } from 'react';

/** A picture that is only on this device. */
export function Picture({ bytes, alt }: { bytes: Uint8Array; alt: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url === null ? null : <img src={url} alt={alt} />;
}
