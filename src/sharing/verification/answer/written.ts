/** Answers as they leave: their words, their proofs, and the blanks that make all of them one size. */
import { Written } from '../../../core/http/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Answered } from './answer.ts';
import { ownProof, treeProofs } from './proof.ts';
import { answerText, blanksAfter } from './text.ts';

/**
 * One text a call, in their order. All answers that came together are leaves of one tree whose root is signed once; where an
 * agreement demands it an answer has a signature of its own.
 */
export function writeCalls(tx: Tx, answered: readonly Answered[], batch: boolean): Written[] {
  const { signer } = tx.ground.verification;
  const texts = answered.map((call) => textsOf(tx, call));
  const shared = answered.flatMap(({ ask }, i) => (ask.grant.signed ? [] : texts[i]!.filter((text) => text !== null)));
  const proofs = treeProofs(shared, signer)[Symbol.iterator]();
  return answered.map((call, i) => {
    const parts = texts[i]!.map((text, place) => {
      if (text === null) return refusedText(tx, call, call.outcomes[place] as Refusal);
      const proof = call.ask.grant.signed ? ownProof(text, signer) : proofs.next().value!;
      return `{"answer":${text},"proof":${proof}}`;
    });
    const blanks = ' '.repeat(blanksOf(call));
    return new Written(batch ? `{"answers":[${parts.join(',')}]}${blanks}` : parts[0]! + blanks);
  });
}

function textsOf(tx: Tx, { ask, entry, outcomes }: Answered): (string | null)[] {
  const { pseudonyms } = tx.ground.verification;
  const at = instantOf(entry);
  return outcomes.map((outcome, place) => {
    if (outcome instanceof Refusal) return null;
    const { nik, reference } = ask.items[place]!;
    const pseudonym = pseudonyms.of(ask.partner.institutionId, nik);
    return answerText({ at, entry, place, pseudonym, reference, compared: outcome });
  });
}

/** The entry's id tells when it was made (RFC 9562 section 5.7): an answer that is given once more says the same instant. */
function instantOf(entry: string): string {
  return new Date(Number.parseInt(entry.slice(0, 8) + entry.slice(9, 13), 16)).toISOString();
}

function refusedText(tx: Tx, { ask }: Answered, { code, values }: Refusal): string {
  return JSON.stringify({ refused: { code, title: tx.ground.speaker.say(ask.language, code, values) } });
}

function blanksOf({ ask, outcomes }: Answered): number {
  let blanks = 0;
  for (const outcome of outcomes) if (!(outcome instanceof Refusal)) blanks += blanksAfter(outcome, ask.grant.leave);
  return blanks;
}
