import * as accounts from "../contract/accounts";
import { HaleconnectError } from "../errors";
import type { Budget, Clock } from "./budget";
import type { RequestInfo } from "./request-info";
import { AmbiguousWrite, lostRequest, reasonOf } from "./failures";
import type { Answer, Outcome } from "./outcome";
import type { WireRequest } from "./request";
import { LONGEST_PAUSE, nextStep, noTries, pauseAskedFor } from "./retry";
import type { Tally } from "./tally";
import type { Transport } from "./transport";

/** What the client takes from its process: clock and chance. Tests pass their own. */
export interface ClientDependencies extends Clock {
  readonly random: () => number;
  /** The time of day, in milliseconds since 1970. */
  readonly today: () => number;
}

/** Sends requests until there is an answer that counts: within the budget, repeated where that is safe. */
export class Exchange {
  constructor(
    readonly server: string,
    readonly transport: () => Transport,
    readonly budget: Budget,
    readonly tally: Tally,
    readonly dependencies: ClientDependencies,
    readonly clean: (text: string) => string,
    /** Whoever only looks sends nothing but logins and GET requests. */
    readonly onlyLooks = false,
  ) {}

  async send(info: RequestInfo, request: WireRequest): Promise<Answer> {
    if (this.onlyLooks && request.method !== "GET" && info.name !== accounts.login.key) {
      throw new HaleconnectError("HC5007", { where: `${info.inWords} at ${this.server}` });
    }
    for (let tries = noTries; ;) {
      const outcome = await this.budget.run((departs) => this.#attempt(info, request, departs));
      const next = nextStep(info, outcome, tries, this.dependencies.random);
      switch (next.step) {
        case "done":
          return next.answer;
        case "lost":
          throw lostRequest(info, outcome, this.#parties());
        case "doubt":
          this.#heed(outcome);
          throw new AmbiguousWrite(info, this.server, reasonOf(outcome));
        case "again":
          tries = next.tries;
          await this.#wait(next.wait, next.forAll);
      }
    }
  }

  async #attempt(info: RequestInfo, request: WireRequest, departs: () => void): Promise<Outcome> {
    this.tally.request(info.name);
    const outcome = await this.transport().send(request, departs);
    return outcome.kind === "answer" ? outcome : { ...outcome, reason: this.clean(outcome.reason) };
  }

  /** A pause for all is kept by the budget, through which the repeated request goes as well. */
  async #wait(milliseconds: number, forAll: boolean): Promise<void> {
    this.tally.retry(milliseconds);
    if (forAll) {
      this.budget.pause(milliseconds);
    } else {
      await this.dependencies.sleep(milliseconds);
    }
  }

  /** Whoever sent a write in doubt asks the server again, so what it said about pauses counts here too. */
  #heed(outcome: Outcome): void {
    const asked = outcome.kind === "answer" ? pauseAskedFor(outcome) : undefined;
    if (asked !== undefined) {
      this.budget.pause(Math.min(asked, LONGEST_PAUSE));
    }
  }

  #parties() {
    const { proxy } = this.transport();
    return { server: this.server, ...(proxy === undefined ? {} : { proxy }) };
  }
}
