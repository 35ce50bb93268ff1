/** Two records that somebody has before him: what their biodata say of one person or two. */
import type { Language } from '../../core/text/index.ts';
import type { Biodata } from '../../register/resident/index.ts';
import { comparer } from './compare/compare.ts';
import type { Explainer } from './model/explain.ts';
import { reasonsOf } from './model/explain.ts';
import { judgeBy } from './model/model.ts';
import { preparedModel } from './model/prepared.ts';
import { birthForm, formMaker, homeForm, type LinkageRecord } from './record/record.ts';

export type RecordOfPair = Pick<Biodata, 'name' | 'birthDate' | 'birthPlace' | 'sex'> & {
  readonly nik: string;
  readonly motherKey: string | null;
};

/** The pair in numbers and in a sentence. `prior` bodies that may be one are one far oftener than two people at random: even odds. */
export function explainPair(
  a: RecordOfPair,
  b: RecordOfPair,
  { language, explainer }: { readonly language: Language; readonly explainer: Explainer },
): { text: string } {
  const forms = formMaker();
  const compare = comparer();
  const [one, other] = [a, b].map(({ nik, name, birthDate, birthPlace, sex, motherKey }): LinkageRecord => ({
    id: nik,
    name: forms.name(name),
    birth: birthForm(birthDate),
    sex,
    birthPlace: forms.name(birthPlace),
    number: { digits: nik, isNik: true },
    familyCard: null,
    mother: null,
    father: null,
    motherKey,
    home: homeForm('', null, null),
  })) as [LinkageRecord, LinkageRecord];
  const pattern = compare.compare(one, other);
  // Two NIKs differ by being two; that says nothing of whether one of them is too many.
  const judged = judgeBy({ ...preparedModel(1), prior: 0.5 }, null, compare).judge(one, other, pattern);
  const reasons = reasonsOf(pattern, judged).filter(({ comparison }) => comparison !== 'number');
  return { text: explainer.words(language, reasons, judged.trap) };
}
