import http from "node:http";
import type { AddressInfo } from "node:net";
import { StartFailure } from "../errors";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Longer than any client keeps an idle connection, so that none is closed under a request that is on its way. */
const keepAliveMilliseconds = 120_000;

export async function listen(application: http.RequestListener, host: string, port: number): Promise<Listening> {
  // A file of 2 GB may take longer than the five minutes that Node gives a request.
  const server = http.createServer({ keepAliveTimeout: keepAliveMilliseconds, requestTimeout: 0 }, application);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(explain(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  return { url: urlOf(server.address() as AddressInfo), close: () => close(server) };
}

/** Breaks what is still open: a client that waits for a held answer would otherwise keep the server alive. */
function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/** Somewhere to go: "every address" is not one. */
function urlOf({ address, family, port }: AddressInfo): string {
  const reachable = new Map([
    ["0.0.0.0", "127.0.0.1"],
    ["::", "::1"],
  ]);
  const host = reachable.get(address) ?? address;
  return `http://${family === "IPv6" ? `[${host}]` : host}:${String(port)}`;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const place = `${host}:${String(port)}`;
  const remedies: Readonly<Record<string, string>> = {
    EADDRINUSE: "Choose another port (0 takes a free one), or stop what listens there.",
    EACCES: "Choose a port from 1024 on (0 takes a free one).",
    EADDRNOTAVAIL: "Choose an address of this machine, for instance 127.0.0.1.",
    ENOTFOUND: "Choose an address of this machine, for instance 127.0.0.1.",
  };
  const why = error.code === "EADDRINUSE" ? "Something else listens there." : error.message;
  return new StartFailure(
    {
      what: `The emulator cannot listen on ${place}`,
      why,
      next: remedies[error.code ?? ""] ?? "Choose another address.",
    },
    error,
  );
}
