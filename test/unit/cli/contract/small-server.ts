import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers as a test says, and notes what it was asked. */
export class SmallServer {
  readonly asked: string[] = [];
  readonly #server: http.Server;

  private constructor(answer: http.RequestListener) {
    this.#server = http.createServer((request, response) => {
      this.asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      answer(request, response);
    });
  }

  static async start(answer: http.RequestListener): Promise<SmallServer> {
    const server = new SmallServer(answer);
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
