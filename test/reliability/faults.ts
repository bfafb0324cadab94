import assert from "node:assert/strict";
import { accounts, type Operation } from "../../provider/contract";
import type { ProviderProcess } from "../support/provider-process";
import type { SingleResource } from "../support/single-resource";
import type { Stage } from "../support/stage";
import { expectOnServer, lifeWith, type Run } from "./life";

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

/** Sends a life through one fault on one operation, and looks after each run that nothing is lost and nothing is there twice. */
export async function liveThrough(stage: Stage, operation: Operation, fault: string, name: string): Promise<Outcome> {
  if (fault === "expired-token" && operation.access === "public") {
    return "does not apply";
  }
  const life = lifeWith(operation, name);
  if (life.existing === true) {
    await stage.outOfBand.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name } });
  }
  const seconds = fault === "slow" ? 0.2 : fault === "429" || fault === "503" ? 1 : 0;
  if (life.provoked !== undefined) {
    await stage.arm(life.provoked);
  }
  await stage.arm({ operation: operation.key, fault, seconds });
  const resource = stage.resource(name, life.kindName);
  const stops = new Set<string>();
  let process = await stage.process({ HALECONNECT_TIMEOUT_SECONDS: "1" });
  try {
    for (const run of life.runs) {
      for (let attempt = 1; ; attempt++) {
        try {
          await perform(run, resource, process);
          break;
        } catch (error) {
          const code = clearError.exec((error as Error).message)?.[1];
          assert.ok(code !== undefined, `${name}, ${run.name}: not a clear error: ${(error as Error).message}`);
          assert.ok(
            attempt < MOST_RUNS,
            `${name}, ${run.name}: the next run does not converge: ${(error as Error).message}`,
          );
          stops.add(code);
          await process.stop();
          process = await stage.process({ HALECONNECT_TIMEOUT_SECONDS: "1" });
        }
      }
      await (life.existing === true && run.does === "destroy" ? undefined : expectOnServer(stage, name, resource));
    }
  } finally {
    await process.stop();
  }
  assert.equal((await stage.armed()).length, 0, `${operation.key} was never asked for, so the fault hit nothing`);
  return stops.size === 0 ? "converges" : `stops with ${[...stops].join(", ")}`;
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
