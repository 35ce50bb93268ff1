import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openFaceContract } from '../../../src/cards/card/contract.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useHouse } from '../house.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { useCardWords } from './words.ts';

/** What stands on the card, as it is printed; held in memory only as long as it is shown. `pdf`: for the printer, too. */
export function CardFace({ cardId, pdf = true }: { cardId: string; pdf?: boolean }) {
  const { say } = useCardWords();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['card', 'face', cardId],
    queryFn: ({ signal }) => client.call(openFaceContract, { id: cardId, format: 'svg' }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const blob = query.data?.blob;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <section>
      <h2>{say('print.face')}</h2>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : url ? (
        <img className="card-face" src={url} alt={say('print.face.alt')} />
      ) : (
        <Loading lines={8} />
      )}
      {pdf && (
        <p className="no-print">
          <PaperButton
            label={say('print.pdf')}
            fetchPaper={() => client.call(openFaceContract, { id: cardId, format: 'pdf' })}
          />
        </p>
      )}
    </section>
  );
}
