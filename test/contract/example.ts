import type { Emulator } from "../../emulator";

/** One call of an operation. */
export interface Example {
  readonly path?: Readonly<Record<string, string | ((made: Made) => string)>>;
  readonly body?: (made: Made) => unknown;
  /** A bare text instead. */
  readonly text?: () => string;
  /** The file that is sent, instead of a body. */
  readonly file?: { readonly name: string; readonly type: string; readonly content: Buffer };
  /** What the next job is to be like, as the control interface takes it. */
  readonly nextJob?: object;
  /** What has to be done before. */
  readonly before?: { readonly operation: string; readonly example: Example };
  /** Who calls, when it is not the administrator. */
  readonly as?: { readonly username: string; readonly password: string };
}

export interface Made {
  readonly emulator: Emulator;
  /** Of the bucket that was made last in a store. */
  readonly bucketOf: (store: string) => string;
  /** Of what an operation made last. */
  readonly idOf: (operation: string) => string;
  /** Of the newest mail to this address. */
  readonly keyMailedTo: (address: string) => string;
}
