import { entryOf } from "../../errors";

/** Stands for an error that the engine shows with its resource. */
const SHOWN_ELSEWHERE = "shown with its resource";

const told = new Set<string>();

/**
 * Returns the whole message the first time. If the failure concerns the whole run, it returns one line from then on.
 */
export function tell(message: string): string {
  if (entryOf(message)?.scope !== "run") {
    return message;
  }
  const [line = ""] = message.split("\n");
  if (told.has(line)) {
    return `${line} (the full message is with another resource)`;
  }
  told.add(line);
  return message;
}

/**
 * Keeps an error from being printed twice. For check, diff, read and delete, Pulumi's SDK writes `${error}:
 * ${error.stack}` to the error stream before the engine shows the message with the resource. So the error keeps its
 * message, and its stack and text become a marker that `leaveOutWhatTheEngineShows` drops.
 */
export async function toldOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    throw Object.assign(new Error(tell(message)), { stack: SHOWN_ELSEWHERE, toString: () => SHOWN_ELSEWHERE });
  }
}

/** Drops marked errors from the error stream of this process, which belongs to Pulumi. */
export function leaveOutWhatTheEngineShows(): void {
  const write = console.error.bind(console);
  console.error = (...args: unknown[]): void => {
    if (args[0] !== `${SHOWN_ELSEWHERE}: ${SHOWN_ELSEWHERE}`) {
      write(...args);
    }
  };
}

/** Masks secrets in every warning of this process, wherever in the code it arises. */
export function warnWithout(secrets: { readonly over: (text: string) => string }): void {
  const write = console.warn.bind(console);
  console.warn = (...args: unknown[]): void => {
    write(...args.map((it) => (typeof it === "string" ? secrets.over(it) : it)));
  };
}
