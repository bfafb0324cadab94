import { workflows } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Job } from "../../world/workflow-model";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { visibleService } from "./services";
import { settle } from "./settle";
import { datasetOf, isOwnedBy, worksWith } from "./visible-dataset";

type Context = Platform & Visitor;

const getTestRuns = implementList(workflows.getTestRuns, async (call) => {
  await settle(call);
  const { organisation, dataset } = call.query;
  const wanted = visibleRuns(call, organisation).filter((run) => dataset === undefined || run.dataset === dataset);
  return pageableList(wanted.reverse(), (run) => run);
});

const getTestRun = implement(workflows.getTestRun, async (call) => {
  await settle(call);
  const run = visibleRuns(call, undefined).find(({ id }) => id === call.path.testRunId);
  if (run === undefined) {
    throw refuse.absent(`test run ${call.path.testRunId}`);
  }
  return run;
});

/** Nobody watches the services of an emulator: a published one counts as available since its publication. */
const getMonitoring = implement(workflows.getMonitoring, async (call) => {
  await settle(call);
  const { service } = visibleService(call, call.path.serviceId);
  const { publication } = service;
  return publication === undefined
    ? { service: service.id, isMonitored: false, state: "unknown" as const }
    : { service: service.id, isMonitored: true, state: "available" as const, since: publication.at, availability: 100 };
});

export const ofMonitoring = [getTestRuns, getTestRun, getMonitoring];

function visibleRuns(call: Context, organisation: string | undefined): workflows.TestRun[] {
  return call.world.jobs.all().flatMap((job) => {
    const dataset = datasetOf(call.world, job.resource);
    return dataset !== undefined && worksWith(call, dataset) && isOwnedBy(organisation, dataset) ? runsOf(job) : [];
  });
}

/** A validation runs a suite on each part that it checks. */
function runsOf({ id, resource, starts, end }: Job): workflows.TestRun[] {
  const report = end?.report;
  return report === undefined
    ? []
    : (["data", "datasetMetadata"] as const).map((part) => {
        const found = report.filter((finding) => finding.part === part);
        const errors = found.filter(({ level }) => level === "error").length;
        const warnings = found.length - errors;
        return {
          id: `${id}.${part}`,
          dataset: resource,
          job: id,
          part,
          result: errors > 0 ? "failed" : warnings > 0 ? "passedWithWarnings" : "passed",
          errors,
          warnings,
          started: starts,
          finished: end?.at,
        };
      });
}
