import { setTimeout } from "node:timers/promises";
import { Budget } from "../budget";
import type { Client } from "../client";
import { ContractInUse } from "../contract-in-use";
import type { GivenLogin } from "../credentials";
import { Exchange, type ClientDependencies } from "../exchange";
import { createClient } from "../http-client";
import { whoIsThere, type Identity } from "../identity";
import { loginWith } from "../login";
import type { Answer } from "../outcome";
import { Redactor } from "../redact";
import { Secret } from "../secret";
import type { Settings } from "../settings";
import { Tally, type Counts, addCounts } from "../tally";
import { createTransport, type Transport } from "../transport";
import { signOnIn } from "./sign-on";

/** Clock and chance of this process; an abort ends each waiting. */
const realUntil = (signal: AbortSignal): ClientDependencies => ({
  now: () => performance.now(),
  today: Date.now,
  random: Math.random,
  sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
});

/** Settings of a connection that may have no credentials. */
export type Reach = Omit<Settings, "credentials" | "summary">;

/** Asks one server single questions, within the budget of the settings. Credentials go only into `login` and `as`. */
export class Probe {
  readonly #transport: Transport;
  readonly #tally = new Tally();
  readonly #redactor = new Redactor();
  readonly #exchange: Exchange;
  readonly #dependencies: ClientDependencies;
  readonly #contract: ContractInUse;
  #client: Client | undefined;

  constructor(
    readonly reach: Reach,
    signal: AbortSignal,
  ) {
    this.#dependencies = realUntil(signal);
    this.#transport = createTransport(reach);
    this.#transport.secrets.forEach((secret) => this.#redactor.add(secret));
    this.#exchange = new Exchange(
      reach.url,
      () => {
        signal.throwIfAborted();
        return this.#transport;
      },
      new Budget(reach, this.#dependencies),
      this.#tally,
      this.#dependencies,
      this.#clean,
    );
    this.#contract = new ContractInUse(reach.url, reach.contract, this.identify);
  }

  identify = (): Promise<Identity> => whoIsThere(this.#exchange);

  /** One answer, whatever it says. */
  look(path: string, token?: Secret): Promise<Answer> {
    const info = { name: "look", inWords: `GET ${path}`, isRepeatable: true, wantsJson: false };
    const headers = token === undefined ? {} : { authorization: `Bearer ${token.reveal()}` };
    return this.#exchange.send(info, { method: "GET", url: `${this.reach.url}${path}`, headers });
  }

  /** Where people sign in, if the server sends them elsewhere for that. */
  async signOn(paths: readonly string[]): Promise<string | undefined> {
    const answers = await Promise.all(paths.map((path) => this.look(path)));
    return answers.map((answer) => signOnIn(this.reach.url, answer)).find((place) => place !== undefined);
  }

  async login(login: GivenLogin): Promise<Secret> {
    this.#redactor.add(login.password.reveal());
    return new Secret(await loginWith(login, this.#exchange, this.#redactor, await this.#contract.get()));
  }

  /** The client that goes on with a token. */
  as(token: Secret, from: string | undefined): Client {
    const credentials = { kind: "token" as const, token, ...(from === undefined ? {} : { from }) };
    return (this.#client ??= createClient({ ...this.reach, credentials }, this.#dependencies));
  }

  /** What was sent so far. */
  get counts(): Counts {
    const { counts } = this.#tally;
    return this.#client === undefined ? counts : addCounts(counts, this.#client.counts());
  }

  close(): void {
    this.#transport.close();
    this.#client?.close();
  }

  readonly #clean = (text: string): string => this.#redactor.clean(text);
}
