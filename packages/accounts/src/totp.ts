/** One-time codes from an authenticator app (RFC 6238): six digits, thirty seconds, each good once. */
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;
/** One step early or late: clocks differ. */
const TOLERANCE_SECONDS = STEP_SECONDS;

export const newTotpSecret = (): string => generateSecret();

/** What a QR code for the app holds. */
export const totpAddress = (secret: string, practice: string, email: string): string =>
  generateURI({ issuer: `Assuage, ${practice}`, label: email, secret });

/**
 * @param after the time step of the last code that was used; that one and earlier ones are refused
 * @returns the time step of the code, to be kept; undefined when it is not right
 */
export function totpStep(
  secret: string,
  code: string,
  now: Date,
  after: number | undefined,
): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({
    secret,
    token,
    epoch,
    epochTolerance: TOLERANCE_SECONDS,
    ...(after === undefined ? {} : { afterTimeStep: after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
