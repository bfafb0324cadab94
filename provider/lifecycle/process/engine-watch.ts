import fs from "node:fs";
import net from "node:net";

/** Everything that the watch looks at and does. Tests pass their own. */
export interface EngineLine {
  /** The pipe whose other end the engine holds. */
  readonly input: NodeJS.ReadableStream & { unref?: () => unknown };
  readonly isEngineAlive: () => Promise<boolean>;
  readonly pause: () => Promise<void>;
  readonly end: () => void;
}

/**
 * Ends the process when somebody kills its engine. Otherwise the process would run for ever and send its requests
 * beside those of the next run. The journal knows what was begun, so the sudden end loses nothing.
 */
export function endWithTheEngine({ input, isEngineAlive, pause, end }: EngineLine): void {
  const look = async (): Promise<void> => {
    // A dying engine closes its pipe before its port. A pipe can also close while the engine lives on.
    while (await isEngineAlive()) {
      await pause();
    }
    end();
  };
  input.once("end", () => void look());
  input.once("error", () => void look());
  input.resume();
  input.unref?.();
}

/** Watches the engine of this process, if there is one at the other end of the standard input. */
export function watchOwnEngine(): void {
  const address = /^127\.0\.0\.1:(\d+)$/.exec(process.argv[2] ?? "")?.[1];
  if (address !== undefined && isPipe()) {
    endWithTheEngine({
      input: process.stdin,
      isEngineAlive: () => isListening(Number(address)),
      pause: () => new Promise((resolve) => setTimeout(resolve, 500).unref()),
      end: () => process.exit(1),
    });
  }
}

function isPipe(): boolean {
  try {
    const input = fs.fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

/** Pulumi passes the engine's address to the provider as its argument. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const answer = (isAlive: boolean): void => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}
