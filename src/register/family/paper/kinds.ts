import type { PaperKind } from '../../../core/document/index.ts';
import {
  biodataTemplate,
  familyCardTemplate,
  moveLetterTemplate,
  type BiodataPaper,
  type FamilyCardPaper,
} from '../document/index.ts';

export const familyCardPaper: PaperKind<FamilyCardPaper> = { code: 1, template: familyCardTemplate };
export const biodataPaper: PaperKind<BiodataPaper> = { code: 6, template: biodataTemplate };

/** What this room prints, and the move letter, whose template lies here and which the room of events issues. */
export const paperKinds = [familyCardPaper, biodataPaper, { code: 7, template: moveLetterTemplate }];
