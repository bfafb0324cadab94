import assert from "node:assert/strict";
import type { Operation } from "../../provider/contract";
import type { ProviderProcess } from "../support/provider-process";
import type { SingleResource } from "../support/single-resource";
import type { Stage } from "../support/stage";
import type { Values } from "./comparison";
import { lifeWith, type Life, type Run } from "./life";
import { Witness } from "./witness";

/** How a life came to its end. */
export type Outcome =
  | "converges"
  /** It stopped with this error, and the next run did the rest. */
  | `stops with ${string}`
  /** A call without a token cannot have an expired one. */
  | "does not apply";

/** An error has a code of the catalogue, a reason and a remedy, and no trace of the code. */
const clearError = /^(?:\w*: )?(HC\d{4}) [^\n]+\n {2}why: {2}[^]*\n {2}next: /m;

/** Runs after the first that a fault may cost: the next one has to converge. */
const MOST_RUNS = 2;

/** Sends a life through one fault on one operation; after each run the server has to be as declared. */
export async function liveThrough(stage: Stage, operation: Operation, fault: string, name: string): Promise<Outcome> {
  if (fault === "expired-token" && operation.access === "public") {
    return "does not apply";
  }
  const life = lifeWith(operation, name);
  const witness = await Witness.of(stage);
  if (life.existing === true) {
    await witness.make(name);
  }
  await witness.begin();
  try {
    await armFor(stage, life, operation, fault);
    const outcome = await live(stage, life, name, witness);
    assert.equal((await stage.armed()).length, 0, `${operation.key} was never asked for, so the fault hit nothing`);
    return outcome;
  } finally {
    await stage.disarm();
  }
}

async function armFor(stage: Stage, life: Life, { key }: Operation, fault: string): Promise<void> {
  const seconds = fault === "slow" ? 0.2 : fault === "429" || fault === "503" ? 1 : 0;
  await stage.arm(...(life.provoked === undefined ? [] : [life.provoked]), { operation: key, fault, seconds });
}

async function live(stage: Stage, life: Life, name: string, witness: Witness): Promise<Outcome> {
  const resource = stage.resource(name, life.kindName);
  const stops = new Set<string>();
  let declared: Values = {};
  let process = await newProcess(stage);
  try {
    for (const run of life.runs) {
      const when = `${name}, ${run.name}`;
      for (let attempt = 1; ; attempt++) {
        try {
          await perform(run, resource, process);
          break;
        } catch (error) {
          const code = clearError.exec((error as Error).message)?.[1];
          assert.ok(code !== undefined, `${when}: not a clear error: ${(error as Error).message}`);
          assert.ok(attempt < MOST_RUNS, `${when}: the next run does not converge: ${(error as Error).message}`);
          stops.add(code);
          await process.stop();
          process = await newProcess(stage);
        }
      }
      declared = run.declared ?? declared;
      await witness.expect(expected(life, declared, resource), when);
    }
  } finally {
    await process.stop();
  }
  return stops.size === 0 ? "converges" : `stops with ${[...stops].join(", ")}`;
}

/** What was adopted stays when it is let go. */
function expected({ existing }: Life, declared: Values, { state }: SingleResource): Values[] {
  if (state === undefined) {
    return existing === true ? [declared] : [];
  }
  return [{ ...declared, id: state.id }];
}

function newProcess(stage: Stage): Promise<ProviderProcess> {
  return stage.process({ HALECONNECT_TIMEOUT_SECONDS: "1" });
}

async function perform({ name, does, declared = {} }: Run, resource: SingleResource, process: ProviderProcess) {
  switch (does) {
    case "up": {
      const step = await resource.up(process, declared);
      assert.ok(name !== "unchanged" || step === "same", `${resource.name}: an up without a change was ${step}`);
      return;
    }
    case "refresh":
      assert.equal(await resource.refresh(process), "same", `${resource.name}: refresh sees drift where none is`);
      return;
    case "destroy":
      await resource.destroy(process);
  }
}
