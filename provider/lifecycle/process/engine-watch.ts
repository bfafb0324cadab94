import fs from "node:fs";
import net from "node:net";

/** What the watch looks at and does; tests hand in their own. */
export interface EngineLine {
  /** The pipe whose other end the engine holds. */
  readonly input: NodeJS.ReadableStream & { unref?: () => unknown };
  readonly isEngineAlive: () => Promise<boolean>;
  readonly pause: () => Promise<void>;
  readonly end: () => void;
}

/**
 * Ends the process when its engine was killed. Pulumi leaves it running: it would go on sending what was asked for,
 * beside the next run, and stay for ever. The journal knows what was begun, so nothing is lost by the sudden end.
 */
export function endWithTheEngine({ input, isEngineAlive, pause, end }: EngineLine): void {
  const look = async (): Promise<void> => {
    // A dying engine loses its pipe before its port; another might close the pipe and live on.
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

/** Watches this process's engine, where there is one on the other side of the standard input. */
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

/** Pulumi gives the provider the address at which the engine listens as its argument. */
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
