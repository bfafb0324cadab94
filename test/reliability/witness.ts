import assert from "node:assert/strict";
import { OutOfBand } from "../e2e/support/out-of-band";
import type { Stage } from "../support/stage";
import { compare, inWords, organisationsOn, type Deviations, type Found, type Values } from "./comparison";
import { operations } from "./life";

/** The server is not as declared. */
export class Deviation extends Error {
  constructor(
    readonly deviations: Deviations,
    when: string,
  ) {
    super(`${when}: ${inWords(deviations)}`);
  }
}

/** Looks at the server between the runs of a life. Its own requests meet no fault, and count for nothing. */
export class Witness {
  private constructor(
    readonly stage: Stage,
    readonly server: OutOfBand,
    readonly before: readonly string[],
  ) {}

  /** Whatever is made from now on belongs to the life. */
  static async of(stage: Stage): Promise<Witness> {
    const { url, username, password } = stage.emulator;
    const server = new OutOfBand(url, username, password);
    return new Witness(
      stage,
      server,
      (await organisationsOn(server)).map(({ id }) => id),
    );
  }

  /** Somebody else makes the organisation. */
  async make(name: string): Promise<void> {
    await this.server.send("POST", "/accounts/v1/organisations/1/suborganisations", { name });
  }

  /** From now on every operation that is asked for has to be in the list. */
  async begin(): Promise<void> {
    await this.stage.requests();
  }

  /** Fails unless the life has made what is declared, field by field and once, with operations of the list. */
  async expect(declared: readonly Values[], when: string): Promise<void> {
    const others = unlisted(await this.stage.requests());
    assert.deepEqual(others, [], `${when}: the list of operations (life.ts) does not hold ${others.join(", ")}`);
    const deviations = compare(declared, await this.#made());
    if (inWords(deviations) !== "") {
      throw new Deviation(deviations, when);
    }
    await this.stage.requests();
  }

  async #made(): Promise<Found[]> {
    const faults = await this.stage.armed();
    await this.stage.disarm();
    const found = await organisationsOn(this.server);
    await this.stage.arm(...faults);
    return found.filter(({ id }) => !this.before.includes(id));
  }
}

/** How the client asks a server whether it is the emulator; no operation of the API, so no fault can be put on it. */
const identification = "GET /";

/** What was asked for and is not an operation of an organisation's life. */
export function unlisted(asked: readonly string[]): string[] {
  const listed = [identification, ...operations.map(({ key }) => key)];
  return [...new Set(asked)].filter((key) => !listed.includes(key));
}
