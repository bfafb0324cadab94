import type { Client } from "../../client";
import type { workflows } from "../../contract";
import { HaleconnectError } from "../../errors";
import type { Values } from "../kind";
import { followToSuccess, inWords, shortened } from "./following";
import { flatten, getJob } from "./workflow-run-form";
import type { DeclaredRun } from "./workflow-run-fields";

/** Why a run is not what was declared. undefined: its job did what it was to do. */
export function whyNotDone({ state, errors, warnings }: Values, { failOn = "error" }: DeclaredRun): string | undefined {
  if (state !== "successful") {
    return state === "queued" || state === "running" ? "its job is not over" : `its job is ${String(state)}`;
  }
  const found =
    (typeof errors === "number" ? errors : 0) + (failOn === "warning" && typeof warnings === "number" ? warnings : 0);
  return failOn !== "never" && found > 0 ? `its validation has findings (\`failOn: "${failOn}"\`)` : undefined;
}

/** Whether only a new job can help. */
export function isSpent(actual: Values, declared: DeclaredRun): boolean {
  const isOpen = actual["state"] === "queued" || actual["state"] === "running";
  return actual["state"] !== undefined && !isOpen && whyNotDone(actual, declared) !== undefined;
}

/** Waits for the end of the job, and fails if the job failed or found what it must not find. */
export async function toItsEnd(client: Client, id: string, declared: DeclaredRun): Promise<Values> {
  const job = await getJob(client, id);
  if (job === undefined) {
    throw new HaleconnectError("HC7004", { what: `The job of run ${id} is not in the history any more` });
  }
  const over = await followToSuccess(client, job, declared.timeoutSeconds);
  const { values } = flatten(over);
  if (isSpent(values, declared)) {
    throw foundTooMuch(over);
  }
  return values;
}

function foundTooMuch(job: workflows.Job): HaleconnectError {
  const { errors = 0, warnings = 0 } = job.findings ?? {};
  const lines = (job.report ?? []).map(
    ({ level, message, where }) => `${level}: ${where === undefined ? "" : `${where}: `}${message}`,
  );
  return new HaleconnectError("HC7003", {
    what: `${inWords(job)} found ${errors} errors and ${warnings} warnings`,
    why: `What it found:\n${shortened(lines).join("\n")}`,
  });
}
