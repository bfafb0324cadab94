import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { Budget } from "../../../client/budget";
import { Exchange, type ClientDependencies } from "../../../client/exchange";
import type { Answer, Outcome } from "../../../client/outcome";
import { Redactor } from "../../../client/redact";
import { Tally } from "../../../client/tally";
import { createTransport, type Transport } from "../../../client/transport";
import { HaleconnectError, type ErrorCode } from "../../../errors";
import type { TrackerSettings } from "./settings";

/** Trackers allow bursts, but punish them; a look keeps one issue, so nothing here is in a hurry. */
const limits = { concurrency: 1, requestsPerSecond: 10 };

/** A longer list is an error: without its end, a second issue might be opened. */
const MOST_PAGES = 1000;

const PAGE = 100;

/** Calls of one issue tracker, with the repetitions, the proxy and the authorities of the platform's client. */
export class TrackerCalls {
  readonly #redactor = new Redactor();
  readonly #transport: Transport;
  readonly #exchange: Exchange;

  constructor(
    readonly tracker: TrackerSettings,
    readonly headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) {
    const dependencies: ClientDependencies = {
      now: () => performance.now(),
      today: Date.now,
      random: Math.random,
      sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
    };
    this.#redactor.add(tracker.token.reveal());
    this.#transport = createTransport({ ...tracker, url: tracker.api });
    this.#transport.secrets.forEach((secret) => this.#redactor.add(secret));
    const limited: Transport = {
      ...this.#transport,
      send: async (request, departs) => {
        signal.throwIfAborted();
        return asLimited(await this.#transport.send(request, departs));
      },
    };
    const clean = (text: string): string => this.#redactor.clean(text);
    const budget = new Budget(limits, dependencies);
    this.#exchange = new Exchange(tracker.api, () => limited, budget, new Tally(), dependencies, clean);
  }

  /** All items of a list, page by page. Only those that `keep` returns are held. */
  async list<T, K>(path: string, model: z.ZodType<T>, keep: (item: T) => K | undefined): Promise<readonly K[]> {
    const kept: K[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.#answer("GET", `${path}&per_page=${PAGE}&page=${page}`);
      const items = this.#read(answer, path, z.array(model));
      kept.push(...items.flatMap((item) => keep(item) ?? []));
      if (!/rel="?next"?/.test(answer.headers["link"] ?? "")) {
        return kept;
      }
    }
    throw this.#error("HC8310", pathOf(path), `The list has more than ${MOST_PAGES} pages.`);
  }

  async write<T>(method: "POST" | "PATCH" | "PUT", path: string, body: object, model: z.ZodType<T>): Promise<T> {
    return this.#read(await this.#answer(method, path, JSON.stringify(body)), path, model);
  }

  close(): void {
    this.#transport.close();
  }

  async #answer(method: string, path: string, body?: string): Promise<Answer> {
    const inWords = `${method} ${pathOf(path)}`;
    const info = { name: inWords, inWords, isRepeatable: method !== "POST", wantsJson: true };
    const headers = { ...this.headers, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const request = { method, url: `${this.tracker.api}${path}`, headers, ...(body === undefined ? {} : { body }) };
    const answer = await this.#exchange.send(info, request).catch((error: unknown) => {
      throw this.#unanswered(error, inWords);
    });
    if (answer.status < 200 || answer.status > 299) {
      throw this.#refused(answer, inWords);
    }
    return answer;
  }

  #read<T>({ text }: Answer, path: string, model: z.ZodType<T>): T {
    const { data } = model.safeParse(parsed(text));
    if (data === undefined) {
      const why = "What it answered is not what this API is documented to answer.";
      throw this.#error(
        "HC8310",
        pathOf(path),
        why,
        "The issue tracker answers in a form that the command does not expect",
      );
    }
    return data;
  }

  /** The client's own words for a connection name the settings of the platform. */
  #unanswered(error: unknown, inWords: string): unknown {
    if (!(error instanceof HaleconnectError)) {
      return error;
    }
    return this.#error("HC8309", inWords, error.details.why ?? "No answer came.");
  }

  #refused(answer: Answer, inWords: string): HaleconnectError {
    const { status } = answer;
    const isUsedUp = status === 429 || (status === 403 && answer.headers["x-ratelimit-remaining"] === "0");
    const code = !isUsedUp && (status === 401 || status === 403) ? "HC8308" : "HC8310";
    const meaning = isUsedUp ? " The token has used up its requests for now." : (meanings[status] ?? "");
    return this.#error(code, inWords, `It answered with status ${status}.${meaning}${this.#message(answer)}`);
  }

  #error(code: ErrorCode, inWords: string, why: string, what?: string): HaleconnectError {
    const where = `${inWords} at ${this.tracker.api}`;
    return new HaleconnectError(code, { where, why, ...(what === undefined ? {} : { what }) });
  }

  /** Both trackers answer a failure with an object that has a message. */
  #message({ text }: Answer): string {
    const told = /"(?:message|error_description|error)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(\{[^{}]*\}))/.exec(text);
    const message = told?.[1] ?? told?.[2] ?? "";
    return message === "" ? "" : ` It says: ${this.#redactor.clean(message)}`;
  }
}

const meanings: Readonly<Record<number, string>> = {
  301: " The project has moved, and the command does not follow.",
  404: " There is no such project, or the token may not see it.",
  410: " The project keeps no issues.",
};

/** GitHub asks for a pause with 403 as well. */
function asLimited(outcome: Outcome): Outcome {
  return outcome.kind === "answer" && outcome.status === 403 && "retry-after" in outcome.headers
    ? { ...outcome, status: 429 }
    : outcome;
}

function pathOf(address: string): string {
  return address.replace(/\?.*/, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
