/** How a station shows that it holds its key: pure, and safe in a browser. */

/** A code as it is compared: typed with blanks, dashes or small letters it is the same. */
export const lettersOf = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase();

/** What a new station signs to show that it holds its key. */
export const proofText = (code: string): string => `jatidiri station\n${lettersOf(code)}`;
