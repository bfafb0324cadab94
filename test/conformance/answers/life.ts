import assert from "node:assert/strict";
import { isAttached, type Kind, type Values } from "../../../provider/kinds";
import { SingleResource, type Provider } from "../../support/single-resource";
import type { Stage } from "../../support/stage";
import { createClientOf } from "../client-of";
import { fieldsWith } from "../row";
import { expectAsDeclared, onServer } from "../server";
import type { Specimen } from "../specimen";
import type { Used, WrongAnswer } from "./alterations";
import { Runs } from "./runs";

export interface LifeOf {
  readonly kinds: readonly Kind[];
  readonly specimen: Specimen;
  readonly stage: Stage;
  readonly tag: string;
  /** A session that all runs share: logging in is what costs most of such a life. */
  readonly token: string;
}

/** Lives once without anything wrong, and tells what is asked for in such a life. */
export async function usedInLife(of: LifeOf): Promise<readonly Used[]> {
  const life = await Life.begin(of);
  await life.live(undefined);
  return life.runs.used;
}

/** Lives with one wrong answer. Each run comes to its end, or stops with an error that says where and why; the next one converges. */
export async function liveWith(of: LifeOf, wrong: WrongAnswer): Promise<void> {
  const life = await Life.begin(of);
  const { operation, after, alteration } = wrong;
  await of.stage.arm({ operation: operation.key, fault: "altered", after, alteration });
  try {
    await life.live(wrong);
  } finally {
    await of.stage.disarm();
  }
}

class Life {
  readonly runs: Runs;
  readonly resource: SingleResource;
  #id: string | undefined;

  private constructor(
    readonly of: LifeOf,
    readonly full: Values,
    readonly changed: Values,
  ) {
    this.runs = new Runs(of.kinds, { HALECONNECT_URL: of.stage.emulator.url, HALECONNECT_TOKEN: of.token });
    this.resource = new SingleResource(of.tag, of.specimen.kind.name, "");
  }

  static async begin(of: LifeOf): Promise<Life> {
    const { specimen, stage, tag } = of;
    const { full, other } = await specimen.prepare(stage, tag);
    const mutable = fieldsWith(specimen, "mutable").filter((name) => specimen.changedLater?.includes(name) !== true);
    return new Life(of, full, { ...full, ...Object.fromEntries(mutable.map((name) => [name, other[name]])) });
  }

  async live(wrong: WrongAnswer | undefined): Promise<void> {
    const { changed, full, resource } = this;
    await this.#step(wrong, (run) => resource.up(run, full));
    await this.#expectThere(full);
    await this.#step(wrong, (run) => resource.up(run, changed));
    await this.#step(wrong, (run) => resource.refresh(run));
    await this.#step(wrong, (run) => resource.up(run, changed));
    if (wrong !== undefined && (await this.of.stage.armed()).length === 0) {
      await this.#expectConverged();
    }
    await this.#step(wrong, (run) => resource.destroy(run));
    await this.#expectGone();
  }

  /** What was wrong was so once, so that the second run has to come to its end. */
  async #step(wrong: WrongAnswer | undefined, work: (run: Provider) => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const done = await this.runs.next(work);
        assert.ok(done !== "replaced" && done !== "gone", `It was ${String(done)} on a guess`);
        break;
      } catch (error) {
        if (error instanceof assert.AssertionError) {
          throw error;
        }
        const { message } = error as Error;
        expectClear(wrong, message);
        assert.ok(attempt < 2, `The next run does not converge: ${message}`);
      }
    }
    const { state } = this.resource;
    assert.ok(this.#id === undefined || state === undefined || state.id === this.#id, "It is another object now");
    this.#id ??= state?.id;
  }

  async #expectThere(declared: Values): Promise<void> {
    const { stage, specimen } = this.of;
    await this.#withoutFaults(() => expectAsDeclared(specimen.kind, stage, this.#id ?? "", declared));
    assert.equal(await this.#sharing(declared), 1, "There is not exactly one");
  }

  async #expectConverged(): Promise<void> {
    const { changed, resource } = this;
    await this.runs.next(async (run) => {
      await resource.refresh(run);
      return resource.up(run, changed);
    });
    await this.runs.next(async (run) => {
      assert.equal(await resource.up(run, changed), "same", "An up follows the other");
      assert.equal(await resource.refresh(run), "same", "A refresh shows a difference");
    });
    await this.#expectThere(changed);
  }

  async #expectGone(): Promise<void> {
    const { stage, specimen } = this.of;
    if (!isAttached(specimen.kind) && specimen.stays === undefined) {
      const left = await this.#withoutFaults(() => onServer(specimen.kind, stage, this.#id ?? ""));
      assert.equal(left, undefined, "It is still there");
    }
  }

  /** How many objects have the key. */
  async #sharing(declared: Values): Promise<number> {
    const { stage, specimen } = this.of;
    const { identity, list, scopeOf } = specimen.kind;
    const key = identity.keyOf(declared);
    const fresh = createClientOf(stage);
    try {
      const { items } = await this.#withoutFaults(() => list(fresh, scopeOf?.(key)));
      return items.filter(({ values }) => identity.keyOf(values) === key).length;
    } finally {
      fresh.close();
    }
  }

  /** What the test itself looks at meets no fault. */
  async #withoutFaults<T>(work: () => Promise<T>): Promise<T> {
    const { stage } = this.of;
    const armed = await stage.armed();
    await stage.disarm();
    try {
      return await work();
    } finally {
      await stage.arm(...armed);
    }
  }
}

/** An error of the catalogue; about an answer it says of which operation, and which field. */
function expectClear(wrong: WrongAnswer | undefined, message: string): void {
  assert.ok(wrong !== undefined, message);
  assert.match(message, /HC\d{4} [^\n]+\n {2}why: {2}[^]*\n {2}next: /, `Not a clear error: ${message}`);
  if (/HC2003/.test(message)) {
    const field = wrong.alteration.at.filter((name) => name !== "*").at(-1) ?? "";
    assert.ok(message.includes(wrong.operation.key), `The operation is not named: ${message}`);
    assert.ok(message.includes(field), `The field ${field} is not named: ${message}`);
  }
}
