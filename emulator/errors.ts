export interface StartFailureDetails {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** The emulator cannot start. Same layout as the provider's errors: what, why, what to do next. */
export class StartFailure extends Error {
  constructor(details: StartFailureDetails, cause?: unknown) {
    super([details.what, `  why:  ${details.why}`, `  next: ${details.next}`].join("\n"), { cause });
    this.name = "StartFailure";
    this.stack = this.message;
  }
}
