import { reports, store } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { WorldView } from "../../world/world";
import type { Job } from "../../world/workflow-model";
import { implement, implementList, pageableList } from "../implement";
import { settle } from "../workflows/settle";
import { isOwnedBy, seenDataset } from "../workflows/visible-dataset";

const getValidationReport = implement(reports.getValidationReport, async (call) => {
  await settle(call);
  const id = store.combinedIdOf(call.path);
  const dataset = seenDataset(call, id);
  if (dataset === undefined) {
    throw refuse.absent(`dataset ${id}`);
  }
  return reportOf(call.world, dataset, lastValidations(call.world).get(id));
});

const getValidationReports = implementList(reports.getValidationReports, async (call) => {
  await settle(call);
  const { world, visitor, query } = call;
  const wanted = world.buckets
    .inStore("data")
    .filter((it) => seesBucket(world, visitor, it) && isOwnedBy(query.organisation, it))
    .filter((it) => query.dataset === undefined || combinedIdOf(it) === query.dataset);
  const last = lastValidations(world);
  return pageableList(wanted, (it) => reportOf(world, it, last.get(combinedIdOf(it))));
});

export const ofValidation = [getValidationReport, getValidationReports];

/** The last validation of each dataset that came to its end, by the combined id. */
function lastValidations({ jobs }: WorldView): ReadonlyMap<string, Job> {
  const done = jobs.all().filter(({ end }) => end?.report !== undefined);
  const inOrder = [...done].sort((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0));
  return new Map(inOrder.map((job) => [job.resource, job]));
}

type Part = reports.ValidationReport["parts"][number];

function reportOf(world: WorldView, dataset: Bucket, job: Job | undefined): reports.ValidationReport {
  const theme = dataset.properties["theme"];
  const classes = typeof theme === "string" ? (world.themes.named(theme)?.validation ?? {}) : {};
  const found = job?.end?.report ?? [];
  const parts = reports.reportedParts.map((part): Part => {
    // The emulator's validation looks at the files and at what the dataset says of itself.
    const isTested = job !== undefined && (part === "data" || part === "datasetMetadata");
    const findings = found
      .filter((it) => it.part === part)
      .map(({ level, message, where }) => ({ level, message, ...(where === undefined ? {} : { where }) }));
    return {
      part,
      result: isTested ? resultOf(findings) : "notTested",
      conformanceClasses: classes[part] ?? [],
      findings,
    };
  });
  return {
    dataset: combinedIdOf(dataset),
    ...(dataset.name === undefined ? {} : { name: dataset.name }),
    result: worst(parts),
    ...(job?.end === undefined ? {} : { tested: job.end.at, job: job.id }),
    parts,
  };
}

function resultOf(findings: Part["findings"]): Part["result"] {
  const levels = findings.map(({ level }) => level);
  return levels.includes("error") ? "failed" : levels.includes("warning") ? "passedWithWarnings" : "passed";
}

function worst(parts: readonly Part[]): Part["result"] {
  const order = ["failed", "passedWithWarnings", "passed"] as const;
  return order.find((result) => parts.some((part) => part.result === result)) ?? "notTested";
}
