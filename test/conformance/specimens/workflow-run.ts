import { store } from "../../../provider/contract";
import type { Stage } from "../../support/stage";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aDataset } from "./datasets";
import { organisations } from "./organisations";

const inState = { none: "it stays in the state" };

export const workflowRunSpecimen: Specimen = {
  kind: kindNamed("WorkflowRun"),
  stays: "a job stays in the history of the platform",
  exempt: {
    recreated: "a job that is no longer in the history is no drift",
    adopted: "each creation runs a new job, so there is nothing to adopt",
    "forced replacement": "each creation runs a new job, so there is nothing to take over",
  },
  instead: { failOn: "only a validation has findings, and the specimen is a transformation" },
  prepare: async (stage, tag) => {
    const [organisation] = await organisations(stage, tag, ["owner"]);
    const dataset = await aDataset(stage, organisation, `${tag} roads`);
    const another = await aDataset(stage, organisation, `${tag} streets`);
    const project = await aProject(stage, organisation, `${tag} one`);
    const least = { dataset, type: "transformation", project };
    return {
      least,
      full: { ...least, triggers: ["one"], datasetRevision: "1", timeoutSeconds: 600 },
      other: {
        dataset: another,
        project: await aProject(stage, organisation, `${tag} two`),
        triggers: ["two"],
        datasetRevision: "2",
        timeoutSeconds: 700,
      },
      empty: {
        project: { none: "a transformation needs it" },
        triggers: inState,
        datasetRevision: inState,
        timeoutSeconds: inState,
      },
    };
  },
};

async function aProject(stage: Stage, ownerId: string, name: string): Promise<string> {
  const path = { ownerType: "org", ownerId } as const;
  const ident = await stage.outOfBand.call(store.projects.createBucketWithOwner, { path, body: { name } });
  return `projects/org.${ownerId}.${ident.transformationproject ?? ""}`;
}
