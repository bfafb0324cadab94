import { setTimeout } from "node:timers/promises";
import type { ContractInForce } from "../binding/in-force";
import * as accounts from "../contract/accounts";
import { Budget } from "./budget";
import { readDocument } from "./document";
import { Exchange, type ClientDependencies } from "./exchange";
import { loginWith } from "./login";
import { Redactor } from "./redact";
import { Session } from "./session";
import type { Settings } from "./settings";
import { Tally } from "./tally";
import type { Transport } from "./transport";

/** Settings of a connection that may have no credentials: some servers show their documents to everybody. */
export type Reach = Pick<Settings, "url" | "ca" | "concurrency" | "requestsPerSecond" | "timeoutSeconds"> &
  Partial<Pick<Settings, "credentials">>;

/** What a server answers for a document. */
export interface FetchedText {
  readonly status: number;
  readonly text: string;
  /** Where it points to, if it does. Nothing follows it. */
  readonly location?: string;
}

/** Reads texts from one server. Credentials go along only where the server does not answer without them. */
export class DocumentSource {
  readonly #redactor = new Redactor();
  readonly #dependencies: ClientDependencies;
  readonly #exchange: Exchange;
  readonly #session: Session | undefined;
  #transport: Transport | undefined;

  constructor(
    readonly reach: Reach,
    private readonly signal: AbortSignal,
    private readonly contract?: ContractInForce,
  ) {
    this.#dependencies = {
      now: () => performance.now(),
      today: Date.now,
      random: Math.random,
      sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
    };
    this.#exchange = new Exchange(
      reach.url,
      () => this.#connect(),
      new Budget(reach, this.#dependencies),
      new Tally(),
      this.#dependencies,
      (text) => this.#redactor.clean(text),
    );
    this.#session = this.#sessionFor(reach);
    signal.addEventListener("abort", () => {
      this.close();
    });
  }

  /** The text at a path of the server, `/accounts/swagger.yaml`; at most so many bytes. */
  async read(path: string, most: number): Promise<FetchedText> {
    const answer = await readDocument(this.#exchange, this.#session, { path, most });
    const { location } = answer.headers;
    return { status: answer.status, text: answer.text, ...(location === undefined ? {} : { location }) };
  }

  close(): void {
    this.#transport?.close();
  }

  #connect(): Transport {
    this.signal.throwIfAborted();
    if (this.#transport === undefined) {
      const { createTransport } = require("./transport") as typeof import("./transport");
      this.#transport = createTransport(this.reach);
      this.#transport.secrets.forEach((secret) => this.#redactor.add(secret));
    }
    return this.#transport;
  }

  #sessionFor({ credentials }: Reach): Session | undefined {
    if (credentials === undefined) {
      return undefined;
    }
    if (credentials.kind === "token") {
      const token = credentials.token.reveal();
      this.#redactor.add(token);
      return new Session(() => Promise.resolve(token), false);
    }
    this.#redactor.add(credentials.password.reveal());
    // A file that nobody has confirmed, or that is for another server, does not say where a password goes.
    const { contract } = this;
    const isTrusted = contract?.servers.includes(this.reach.url) === true && contract.believesAbsence(accounts.login);
    return new Session(
      () => loginWith(credentials, this.#exchange, this.#redactor, isTrusted ? contract : undefined),
      true,
    );
  }
}
