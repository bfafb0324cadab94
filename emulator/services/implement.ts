import type { z } from "zod";
import type { AnswerOf, Operation } from "../../provider/contract";
import type { Sessions } from "../access/sessions";
import type { WorldEvent } from "../world/events";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";

/** What every handler works with. */
export interface Platform {
  readonly world: WorldView;
  readonly sessions: Sessions;
  readonly now: () => number;
  /** Makes something happen: kept, then seen by everybody. The only way to change the world. */
  readonly commit: (event: WorldEvent) => void;
}

/** Who calls. Asking throws 401 for a token that is not valid (any more). */
export interface Visitor {
  /** The user who is logged in; 401 for nobody. */
  readonly caller: User;
  /** The same where a token is not needed; undefined for nobody. */
  readonly visitor: User | undefined;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** A call whose parts have passed the operation's types. */
export interface ValidCall {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly page: Page;
}

type Outputs<P> = { readonly [K in keyof P]: P[K] extends z.ZodType ? z.output<P[K]> : never };
type OptionalOutputs<P> = { readonly [K in keyof P]?: P[K] extends z.ZodType ? z.output<P[K]> : never };

/** What a handler of the operation gets. */
export interface Call<O extends Operation> extends Platform, Visitor {
  readonly path: Outputs<O["pathParameters"]>;
  readonly query: OptionalOutputs<O["query"]>;
  readonly body: O["body"] extends z.ZodType ? z.output<O["body"]> : undefined;
}

export interface Outcome {
  readonly body: unknown;
  /** Of a list: how long it is as a whole. */
  readonly totalCount?: number;
}

/** An operation with what the emulator does for it. */
export interface Implementation {
  readonly operation: Operation;
  readonly run: (call: ValidCall, platform: Platform, visitor: Visitor) => Promise<Outcome>;
}

export function implement<O extends Operation>(
  operation: O,
  handler: (call: Call<O>) => AnswerOf<O> | Promise<AnswerOf<O>>,
): Implementation {
  return {
    operation,
    run: async (call, platform, visitor) => ({ body: await handler(together(call, platform, visitor)) }),
  };
}

/** A whole list, of which one page is shown. */
export interface Listing<Item> {
  readonly length: number;
  slice(from: number, to: number): Item[];
}

export function listing<Thing, Item>(things: readonly Thing[], show: (thing: Thing) => Item): Listing<Item> {
  return { length: things.length, slice: (from, to) => things.slice(from, to).map(show) };
}

type ItemOf<O> = AnswerOf<O> extends readonly (infer Item)[] ? Item : never;

/** The same for an operation that is declared as paged; its handler gives the whole list. */
export function implementList<O extends Operation>(
  operation: O,
  handler: (call: Call<O>) => Listing<ItemOf<O>>,
): Implementation {
  return {
    operation,
    run: (call, platform, visitor) => {
      const { offset, limit } = call.page;
      const list = handler(together(call, platform, visitor));
      return Promise.resolve({ body: list.slice(offset, offset + limit), totalCount: list.length });
    },
  };
}

/** The call was validated against this very operation, which the type system cannot see. */
function together<O extends Operation>(call: ValidCall, platform: Platform, who: Visitor): Call<O> {
  const { path, query, body } = call as Pick<Call<O>, "path" | "query" | "body">;
  return {
    ...platform,
    path,
    query,
    body,
    get caller() {
      return who.caller;
    },
    get visitor() {
      return who.visitor;
    },
  };
}
