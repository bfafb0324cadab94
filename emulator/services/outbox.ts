/** A mail as far as anybody could act on it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** That of the link in the mail, where there is one. */
  readonly key?: string;
}

/** The latest ones are kept, so that a long run does not fill the memory. */
const mostKept = 10_000;

/** The mails that the platform would send, for people and tests to look at. Nothing leaves the emulator. */
export class Outbox {
  #mails: Mail[] = [];

  post(mail: Mail): void {
    this.#mails.push(mail);
    if (this.#mails.length > mostKept * 1.1) {
      this.#mails = this.#mails.slice(-mostKept);
    }
  }

  list(): readonly Mail[] {
    return this.#mails.slice(-mostKept);
  }

  clear(): void {
    this.#mails = [];
  }
}
