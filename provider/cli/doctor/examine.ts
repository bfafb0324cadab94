import { checks } from "./checks";
import type { Finding, KnownSoFar } from "./finding";

export interface NamedFinding extends Finding {
  readonly name: string;
}

/** Makes one check after the other, and tells each finding as soon as it is there. */
export async function examine(
  given: Pick<KnownSoFar, "env" | "config" | "folder" | "signal" | "today">,
  watch: { readonly begins: (name: string) => void; readonly found: (finding: NamedFinding) => void },
): Promise<readonly NamedFinding[]> {
  let known: KnownSoFar = given;
  const findings: NamedFinding[] = [];
  try {
    for (const [name, check] of checks) {
      watch.begins(name);
      const { finding, learnt } = await untilAborted(given.signal, async () => check(known));
      known = { ...known, ...learnt };
      findings.push({ name, ...finding });
      watch.found({ name, ...finding });
    }
    return findings;
  } finally {
    known.probe?.close();
  }
}

/** What a check waits for may take a minute; nobody who wants to stop waits for that. */
async function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => {
        signal.removeEventListener("abort", stop);
      });
  });
}
