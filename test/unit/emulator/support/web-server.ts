import http from "node:http";
import type { AddressInfo } from "node:net";

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Never ends. */
  readonly hangs?: boolean;
}

export interface WebServer {
  readonly url: string;
  /** Addresses that somebody asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Somebody's server on the web, which gives these pages by their paths, with their queries. */
export async function webServer(pages: Readonly<Record<string, Page>>): Promise<WebServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    const page = pages[request.url ?? ""] ?? { status: 404 };
    response.writeHead(page.status ?? 200, page.headers);
    if (page.hangs === true) {
      response.write("<");
    } else {
      response.end(page.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
