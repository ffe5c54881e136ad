/** The languages letters are written in. */
export const LETTER_LANGUAGES = ['en', 'es'];
