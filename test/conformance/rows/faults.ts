import assert from "node:assert/strict";
import { faultNames } from "../../../emulator/server/fault-plan";
import type { Operation } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { fieldsWith, idOf, type Row, type Trial } from "../row";
import { expectAsDeclared, onServer } from "../server";
import { createClientOf } from "../client-of";

/** What the faults that matter most do: the work is done and nobody says so. */
const alwaysTried = ["reset-after", "500-after-commit"];

/** The operation fails until a run gives up; the next one finds it mended. */
const outage = "outage";

/** All of them take minutes for all kinds; one after the other by turns beside those that matter most. */
export function faultsFor(index: number, isThorough: boolean): readonly string[] {
  const others = faultNames.filter((name) => !alwaysTried.includes(name) && name !== "expired-token");
  return isThorough ? faultNames : [...alwaysTried, others[index % others.length] ?? "500"];
}

export const faults: Row = {
  name: "faults",
  meaning:
    "Each call meets faults. The run converges, or it stops with a clear error and the next run converges. Nothing exists twice.",
  run: async (trial) => {
    const { kind } = trial;
    const calls = [...new Set([...kind.calls.create.flat(), ...kind.calls.update.flat(), ...kind.calls.delete.flat()])];
    const isThorough = process.env["HALECONNECT_THOROUGH"] === "1";
    for (const [index, operation] of calls.entries()) {
      for (const fault of faultsFor(index, isThorough)) {
        await liveThrough(trial, operation, fault);
      }
    }
    // What an outage leaves half-done shows only where something else than the declared values is looked at.
    const isLookedAt = isThorough && trial.specimen.implied !== undefined;
    for (const operation of isLookedAt ? new Set(kind.calls.update.flat()) : []) {
      await liveThrough(trial, operation, outage);
    }
    return "holds";
  },
};

async function liveThrough(trial: Trial, operation: Operation, fault: string): Promise<void> {
  const { kind, specimen, stage, resource } = trial;
  const tag = `${kind.name} ${operation.key} ${fault}`;
  const { full, other, empty } = await specimen.prepare(stage, tag);
  const changed = {
    ...full,
    ...Object.fromEntries(fieldsWith(specimen, "mutable").map((name) => [name, other[name]])),
  };
  const later = Object.fromEntries((specimen.changedLater ?? []).map((name) => [name, full[name]]));
  const emptied = { ...changed, ...valuesOf(empty) };
  const passwordAgain = kind.inputs["passwordVersion"] === undefined ? {} : { passwordVersion: 2, active: true };
  await arm(stage, operation, fault);
  const running: Running = { process: undefined };
  for (const declared of [full, { ...changed, ...later }, changed, { ...emptied, ...passwordAgain }]) {
    await untilItWorks(trial, tag, running, (run) => resource.up(run, declared));
    await expectAsDeclared(kind, stage, idOf(trial), declared);
    await expectImplied(trial, tag, declared);
    await expectOnce(trial, tag, declared);
  }
  await untilItWorks(trial, tag, running, (run) => resource.destroy(run));
  const left = (await stage.armed()).filter((it) => it.operation === operation.key);
  await stage.disarm();
  assert.ok(left.length === 0 || isNeverUsed(kind, operation), `${tag}: the fault hit nothing`);
}

function arm(stage: Trial["stage"], { key: operation }: Operation, fault: string): Promise<void> {
  return fault === outage
    ? stage.arm({ operation, fault: "500", times: 1000 })
    : stage.arm({ operation, fault, seconds: fault === "slow" ? 0.2 : fault === "429" ? 1 : 0 });
}

async function expectImplied({ kind, specimen, stage, ...trial }: Trial, tag: string, declared: Values): Promise<void> {
  const { id = "" } = trial.resource.state ?? {};
  const object = await onServer(kind, stage, id);
  for (const [name, value] of Object.entries(specimen.implied?.(declared) ?? {})) {
    assert.deepEqual(object?.values[name], value, `${tag}: \`${name}\` is not what is implied`);
  }
}

/** There is one object of the key, and it is the one of the state. */
async function expectOnce(trial: Trial, tag: string, declared: Values): Promise<void> {
  const { kind, stage } = trial;
  const fresh = createClientOf(stage);
  try {
    const key = kind.identity.keyOf(declared);
    const { items } = await kind.list(fresh, kind.scopeOf?.(key));
    const found = items.filter(({ values }) => kind.identity.keyOf(values) === key).map(({ id }) => id);
    assert.equal(found.join(), idOf(trial), `${tag}: there is not exactly one`);
  } finally {
    fresh.close();
  }
}

/** Some calls are for a form of the object that the specimen does not take: a root organisation. */
function isNeverUsed(kind: Trial["kind"], operation: Operation): boolean {
  return [...kind.calls.create, ...kind.calls.delete].some(
    (call) => Array.isArray(call) && (call as readonly Operation[]).includes(operation),
  );
}

/** A run that fails has to be followed by one that does not; it is a new process, as the next run is. */
async function untilItWorks(
  { nextRun, kind, stage }: Trial,
  tag: string,
  running: Running,
  work: (run: Awaited<ReturnType<Trial["nextRun"]>>) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    running.process ??= await nextRun({ HALECONNECT_TIMEOUT_SECONDS: "1" });
    try {
      await work(running.process);
      return;
    } catch (error) {
      running.process = undefined;
      if (tag.endsWith(outage)) {
        await stage.disarm();
      }
      const { message } = error as Error;
      assert.match(message, /HC\d{4} [^\n]+\n {2}why: {2}[^]*\n {2}next: /, `${tag}: not a clear error: ${message}`);
      assert.ok(attempt < 2, `${tag}: the next run does not converge: ${message} (${kind.name})`);
    }
  }
}

interface Running {
  process: Awaited<ReturnType<Trial["nextRun"]>> | undefined;
}

function valuesOf(empty: Readonly<Record<string, { value: unknown } | { none: string }>>) {
  return Object.fromEntries(
    Object.entries(empty).flatMap(([name, it]) => ("value" in it ? [[name, it.value] as const] : [])),
  );
}
