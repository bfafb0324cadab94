import { entryOf } from "../../errors";

/** What stands in for an error that the engine shows by itself, with its resource. */
const SHOWN_ELSEWHERE = "shown with its resource";

const told = new Set<string>();

/** The whole message the first time; for what concerns the whole run a line from then on. */
export function tell(message: string): string {
  if (entryOf(message)?.scope !== "run") {
    return message;
  }
  const [line = ""] = message.split("\n");
  if (told.has(line)) {
    return `${line} (told in full with another resource)`;
  }
  told.add(line);
  return message;
}

/**
 * Pulumi's SDK writes `${error}: ${error.stack}` of check, diff, read and delete to the error stream, before the engine
 * shows the message with the resource. So the message stays whole, and what the SDK writes is known and left out.
 */
export async function toldOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    throw Object.assign(new Error(tell(message)), { stack: SHOWN_ELSEWHERE, toString: () => SHOWN_ELSEWHERE });
  }
}

/** Of this process, which is Pulumi's. */
export function leaveOutWhatTheEngineShows(): void {
  const write = console.error.bind(console);
  console.error = (...args: unknown[]): void => {
    if (args[0] !== `${SHOWN_ELSEWHERE}: ${SHOWN_ELSEWHERE}`) {
      write(...args);
    }
  };
}

/** Of this process, too: a warning is told where it arises, at any depth. */
export function warnWithout(secrets: { readonly over: (text: string) => string }): void {
  const write = console.warn.bind(console);
  console.warn = (...args: unknown[]): void => {
    write(...args.map((it) => (typeof it === "string" ? secrets.over(it) : it)));
  };
}
