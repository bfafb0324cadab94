import { pagingOf, toldBy, type Range } from "../binding/applying/paging";
import type { Binding } from "../binding/file/model";
import type { ContractInForce } from "../binding/in-force";
import * as accounts from "../contract/accounts";
import { isWrite, type AnswerOf, type Arguments, type Operation } from "../contract/operation";
import { Agreement } from "./agreement";
import { Mismatch, failureIn, readAnswer, type AskedCall } from "./answer";
import { Budget } from "./budget";
import { Composed } from "./composed";
import { ContractInUse } from "./contract-in-use";
import { requestInfoOf, type RequestInfo } from "./request-info";
import { readDocument } from "./document";
import { Exchange, type ClientDependencies } from "./exchange";
import { AmbiguousWrite } from "./failures";
import { WriteGuard, refuseUnbound } from "./guard";
import { whoIsThere } from "./identity";
import { loginWith } from "./login";
import type { Client, ItemOf, UserInfo } from "./client";
import type { Answer } from "./outcome";
import { walkList, type Listing, type PageOfList } from "./paging";
import type { Recorder } from "./recording/recorder";
import { Redactor } from "./redact";
import { listen, placeOf, refusalOf, softFailure, tokenRefused } from "./refusal";
import { toRequest, withToken, type LooseArguments, type WireRequest } from "./request";
import { Session } from "./session";
import type { Settings } from "./settings";
import { Snapshots, keyOf } from "./snapshots";
import { keepBooks, type Bookkeeping } from "./summary";
import type { Counts } from "./tally";
import type { Transport } from "./transport";

