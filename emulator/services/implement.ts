import type { Readable } from "node:stream";
import type { z } from "zod";
import type { AnswerOf, Download, Operation, Upload } from "../../provider/contract";
import type { Sessions } from "../access/sessions";
import type { BlobsInHand, Opener } from "../storage/blobs";
import type { WorldEvent } from "../world/events";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import type { Outbox } from "./outbox";
import type { JobPlan } from "./workflows/job-plan";

/** What every handler works with. */
export interface Platform {
  readonly world: WorldView;
  readonly sessions: Sessions;
  readonly now: () => number;
  /** People sign in through an identity provider, so that nobody logs in with a password (docs/platform.md#single-sign-on). */
  readonly singleSignOn: boolean;
  /** A user can have several roles in one organisation (docs/platform.md#several-roles). */
  readonly severalRoles: boolean;
  /** Where mails go. */
  readonly outbox: Outbox;
  /** What tests made up for the next jobs. */
  readonly jobPlan: JobPlan;
  /** Address of this emulator, which it has once it listens. */
  readonly url: () => string;
  /** Makes up the key of a mailed link, or a token. */
  readonly newSecret: () => string;
  readonly hashPassword: (password: string) => Promise<string>;
  /** The next start prints the administrator's login, so it has to know a new password. To be told before the change. */
  readonly keepLogin: (user: User, password: string) => void;
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

export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** What lies on disk, as a call has it. */
export interface Desk {
  /** The bytes of files: what the call has in hand stays there until it is answered. */
  readonly blobs: BlobsInHand;
}

/** A call whose parts have passed the operation's types. */
export interface ValidCall {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly page: PageRequest;
}

type Outputs<P> = { readonly [K in keyof P]: P[K] extends z.ZodType ? z.output<P[K]> : never };
type OptionalOutputs<P> = { readonly [K in keyof P]?: P[K] extends z.ZodType ? z.output<P[K]> : never };

/** A file that came with a call. Its bytes are kept; whether anything refers to them is for the handler to say. */
export interface KeptFile extends Upload {
  readonly sha256: string;
  /** The bytes, or some of them. */
  readonly open: Opener;
}

type BodyOf<O extends Operation> = O["body"] extends z.ZodType
  ? z.output<O["body"]> extends Upload
    ? KeptFile
    : z.output<O["body"]>
  : undefined;

/** What a handler of the operation gets. */
export interface OperationCall<O extends Operation> extends Platform, Desk, Visitor {
  readonly path: Outputs<O["pathParameters"]>;
  readonly query: OptionalOutputs<O["query"]>;
  readonly body: BodyOf<O>;
}

/** What a handler answers; a file that is given is opened when it is sent. */
export interface GivenFile {
  readonly type: string;
  /** Left out where it turns out only while the file is made. */
  readonly bytes?: number;
  readonly open: () => Readable;
}

export type Answered<O extends Operation> = AnswerOf<O> extends Download ? GivenFile : AnswerOf<O>;

export interface HandlerResult {
  readonly body: unknown;
  /** Of a list: how long it is as a whole. */
  readonly totalCount?: number;
}

/** An operation with what the emulator does for it. */
export interface Implementation {
  readonly operation: Operation;
  readonly run: (call: ValidCall, platform: Platform & Desk, visitor: Visitor) => Promise<HandlerResult>;
}

export function implement<O extends Operation>(
  operation: O,
  handler: (call: OperationCall<O>) => Answered<O> | Promise<Answered<O>>,
): Implementation {
  return {
    operation,
    run: async (call, platform, visitor) => ({ body: await handler(together(call, platform, visitor)) }),
  };
}

/** A whole list, of which one page is shown. */
export interface PageableList<Item> {
  readonly length: number;
  slice(from: number, to: number): Promise<Item[]>;
}

/** What is shown of a thing may wait for files to be read. */
export function pageableList<Thing, Item>(
  things: readonly Thing[],
  show: (thing: Thing) => Item | Promise<Item>,
): PageableList<Item> {
  const slice = (from: number, to: number) => Promise.all(things.slice(from, to).map(async (thing) => show(thing)));
  return { length: things.length, slice };
}

type ItemOf<O> = AnswerOf<O> extends readonly (infer Item)[] ? Item : never;

/** The same for an operation that is declared as paged; its handler gives the whole list. */
export function implementList<O extends Operation>(
  operation: O,
  handler: (call: OperationCall<O>) => PageableList<ItemOf<O>> | Promise<PageableList<ItemOf<O>>>,
): Implementation {
  return {
    operation,
    run: async (call, platform, visitor) => {
      const { offset, limit } = call.page;
      const list = await handler(together(call, platform, visitor));
      return { body: await list.slice(offset, offset + limit), totalCount: list.length };
    },
  };
}

/** The call was validated against this very operation, which the type system cannot see. */
function together<O extends Operation>(call: ValidCall, platform: Platform & Desk, who: Visitor): OperationCall<O> {
  const { path, query, body } = call as Pick<OperationCall<O>, "path" | "query" | "body">;
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
