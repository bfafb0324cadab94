import assert from "node:assert/strict";
import { isWrite, operationsByKey } from "../../../provider/contract";
import { isAttached, type Values } from "../../../provider/kinds";
import type { ProviderProcess } from "../../support/provider-process";
import { Refused } from "../../support/single-resource";
import { anAccount, anOrganisationApart, organisationsOf, takeRoleAway, type Login } from "../accounts";
import { changedInPlace, expectNone, fieldsWith, idOf, type Row, type Trial } from "../row";
import { expectAsDeclared, onServer, underTheKey } from "../server";

export const lackingRights: Row = {
  name: "lacking rights",
  meaning:
    "An account that lacks the right to create, change, replace or delete gets one error. The error says what the server refuses, what the account lacks and what to do. Neither the server nor the state changes. What an account does not see never counts as deleted. Who may create but not change makes the whole object, or nothing. A run with all rights then converges.",
  run: async (trial) => {
    const { stage, kind, resource } = trial;
    const apart = await anOrganisationApart(stage, resource.name);
    const strangers = await anAccount(stage, `${resource.name} apart`, "orgAdmin", [apart]);
    const lacking = [await anAccount(stage, resource.name, "auditor", ["1"]), strangers];
    for (const login of lacking) {
      await refuseCreation(trial, login);
    }
    await converge(trial);
    for (const login of lacking) {
      await refuseRest(trial, login);
    }
    await loseTheRole(trial);
    await converge(trial);
    await resource.destroy(await trial.nextRun());
    if (!isAttached(kind)) {
      await makeAllOrNothing(trial);
    }
    return "holds";
  },
};

async function refuseCreation(trial: Trial, login: Login): Promise<void> {
  const { resource, declarations, nextRun } = trial;
  const before = await underTheKey(trial);
  const run = await nextRun(login);
  await expectRefused(trial, "create", () => resource.up(run, declarations.full));
  assert.deepEqual(await underTheKey(trial), before, "The refused creation leaves something on the server");
}

/** Everything besides the creation, on an object that is there. */
async function refuseRest(trial: Trial, login: Login): Promise<void> {
  const { kind, specimen, stage, resource, declarations, nextRun } = trial;
  const before = await onServer(kind, stage, idOf(trial));
  const run = await nextRun(login);
  await expectNotGone(trial, run);
  const changed = changedInPlace(specimen, declarations);
  if (changed !== undefined) {
    await expectRefused(trial, "change", () => resource.up(run, changed));
  }
  const replaced = declarationOfAnother(trial);
  if (replaced !== undefined && specimen.stays === undefined) {
    await expectRefused(trial, "replace", () => resource.up(run, replaced));
  }
  if (specimen.stays === undefined) {
    await expectRefused(trial, "delete", () => resource.destroy(run));
  }
  assert.deepEqual(await onServer(kind, stage, idOf(trial)), before, "What is refused changes the object");
}

/** A refresh shows the object, or says that this account does not see it. */
async function expectNotGone(trial: Trial, run: ProviderProcess): Promise<void> {
  const { resource } = trial;
  const found = await resource.refresh(run).catch((error: unknown) => error as Error);
  if (found instanceof Error) {
    assert.match(found.message, /^HC6004 /, "refresh: it is another error");
    expectClear(trial, "refresh", found.message);
  }
  assert.ok(resource.state !== undefined, "What the account does not see is taken as deleted");
}

/** The account that saw the object last has no role any more. */
async function loseTheRole(trial: Trial): Promise<void> {
  const { stage, resource, nextRun } = trial;
  const login = await anAccount(stage, `${resource.name} former`, "orgAdmin", ["1"]);
  await expectNotGone(trial, await nextRun(login));
  await takeRoleAway(stage, login, "1");
  await expectNotGone(trial, await nextRun(login));
}

async function expectRefused(trial: Trial, verb: string, work: () => Promise<unknown>): Promise<void> {
  const { stage, resource } = trial;
  const { state } = resource;
  await stage.requests();
  const error = await work().then(
    () => undefined,
    (it: unknown) => it as Error,
  );
  const sent = (await stage.requests()).filter((key) => key !== "login" && isWriteNamed(key));
  assert.ok(error !== undefined, `${verb} is not refused to an account that may only read, or has no role there`);
  assert.equal(resource.state, state, `${verb}: the state has something although it is refused: ${error.message}`);
  assert.ok(sent.length < 2, `${verb} goes on after a refusal: ${sent.join(", ")}`);
  expectEachClear(trial, verb, error);
}

/** A check may tell several inputs, each with an error of its own. */
function expectEachClear(trial: Trial, verb: string, error: Error): void {
  const messages = error instanceof Refused ? error.failures.map(({ reason }) => reason) : [error.message];
  messages.forEach((message) => {
    expectClear(trial, verb, message);
  });
}

function isWriteNamed(key: string): boolean {
  const operation = operationsByKey.get(key);
  return operation !== undefined && isWrite(operation);
}

/** One error, with all its parts, and without a secret. */
function expectClear({ kind, declarations: { full } }: Trial, verb: string, message: string): void {
  assert.match(message, /^HC\d{4} [^\n]+\n {2}why: {2}[^\n]+\n {2}next: [^\n]+$/, `${verb}: not one clear error`);
  assert.match(message, /\bpermission\b|not allowed to see|does not see/, `${verb}: it does not say what is lacking`);
  const secrets = Object.keys(kind.inputs).filter((name) => kind.inputs[name]?.secret === true);
  const shown = secrets.filter((name) => message.includes(String(full[name])));
  expectNone(shown, `${verb}: the message shows a secret`);
}

/** A declaration that only another object can fulfil. */
function declarationOfAnother({ kind, specimen, declarations: { full, other } }: Trial): Values | undefined {
  const [name] = fieldsWith(specimen, "replace").filter((it) => !specimen.replacedTogether?.includes(it));
  const allowed = kind.replacementCascades ? { onReplace: "replace" } : {};
  return name === undefined ? undefined : { ...full, [name]: other[name] ?? full[name], ...allowed };
}

/** The run of an account that has all rights. */
async function converge(trial: Trial): Promise<void> {
  const { kind, stage, resource, declarations, nextRun } = trial;
  await resource.up(await nextRun(), declarations.full);
  await expectAsDeclared(kind, stage, idOf(trial), declarations.full);
  if (!isAttached(kind)) {
    assert.deepEqual(await underTheKey(trial), [idOf(trial)], "There is not exactly one");
  }
}

async function makeAllOrNothing(trial: Trial): Promise<void> {
  const { kind, specimen, stage, resource, nextRun } = trial;
  const tag = `${resource.name} anew`;
  const anew = { ...trial, declarations: await specimen.prepare(stage, tag) };
  const login = await anAccount(stage, tag, "beginner", await organisationsOf(stage, tag));
  const { full } = anew.declarations;
  const run = await nextRun(login);
  const step = await resource.up(run, full).catch((error: unknown) => error as Error);
  if (step instanceof Error) {
    assert.equal(resource.state, undefined, `It is left half made: ${step.message}`);
    assert.deepEqual(await underTheKey(anew), [], "The refused creation leaves something on the server");
    expectEachClear(anew, "create", step);
  } else {
    await expectAsDeclared(kind, stage, idOf(anew), full);
  }
  await converge(anew);
  await resource.destroy(await nextRun());
}