const real: ClientDependencies = {
  now: () => performance.now(),
  today: Date.now,
  random: Math.random,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Nothing is sent, and nothing heavy is loaded, before the first call. */
export function createClient(settings: Settings, dependencies: Partial<ClientDependencies> = {}): Client {
  return new HttpClient(settings, { ...real, ...dependencies });
}

class HttpClient implements Client {
  readonly url: string;
  readonly account: string | undefined;
  readonly believesAbsence: boolean;
  readonly #settings: Settings;
  readonly #redactor = new Redactor();
  readonly #books: Bookkeeping;
  readonly #exchange: Exchange;
  readonly #session: Session;
  readonly #guard: WriteGuard;
  readonly now: () => number;
  readonly today: () => number;
  readonly #snapshots: Snapshots;
  readonly #contract: ContractInUse;
  readonly #agreement: Agreement;
  readonly #composed: Composed;
  readonly #recorder: Recorder | undefined;
  #transport: Transport | undefined;
  #me: Promise<UserInfo> | undefined;

  constructor(settings: Settings, dependencies: ClientDependencies) {
    this.url = settings.url;
    this.account = settings.credentials.kind === "login" ? settings.credentials.username : undefined;
    this.believesAbsence = settings.believeAbsence;
    this.#settings = settings;
    this.now = dependencies.now;
    this.today = dependencies.today;
    this.#snapshots = new Snapshots(dependencies.now);
    this.#books = keepBooks(settings.summary);
    this.#exchange = new Exchange(
      settings.url,
      () => (this.#transport ??= this.#connect()),
      new Budget(settings, dependencies),
      this.#books.tally,
      dependencies,
      this.#clean,
      settings.onlyLooks,
    );
    this.#session = this.#sessionFor(settings);
    this.#guard = new WriteGuard(
      settings.url,
      settings.allowDesigned,
      () => whoIsThere(this.#exchange),
      () => this.contract(),
    );
    this.#contract = new ContractInUse(settings.url, settings.contract, () => this.#guard.identifyOnce());
    this.#agreement = new Agreement(settings, this.contract, (path, most, isRepeatable) =>
      readDocument(this.#exchange, this.#session, { path, most, isRepeatable }),
    );
    this.#composed = new Composed(this);
    this.#recorder = this.#recorderFor(settings);
  }

  contract = (): Promise<ContractInForce | undefined> => this.#contract.get();

  call = async <O extends Operation>(operation: O, args: Arguments<O>): Promise<AnswerOf<O>> => {
    const contract = await this.contract();
    const binding = contract?.bindingOf(operation);
    if (binding?.foundIn !== undefined) {
      const isConfirmed = contract?.believesAbsence(operation) ?? true;
      return this.#composed.found(operation, args as LooseArguments, binding.foundIn, isConfirmed);
    }
    const { value } = await this.#ask(operation, args as LooseArguments);
    return binding === undefined ? value : this.#completed(operation, args as LooseArguments, binding, value);
  };

  /** If the rest of an answer cannot be had after a write, its object is there and not known: it counts as in doubt. */
  async #completed<O extends Operation>(
    operation: O,
    args: LooseArguments,
    binding: Binding,
    value: AnswerOf<O>,
  ): Promise<AnswerOf<O>> {
    try {
      return await this.#composed.completed(operation, args, binding, value);
    } catch (error) {
      if (isWrite(operation) && !(error instanceof AmbiguousWrite)) {
        const why = error instanceof Error ? error.message : String(error);
        throw new AmbiguousWrite(requestInfoOf(operation, binding), this.url, why);
      }
      throw error;
    }
  }

  list = async <O extends Operation>(operation: O, args: Arguments<O>): Promise<Listing<ItemOf<O>>> => {
    const contract = await this.contract();
    const binding = contract?.bindingOf(operation);
    if (contract?.standingOf(operation) === "missing" || contract?.isUndecided(operation) === true) {
      // What no list shows may still be there: each object is asked for by itself.
      return { items: [], complete: "unknown", at: this.now() };
    }
    if (binding?.foundIn !== undefined) {
      const found = await this.#composed.filtered(operation, args as LooseArguments, binding.foundIn);
      return contract?.believesAbsence(operation) === true ? found : { ...found, complete: "unknown" };
    }
    const paging = pagingOf(binding);
    const fetchPage = async (page: Range): Promise<PageOfList<ItemOf<O>>> => {
      this.#books.tally.page();
      const { value, answer } = await this.#ask(operation, args as LooseArguments, page);
      const items =
        binding === undefined ? value : await this.#composed.joined(operation, args as LooseArguments, binding, value);
      const content: unknown = binding === undefined || answer.text === "" ? undefined : JSON.parse(answer.text);
      return { items: items as ItemOf<O>[], ...toldBy(paging, content, answer.headers) };
    };
    const listing = await walkList(fetchPage, `${operation.key} at ${this.url}`, this.now, paging);
    return contract?.standingOf(operation) === "open" ? { ...listing, complete: "unknown" } : listing;
  };

  snapshot = <O extends Operation>(operation: O, args: Arguments<O>, oldest?: number): Promise<Listing<ItemOf<O>>> =>
    this.#snapshots.get(keyOf(operation, args), () => this.list(operation, args), oldest);

  recent = <O extends Operation>(
    operation: O,
    args: Arguments<O>,
    oldest: number,
  ): Promise<Listing<ItemOf<O>>> | undefined => this.#snapshots.known(keyOf(operation, args), oldest);

  sharedCall = <O extends Operation>(operation: O, args: Arguments<O>, oldest?: number): Promise<AnswerOf<O>> =>
    this.#snapshots.get(keyOf(operation, args), () => this.call(operation, args), oldest);

  admit = async (writes: readonly (Operation | readonly Operation[])[]): Promise<void> => {
    await this.#guard.admit(writes);
    await this.#agreement.check(writes);
  };

  whoAmI = async (): Promise<UserInfo> => {
    try {
      return await (this.#me ??= this.#profile());
    } catch (error) {
      this.#me = undefined;
      throw error;
    }
  };

  /** The profile of the current user is the short one; the roles come with the profile by id (docs/platform.md#login-and-tokens). */
  async #profile(): Promise<UserInfo> {
    const { id } = await this.call(accounts.getProfileOfCurrentUser, {});
    const profile = await this.call(accounts.getProfile, { path: { userIdOrScreenName: id } });
    if (profile.id !== id) {
      throw new Mismatch(
        accounts.getProfile,
        this.url,
        `The provider asked for user ${id}, and the answer shows another user.`,
      );
    }
    return profile;
  }

  counts = (): Counts => this.#books.tally.counts;

  close = (): void => {
    this.#transport?.close();
    this.#recorder?.close();
    this.#books.close();
  };

  async #ask<O extends Operation>(operation: O, args: LooseArguments, page?: Range): Promise<Asked<O>> {
    const contract = await this.contract();
    refuseUnbound(operation, this.url, contract);
    const binding = contract?.bindingOf(operation);
    const request = await toRequest(this.url, operation, args, { ...(page === undefined ? {} : { page }), binding });
    const place = placeOf(request, this.url);
    await this.#guard.admit([operation]);
    await this.#agreement.check([operation]);
    const info = requestInfoOf(operation, binding);
    const answer = await this.#authorised(operation, info, request);
    this.#recorder?.note({ operation, args, answer, binding });
    if (answer.status < 200 || answer.status >= 300) {
      await this.#agreement.checkAbsence(operation, answer);
      const said = listen(operation, answer, this.#redactor, contract);
      const { credentials } = this.#settings;
      throw answer.status === 401 && credentials.kind === "token"
        ? tokenRefused(said, place, credentials)
        : refusalOf(said, place, contract?.believesAbsence(operation) ?? true, args);
    }
    const { path = {}, query = {}, body } = args;
    return { value: await this.#read(operation, answer, place, { asked: { path, query, body }, binding }), answer };
  }

  /** With 401 the call was not executed, so it is repeated with a new session, a write too. */
  async #authorised(operation: Operation, info: RequestInfo, request: WireRequest): Promise<Answer> {
    // Who reads what is public sees more when logged in; who registers, or forgot the password, cannot log in.
    const isOpen = operation.access === "public" && isWrite(operation);
    const token = isOpen ? await this.#session.tokenIfAny() : await this.#session.token();
    const answer = await this.#exchange.send(info, withToken(request, token));
    if (answer.status !== 401 || token === undefined) {
      return answer;
    }
    const renewed = await this.#session.renew(token);
    if (renewed === undefined) {
      return answer;
    }
    const second = await this.#exchange.send(info, withToken(request, renewed));
    this.#session.renewalHelped(second.status !== 401);
    return second;
  }

  /** A write that was executed but whose answer cannot be read leaves its object unknown, so it counts as in doubt. */
  async #read<O extends Operation>(operation: O, answer: Answer, place: string, call: AskedCall): Promise<AnswerOf<O>> {
    const info = requestInfoOf(operation, call.binding);
    try {
      const value = await readAnswer(operation, answer, place, call);
      const failure = failureIn(operation, value);
      if (failure !== undefined) {
        throw softFailure({ operation, status: answer.status, message: this.#clean(failure), fields: [] }, place);
      }
      return value;
    } catch (error) {
      if (error instanceof Mismatch && !info.isRepeatable) {
        throw new AmbiguousWrite(info, this.url, error.message);
      }
      throw error;
    }
  }

  #sessionFor({ credentials }: Settings): Session {
    if (credentials.kind === "token") {
      const token = credentials.token.reveal();
      this.#redactor.add(token);
      return new Session(() => Promise.resolve(token), false);
    }
    this.#redactor.add(credentials.password.reveal());
    const login = async (): Promise<string> => {
      await this.#guard.admit([accounts.login]);
      this.#books.tally.login();
      const token = await loginWith(credentials, this.#exchange, this.#redactor, await this.contract());
      this.#redactor.add(token);
      return token;
    };
    return new Session(login, true);
  }

  #recorderFor({ record, recordValues }: Settings): Recorder | undefined {
    if (record === undefined) {
      return undefined;
    }
    const recording = require("./recording/recorder") as typeof import("./recording/recorder");
    const mask = (text: string): string => this.#redactor.mask(text);
    return new recording.Recorder(record, { withValues: recordValues === true, mask });
  }

  #connect(): Transport {
    // Loaded at the first request: axios and TLS cost more than a run that sends nothing.
    const { createTransport } = require("./transport") as typeof import("./transport");
    const transport = createTransport(this.#settings);
    transport.secrets.forEach((secret) => this.#redactor.add(secret));
    return transport;
  }

  readonly #clean = (text: string): string => this.#redactor.clean(text);
}

interface Asked<O> {
  readonly value: AnswerOf<O>;
  readonly answer: Answer;
}
