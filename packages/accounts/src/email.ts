/** The form in which an e-mail address is kept and compared: people type capitals and blanks. */
export const emailKey = (typed: string): string => typed.trim().normalize('NFC').toLowerCase();
