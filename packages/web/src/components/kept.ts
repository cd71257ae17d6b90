/** What is kept on this device. A browser that keeps nothing (private mode, full) is not an error here. */

/** What was kept under a key, as it was parsed: the caller checks its shape. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** False when the browser did not keep it. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything whose key begins so, but for one. */
export function forgetOthers(prefix: string, but: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && key !== but) localStorage.removeItem(key);
  } catch {
    // Then nothing was kept either.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was kept either.
  }
}
