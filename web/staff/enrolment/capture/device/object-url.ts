import { useEffect, useState } from 'react';

/** An address under which the page may show bytes of its own; given back when they change or the part is left. */
export function useObjectUrl(of: { readonly bytes: Uint8Array; readonly mediaType: string } | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const bytes = of?.bytes;
  const mediaType = of?.mediaType;
  useEffect(() => {
    if (!bytes || !mediaType) return setUrl(null);
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return url;
}
