import fs from "node:fs";
import path from "node:path";
import type { Client, Settings } from "../../../provider/client";
import { Secret } from "../../../provider/client/secret";
import { startForeign, type Foreign } from "../../foreign";
import { clientFor, temporaryFolder } from "../client/scripted-server";

const written = path.resolve(__dirname, "../../foreign/contract/haleconnect.contract.yaml");

/** A foreign platform with a contract file for its address. */
export class Platform {
  #count = 0;
  #seen = 0;

  private constructor(
    readonly foreign: Foreign,
    readonly contract: string,
  ) {}

  static async start(): Promise<Platform> {
    const foreign = await startForeign();
    const file = path.join(temporaryFolder(), "haleconnect.contract.yaml");
    fs.writeFileSync(file, fs.readFileSync(written, "utf8").replace("http://127.0.0.1:8085", foreign.url));
    return new Platform(foreign, file);
  }

  /** A client of the administrator, or of somebody else. */
  client(username = this.foreign.username, password = this.foreign.password, more: Partial<Settings> = {}): Client {
    const credentials = { kind: "login", username, password: new Secret(password) } as const;
    return clientFor(this.foreign.url, { credentials, contract: this.contract, ...more });
  }

  /** A name that nothing else has. */
  name(): string {
    return `thing-${++this.#count}`;
  }

  /** Requests since the last time that somebody asked, as `POST /path`. */
  requests(): readonly string[] {
    const all = this.foreign.requests().map(({ method, path: asked }) => `${method} ${asked}`);
    const since = all.slice(this.#seen);
    this.#seen = all.length;
    return since;
  }
}
