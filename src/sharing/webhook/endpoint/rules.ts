/** Pure, safe in a browser. */
export const MOST_ENDPOINTS = 5;
/** The form that made a secret shows it again, if it is sent twice, for so long. */
export const SHOWN_AGAIN_MINUTES = 10;
