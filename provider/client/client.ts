import type { ContractInForce } from "../binding/in-force";
import type { AnswerOf, Arguments, Operation, accounts } from "../contract";
import type { Listing } from "./paging";
import type { Counts } from "./tally";

export type UserInfo = AnswerOf<typeof accounts.getProfileOfCurrentUser>;

export type ItemOf<O> = AnswerOf<O> extends readonly (infer Item)[] ? Item : never;

/** The one way to talk to the platform: everything goes through its session, budget, retries and guard. */
export interface Client {
  /** Address of the platform. */
  readonly url: string;
  /** User name that is logged in; unknown with a token. */
  readonly account: string | undefined;
  /** What this account does not see counts as gone, also where another one saw it before. */
  readonly believesAbsence: boolean;
  readonly call: <O extends Operation>(operation: O, args: Arguments<O>) => Promise<AnswerOf<O>>;
  /** A whole list, all of its pages. */
  readonly list: <O extends Operation>(operation: O, args: Arguments<O>) => Promise<Listing<ItemOf<O>>>;
  /** The same, shared by all who ask for the same list; at most 30 seconds old, or as many milliseconds as are given. */
  readonly snapshot: <O extends Operation>(
    operation: O,
    args: Arguments<O>,
    oldest?: number,
  ) => Promise<Listing<ItemOf<O>>>;
  /** The same list where it was asked for that lately; undefined, and nothing is sent, where it was not. */
  readonly recent: <O extends Operation>(
    operation: O,
    args: Arguments<O>,
    oldest: number,
  ) => Promise<Listing<ItemOf<O>>> | undefined;
  /** The answer of a call, shared as a list is; a refusal is not kept. */
  readonly sharedCall: <O extends Operation>(operation: O, args: Arguments<O>, oldest?: number) => Promise<AnswerOf<O>>;
  /** Refuses what this server may not be sent, before anything else is: whoever means to write asks first. Of several in one entry, one is enough. */
  readonly admit: (writes: readonly (Operation | readonly Operation[])[]) => Promise<void>;
  /** The contract file by which this server is called; undefined: by the provider's own contract. */
  readonly contract: () => Promise<ContractInForce | undefined>;
  /** The caller's own profile; asked for once. */
  readonly whoAmI: () => Promise<UserInfo>;
  /** The clock by which lists are dated, in milliseconds; it only ever grows. */
  readonly now: () => number;
  /** The time of day, in milliseconds since 1970. */
  readonly today: () => number;
  /** What was sent so far. */
  readonly counts: () => Counts;
  /** Closes idle connections and writes the summary to its end. */
  readonly close: () => void;
}
